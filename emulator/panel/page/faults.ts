import type { Faults } from '../answers'
import { look, tell } from '../control'
import { fill, make } from '../make'
import { announce, attempt, button } from './act'
import { groupName, meaningOf } from './fault-words'
import { failed, loading } from './list'
import type { Section } from './section'

const steps = 1_000

/** 故障: how often things go wrong on purpose, so that the shop can show it copes. */
export const faults: Section = {
  id: 'faults',
  title: '故障',
  icon: 'faults',
  about: '按比例制造故障，看商城是否照样一分不差。种子相同，出错的次序也相同。',
  open(root) {
    const show = async () => {
      fill(root, loading())
      try {
        fill(root, form(await look('faults'), show))
      } catch (error) {
        fill(
          root,
          failed(error, () => void show()),
        )
      }
    }
    void show()
    return () => undefined
  },
}

function form(plan: Faults, changed: () => Promise<void>): HTMLElement {
  const rates = new Map(Object.entries(plan.rates))
  const seed = whole(plan.seed)
  const skewMs = whole(plan.skewMs)
  const delayMs = whole(plan.delayMs)
  const send = (wanted: ReadonlyMap<string, number>) =>
    tell('POST', 'faults', {
      seed: seed.valueAsNumber || 0,
      skewMs: skewMs.valueAsNumber || 0,
      delayMs: delayMs.valueAsNumber || 0,
      rates: Object.fromEntries(wanted),
    })
  const off = async () => {
    await send(new Map())
    announce('故障全关了')
    await changed()
  }
  const apply = async (event: Event) => {
    event.preventDefault()
    if (await attempt(() => send(rates), '故障照这样来')) await changed()
  }
  return make(
    'form',
    { class: 'card faults', onsubmit: apply },
    state([...rates.values()].some((rate) => rate > 0)),
    make('div', { class: 'fault-groups' }, ...groups(rates)),
    make(
      'div',
      { class: 'line-form' },
      field('种子', seed),
      field('变慢最多几毫秒', delayMs),
      field('时钟最多偏几毫秒', skewMs),
    ),
    make(
      'div',
      { class: 'actions' },
      make('button', { class: 'primary', type: 'submit' }, '照这样来'),
      button('全部关掉', off, { class: 'danger', id: 'faults-off' }),
    ),
  )
}

const whole = (value: number) =>
  make('input', { type: 'number', min: 0, step: 1, value, required: true })

const field = (name: string, input: HTMLElement) => make('label', {}, make('span', {}, name), input)

function state(isOn: boolean): HTMLElement {
  return make(
    'p',
    { class: isOn ? 'state on' : 'state', id: 'faults-state' },
    isOn ? '故障开着：商城此刻会遇到意外' : '故障全关：一切照常',
  )
}

/** `database.before` stands with the other faults of `database`. */
function groups(rates: Map<string, number>): HTMLElement[] {
  const names = [...rates.keys()]
  const kinds = new Set(names.map((name) => name.split('.')[0] ?? name))
  return [...kinds].map((kind) =>
    make(
      'fieldset',
      { class: 'fault-group' },
      make('legend', {}, groupName(kind)),
      ...names
        .filter((name) => name.split('.')[0] === kind)
        .map((name) => slider(name, rates.get(name) ?? 0, (rate) => rates.set(name, rate))),
    ),
  )
}

function slider(name: string, rate: number, set: (rate: number) => unknown): HTMLElement {
  const [title, meaning] = meaningOf(name)
  const shown = make('output', {}, percent(rate))
  const range = make('input', {
    type: 'range',
    min: 0,
    max: steps,
    value: Math.round(rate * steps),
    name,
    'aria-label': title,
    oninput: () => {
      const value = range.valueAsNumber / steps
      shown.textContent = percent(value)
      set(value)
    },
  })
  return make(
    'label',
    { class: 'slider' },
    make('span', {}, make('strong', {}, title), make('small', {}, meaning)),
    range,
    shown,
  )
}

const percent = (rate: number) => `${(rate * 100).toFixed(1)}%`
