/** Reads what `wxa.sec.order.uploadShippingInfo` is asked for, or refuses it in WeChat's words. */
import { CloudError } from '../../service'
import { WechatRefusal } from '../refusal'
import { parcelsOf, type Parcel } from './parcels'

/** How goods reach the buyer (`logistics_type`). */
export const logistics = { courier: 1, city: 2, virtual: 3, pickUp: 4 } as const

/** Which payment is meant: by WeChat's own number, or by the merchant's. */
export type OrderKey =
  { readonly transactionId: string } | { readonly merchantId: string; readonly outTradeNo: string }

/** One upload that is well-formed; whether the payment allows it is asked later. */
export interface Wish {
  readonly key: OrderKey
  readonly logisticsType: number
  readonly parcels: readonly Parcel[]
  readonly openid: string
}

type Fields = Readonly<Record<string, unknown>>

const unified = 1
const split = 2

/** "上传时间必须满足 RFC 3339 格式，如 2022-12-15T13:29:35.120+08:00". */
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

/** Reads an upload (发货信息录入 page); refusals are those of its error table. */
export function readWish(input: Fields): Wish {
  const key = readKey(fieldsOf(input['order_key']))
  const logisticsType = input['logistics_type']
  const ways: readonly unknown[] = Object.values(logistics)
  if (typeof logisticsType !== 'number' || !ways.includes(logisticsType)) {
    throw new WechatRefusal(10060005, '物流类型有误')
  }
  checkMode(input['delivery_mode'], logisticsType)
  const uploadTime = input['upload_time']
  if (typeof uploadTime !== 'string' || !RFC_3339.test(uploadTime)) {
    throw new WechatRefusal(268485216, '上传时间非法，请按照 RFC 3339 格式填写')
  }
  const parcels = parcelsOf(input['shipping_list'], logisticsType === logistics.courier)
  const { openid } = fieldsOf(input['payer'])
  if (typeof openid !== 'string' || openid === '') {
    throw new WechatRefusal(10060014, '参数错误: payer.openid')
  }
  return { key, logisticsType, parcels, openid }
}

function readKey(key: Fields): OrderKey {
  const text = (name: string, code: number, words: string): string => {
    const value = key[name]
    if (typeof value === 'string' && value !== '') return value
    throw new WechatRefusal(code, words)
  }
  switch (key['order_number_type']) {
    case 1: {
      const form = '商户侧单号形式下'
      return {
        merchantId: text('mchid', 268485196, `${form} mchid 字段不能为空`),
        outTradeNo: text('out_trade_no', 268485197, `${form} out_trade_no 字段不能为空`),
      }
    }
    case 2: {
      const words = '微信支付单号形式下 transaction_id 字段不能为空'
      return { transactionId: text('transaction_id', 268485195, words) }
    }
    default:
      throw new WechatRefusal(268485194, '订单单号类型非法')
  }
}

function checkMode(mode: unknown, logisticsType: number): void {
  if (mode === unified) return
  if (mode !== split) throw new WechatRefusal(268485224, '发货模式非法')
  if (logisticsType !== logistics.courier) {
    throw new WechatRefusal(10060006, '非快递发货时不允许分拆发货')
  }
  const words = `split delivery (delivery_mode ${split}) is not part of the local cloud`
  throw new CloudError('INVALID_PARAM', words)
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
