import { fill, make } from '../make'
import { sentence } from '../words'
import { poll, type Poll } from './poll'

/** A list that keeps itself up to date. */
export interface LiveList<Item> {
  readonly load: () => Promise<readonly Item[]>
  readonly keyOf: (item: Item) => string
  readonly row: (item: Item) => HTMLElement
  /** What is said when there is nothing: what this is, and what to do next. */
  readonly empty: readonly [title: string, next: string]
  readonly everyMs?: number
  readonly class?: string
}

/** More rows than anybody reads; a simulation leaves thousands behind. */
const mostRows = 200

interface Row {
  readonly shown: string
  readonly element: HTMLElement
}

/** Shows a {@link LiveList} inside `root`, with its loading, empty and error states. */
export function liveList<Item>(root: HTMLElement, list: LiveList<Item>): Poll {
  const body = make('div', { class: list.class ?? 'rows' })
  const more = make('p', { class: 'more muted' })
  let rows = new Map<string, Row>()
  fill(root, loading())
  const running = poll({
    load: list.load,
    everyMs: list.everyMs ?? 3_000,
    show: (items) => {
      rows = arrange(body, rows, items.slice(0, mostRows), list)
      if (items.length === 0) fill(root, nothing(...list.empty))
      else if (body.parentElement !== root) fill(root, body, more)
      more.hidden = items.length <= mostRows
      more.textContent = `共 ${items.length} 条，只列出前 ${mostRows} 条`
    },
    fail: (error) => {
      rows = new Map()
      fill(
        root,
        failed(error, () => running.again()),
      )
    },
  })
  return running
}

/**
 * Only rows that changed are made anew, and none that somebody is writing in: what is typed stays.
 */
function arrange<Item>(
  body: HTMLElement,
  before: ReadonlyMap<string, Row>,
  items: readonly Item[],
  list: LiveList<Item>,
): Map<string, Row> {
  const rows = new Map<string, Row>()
  for (const item of items) {
    const key = list.keyOf(item)
    const shown = JSON.stringify(item)
    const old = before.get(key)
    const stays = old && (old.shown === shown || isWrittenIn(old.element))
    rows.set(key, stays ? old : { shown, element: renewed(list.row(item), old) })
  }
  const wanted = [...rows.values()].map((row) => row.element)
  const same = wanted.length === body.children.length
  if (!same || wanted.some((element, place) => body.children[place] !== element))
    body.replaceChildren(...wanted)
  return rows
}

function isWrittenIn(row: HTMLElement): boolean {
  const field = document.activeElement
  return field instanceof HTMLTextAreaElement && row.contains(field)
}

function renewed(element: HTMLElement, old: Row | undefined): HTMLElement {
  if (element instanceof HTMLDetailsElement && old?.element instanceof HTMLDetailsElement)
    element.open = old.element.open
  return element
}

/** The shape of what comes. */
export function loading(): HTMLElement {
  const line = () => make('div', { class: 'skeleton' })
  return make('div', { class: 'rows', 'aria-busy': true }, line(), line(), line())
}

/** Nothing there yet, and what to do next. */
export function nothing(title: string, next: string): HTMLElement {
  return make('div', { class: 'nothing' }, make('strong', {}, title), make('p', {}, next))
}

/** What went wrong, with a way to try again. */
export function failed(error: unknown, again: () => void): HTMLElement {
  return make(
    'div',
    { class: 'nothing failed', role: 'alert' },
    make('strong', {}, '没有读到'),
    make('p', {}, sentence(error)),
    make('button', { class: 'plain', type: 'button', onclick: again }, '再试一次'),
  )
}
