/** The parcels of an upload (`shipping_list`), each with what WeChat shows the buyer of it. */
import { limits } from '../../limits'
import { WechatRefusal } from '../refusal'

/** One parcel, or the goods handed over at the counter. */
export interface Parcel {
  readonly itemDesc: string
  readonly trackingNo?: string
  readonly expressCompany?: string
  /** Masked but for the last four digits, `138****1234`. */
  readonly receiverContact?: string
  readonly consignorContact?: string
}

type Fields = Readonly<Record<string, unknown>>

/** SF Express tells nothing of a parcel without somebody's number. */
const SF = 'SF'

/** "采用掩码传输，最后4位数字不能打掩码": 189****1234, 021-****1234, ****1234. */
const MASKED = /^[+\d*-]*\*[+\d*-]*\d{4}$/

/** Reads the list of a unified delivery: exactly one entry, complete for the way it goes. */
export function parcelsOf(list: unknown, byCourier: boolean): Parcel[] {
  if (!Array.isArray(list)) throw new WechatRefusal(47001, 'data format error')
  if (list.length !== 1) {
    throw new WechatRefusal(268485228, '统一发货模式下，物流信息列表长度必须为 1')
  }
  return list.map((entry) => parcelOf(fieldsOf(entry), byCourier))
}

function parcelOf(entry: Fields, byCourier: boolean): Parcel {
  const itemDesc = textOf(entry, 'item_desc')
  if (itemDesc === undefined) throw new WechatRefusal(10060008, '商品描述 item_desc 字段不能为空')
  if (itemDesc.length > limits.itemDescLength) {
    throw new WechatRefusal(10060009, '商品描述 item_desc 字段太长')
  }
  const trackingNo = textOf(entry, 'tracking_no')
  const expressCompany = textOf(entry, 'express_company')
  if (byCourier && trackingNo === undefined) throw new WechatRefusal(268485226, '物流单号不能为空')
  if (byCourier && expressCompany === undefined) {
    throw new WechatRefusal(268485227, '物流公司编码不能为空')
  }
  if ((expressCompany?.length ?? 0) > limits.shippingTextLength) {
    throw new WechatRefusal(10060025, '物流公司编码太长')
  }
  if ((trackingNo?.length ?? 0) > limits.shippingTextLength) {
    throw new WechatRefusal(10060026, '物流单号太长')
  }
  return {
    itemDesc,
    ...(trackingNo === undefined ? {} : { trackingNo }),
    ...(expressCompany === undefined ? {} : { expressCompany }),
    ...contactsOf(fieldsOf(entry['contact']), byCourier && expressCompany === SF),
  }
}

/** "当发货的物流公司为顺丰时，联系方式为必填，收件人或寄件人联系方式二选一". */
function contactsOf(contact: Fields, isNeeded: boolean) {
  const receiver = maskedOf(contact, 'receiver_contact')
  const consignor = maskedOf(contact, 'consignor_contact')
  if (isNeeded && receiver === undefined && consignor === undefined) {
    throw new WechatRefusal(10060014, '参数错误: 顺丰快递必须填写 contact')
  }
  return {
    ...(receiver === undefined ? {} : { receiverContact: receiver }),
    ...(consignor === undefined ? {} : { consignorContact: consignor }),
  }
}

function maskedOf(contact: Fields, name: string): string | undefined {
  const value = textOf(contact, name)
  if (value === undefined || MASKED.test(value)) return value
  throw new WechatRefusal(10060014, `参数错误: contact.${name} 须以掩码传输`)
}

function textOf(fields: Fields, name: string): string | undefined {
  const value = fields[name]
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'string') throw new WechatRefusal(47001, 'data format error')
  return value
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
