import type { LogEntry } from '../answers'
import { look } from '../control'
import { fill, make } from '../make'
import { bytesOf, sentence } from '../words'
import { failed, loading, nothing } from './list'
import { logRow } from './log-row'
import { personSelect } from './person-select'
import { poll } from './poll'
import type { Bench, Close, Section } from './section'

const kept = 500
const everyMs = 1_500

/** Which entries are shown. */
interface Filter {
  function: string
  openid: string
  troubleOnly: boolean
  noTimers: boolean
}

/** 函数日志: every invocation as it happens, with what it asked of the cloud. */
export const log: Section = {
  id: 'log',
  title: '函数日志',
  icon: 'log',
  about: '云函数的每一次运行：用了多久、问了数据库几次、打印了什么。新的在上面。',
  open(root, bench) {
    return new LogView(root, bench).close
  },
}

class LogView {
  readonly close: Close
  private readonly rows = make('div', { class: 'rows log' })
  private readonly figures = make('p', { class: 'figures muted' })
  private readonly functions = make('select', { 'aria-label': '哪个函数' })
  private readonly filter: Filter = {
    function: '',
    openid: '',
    troubleOnly: false,
    noTimers: false,
  }
  private readonly entries: { entry: LogEntry; element: HTMLElement }[] = []
  private last = 0

  constructor(
    root: HTMLElement,
    private readonly bench: Bench,
  ) {
    const state = make('div', {}, loading())
    root.append(this.filters(), this.figures, state)
    const running = poll({
      everyMs,
      load: () => look('log', { after: this.last || undefined, limit: kept }),
      show: (news) => {
        this.add(news)
        if (this.entries.length > 0) fill(state, this.rows)
        else fill(state, nothing('还没有函数运行过', '打开商城逛一逛，每次调用都会出现在这里。'))
      },
      fail: (error) =>
        fill(
          state,
          failed(sentence(error), () => running.again()),
        ),
    })
    this.close = running.close
  }

  private filters(): HTMLElement {
    fill(this.functions, make('option', { value: '' }, '每个函数'))
    this.functions.addEventListener('change', () => {
      this.filter.function = this.functions.value
      this.sift()
    })
    const person = personSelect(this.bench.people, '每个人', (openid) => {
      this.filter.openid = openid
      this.sift()
    })
    const trouble = this.check('只看出错', (on) => (this.filter.troubleOnly = on))
    const timers = this.check('不看定时任务', (on) => (this.filter.noTimers = on))
    return make('div', { class: 'filters' }, this.functions, person, trouble, timers)
  }

  private check(name: string, set: (on: boolean) => unknown): HTMLElement {
    const box: HTMLInputElement = make('input', {
      type: 'checkbox',
      onchange: () => {
        set(box.checked)
        this.sift()
      },
    })
    return make('label', { class: 'switch' }, box, make('span', {}, name))
  }

  private add(news: readonly LogEntry[]): void {
    for (const entry of news) {
      if (entry.seq <= this.last) continue
      this.last = entry.seq
      const element = logRow(entry, this.bench.people)
      this.entries.unshift({ entry, element })
      this.rows.prepend(element)
      this.offer(entry.function)
    }
    for (const { element } of this.entries.splice(kept)) element.remove()
    if (news.length > 0) this.sift()
  }

  private offer(name: string): void {
    if ([...this.functions.options].some((option) => option.value === name)) return
    this.functions.append(make('option', { value: name }, name))
  }

  private sift(): void {
    const shown = this.entries.filter(({ entry, element }) => {
      element.hidden = !this.admits(entry)
      return !element.hidden
    })
    const bytes = shown.reduce((sum, { entry }) => sum + entry.answerBytes, 0)
    const calls = shown.reduce((sum, { entry }) => sum + entry.calls.length, 0)
    this.figures.textContent = `${shown.length} 次运行 · ${calls} 次云调用 · 回答 ${bytesOf(bytes)}`
  }

  private admits(entry: LogEntry): boolean {
    const { filter } = this
    if (filter.function !== '' && entry.function !== filter.function) return false
    if (filter.openid !== '' && entry.openid !== filter.openid) return false
    if (filter.noTimers && entry.source === 'wx_trigger') return false
    return !filter.troubleOnly || !entry.ok || entry.calls.some((call) => call.code !== undefined)
  }
}
