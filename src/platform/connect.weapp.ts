import Taro from '@tarojs/taro'

/** Connects the mini-program to its cloud: without a name, to the account's default environment. */
export function connect(): void {
  Taro.cloud.init({ traceUser: false })
}
