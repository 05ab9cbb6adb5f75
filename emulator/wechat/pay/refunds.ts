/** `refund` and `queryRefund`. Refusals are tried in the order in which they stand. */
import type { Appointments, Tick } from '../../agenda'
import { DueList } from '../../due-list'
import * as pay from './fields'
import type { Fields } from './fields'
import type { PayLedger, Payment, Refund, RefundState } from './ledger'
import type { Notices } from './notices'
import type { Faults } from '../../faults/faults'
import type { Orders } from './orders'
import { REFUND_RULES, type Wish } from './refund-rules'

/** The states in WeChat Pay's words of version 2 (refund query page). */
const STATE_WORDS: Readonly<Record<RefundState, string>> = {
  PROCESSING: 'PROCESSING',
  SUCCESS: 'SUCCESS',
  CLOSED: 'REFUNDCLOSE',
  ABNORMAL: 'CHANGE',
}

interface Parts {
  readonly ledger: PayLedger
  readonly orders: Orders
  readonly notices: Notices
  readonly faults: Faults
  readonly now: () => number
  /** To be called when a refund got or lost its end. */
  readonly changed: () => void
}

export class Refunds implements Appointments {
  private readonly due = new DueList()

  constructor(private readonly parts: Parts) {
    for (const refund of parts.ledger.refunds.list()) this.due.set(refund._id, refund.ends?.at)
  }

  /**
   * Accepts a refund. The same number is the same refund; one that failed starts again under it.
   */
  async refund(fields: Fields): Promise<object> {
    const { ledger, orders, now } = this.parts
    const number = pay.merchantNumber(fields, 'out_refund_no', 64)
    const refundFee = pay.fen(fields, 'refund_fee')
    const totalFee = pay.fen(fields, 'total_fee')
    const functionName = pay.optionalText(fields, 'function_name', 60)
    const reason = pay.optionalText(fields, 'refund_desc', 80)
    if (refundFee > totalFee) throw new pay.Malformed('invalid refund_fee')
    const payment = orders.find(fields)
    const known = ledger.refunds.get(number)
    this.check(payment, { number, refundFee, totalFee, known })
    // Error table: NOTENOUGH, as when the merchant's account is empty.
    if (this.parts.faults.refusesRefunds(now()))
      throw new pay.Refused('NOTENOUGH', '基本账户余额不足')
    if (known && known.state !== 'CLOSED') return pay.answered(fields, accepted(payment, known))
    const refund: Refund = {
      _id: number,
      refundId: known?.refundId ?? pay.ownNumber('50'),
      outTradeNo: payment._id,
      refundFee,
      totalFee,
      ...(reason === undefined ? {} : { reason }),
      ...(functionName === undefined ? {} : { functionName }),
      state: 'PROCESSING',
      requestedAt: now(),
      createdAt: known?.createdAt ?? now(),
      ...this.ending(),
    }
    await ledger.write([
      ledger.refunds.writing(refund),
      ledger.payments.writing({
        ...payment,
        state: 'REFUND',
        refunds: known ? payment.refunds : [...payment.refunds, number],
      }),
    ])
    this.due.set(number, refund.ends?.at)
    this.parts.changed()
    return pay.answered(fields, accepted(payment, refund))
  }

  queryRefund(fields: Fields): object {
    const { ledger, orders } = this.parts
    const found = this.named(fields) ?? ledger.refundsOf(orders.find(fields))
    const [first] = found
    if (!first) throw new pay.Refused('REFUNDNOTEXIST', '退款订单查询失败')
    const payment = ledger.payments.get(first.outTradeNo)
    const numbered = found.map((refund, place) => queried(refund, place))
    return pay.answered(fields, {
      out_trade_no: first.outTradeNo,
      transaction_id: payment?.transactionId,
      total_fee: first.totalFee,
      cash_fee: first.totalFee,
      refund_count: found.length,
      refund_fee: found.reduce((sum, refund) => sum + refund.refundFee, 0),
      ...(Object.assign({}, ...numbered) as object),
    })
  }

