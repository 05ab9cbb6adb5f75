import type { Transfer } from '../answers'
import { look, tell } from '../control'
import { fill, make } from '../make'
import { momentOf, sentence, yuan } from '../words'
import css from './cashier.css'
import { currentPerson } from './person'
import { shadow } from './shadow'

const doneShownMs = 500

/** How the sheet was left, in the words of WeChat's bridge. */
export type CollectEnd = 'ok' | 'cancel' | 'fail'

/** Opens the sheet on which somebody confirms that they take a merchant's money. */
export function collect(packageInfo: string): Promise<CollectEnd> {
  return new Promise((resolve) => {
    const { host, root } = shadow('jutuan-collect', css)
    const sheet = make('dialog', { 'aria-label': '确认收款（本地，不动真钱）' })
    const leave = (end: CollectEnd) => {
      sheet.close()
      host.remove()
      resolve(end)
    }
    sheet.addEventListener('cancel', (event) => {
      event.preventDefault()
      leave('cancel')
    })
    root.append(sheet)
    document.body.append(host)
    sheet.showModal()
    void serve(sheet, packageInfo, leave)
  })
}

type Leave = (end: CollectEnd) => void

async function serve(sheet: HTMLElement, packageInfo: string, leave: Leave): Promise<void> {
  try {
    const [transfer] = await look('transfers', { package: packageInfo })
    if (!transfer) throw new Error('找不到这笔转账。')
    if (transfer.state !== 'WAIT_USER_CONFIRM') throw new Error('这笔转账已经有结果了。')
    fill(sheet, ...offer(sheet, transfer, leave))
  } catch (error) {
    sendBack(sheet, sentence(error), leave)
  }
}

function offer(sheet: HTMLElement, transfer: Transfer, leave: Leave): HTMLElement[] {
  const confirm = async () => {
    for (const button of sheet.querySelectorAll('button')) button.disabled = true
    const decision = { outcome: 'confirm', openid: currentPerson() }
    try {
      await tell('POST', `transfers/${encodeURIComponent(transfer.outBillNo)}`, decision)
    } catch (error) {
      sendBack(sheet, sentence(error), leave)
      return
    }
    fill(sheet, make('p', { class: 'paid', role: 'status' }, '已收款'), sum(transfer))
    setTimeout(() => leave('ok'), doneShownMs)
  }
  return [
    make(
      'button',
      { id: 'collect-leave', class: 'leave', type: 'button', onclick: () => leave('cancel') },
      '离开',
    ),
    make('p', { class: 'shop' }, transfer.remark),
    sum(transfer),
    make(
      'dl',
      {},
      make('dt', {}, '请在此前确认'),
      make('dd', {}, momentOf(transfer.confirmBefore)),
    ),
    way('collect-confirm', 'pay', '确认收款', () => void confirm()),
  ]
}

const sum = ({ amount }: Transfer): HTMLElement => make('p', { class: 'amount' }, yuan(amount))

function way(id: string, look: string, label: string, go: () => void): HTMLElement {
  return make('button', { id, class: look, type: 'button', onclick: go }, label)
}

/** There is nothing to confirm; the person reads why and goes back. */
function sendBack(sheet: HTMLElement, why: string, leave: Leave): void {
  fill(
    sheet,
    make('p', { class: 'refused', role: 'alert' }, why),
    way('collect-back', 'refuse', '返回', () => leave('fail')),
  )
}
