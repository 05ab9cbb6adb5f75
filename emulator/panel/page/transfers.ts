import type { Transfer, TransferState } from '../answers'
import { look, tell } from '../control'
import { fill, make } from '../make'
import { momentOf, sentence, yuan } from '../words'
import { attempt, button, choice, fact } from './act'
import type { Directory } from './directory'
import { liveList } from './list'
import type { Section } from './section'

const states: Readonly<Record<TransferState, readonly [word: string, tone: string]>> = {
  WAIT_USER_CONFIRM: ['待收款人确认', 'wait'],
  SUCCESS: ['已到账', 'good'],
  FAIL: ['没有转成', 'bad'],
}

const moods = { accept: '都受理', refuse: '商户余额不足' } as const

/** 商家转账: what the shop pays out, and what becomes of it. */
export const transfers: Section = {
  id: 'transfers',
  title: '商家转账',
  icon: 'transfer',
  about: '商城付给导购的每一笔。收款人要在 24 小时内确认；在这里可以替他确认，或者让它过期、失败。',
  open(root, bench) {
    const mood = make('div', { class: 'card' })
    const list = make('div')
    root.append(mood, list)
    void showMood(mood)
    const running = liveList(list, {
      load: () => look('transfers'),
      keyOf: (transfer) => transfer.outBillNo,
      row: (transfer) => transferRow(transfer, bench.people, () => running.again()),
      empty: ['还没有转账', '导购在工作台提现以后，这里会出现。'],
    })
    return running.close
  },
}

async function showMood(root: HTMLElement): Promise<void> {
  const settings = await look('settings').catch((error: unknown) => sentence(error))
  if (typeof settings === 'string') {
    fill(root, settings)
    return
  }
  const save = (mood: keyof typeof moods) =>
    attempt(() => tell('POST', 'settings', { transfers: mood }), '记下了，对以后的转账有效')
  fill(root, make('div', { class: 'decide' }, choice('新的转账', moods, settings.transfers, save)))
}

function transferRow(transfer: Transfer, people: Directory, changed: () => void): HTMLElement {
  const [word, tone] = states[transfer.state]
  const waits = transfer.state === 'WAIT_USER_CONFIRM'
  return make(
    'details',
    { class: 'row', 'data-key': transfer.outBillNo },
    make(
      'summary',
      {},
      make('span', { class: 'money' }, yuan(transfer.amount)),
      make('span', { class: 'main' }, transfer.remark),
      people.chip(transfer.openid),
      make('span', { class: `tag ${tone}` }, word),
      make('time', {}, momentOf(transfer.createdAt)),
    ),
    make(
      'dl',
      {},
      fact('商户单号', make('code', {}, transfer.outBillNo)),
      fact('微信转账单号', make('code', {}, transfer.transferBillNo)),
      ...Object.entries(transfer.reports).map(([type, content]) => fact(type, content)),
      ...(waits ? [fact('确认期限', momentOf(transfer.confirmBefore))] : []),
      ...(transfer.failReason ? [fact('原因', make('code', {}, transfer.failReason))] : []),
    ),
    ...(waits ? [decide(transfer, changed)] : []),
  )
}

function decide({ outBillNo }: Transfer, changed: () => void): HTMLElement {
  const decideAs = (outcome: 'confirm' | 'lapse' | 'fail') => async () => {
    await tell('POST', `transfers/${encodeURIComponent(outBillNo)}`, { outcome })
    changed()
  }
  return make(
    'div',
    { class: 'actions' },
    button('替他确认', decideAs('confirm'), { class: 'primary', done: '这一笔确认收款了' }),
    button('过期', decideAs('lapse'), { done: '这一笔过期关闭了' }),
    button('失败', decideAs('fail'), { done: '这一笔没有转成' }),
  )
}
