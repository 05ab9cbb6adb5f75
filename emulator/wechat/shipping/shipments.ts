/**
 * 发货信息录入: WeChat keeps the money of a payment back until it is told how the goods went. It
 * takes one upload a payment, and one correction of it.
 */
import { isDeepStrictEqual } from 'node:util'
import { Records } from '../../records'
import type { Store } from '../../store/store'
import type { PayLedger, Payment } from '../pay/ledger'
import { paid } from '../pay/orders'
import { WechatRefusal } from '../refusal'
import type { Parcel } from './parcels'
import { readWish, type OrderKey, type Wish } from './wish'

/** How the goods of a payment went, as WeChat was told; `_id` is the out_trade_no. */
export type Shipment = {
  readonly _id: string
  readonly transactionId: string
  readonly openid: string
  readonly logisticsType: number
  readonly parcels: readonly Parcel[]
  readonly uploadedAt: number
  /** When the one correction that is allowed was used. */
  readonly correctedAt?: number
}

interface Parts {
  readonly store: Store
  readonly ledger: PayLedger
  readonly now: () => number
}

export class Shipments {
  private readonly records: Records<Shipment>

  constructor(private readonly parts: Parts) {
    this.records = new Records(parts.store, '_shipments')
  }

  /** Newest first. */
  list(): Shipment[] {
    return this.records.list().reverse()
  }

  /**
   * `wxa.sec.order.uploadShippingInfo`. A repeat is refused as "not updated" (10060023), which
   * means that WeChat has it already.
   */
  async upload(input: Readonly<Record<string, unknown>>): Promise<object> {
    const wish = readWish(input)
    const payment = this.shippable(wish)
    const known = this.records.get(payment._id)
    if (known && isSame(known, wish)) {
      throw new WechatRefusal(10060023, '发货信息未更新，支付单信息不变')
    }
    // "支付单处于已发货状态时调用该API视为重新发货，仅可重新发货一次".
    if (known?.correctedAt !== undefined) {
      throw new WechatRefusal(10060003, '支付单已使用重新发货机会')
    }
    const now = this.parts.now()
    await this.records.put({
      _id: payment._id,
      transactionId: payment.transactionId ?? '',
      openid: payment.openid,
      logisticsType: wish.logisticsType,
      parcels: wish.parcels,
      uploadedAt: known?.uploadedAt ?? now,
      ...(known ? { correctedAt: now } : {}),
    })
    return { errcode: 0, errmsg: 'ok' }
  }

  /** The payment that is meant; it has to be paid, known by now, the payer's, and not refunded. */
  private shippable({ key, openid }: Wish): Payment {
    const payment = this.parts.ledger.payments.list().find((candidate) => isMeant(candidate, key))
    if (!payment || !paid(payment) || !this.isEntered(payment)) {
      throw new WechatRefusal(10060001, '支付单不存在')
    }
    if (payment.openid !== openid) {
      throw new WechatRefusal(10060031, '该笔支付单不属于 openid 所指定的用户')
    }
    const refunded = this.parts.ledger
      .refundsOf(payment)
      .filter(({ state }) => state === 'SUCCESS')
      .reduce((sum, { refundFee }) => sum + refundFee, 0)
    if (refunded >= payment.totalFee) {
      throw new WechatRefusal(10060004, '支付单处于不可发货的状态')
    }
    return payment
  }

  /** "支付后订单需要入库，如果查不到可以等待": a payment is not known here the moment it is made. */
  private isEntered({ paidAt = 0 }: Payment): boolean {
    const { ledger, now } = this.parts
    return now() - paidAt >= ledger.settings.shippableSeconds * 1000
  }
}

function isMeant(payment: Payment, key: OrderKey): boolean {
  if ('transactionId' in key) return payment.transactionId === key.transactionId
  return payment._id === key.outTradeNo && payment.subMchId === key.merchantId
}

function isSame({ logisticsType, parcels }: Shipment, wish: Wish): boolean {
  return logisticsType === wish.logisticsType && isDeepStrictEqual(parcels, wish.parcels)
}
