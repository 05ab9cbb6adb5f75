/** Wheels side by side, as pickers of several columns show them. Here a wheel is a list to tap. */
import { build } from './dom'

/** Told when somebody turned a column. */
export type Turned = (column: number, row: number) => void

/** The wheels of one open sheet. */
export class Columns {
  readonly element = build('div', 'phone-columns')
  private lists: readonly (readonly string[])[] = []
  private chosen: number[] = []

  constructor(private readonly turned: Turned) {}

  /** The words of every column. */
  get words(): readonly (readonly string[])[] {
    return this.lists
  }

  /** The row chosen in every column. */
  get rows(): readonly number[] {
    return this.chosen
  }

  /** Shows these words, with these rows chosen; rows that do not exist become the first. */
  show(lists: readonly (readonly string[])[], rows: readonly number[]): void {
    this.lists = lists
    this.chosen = lists.map((list, column) => {
      const row = rows[column] ?? 0
      return row in list ? row : 0
    })
    this.paint()
    // The sheet may not be on the screen yet.
    setTimeout(() => this.reveal(), 0)
  }

  /** What a finger does with one wheel. */
  turn(column: number, row: number): void {
    if (this.chosen[column] === row) return
    this.chosen[column] = row
    this.paint()
    this.turned(column, row)
  }

  /** Turns the wheels one after another to these words. */
  turnTo(words: readonly string[]): void {
    words.forEach((word, column) => {
      const row = this.lists[column]?.indexOf(word) ?? -1
      if (row < 0) {
        const offered = this.lists[column]?.join(' ') ?? 'nothing'
        throw new Error(`no "${word}" in column ${column}, which offers ${offered}`)
      }
      this.turn(column, row)
    })
  }

  private paint(): void {
    const depths = [...this.element.children].map((list) => list.scrollTop)
    this.element.replaceChildren(
      ...this.lists.map((list, column) =>
        build('div', 'phone-column', ...list.map((word, row) => this.row(word, column, row))),
      ),
    )
    ;[...this.element.children].forEach((list, column) => {
      list.scrollTop = depths[column] ?? 0
    })
  }

  /** Scrolls every wheel so that its chosen row stands in the middle. */
  private reveal(): void {
    for (const list of this.element.querySelectorAll<HTMLElement>('.phone-column')) {
      const row = list.querySelector<HTMLElement>('.phone-on')
      if (!row) continue
      const above = (list.clientHeight - row.offsetHeight) / 2
      list.scrollTop = row.offsetTop - list.offsetTop - above
    }
  }

  private row(word: string, column: number, row: number): HTMLElement {
    const isChosen = this.chosen[column] === row
    const element = build('div', `phone-row${isChosen ? ' phone-on' : ''}`, word)
    element.addEventListener('click', () => {
      this.turn(column, row)
    })
    return element
  }
}
