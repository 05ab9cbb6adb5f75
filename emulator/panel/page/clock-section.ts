import type { Tick } from '../answers'
import { fill, make } from '../make'
import { dayOf, fieldOf, instantOf, momentOf, timeOf, weekdayOf } from '../words'
import { announce, attempt, button } from './act'
import { nothing } from './list'
import type { Bench, Section } from './section'

const minute = 60_000
const moves: readonly (readonly [label: string, ms: number])[] = [
  ['+1 分钟', minute],
  ['+15 分钟', 15 * minute],
  ['+1 小时', 60 * minute],
  ['+1 天', 24 * 60 * minute],
]
const ticksShown = 200

type Move = (how: Readonly<Record<string, number | boolean>>) => Promise<void>

/** 时钟: moves the shop's time forward, and shows which timers that set off. */
export const clockSection: Section = {
  id: 'clock',
  title: '时钟',
  icon: 'clock',
  about: '店里的时间（上海时区）。只能往前拨；路上到点的定时任务会依次跑完。',
  open(root, bench) {
    const ran = make(
      'div',
      {},
      nothing('还没有拨过', '拨一下时钟，路上跑了哪些定时任务会列在这里。'),
    )
    const move: Move = async (how) => {
      fill(ran, make('p', { class: 'working', role: 'status' }, '正在拨，路上的定时任务在跑…'))
      try {
        fill(ran, ticksView(await bench.clock.move(how)))
      } catch (error) {
        fill(ran, nothing('没有拨成', '时间没有动，定时任务也没有跑。'))
        throw error
      }
    }
    const face = clockFace(bench, move)
    root.append(face.element, make('h2', {}, '路上跑过的定时任务'), ran)
    return face.close
  },
}

function clockFace({ clock }: Bench, move: Move): { element: HTMLElement; close: () => void } {
  const time = make('strong', { class: 'big-time', id: 'clock-time' }, '--:--:--')
  const date = make('span', { class: 'muted', id: 'clock-date' })
  const freeze = make('input', { type: 'checkbox', id: 'clock-freeze' })
  freeze.addEventListener(
    'change',
    () => void attempt(() => clock.move({ freeze: freeze.checked })),
  )
  const field = make('input', { type: 'datetime-local', required: true, 'aria-label': '拨到' })
  const close = clock.watch((now, frozen) => {
    time.textContent = timeOf(now)
    date.textContent = `${dayOf(now)} ${weekdayOf(now)}${frozen ? ' · 已停住' : ''}`
    freeze.checked = frozen
    if (!field.value) field.value = fieldOf(now)
  })
  const set = async (event: Event) => {
    event.preventDefault()
    const at = instantOf(field.value)
    if (Number.isNaN(at)) announce('先选一个日期和时间', 'bad')
    else await attempt(() => move({ set: at }))
  }
  const element = make(
    'div',
    { class: 'card clock-face' },
    make('div', {}, time, date),
    make(
      'div',
      { class: 'actions' },
      ...moves.map(([label, ms]) =>
        button(label, () => move({ advance: ms }), { id: `advance-${ms / minute}` }),
      ),
    ),
    make(
      'form',
      { class: 'set-form', onsubmit: set },
      field,
      make('button', { class: 'plain', type: 'submit' }, '拨到这一刻'),
      make('label', { class: 'switch' }, freeze, make('span', {}, '让时间停住')),
    ),
  )
  return { element, close }
}

function ticksView(ticks: readonly Tick[]): HTMLElement {
  if (ticks.length === 0) return nothing('时间到了', '这一段路上没有到点的定时任务。')
  const bad = ticks.filter((tick) => !tick.ok).length
  const shown = ticks.slice(-ticksShown)
  const note =
    bad > 0 ? `共 ${ticks.length} 次，其中 ${bad} 次出错` : `共 ${ticks.length} 次，都跑完了`
  return make(
    'div',
    { class: 'card flush' },
    make('p', { class: 'table-note', id: 'clock-ticks' }, note),
    make('div', { class: 'scroll' }, ticksTable(shown)),
  )
}

function ticksTable(ticks: readonly Tick[]): HTMLElement {
  const row = (tick: Tick) =>
    make(
      'tr',
      {},
      make('td', { class: 'number' }, momentOf(tick.at)),
      make('td', {}, make('code', {}, `${tick.function}/${tick.trigger}`)),
      make(
        'td',
        {},
        make('span', { class: `tag ${tick.ok ? 'good' : 'bad'}` }, tick.ok ? '跑完' : '出错'),
      ),
    )
  return make(
    'table',
    {},
    make(
      'thead',
      {},
      make('tr', {}, ...['时间', '定时任务', '结果'].map((name) => make('th', {}, name))),
    ),
    make('tbody', {}, ...ticks.map(row)),
  )
}
