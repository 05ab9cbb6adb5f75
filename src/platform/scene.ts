import Taro from '@tarojs/taro'

/** Where WeChat says that the mini-program was entered from (场景值); undefined in a browser. */
export function enteredFrom(): number | undefined {
  if (process.env.TARO_ENV !== 'weapp') return undefined
  return Taro.getEnterOptionsSync().scene
}
