import Taro from '@tarojs/taro'

/** Does `act` whenever the app goes to the back. */
export function onLeaving(act: () => void): void {
  Taro.onAppHide(act)
}
