import type { NotifyMode, Payment } from '../answers'
import { look, tell } from '../control'
import { fill, make } from '../make'
import { notifyModes } from '../notify'
import { sentence, yuan } from '../words'
import css from './cashier.css'
import { currentPerson } from './person'
import { shadow } from './shadow'

const paidShownMs = 500
const refusedShownMs = 1_200

/** How a visit to the cashier ended, in the words of WeChat's bridge. */
export type CashierEnd = 'ok' | 'cancel' | 'fail'

/** Opens the pay sheet for a payment, and tells how the shopper left it. */
export function cashier(prepayId: string): Promise<CashierEnd> {
  return new Promise((resolve) => {
    const { host, root } = shadow('jutuan-cashier', css)
    const sheet = make('dialog', { 'aria-label': '微信支付（本地收银台）' })
    const leave = (end: CashierEnd) => {
      sheet.close()
      host.remove()
      resolve(end)
    }
    // Escape leaves, as the phone's back key does; but not while the money is on its way.
    sheet.addEventListener('cancel', (event) => {
      event.preventDefault()
      sheet.querySelector<HTMLButtonElement>('#cashier-leave:enabled')?.click()
    })
    root.append(sheet)
    document.body.append(host)
    sheet.showModal()
    void serve(sheet, prepayId, leave)
  })
}

type Leave = (end: CashierEnd) => void

async function serve(sheet: HTMLElement, prepayId: string, leave: Leave): Promise<void> {
  fill(
    sheet,
    leaveButton(() => leave('cancel')),
    make('p', { class: 'wait' }, '正在打开收银台…'),
  )
  try {
    const [payment] = await look('payments', { prepayId })
    if (!payment) throw new Error('找不到这笔支付单。')
    if (payment.state !== 'NOTPAY' && payment.state !== 'PAYERROR')
      throw new Error('这笔支付单已经付过，或者已经关闭了。')
    fill(sheet, ...counter(sheet, payment, leave))
  } catch (error) {
    sendBack(sheet, sentence(error), leave)
  }
}

/** The sheet itself: who is paid, how much, and the three ways out. */
function counter(sheet: HTMLElement, payment: Payment, leave: Leave): HTMLElement[] {
  let notify: NotifyMode = 'once'
  const decide = async (outcome: 'success' | 'fail') => {
    for (const button of sheet.querySelectorAll('button')) button.disabled = true
    const decision = { outcome, notify, openid: currentPerson() }
    try {
      await tell('POST', `payments/${encodeURIComponent(payment.outTradeNo)}`, decision)
    } catch (error) {
      sendBack(sheet, sentence(error), leave)
      return
    }
    if (outcome === 'success') thank(sheet, payment, leave)
    else turnDown(sheet, leave)
  }
  return [
    leaveButton(() => leave('cancel')),
    make('p', { class: 'shop' }, payment.body),
    amount(payment.totalFee),
    make('dl', {}, make('dt', {}, '付款方式'), make('dd', {}, '零钱（本地收银台，不动真钱）')),
    way('cashier-pay', 'pay', '确认支付', () => decide('success')),
    way('cashier-refuse', 'refuse', '拒付（余额不足）', () => decide('fail')),
    noticeChoice((mode) => (notify = mode)),
  ]
}

function amount(fen: number): HTMLElement {
  const [whole = '', cents = ''] = yuan(fen).slice(1).split('.')
  return make(
    'p',
    { class: 'amount' },
    make('small', {}, '¥'),
    whole,
    make('small', {}, `.${cents}`),
  )
}

function way(id: string, look: string, label: string, go: () => unknown): HTMLElement {
  return make('button', { id, class: look, type: 'button', onclick: go }, label)
}

function leaveButton(leave: () => void): HTMLElement {
  const attributes = { id: 'cashier-leave', class: 'leave', type: 'button', onclick: leave }
  return make('button', { ...attributes, 'aria-label': '离开，先不付' }, '离开')
}

function noticeChoice(pick: (mode: NotifyMode) => unknown): HTMLElement {
  const modes = Object.keys(notifyModes) as NotifyMode[]
  const option = (mode: NotifyMode) =>
    make(
      'label',
      {},
      make('input', {
        id: `cashier-notify-${mode}`,
        type: 'radio',
        name: 'notify',
        checked: mode === 'once',
        onchange: () => pick(mode),
      }),
      notifyModes[mode],
    )
  return make(
    'details',
    {},
    make('summary', { id: 'cashier-notify' }, '通知方式'),
    make('p', {}, '付款后，微信通知商城几次：'),
    make('div', { class: 'modes' }, ...modes.map(option)),
  )
}

function thank(sheet: HTMLElement, payment: Payment, leave: Leave): void {
  fill(sheet, make('p', { class: 'paid', role: 'status' }, '支付成功'), amount(payment.totalFee))
  setTimeout(() => leave('ok'), paidShownMs)
}

/** What the shopper's bank said; then back to the shop by itself, as after a payment. */
function turnDown(sheet: HTMLElement, leave: Leave): void {
  fill(sheet, make('p', { class: 'refused', role: 'alert' }, '余额不足，这一笔没有付成。'))
  setTimeout(() => leave('fail'), refusedShownMs)
}

/** There is nothing to pay here; the shopper reads why and goes back. */
function sendBack(sheet: HTMLElement, why: string, leave: Leave): void {
  fill(
    sheet,
    make('p', { class: 'refused', role: 'alert' }, why),
    way('cashier-back', 'refuse', '返回商城', () => leave('fail')),
  )
}
