import Taro from '@tarojs/taro'
import type { Address } from '@domain/orders/delivery'

/** What became of the wish for an address: it, nothing, or no right to open the address book. */
export type ChosenAddress = Address | 'left' | 'refused'

/** The longest detail that the shop takes; WeChat's own is seldom near it. */
const MOST_DETAIL = 100

/** Lets the shopper choose from WeChat's address book (通讯地址). */
export async function chooseAddress(): Promise<ChosenAddress> {
  try {
    const { userName, telNumber, provinceName, cityName, countyName, detailInfo } =
      await Taro.chooseAddress()
    return {
      name: userName.trim().slice(0, 20),
      phone: telNumber.replace(/[^0-9-]/g, ''),
      province: provinceName,
      city: cityName,
      county: countyName,
      detail: detailInfo.trim().slice(0, MOST_DETAIL),
    }
  } catch (trouble) {
    const told = typeof trouble === 'object' && trouble !== null && 'errMsg' in trouble
    return told && String(trouble.errMsg).includes('cancel') ? 'left' : 'refused'
  }
}
