/** The made-up address book of a person: the same person always finds the same addresses. */

import { phoneNumberOf, seedOf } from '../wechat/phone-number'

/** One entry, with the fields of `wx.chooseAddress`. */
export interface Address {
  readonly userName: string
  readonly telNumber: string
  readonly provinceName: string
  readonly cityName: string
  readonly countyName: string
  readonly streetName: string
  readonly detailInfo: string
  /** What newer phones give beside `detailInfo`: without the street. */
  readonly detailInfoNew: string
  readonly postalCode: string
  readonly nationalCode: string
}

const names = ['林小满', '周一鸣', '许知夏', '何田田', '沈秋白', '方可', '唐果', '陆安然']

/** Home, work and parents: three provinces, so that freight differs. */
const places: readonly Omit<Address, 'userName' | 'telNumber'>[] = [
  {
    ...{
      provinceName: '广东省',
      cityName: '广州市',
      countyName: '海珠区',
      streetName: '江南中街道',
    },
    ...{
      detailInfo: '江南中街道江南大道中 88 号 6 栋 302',
      detailInfoNew: '江南大道中 88 号 6 栋 302',
    },
    ...{ postalCode: '510220', nationalCode: '440105' },
  },
  {
    ...{
      provinceName: '上海市',
      cityName: '上海市',
      countyName: '徐汇区',
      streetName: '漕河泾街道',
    },
    ...{ detailInfo: '漕河泾街道田林路 140 号 9 楼前台', detailInfoNew: '田林路 140 号 9 楼前台' },
    ...{ postalCode: '200233', nationalCode: '310104' },
  },
  {
    ...{ provinceName: '新疆维吾尔自治区', cityName: '乌鲁木齐市', countyName: '天山区' },
    ...{ streetName: '和平路街道', detailInfo: '和平路街道红旗路 12 号 1 单元 501' },
    ...{ detailInfoNew: '红旗路 12 号 1 单元 501', postalCode: '830002', nationalCode: '650102' },
  },
]

/** The address book of somebody. */
export function addressBook(openid: string): Address[] {
  const userName = names[seedOf(openid) % names.length] ?? ''
  const telNumber = phoneNumberOf(openid)
  return places.map((place) => ({ userName, telNumber, ...place }))
}
