import type { NotifyMode, Payment, PaymentState } from '../answers'
import { look, tell } from '../control'
import { make } from '../make'
import { notifyModes } from '../notify'
import { momentOf, yuan } from '../words'
import { button, choice, fact } from './act'
import type { Directory } from './directory'
import { liveList } from './list'
import { noticeFact } from './notices'
import type { Section } from './section'

const states: Readonly<Record<PaymentState, readonly [word: string, tone: string]>> = {
  NOTPAY: ['待支付', 'wait'],
  SUCCESS: ['已支付', 'good'],
  CLOSED: ['已关闭', 'quiet'],
  REFUND: ['已转入退款', 'calm'],
  PAYERROR: ['支付失败', 'bad'],
}

/** 收银台: every payment that the shop asked for, and the power to let it succeed or fail. */
export const payments: Section = {
  id: 'payments',
  title: '收银台',
  icon: 'cashier',
  about: '商城下的每一笔支付单。在这里替付款人付掉或拒付，并决定微信怎样通知商城。',
  open(root, bench) {
    const running = liveList(root, {
      load: () => look('payments'),
      keyOf: (payment) => payment.outTradeNo,
      row: (payment) => paymentRow(payment, bench.people, () => running.again()),
      empty: ['还没有支付单', '去商城下一单，走到收银台，这里就会出现。'],
    })
    return running.close
  },
}

function paymentRow(payment: Payment, people: Directory, changed: () => void): HTMLElement {
  const [word, tone] = states[payment.state]
  return make(
    'details',
    { class: 'row', 'data-key': payment.outTradeNo },
    make(
      'summary',
      {},
      make('span', { class: 'money' }, yuan(payment.totalFee)),
      make('span', { class: 'main' }, payment.body),
      people.chip(payment.openid),
      make('span', { class: `tag ${tone}` }, word),
      make('time', {}, momentOf(payment.createdAt)),
    ),
    make('dl', {}, ...facts(payment)),
    ...(isOpen(payment) ? [decide(payment, changed)] : []),
  )
}

const isOpen = ({ state }: Payment) => state === 'NOTPAY' || state === 'PAYERROR'

function facts(payment: Payment): HTMLElement[] {
  const { transactionId, refundedFee, paidAt, notices } = payment
  return [
    fact('商户单号', make('code', {}, payment.outTradeNo)),
    ...(transactionId ? [fact('微信支付单号', make('code', {}, transactionId))] : []),
    fact('预支付', make('code', {}, payment.prepayId)),
    ...(paidAt ? [fact('付款时间', momentOf(paidAt))] : []),
    ...(refundedFee ? [fact('已退', yuan(refundedFee))] : []),
    noticeFact(notices),
  ]
}

function decide({ outTradeNo }: Payment, changed: () => void): HTMLElement {
  let notify: NotifyMode = 'once'
  const decideAs = (outcome: 'success' | 'fail') => async () => {
    await tell('POST', `payments/${encodeURIComponent(outTradeNo)}`, { outcome, notify })
    changed()
  }
  return make(
    'div',
    { class: 'decide' },
    choice('通知商城', notifyModes, notify, (mode) => (notify = mode)),
    make(
      'div',
      { class: 'actions' },
      button('付款成功', decideAs('success'), { class: 'primary', done: '这一笔付掉了' }),
      button('付款失败', decideAs('fail'), { done: '这一笔拒付了' }),
    ),
  )
}
