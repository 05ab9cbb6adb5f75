import Taro from '@tarojs/taro'

/** Offers to call a number. That somebody thinks better of it is no trouble. */
export function dial(phone: string): void {
  Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)
}
