import { SEARCH_PAGE } from '@domain/catalog/contract'
import type { CategoryId } from '@domain/ids'
import { _, database } from '../kit/cloud'
import { products } from '../kit/collections'
import type { Finding, Words } from '../kit/database'
import { cardOf } from './card'

/** What is looked for. */
interface Searching {
  readonly words?: string | undefined
  readonly categoryId?: CategoryId | undefined
  readonly sort: 'shelf' | 'cheapest' | 'dearest'
  readonly skip: number
}

const orders: Readonly<Record<Searching['sort'], Finding['order']>> = {
  shelf: [['rank', 'asc']],
  cheapest: [
    ['lowestFen', 'asc'],
    ['rank', 'asc'],
  ],
  dearest: [
    ['lowestFen', 'desc'],
    ['rank', 'asc'],
  ],
}

/** Words beyond these are not looked for. */
const MOST_WORDS = 5

/** A page of products in one SDK call. */
export async function searchProducts({ words = '', categoryId, sort, skip }: Searching) {
  const sought = words.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
  const shelf = { onShelf: true, ...(categoryId && { categoryId }) }
  const where = sought.length === 0 ? shelf : _.and([shelf, ...sought.map(named)])
  const found = await products.find(where as Words, {
    order: orders[sort] ?? [],
    skip,
    limit: SEARCH_PAGE + 1,
  })
  return { products: found.slice(0, SEARCH_PAGE).map(cardOf), more: found.length > SEARCH_PAGE }
}

/** A word that stands in a product's name or subtitle; what a shopper types is no pattern. */
function named(word: string) {
  const pattern = database.RegExp({ regexp: escaped(word), options: 'i' })
  return _.or([{ name: pattern }, { subtitle: pattern }])
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