  /** Ends a refund that is under way or abnormal; false when there is no such refund to end. */
  async settle(number: string, state: RefundState): Promise<boolean> {
    const { ledger, notices, now } = this.parts
    const refund = ledger.refunds.get(number)
    if (!refund || refund.state === 'SUCCESS' || refund.state === 'CLOSED') return false
    const payment = ledger.payments.get(refund.outTradeNo)
    if (!payment) return false
    this.due.set(number, undefined)
    const { ends: _, ...rest } = refund
    const ended: Refund = { ...rest, state, finishedAt: now() }
    const others = ledger.refundsOf(payment).filter((other) => other._id !== number)
    const stays = state !== 'CLOSED' || others.some((other) => other.state !== 'CLOSED')
    const writes = [
      ledger.refunds.writing(ended),
      ledger.payments.writing({ ...payment, state: stays ? 'REFUND' : 'SUCCESS' }),
    ]
    const notice = refundNotice(payment, ended)
    if (notice) await notices.send(notice, { writes })
    else await ledger.write(writes)
    return true
  }

  next(): number | undefined {
    return this.due.next()
  }

  async act(instant: number): Promise<Tick[]> {
    for (const number of this.due.upTo(instant)) {
      const ends = this.parts.ledger.refunds.get(number)?.ends
      if (ends) await this.settle(number, ends.as)
      else this.due.set(number, undefined)
    }
    return []
  }

  /** Forgets what is due; the records go with the store's own reset. */
  clear(): void {
    this.due.clear()
  }

  private check(payment: Payment, wish: Wish): void {
    const refunds = this.parts.ledger.refundsOf(payment)
    for (const { refuses, code, words } of REFUND_RULES) {
      if (refuses({ ...wish, payment, refunds, now: this.parts.now() })) {
        throw new pay.Refused(code, words)
      }
    }
  }

  private ending(): Pick<Refund, 'ends'> {
    const { refunds, refundSeconds } = this.parts.ledger.settings
    if (refunds === 'hold') return {}
    const at = this.parts.now() + refundSeconds * 1000
    return { ends: { at, as: refunds === 'fail' ? 'CLOSED' : 'SUCCESS' } }
  }

  private named(fields: Fields): Refund[] | undefined {
    const number = pay.optionalText(fields, 'out_refund_no', 64)
    const own = pay.optionalText(fields, 'refund_id', 32)
    if (number === undefined && own === undefined) return undefined
    return this.parts.ledger.refunds
      .list()
      .filter((refund) => (own === undefined ? refund._id === number : refund.refundId === own))
  }
}

function accepted(payment: Payment, refund: Refund): object {
  return {
    transaction_id: payment.transactionId,
    out_trade_no: payment._id,
    out_refund_no: refund._id,
    refund_id: refund.refundId,
    refund_fee: refund.refundFee,
    total_fee: refund.totalFee,
    cash_fee: refund.totalFee,
  }
}

function queried(refund: Refund, place: number): object {
  const { finishedAt, state } = refund
  return {
    [`out_refund_no_${place}`]: refund._id,
    [`refund_id_${place}`]: refund.refundId,
    [`refund_fee_${place}`]: refund.refundFee,
    [`refund_status_${place}`]: STATE_WORDS[state],
    [`refund_channel_${place}`]: 'ORIGINAL',
    [`refund_recv_accout_${place}`]: '支付用户零钱',
    ...(state === 'SUCCESS' && finishedAt !== undefined
      ? { [`refund_success_time_${place}`]: spacedTime(finishedAt) }
      : {}),
  }
}

function refundNotice(payment: Payment, refund: Refund) {
  if (refund.functionName === undefined) return undefined
  const event = {
    returnCode: 'SUCCESS',
    refundStatus: STATE_WORDS[refund.state],
    outRefundNo: refund._id,
    outTradeNo: refund.outTradeNo,
    refundId: refund.refundId,
    transactionId: payment.transactionId,
    refundFee: refund.refundFee,
    settlementRefundFee: refund.refundFee,
    totalFee: refund.totalFee,
    subMchId: payment.subMchId,
    subOpenid: payment.openid,
    refundRequestSource: 'API',
    refundRecvAccout: '支付用户零钱',
    nonceStr: pay.nonce(),
    ...(refund.state === 'SUCCESS' ? { successTime: spacedTime(refund.finishedAt ?? 0) } : {}),
  }
  const { functionName } = refund
  return { kind: 'refund' as const, about: refund._id, functionName, event }
}

/** yyyy-MM-dd HH:mm:ss, which WeChat Pay writes in refunds only. */
function spacedTime(instant: number): string {
  return pay.payTime(instant).replace(/^(.{4})(..)(..)(..)(..)(..)$/, '$1-$2-$3 $4:$5:$6')
}
