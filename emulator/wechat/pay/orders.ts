/**
 * `unifiedOrder`, `queryOrder`, `closeOrder`. Refusals are tried in the order in which they stand.
 */
import { APP_ID } from '../../functions/invocation'
import { limits } from '../../limits'
import * as pay from './fields'
import type { Fields } from './fields'
import type { PayLedger, Payment, PaymentState } from './ledger'

/** `trade_state_desc` of each state (order query page). */
const STATE_WORDS: Readonly<Record<PaymentState, string>> = {
  NOTPAY: '订单未支付',
  SUCCESS: '支付成功',
  CLOSED: '订单已关闭',
  REFUND: '订单发生过退款',
  PAYERROR: '支付失败(其他原因，如银行返回失败)',
}

export class Orders {
  constructor(
    private readonly ledger: PayLedger,
    private readonly now: () => number,
  ) {}

  /**
   * Places an order, or gives the payment of the same order again. `payer` is the caller's OPENID.
   */
  async unifiedOrder(fields: Fields, payer: string | undefined): Promise<object> {
    const wanted = this.read(fields, payer)
    const known = this.ledger.payments.get(wanted._id)
    // One number, one order ("商户订单号重复" when anything that matters differs).
    if (known && paid(known)) throw new pay.Refused('ORDERPAID', '该订单已支付')
    if (known?.state === 'CLOSED') throw new pay.Refused('ORDERCLOSED', '该订单已关闭')
    if (known && known.totalFee !== wanted.totalFee) {
      throw new pay.Refused('INVALID_REQUEST', '201 商户订单号重复')
    }
    if (known && (known.openid !== wanted.openid || known.subMchId !== wanted.subMchId)) {
      throw new pay.Refused('OUT_TRADE_NO_USED', '商户订单号重复')
    }
    const payment = known
      ? { ...wanted, prepayId: known.prepayId, createdAt: known.createdAt, state: known.state }
      : wanted
    await this.ledger.payments.put(payment)
    return pay.answered(fields, {
      trade_type: 'JSAPI',
      prepay_id: payment.prepayId,
      payment: this.requestOf(payment.prepayId),
    })
  }

  queryOrder(fields: Fields): object {
    const payment = this.find(fields)
    const { state, _id: outTradeNo, totalFee, attach } = payment
    const shared = {
      out_trade_no: outTradeNo,
      trade_state: state,
      trade_state_desc: STATE_WORDS[state],
      total_fee: totalFee,
      ...(attach === undefined ? {} : { attach }),
    }
    if (!paid(payment)) return pay.answered(fields, shared)
    return pay.answered(fields, {
      ...shared,
      openid: payment.openid,
      sub_openid: payment.openid,
      is_subscribe: 'N',
      trade_type: 'JSAPI',
      bank_type: 'OTHERS',
      fee_type: 'CNY',
      cash_fee: totalFee,
      transaction_id: payment.transactionId,
      time_end: pay.payTime(payment.paidAt ?? payment.createdAt),
    })
  }

  async closeOrder(fields: Fields): Promise<object> {
    const payment = this.find(fields)
    // Close order page: "订单已支付，不能发起关单" and "订单已关闭，无需继续调用".
    if (paid(payment)) throw new pay.Refused('ORDERPAID', '订单已支付，不能发起关单')
    if (payment.state === 'CLOSED') throw new pay.Refused('ORDERCLOSED', '订单已关闭，无需继续调用')
    await this.ledger.payments.put({ ...payment, state: 'CLOSED' })
    return pay.answered(fields, {})
  }

  /** The order that the merchant's or WeChat's own number names. */
  find(fields: Fields): Payment {
    const own = pay.optionalText(fields, 'transaction_id', 32)
    const payment =
      own === undefined
        ? this.ledger.payments.get(pay.merchantNumber(fields, 'out_trade_no', 32))
        : this.ledger.payments.list().find((candidate) => candidate.transactionId === own)
    if (!payment) throw new pay.Refused('ORDERNOTEXIST', '订单不存在')
    return payment
  }

  private read(fields: Fields, payer: string | undefined): Payment {
    const expires = pay.optionalText(fields, 'time_expire', 14)
    const attach = pay.optionalText(fields, 'attach', 127)
    const now = this.now()
    const prepayEnds = now + limits.prepayMs
    // cloudPay names the caller by itself; a trigger has no caller and must name the payer.
    const openid = pay.optionalText(fields, 'sub_openid', 128) ?? payer
    pay.text(fields, 'spbill_create_ip', 64)
    pay.text(fields, 'env_id', 64)
    const order = {
      _id: pay.merchantNumber(fields, 'out_trade_no', 32),
      body: pay.text(fields, 'body', 128),
      totalFee: pay.fen(fields, 'total_fee'),
      subMchId: pay.text(fields, 'sub_mch_id', 32),
      functionName: pay.text(fields, 'function_name', 60),
    }
    if (openid === undefined) throw new pay.Malformed('缺少参数openid')
    return {
      ...order,
      ...(attach === undefined ? {} : { attach }),
      openid,
      prepayId: `wx${pay.payTime(now)}${pay.nonce().slice(0, 18).toLowerCase()}`,
      state: 'NOTPAY',
      refunds: [],
      createdAt: now,
      payableUntil:
        expires === undefined ? prepayEnds : Math.min(pay.instantOf(expires), prepayEnds),
    }
  }

  /** What the phone hands to `wx.requestPayment`. Nobody here checks the signature. */
  private requestOf(prepayId: string): object {
    return {
      appId: APP_ID,
      timeStamp: String(Math.floor(this.now() / 1000)),
      nonceStr: pay.nonce(),
      package: `prepay_id=${prepayId}`,
      signType: 'MD5',
      paySign: pay.nonce(),
    }
  }
}

/** Money arrived, whatever became of it later. */
export function paid(payment: Payment): boolean {
  return payment.state === 'SUCCESS' || payment.state === 'REFUND'
}
