/** Why WeChat Pay refuses a refund. */
import { limits } from '../../limits'
import type { Payment, Refund } from './ledger'
import { paid } from './orders'

/** A refund as it is asked for. `known` is what is remembered under the same number. */
export interface Wish {
  readonly number: string
  readonly refundFee: number
  readonly totalFee: number
  readonly known: Refund | undefined
}

/** Everything that the rules look at. */
export interface RefundCase extends Wish {
  readonly payment: Payment
  readonly refunds: readonly Refund[]
  readonly now: number
}

/** One reason to refuse, in WeChat Pay's words. */
export interface Rule {
  readonly refuses: (the: RefundCase) => boolean
  readonly code: string
  readonly words: string
}

/** Asked for once more under its own number: neither a new refund nor too soon. */
const again = ({ known }: RefundCase) => known !== undefined && known.state !== 'CLOSED'
/** What other refunds have taken or are about to take. A closed one took nothing. */
const taken = ({ refunds, number }: RefundCase) =>
  refunds
    .filter((refund) => refund._id !== number && refund.state !== 'CLOSED')
    .reduce((sum, refund) => sum + refund.refundFee, 0)

/** WeChat Pay's rules of refunds, in its order of precedence (refund page, version 2). */
export const REFUND_RULES: readonly Rule[] = [
  // Error table: "订单状态错误" before money arrived.
  {
    refuses: ({ payment }) => !paid(payment),
    code: 'INVALID_REQUEST',
    words: '订单未支付，不能退款',
  },
  // "同一退款单号多次请求只退一笔"; another sum or payment under it is a mistake.
  {
    refuses: ({ known, refundFee, payment }) =>
      known !== undefined && (known.refundFee !== refundFee || known.outTradeNo !== payment._id),
    code: 'REFUND_FEE_MISMATCH',
    words: '订单金额或退款金额与之前请求不一致，请核实后再试',
  },
  // total_fee is the sum of the order, also in a partial refund.
  {
    refuses: ({ totalFee, payment }) => totalFee !== payment.totalFee,
    code: 'REFUND_FEE_MISMATCH',
    words: '订单金额或退款金额与之前请求不一致，请核实后再试',
  },
  // "交易时间超过一年的订单无法提交退款".
  {
    refuses: (the) => !again(the) && the.now - (the.payment.paidAt ?? 0) > limits.refundWithinMs,
    code: 'TRADE_OVERDUE',
    words: '订单已经超过退款期限',
  },
  {
    refuses: (the) => !again(the) && taken(the) === the.payment.totalFee,
    code: 'ERROR',
    words: '订单已全额退款',
  },
  // "申请退款总金额不能超过订单金额".
  {
    refuses: (the) => !again(the) && taken(the) + the.refundFee > the.payment.totalFee,
    code: 'INVALID_REQUEST',
    words: 'refund_fee大于可退金额',
  },
  // "每个支付订单的部分退款次数不能超过50次".
  {
    refuses: ({ known, refunds }) => !known && refunds.length >= limits.refundsPerPayment,
    code: 'INVALID_REQUEST',
    words: '部分退款次数超过50次',
  },
  // Refunds of one payment at least a minute apart.
  {
    refuses: (the) =>
      !again(the) && the.refunds.some((one) => the.now - one.requestedAt < limits.refundSpacingMs),
    code: 'FREQUENCY_LIMITED',
    words: '频率限制，同一笔订单的退款请间隔1分钟后再试',
  },
]
