import { makeAutoObservable, observable, observableRef } from 'mobx'
import type { InputOf } from '@domain/api'
import type { ProductCard } from '@domain/catalog/contract'
import { hasFailed } from '@domain/failure'
import type { Call } from '@/platform/call'
import { keep, kept } from '@/platform/storage'
import { reloading, settled, unloaded, type Loaded } from './loaded'

/** What is looked for: words, a shelf, and in which order it is shown. */
export type Wish = Omit<InputOf<'catalog.search'>, 'skip'>

/** In which order products are shown. */
export type Sort = Wish['sort']

/** The products that were found, as many as were read so far. */
export interface Found {
  readonly products: readonly ProductCard[]
  readonly more: boolean
}

const KEPT_AS = 'jutuan.searched'

/** Searches that the phone remembers. */
const MOST_SEARCHED = 10

/** Products by shelf and by words, page by page, and what was searched for on this phone. */
export class SearchStore {
  private readonly results = observable.map<string, Loaded<Found>>({}, { deep: false })
  /** What was searched for, the latest first. */
  searched: readonly string[] = keptWords()
  /** The wish whose next page is being read, so that it is not asked for twice. */
  private reading: string | undefined = undefined

  constructor(private readonly call: Call) {
    makeAutoObservable<this, 'call' | 'results' | 'reading'>(
      this,
      { call: false, results: false, reading: false, searched: observableRef },
      { autoBind: true },
    )
  }

  found(wish: Wish): Loaded<Found> {
    return this.results.get(keyOf(wish)) ?? unloaded
  }

  /** Reads what a wish finds from its first page. */
  async look(wish: Wish): Promise<void> {
    this.show(wish, reloading(this.found(wish)))
    const answer = await this.call('catalog.search', { ...wish, skip: 0 })
    this.show(wish, settled(this.found(wish), answer))
  }

  /** Reads on where the last page ended; when that fails, the end of the page asks again. */
  async readMore(wish: Wish): Promise<void> {
    const found = this.found(wish).value
    if (!found?.more || this.reading === keyOf(wish)) return
    this.reading = keyOf(wish)
    const answer = await this.call('catalog.search', { ...wish, skip: found.products.length })
    this.reading = undefined
    // Read anew meanwhile, it is another list.
    if (hasFailed(answer) || this.found(wish).value !== found) return
    const products = [...found.products, ...answer.products]
    this.show(wish, { state: 'ready', value: { products, more: answer.more } })
  }

  /** Remembers on this phone what was searched for. */
  remember(words: string): void {
    this.keepSearched([words, ...this.searched.filter((one) => one !== words)])
  }

  /** Forgets everything that was searched for. */
  forget(): void {
    this.keepSearched([])
  }

  private keepSearched(searched: readonly string[]): void {
    this.searched = searched.slice(0, MOST_SEARCHED)
    keep(KEPT_AS, this.searched)
  }

  private show(wish: Wish, found: Loaded<Found>): void {
    this.results.set(keyOf(wish), found)
  }
}

const keyOf = ({ words, categoryId, sort }: Wish): string =>
  [categoryId ?? '', sort, words ?? ''].join(' ')

/** What was kept on this phone; anything else than words is nothing. */
function keptWords(): readonly string[] {
  const value = kept(KEPT_AS)
  if (!Array.isArray(value)) return []
  return value.filter((one): one is string => typeof one === 'string').slice(0, MOST_SEARCHED)
}
