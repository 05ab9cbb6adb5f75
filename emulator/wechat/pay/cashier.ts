/**
 * What a person does with a payment: pays, is refused by the bank, or walks away (and nothing
 * happens).
 */
import { limits } from '../../limits'
import { nonce, ownNumber, payTime } from './fields'
import type { Notice, PayLedger, Payment } from './ledger'
import type { Manner, News, Notices } from './notices'
import { paid } from './orders'

/** How the bank decides. */
export type PayOutcome = 'success' | 'fail'
/** How WeChat Pay tells the function of it. */
export type NotifyMode = 'once' | 'twice' | 'late' | 'never'

/** A decision about one payment. */
export interface Decision {
  readonly outcome: PayOutcome
  /**
   * By default once after a success. WeChat Pay tells of no failure unless it is asked for here.
   */
  readonly notify: NotifyMode | undefined
  /** Who holds the phone, where that is known: nobody pays with another person's prepay_id. */
  readonly openid: string | undefined
}

/** Why a payment cannot be decided, as the control API words it. */
export type CashierRefusal =
  'payment_unknown' | 'payment_paid' | 'payment_closed' | 'payment_expired' | 'payment_foreign'

const MANNERS: Readonly<Record<Exclude<NotifyMode, 'never'>, Omit<Manner, 'writes'>>> = {
  once: {},
  twice: { extra: 1 },
  late: { delayMs: limits.lateNoticeMs },
}

export class Cashier {
  constructor(
    private readonly ledger: PayLedger,
    private readonly notices: Notices,
    private readonly now: () => number,
  ) {}

  /** Decides a payment. Resolves after a notice that is due at once has been delivered. */
  async decide(number: string, decision: Decision): Promise<Payment | CashierRefusal> {
    const payment = this.ledger.payments.get(number)
    const refusal = this.refusal(payment, decision)
    if (!payment || refusal) return refusal ?? 'payment_unknown'
    const { outcome } = decision
    const notify = decision.notify ?? (outcome === 'success' ? 'once' : 'never')
    const decided: Payment =
      outcome === 'fail'
        ? { ...payment, state: 'PAYERROR' }
        : { ...payment, state: 'SUCCESS', paidAt: this.now(), transactionId: ownNumber('42') }
    const writes = [this.ledger.payments.writing(decided)]
    if (notify === 'never') await this.ledger.write(writes)
    else await this.notices.send(this.news(decided, outcome), { ...MANNERS[notify], writes })
    return this.ledger.payments.get(number) ?? decided
  }

  /** Deliveries about a payment or a refund, oldest first. */
  noticesAbout(number: string): Notice[] {
    return this.ledger.notices.list().filter((notice) => notice.about === number)
  }

  private refusal(payment: Payment | undefined, { openid }: Decision): CashierRefusal | undefined {
    if (!payment) return 'payment_unknown'
    if (paid(payment)) return 'payment_paid'
    if (payment.state === 'CLOSED') return 'payment_closed'
    if (this.now() > payment.payableUntil) return 'payment_expired'
    if (openid !== undefined && openid !== payment.openid) return 'payment_foreign'
    return undefined
  }

  /** The event of the callback: the payment notice in camelCase (paymentCallback page). */
  private news(payment: Payment, outcome: PayOutcome): News {
    const resultCode = outcome === 'success' ? 'SUCCESS' : 'FAIL'
    const event = {
      returnCode: 'SUCCESS',
      resultCode,
      ...(outcome === 'fail' ? { errCode: 'PAYERROR', errCodeDes: '支付失败' } : {}),
      outTradeNo: payment._id,
      totalFee: payment.totalFee,
      cashFee: payment.totalFee,
      feeType: 'CNY',
      bankType: 'OTHERS',
      tradeType: 'JSAPI',
      isSubscribe: 'N',
      subMchId: payment.subMchId,
      subOpenid: payment.openid,
      nonceStr: nonce(),
      ...(payment.attach === undefined ? {} : { attach: payment.attach }),
      ...(payment.paidAt === undefined ? {} : { timeEnd: payTime(payment.paidAt) }),
      ...(payment.transactionId === undefined ? {} : { transactionId: payment.transactionId }),
    }
    const { functionName } = payment
    return { kind: 'payment', about: payment._id, functionName, event }
  }
}
