import type { Notice } from '../answers'
import { make } from '../make'
import { momentOf } from '../words'
import { fact } from './act'

/** How often WeChat told the shop of a payment or a refund, and whether the shop heard. */
export function noticeFact(notices: readonly Notice[]): HTMLElement {
  return fact('通知', ...(notices.length > 0 ? notices.map(line) : ['还没有通知过商城']))
}

function line({ at, due, acknowledged, error }: Notice): HTMLElement {
  const [word, tone] = heard(at, acknowledged)
  const instant = at ?? due
  return make(
    'span',
    { class: 'notice-line' },
    instant === undefined ? '' : momentOf(instant),
    make('span', { class: `tag ${tone}`, title: error }, word),
  )
}

function heard(
  at: number | undefined,
  acknowledged: boolean,
): readonly [word: string, tone: string] {
  if (at === undefined) return ['到时再通知', 'wait']
  return acknowledged ? ['商城已确认', 'good'] : ['商城没有确认', 'bad']
}
