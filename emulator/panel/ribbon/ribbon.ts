import { ShopClock } from '../clock'
import { look } from '../control'
import { fill, make } from '../make'
import { momentOf, sentence } from '../words'
import { currentPerson, become } from './person'
import css from './ribbon.css'
import { shadow } from './shadow'
import { tuck } from './tuck'

const minute = 60_000
const moves: readonly (readonly [label: string, ms: number])[] = [
  ['+15 分钟', 15 * minute],
  ['+1 小时', 60 * minute],
  ['+1 天', 24 * 60 * minute],
]

/**
 * Hangs the ribbon at the edge of the page: who shops, what time it is in the shop, the way to the
 * panel.
 */
export function hangRibbon(): void {
  const { host, root } = shadow('jutuan-ribbon', css)
  const card = make('div', { class: 'card', id: 'ribbon-card', hidden: true })
  const tab = make(
    'button',
    {
      id: 'ribbon-tab',
      type: 'button',
      'aria-label': '本地云：换人、拨时钟',
      'aria-expanded': 'false',
      'aria-controls': 'ribbon-card',
    },
    '云',
  )
  let close = () => undefined as unknown
  const toggle = (open: boolean) => {
    card.hidden = !open
    tab.setAttribute('aria-expanded', String(open))
    close()
    close = open ? show(card) : () => undefined
  }
  root.append(make('aside', { 'aria-label': '本地云' }, tab, card))
  document.body.append(host)
  tuck(host, tab, () => toggle(card.hidden))
  document.addEventListener('pointerdown', (event) => {
    if (!card.hidden && !event.composedPath().includes(host)) toggle(false)
  })
  root.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Escape' || card.hidden) return
    toggle(false)
    tab.focus()
  })
}

/** Asks the cloud only while the card is open, so that a page at rest stays at rest. */
function show(card: HTMLElement): () => void {
  const clock = new ShopClock()
  const person = make('select', { id: 'ribbon-person', 'aria-label': '我是谁' })
  const time = make('strong', { id: 'ribbon-time' }, '--')
  const note = make('p', { role: 'status' })
  person.addEventListener('change', () => become(person.value))
  void offerPeople(person, note)
  const move = (ms: number) => async () => {
    fill(note, '正在拨，路上的定时任务在跑…')
    try {
      const ticks = await clock.move({ advance: ms })
      const reload = make(
        'button',
        { type: 'button', onclick: () => location.reload() },
        '刷新页面',
      )
      fill(note, `路上跑了 ${ticks.length} 次定时任务 `, reload)
    } catch (error) {
      fill(note, sentence(error))
    }
  }
  fill(
    card,
    make('label', {}, make('span', {}, '我是'), person),
    make('div', { class: 'time' }, make('span', {}, '店里的时间'), time),
    make(
      'div',
      { class: 'moves' },
      ...moves.map(([label, ms]) => make('button', { type: 'button', onclick: move(ms) }, label)),
    ),
    note,
    make('a', { href: '/_emulator', target: '_blank', rel: 'noopener' }, '打开控制台'),
  )
  return clock.watch((now, frozen) => {
    time.textContent = momentOf(now) + (frozen ? ' 停住' : '')
  })
}

async function offerPeople(select: HTMLSelectElement, note: HTMLElement): Promise<void> {
  const me = currentPerson()
  const option = (openid: string, name: string) =>
    make('option', { value: openid, selected: openid === me }, name)
  try {
    const people = await look('people')
    const isKnown = people.some(({ openid }) => openid === me)
    fill(
      select,
      ...(isKnown ? [] : [option(me, me)]),
      ...people.map(({ openid, nickname }) => option(openid, `${nickname} ${openid}`)),
    )
  } catch (error) {
    fill(select, option(me, me))
    fill(note, sentence(error))
  }
}
