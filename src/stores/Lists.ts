import { observable, runInAction } from 'mobx'
import { hasFailed, type Failure } from '@domain/failure'
import { reloading, settled, unloaded, type Loaded } from './loaded'

/** A list as far as it was read. */
export interface List<Row> {
  readonly rows: readonly Row[]
  readonly hasMore: boolean
}

/** Asks the cloud for a list from its top, or for what comes after the last row that was read. */
export type AskList<Name, Row, Page extends List<Row>> = (
  name: Name,
  last: Row | undefined,
) => Promise<Page | Failure>

/** Lists of one kind by their names, each read on as its end comes into sight. */
export class Lists<Name, Row, Page extends List<Row> = List<Row>> {
  // Rows are replaced as a whole, so nothing below them needs watching.
  private readonly lists = observable.map<Name, Loaded<Page>>({}, { deep: false })
  private readingMore = false

  constructor(private readonly ask: AskList<Name, Row, Page>) {}

  of(name: Name): Loaded<Page> {
    return this.lists.get(name) ?? unloaded
  }

  async load(name: Name): Promise<void> {
    this.set(name, reloading(this.of(name)))
    this.set(name, settled(this.of(name), await this.ask(name, undefined)))
  }

  /** Reads on where the list ends; when that fails, the end of the page asks again. */
  async readMore(name: Name): Promise<void> {
    const list = this.of(name).value
    const last = list?.rows[list.rows.length - 1]
    if (!list?.hasMore || last === undefined || this.readingMore) return
    this.readingMore = true
    const answer = await this.ask(name, last)
    this.readingMore = false
    // Read anew meanwhile, it is another list.
    if (hasFailed(answer) || this.of(name).value !== list) return
    this.set(name, { state: 'ready', value: { ...answer, rows: [...list.rows, ...answer.rows] } })
  }

  /** Shows what came with the answer to a wish, without asking again. */
  show(name: Name, value: Page): void {
    this.set(name, { state: 'ready', value })
  }

  private set(name: Name, list: Loaded<Page>): void {
    runInAction(() => {
      this.lists.set(name, list)
    })
  }
}
