import { assert } from '@domain/assert'
import type { OrderId } from '@domain/ids'
import { fen, type Fen } from '@domain/money'
import type { PaymentParams } from '@domain/orders/contract'
import type { Payment } from '@domain/orders/order'
import type { Refund, RefundNews } from '@domain/orders/refund'
import { instant, type Instant } from '@domain/time'
import { callerContext, cloudPay } from '../kit/cloud'
import { Weather } from '../kit/weather'

/** The merchant number that the environment is bound to: a variable of the function's settings. */
function subMchId(): string {
  const bound = process.env.SUB_MCH_ID
  assert(bound !== undefined && bound !== '', 'SUB_MCH_ID names the merchant that is paid')
  return bound
}

/** The function that WeChat Pay reports payments and refunds to. */
const NOTICES = 'pay-notify'

/**
 * WeChat Pay v2's answer. Its own `err_code` never gets here: wx-server-sdk writes its own
 * `errCode`
 * 0 over it, so what went wrong is read from the description.
 */
type Answer = Readonly<Record<string, unknown>> &
  Partial<Record<'returnCode' | 'resultCode' | 'returnMsg' | 'errCodeDes' | 'tradeState', string>>

const isOk = (answer: Answer): boolean =>
  answer.returnCode === 'SUCCESS' && answer.resultCode === 'SUCCESS'

const troubleOf = (answer: Answer): string => answer.errCodeDes ?? answer.returnMsg ?? 'no answer'

/** ORDERNOTEXIST 订单不存在, REFUNDNOTEXIST 退款不存在: the gateway never heard of it. */
const isUnheardOf = (answer: Answer): boolean =>
  answer.returnCode === 'SUCCESS' && /不存在/.test(troubleOf(answer))

/** SYSTEMERROR, BIZERR_NEED_RETRY, FREQUENCY_LIMITED: nothing is wrong with the request. */
const passing = /系统|超时|繁忙|频率|稍后/

function weatherIfPassing(answer: Answer): void {
  if (answer.returnCode !== 'SUCCESS' || passing.test(troubleOf(answer))) throw weather(answer)
}

const weather = (answer: Answer): Weather => new Weather(`WeChat Pay: ${troubleOf(answer)}`)

/** What is to be paid, for the gateway. */
export interface Bill {
  readonly orderId: OrderId
  readonly title: string
  readonly payableFen: Fen
}

/**
 * Opens a payment; the phone hands the parameters to WeChat. A refusal is in the gateway's words.
 */
export async function openPayment(bill: Bill): Promise<PaymentParams | { refused: string }> {
  const { env, clientIp } = callerContext()
  const answer = await cloudPay.unifiedOrder({
    body: bill.title.slice(0, 40),
    outTradeNo: bill.orderId,
    totalFee: bill.payableFen,
    spbillCreateIp: clientIp,
    subMchId: subMchId(),
    envId: env,
    functionName: NOTICES,
  })
  if (isOk(answer)) return answer.payment as PaymentParams
  weatherIfPassing(answer)
  return { refused: troubleOf(answer) }
}

/** What the gateway knows of an order's payment. */
export type PaymentState =
  | { readonly state: 'paid'; readonly payment: Payment }
  | { readonly state: 'unpaid' | 'closed' | 'unknown' }

const states: Readonly<Record<string, 'unpaid' | 'closed'>> = {
  NOTPAY: 'unpaid',
  USERPAYING: 'unpaid',
  PAYERROR: 'unpaid',
  CLOSED: 'closed',
  REVOKED: 'closed',
}

/** Asks the gateway. `unknown` means that no payment was ever opened. */
export async function queryPayment(orderId: OrderId): Promise<PaymentState> {
  const answer = await cloudPay.queryOrder({ outTradeNo: orderId, subMchId: subMchId() })
  if (!isOk(answer)) {
    if (isUnheardOf(answer)) return { state: 'unknown' }
    throw weather(answer)
  }
  const tradeState = String(answer.tradeState)
  // REFUND: paid, and something went back since. It was paid all the same.
  if (tradeState === 'SUCCESS' || tradeState === 'REFUND') {
    const payment = {
      transactionId: String(answer.transactionId),
      paidFen: fen(Number(answer.totalFee)),
      paidAt: wallTime(String(answer.timeEnd)),
    }
    return { state: 'paid', payment }
  }
  return { state: states[tradeState] ?? 'unpaid' }
}

/** Closes a payment, so that no one can pay it any more. False: it was not open, or is paid. */
export async function closePayment(orderId: OrderId): Promise<boolean> {
  return isOk(await cloudPay.closeOrder({ outTradeNo: orderId, subMchId: subMchId() }))
}

/** A refund with what was paid in all, which WeChat Pay wants to hear too. */
interface Sending {
  readonly paidFen: Fen
  readonly refund: Refund
  readonly now: Instant
}

/** Sends a refund. Accepted is not succeeded: that is asked with `queryRefund`. */
export async function sendRefund(
  orderId: OrderId,
  { paidFen, refund, now }: Sending,
): Promise<RefundNews> {
  const answer = await cloudPay.refund({
    outTradeNo: orderId,
    outRefundNo: refund.no,
    totalFee: paidFen,
    refundFee: refund.amountFen,
    subMchId: subMchId(),
    envId: callerContext().env,
    functionName: NOTICES,
  })
  if (isOk(answer)) return { event: 'send', at: now }
  weatherIfPassing(answer)
  return { event: 'fail', trouble: troubleOf(answer) }
}

/** Asks what became of a refund; nothing while WeChat is still at it. */
export async function queryRefund(refund: Refund): Promise<RefundNews | undefined> {
  const answer = await cloudPay.queryRefund({ outRefundNo: refund.no, subMchId: subMchId() })
  if (!isOk(answer)) {
    if (isUnheardOf(answer)) return { event: 'fail', trouble: troubleOf(answer) }
    throw weather(answer)
  }
  const status = String(answer.refundStatus0 ?? answer.refundStatus_0)
  if (status === 'SUCCESS') {
    return {
      event: 'succeed',
      at: wallTime(String(answer.refundSuccessTime0 ?? answer.refundSuccessTime_0)),
    }
  }
  if (status === 'PROCESSING') return undefined
  return { event: 'fail', trouble: status }
}

/** WeChat Pay v2 writes `20260301123000` or `2026-03-01 12:30:00`, always in Beijing's time. */
export function wallTime(text: string): Instant {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})-?(\d\d)-?(\d\d)[ T]?(\d\d):?(\d\d):?(\d\d)$/.exec(text) ?? []
  return instant(Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`))
}
