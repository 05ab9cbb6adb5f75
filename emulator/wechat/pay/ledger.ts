/** What WeChat Pay remembers: payments, refunds, and notices still to be delivered. */
import { Records } from '../../records'
import type { Write } from '../../store/document'
import type { Store } from '../../store/store'

/** Where a payment stands, in WeChat Pay's own words (`trade_state`). */
export type PaymentState = 'NOTPAY' | 'SUCCESS' | 'CLOSED' | 'REFUND' | 'PAYERROR'

/** One order placed with WeChat Pay; `_id` is the merchant's `out_trade_no`. Sums are fen. */
export type Payment = {
  readonly _id: string
  readonly prepayId: string
  readonly body: string
  readonly attach?: string
  readonly totalFee: number
  readonly openid: string
  readonly subMchId: string
  /** Who is told of the payment. */
  readonly functionName: string
  readonly state: PaymentState
  readonly createdAt: number
  /** Until when the prepay_id can be paid with. */
  readonly payableUntil: number
  readonly transactionId?: string
  readonly paidAt?: number
  /** The out_refund_no of every refund asked for, oldest first. */
  readonly refunds: readonly string[]
}

/** Where a refund stands. Accepted is not succeeded. */
export type RefundState = 'PROCESSING' | 'SUCCESS' | 'CLOSED' | 'ABNORMAL'

/** One refund; `_id` is the merchant's `out_refund_no`. Sums are fen. */
export type Refund = {
  readonly _id: string
  readonly refundId: string
  readonly outTradeNo: string
  readonly refundFee: number
  readonly totalFee: number
  readonly reason?: string
  /** Who is told how it ended; nobody when the merchant named no function. */
  readonly functionName?: string
  readonly state: RefundState
  /** When the merchant last asked for it. */
  readonly requestedAt: number
  readonly createdAt: number
  /** When and how it ends by itself; without it somebody has to decide. */
  readonly ends?: { readonly at: number; readonly as: RefundState }
  readonly finishedAt?: number
}

/** One delivery of a notice, and whether the function answered `errcode: 0`. */
export type Attempt = {
  readonly at: number
  readonly acknowledged: boolean
  readonly error?: string
}

/** Something a function has to be told until it says that it heard. */
export type Notice = {
  readonly _id: string
  readonly kind: 'payment' | 'refund'
  /** The out_trade_no or out_refund_no. */
  readonly about: string
  readonly functionName: string
  readonly event: Readonly<Record<string, unknown>>
  readonly createdAt: number
  /** When it is delivered next; absent when it is over. */
  readonly due?: number
  /** Deliveries still to be made even though the function has heard. */
  readonly extra: number
  readonly attempts: readonly Attempt[]
}

/** How refunds and transfers go by default in this cloud. */
export type Settings = {
  readonly _id: 'settings'
  readonly refunds: 'succeed' | 'hold' | 'fail'
  readonly refundSeconds: number
  /** How long after a payment WeChat's shipping service knows of it. */
  readonly shippableSeconds: number
  /** refuse: the merchant's account has nothing left to pay out. */
  readonly transfers: 'accept' | 'refuse'
}

const DEFAULT_SETTINGS: Settings = {
  _id: 'settings',
  refunds: 'succeed',
  refundSeconds: 5,
  shippableSeconds: 10,
  transfers: 'accept',
}

export class PayLedger {
  readonly payments: Records<Payment>
  readonly refunds: Records<Refund>
  readonly notices: Records<Notice>
  private readonly settingsRecords: Records<Settings>

  constructor(private readonly store: Store) {
    this.payments = new Records(store, '_payments')
    this.refunds = new Records(store, '_refunds')
    this.notices = new Records(store, '_notices')
    this.settingsRecords = new Records(store, '_settings')
  }

  /** All or nothing. */
  write(writes: readonly Write[]): Promise<void> {
    return this.store.apply(writes)
  }

  get settings(): Settings {
    return { ...DEFAULT_SETTINGS, ...this.settingsRecords.get('settings') }
  }

  changeSettings(change: Partial<Settings>): Promise<void> {
    return this.settingsRecords.put({ ...this.settings, ...change })
  }

  refundsOf(payment: Payment): Refund[] {
    return payment.refunds.flatMap((number) => this.refunds.get(number) ?? [])
  }
}
