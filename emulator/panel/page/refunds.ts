import type { Refund, RefundState, Settings } from '../answers'
import { look, tell } from '../control'
import { fill, make } from '../make'
import { momentOf, sentence, yuan } from '../words'
import { attempt, button, choice, fact } from './act'
import { liveList } from './list'
import { noticeFact } from './notices'
import type { Section } from './section'

const states: Readonly<Record<RefundState, readonly [word: string, tone: string]>> = {
  PROCESSING: ['退款中', 'wait'],
  SUCCESS: ['已退到账', 'good'],
  CLOSED: ['退款关闭', 'quiet'],
  ABNORMAL: ['退款异常', 'bad'],
}

const modes: Readonly<Record<Settings['refunds'], string>> = {
  succeed: '自动到账',
  hold: '先扣住',
  fail: '全部失败',
}

/** 退款: every refund the shop asked WeChat Pay for, and how WeChat Pay treats them. */
export const refunds: Section = {
  id: 'refunds',
  title: '退款',
  icon: 'refund',
  about: '微信支付受理了不等于退到了。可以让退款自动到账、先扣住等你放行，或者全部失败。',
  open(root) {
    const mode = make('div', { class: 'card' })
    const list = make('div')
    root.append(mode, list)
    void showMode(mode)
    const running = liveList(list, {
      load: () => look('refunds'),
      keyOf: (refund) => refund.outRefundNo,
      row: (refund) => refundRow(refund, () => running.again()),
      empty: ['还没有退款', '团购结算、取消订单或售后同意退款以后，这里会出现。'],
    })
    return running.close
  },
}

async function showMode(root: HTMLElement): Promise<void> {
  const settings = await look('settings').catch((error: unknown) => sentence(error))
  if (typeof settings === 'string') {
    fill(root, settings)
    return
  }
  const save = (change: Partial<Settings>) =>
    attempt(() => tell('POST', 'settings', change), '记下了，对以后的退款有效')
  const seconds: HTMLInputElement = make('input', {
    type: 'number',
    min: 0,
    max: 86_400,
    value: settings.refundSeconds,
    'aria-label': '几秒后到账',
    onchange: () => save({ refundSeconds: seconds.valueAsNumber || 0 }),
  })
  fill(
    root,
    make(
      'div',
      { class: 'decide' },
      choice('新的退款', modes, settings.refunds, (refunds) => save({ refunds })),
      make('label', { class: 'short' }, make('span', {}, '几秒后到账（店里的时间）'), seconds),
    ),
  )
}

function refundRow(refund: Refund, changed: () => void): HTMLElement {
  const [word, tone] = states[refund.state]
  return make(
    'details',
    { class: 'row', 'data-key': refund.outRefundNo },
    make(
      'summary',
      {},
      make('span', { class: 'money' }, yuan(refund.refundFee)),
      make('span', { class: 'main' }, refund.reason ?? `退自 ${refund.outTradeNo}`),
      make('span', { class: `tag ${tone}` }, word),
      make('time', {}, momentOf(refund.createdAt)),
    ),
    make(
      'dl',
      {},
      fact('退款单号', make('code', {}, refund.outRefundNo)),
      fact('商户单号', make('code', {}, refund.outTradeNo)),
      fact('原支付', yuan(refund.totalFee)),
      ...(refund.endsAt && !refund.finishedAt ? [fact('预计', momentOf(refund.endsAt))] : []),
      ...(refund.finishedAt ? [fact('完成', momentOf(refund.finishedAt))] : []),
      ...(refund.notices.length > 0 ? [noticeFact(refund.notices)] : []),
    ),
    ...(refund.state === 'PROCESSING' || refund.state === 'ABNORMAL'
      ? [decide(refund, changed)]
      : []),
  )
}

function decide({ outRefundNo }: Refund, changed: () => void): HTMLElement {
  const decideAs = (outcome: 'success' | 'fail' | 'abnormal') => async () => {
    await tell('POST', `refunds/${encodeURIComponent(outRefundNo)}`, { outcome })
    changed()
  }
  return make(
    'div',
    { class: 'actions' },
    button('退到账', decideAs('success'), { class: 'primary', done: '这一笔退到账了' }),
    button('退款失败', decideAs('fail'), { done: '这一笔退款关闭了' }),
    button('退款异常', decideAs('abnormal'), { done: '这一笔成了异常' }),
  )
}
