/**
 * `/_emulator/payments`, `/_emulator/refunds`, `/_emulator/settings`: WeChat Pay from the other
 * side.
 */
import type { Cashier, CashierRefusal, NotifyMode, PayOutcome } from '../wechat/pay/cashier'
import type { Notice, PayLedger, Payment, Refund, RefundState } from '../wechat/pay/ledger'
import type { Refunds } from '../wechat/pay/refunds'
import { ControlError, type Route } from './route'

interface Parts {
  readonly ledger: PayLedger
  readonly cashier: Cashier
  readonly refunds: Refunds
}

const OUTCOMES: readonly PayOutcome[] = ['success', 'fail']
const NOTIFY_MODES: readonly NotifyMode[] = ['once', 'twice', 'late', 'never']
const REFUND_ENDS: Readonly<Record<string, RefundState>> = {
  success: 'SUCCESS',
  fail: 'CLOSED',
  abnormal: 'ABNORMAL',
}
const REFUSALS: Readonly<Record<CashierRefusal, [status: number, message: string]>> = {
  payment_unknown: [404, 'There is no such payment.'],
  payment_paid: [409, 'The payment has been paid already.'],
  payment_closed: [409, 'The order was closed.'],
  payment_expired: [409, 'The prepay_id has expired.'],
  payment_foreign: [403, 'The prepay_id belongs to another person.'],
}

export function paymentRoutes({ ledger, cashier }: Parts): Route[] {
  return [
    {
      method: 'GET',
      path: '/_emulator/payments',
      answer: ({ query }) => {
        const prepayId = query.get('prepayId')
        const notices = noticesBySubject(ledger)
        const payments = ledger.payments
          .list()
          .filter((payment) => prepayId === null || payment.prepayId === prepayId)
          .map((payment) => paymentView(ledger, payment, notices.get(payment._id)))
        return { json: payments.reverse() }
      },
    },
    {
      method: 'GET',
      path: '/_emulator/payments/:number',
      answer: (request) => {
        const payment = ledger.payments.get(request.param())
        if (!payment) throw refused('payment_unknown')
        return { json: paymentView(ledger, payment, cashier.noticesAbout(payment._id)) }
      },
    },
    {
      method: 'POST',
      path: '/_emulator/payments/:number',
      answer: async (request) => {
        const { outcome, notify, openid } = await request.object()
        if (openid !== undefined && typeof openid !== 'string') {
          throw invalid('"openid" must be a text.')
        }
        const decision = {
          outcome: oneOf(OUTCOMES, outcome, 'outcome'),
          notify: notify === undefined ? undefined : oneOf(NOTIFY_MODES, notify, 'notify'),
          openid,
        }
        const decided = await cashier.decide(request.param(), decision)
        if (typeof decided === 'string') throw refused(decided)
        return { json: paymentView(ledger, decided, cashier.noticesAbout(decided._id)) }
      },
    },
  ]
}

export function refundRoutes({ ledger, refunds, cashier }: Parts): Route[] {
  const view = (refund: Refund) => refundView(refund, cashier.noticesAbout(refund._id))
  return [
    {
      method: 'GET',
      path: '/_emulator/refunds',
      answer: () => ({
        json: ledger.refunds
          .list()
          .map((one) => refundView(one))
          .reverse(),
      }),
    },
    {
      method: 'GET',
      path: '/_emulator/refunds/:number',
      answer: (request) => ({ json: view(knownRefund(ledger, request.param())) }),
    },
    {
      method: 'POST',
      path: '/_emulator/refunds/:number',
      answer: async (request) => {
        const { outcome } = await request.object()
        const state = typeof outcome === 'string' ? REFUND_ENDS[outcome] : undefined
        if (!state) throw invalid('"outcome" must be success, fail or abnormal.')
        const number = knownRefund(ledger, request.param())._id
        if (!(await refunds.settle(number, state))) {
          throw new ControlError(409, 'refund_ended', 'The refund has ended already.')
        }
        return { json: view(knownRefund(ledger, number)) }
      },
    },
  ]
}

export function settingsRoutes({ ledger }: Parts): Route[] {
  const view = () => {
    const { _id: _, ...settings } = ledger.settings
    return { json: settings }
  }
  return [
    { method: 'GET', path: '/_emulator/settings', answer: view },
    {
      method: 'POST',
      path: '/_emulator/settings',
      answer: async (request) => {
        const { refunds, refundSeconds, shippableSeconds, transfers } = {
          ...ledger.settings,
          ...(await request.object()),
        }
        await ledger.changeSettings({
          refunds: oneOf(['succeed', 'hold', 'fail'] as const, refunds, 'refunds'),
          refundSeconds: seconds(refundSeconds, 'refundSeconds'),
          shippableSeconds: seconds(shippableSeconds, 'shippableSeconds'),
          transfers: oneOf(['accept', 'refuse'] as const, transfers, 'transfers'),
        })
        return view()
      },
    },
  ]
}

function noticesBySubject(ledger: PayLedger): Map<string, Notice[]> {
  const bySubject = new Map<string, Notice[]>()
  for (const notice of ledger.notices.list()) {
    const others = bySubject.get(notice.about)
    if (others) others.push(notice)
    else bySubject.set(notice.about, [notice])
  }
  return bySubject
}

function paymentView(ledger: PayLedger, payment: Payment, notices: readonly Notice[] = []): object {
  const { _id: outTradeNo, refunds: _, ...rest } = payment
  const refundedFee = ledger
    .refundsOf(payment)
    .filter((refund) => refund.state === 'SUCCESS')
    .reduce((sum, refund) => sum + refund.refundFee, 0)
  return { outTradeNo, ...rest, refundedFee, notices: noticeViews(notices) }
}

function refundView(refund: Refund, notices: readonly Notice[] = []): object {
  const { _id: outRefundNo, ends, ...rest } = refund
  return { outRefundNo, ...rest, endsAt: ends?.at, notices: noticeViews(notices) }
}

/** Every delivery made, and the one still to come. */
function noticeViews(notices: readonly Notice[]): object[] {
  return notices.flatMap(({ attempts, due }) => [
    ...attempts,
    ...(due === undefined ? [] : [{ due, acknowledged: false }]),
  ])
}

function knownRefund(ledger: PayLedger, number: string): Refund {
  const refund = ledger.refunds.get(number)
  if (refund) return refund
  throw new ControlError(404, 'refund_unknown', 'There is no such refund.')
}

function refused(refusal: CashierRefusal): ControlError {
  const [status, message] = REFUSALS[refusal]
  return new ControlError(status, refusal, message)
}

function oneOf<T extends string>(choices: readonly T[], value: unknown, name: string): T {
  const chosen = choices.find((choice) => choice === value)
  if (chosen !== undefined) return chosen
  throw invalid(`"${name}" must be one of ${choices.join(', ')}.`)
}

function seconds(value: unknown, name: string): number {
  if (typeof value === 'number' && value >= 0) return value
  throw invalid(`"${name}" must be a number, zero or more.`)
}

function invalid(message: string): ControlError {
  return new ControlError(400, 'body_invalid', message)
}
