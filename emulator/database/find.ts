import type { Collection } from '../store/collection'
import type { Document, Id } from '../store/document'
import type { Store } from '../store/store'
import { compileQuery } from './match'
import { choosePlan, type Plan, type SortSpec } from './plan'
import { sorted } from './sort'

/** What to look for; `sort` comes from `readSort`. */
export interface Search {
  readonly where?: Record<string, unknown>
  readonly sort?: SortSpec
  readonly skip?: number
  readonly limit?: number
}

/** Finds documents of a collection by name; nothing where there is no such collection. */
export function findDocuments(store: Store, collection: string, search: Search): Document[] {
  const found = store.collection(collection)
  return found ? findIn(found, search) : []
}

/** Finds documents, through an index where one fits. */
export function findIn(collection: Collection, search: Search): Document[] {
  const { where = {}, sort = [], skip = 0, limit = Infinity } = search
  // A name leads straight to its document.
  const plan = isName(where._id) ? undefined : choosePlan(collection, where, sort)
  const matching = candidates(collection, where, plan)
  if (sort.length === 0 || (plan && plan.order !== 'none')) return take(matching, skip, limit)
  return sorted(matching, sort).slice(skip, skip + limit)
}

/** How many documents match; without visiting them where an index says all. */
export function countIn(collection: Collection, where: Record<string, unknown>): number {
  if (Object.keys(where).length === 0) return collection.size
  const plan = choosePlan(collection, where)
  if (plan?.isExact) return plan.ranges.reduce((sum, range) => sum + plan.index.count(range), 0)
  let count = 0
  for (const _document of candidates(collection, where, plan)) count++
  return count
}

/** Every matching document, in the order of the plan. */
function* candidates(
  collection: Collection,
  where: Record<string, unknown>,
  plan: Plan | undefined,
): Generator<Document> {
  const test = compileQuery(where)
  for (const document of reach(collection, where, plan)) if (test(document)) yield document
}

const isName = (id: unknown): id is Id => typeof id === 'string' || typeof id === 'number'

function* reach(
  collection: Collection,
  where: Record<string, unknown>,
  plan: Plan | undefined,
): Generator<Document> {
  const { _id: id } = where
  if (isName(id)) {
    const document = collection.get(id)
    if (document) yield document
  } else if (plan) {
    yield* throughIndex(plan)
  } else {
    yield* collection.documents()
  }
}

function* throughIndex({ index, ranges, order }: Plan): Generator<Document> {
  const seen = index.isMultikey ? new Set<Id>() : undefined
  for (const range of ranges) {
    for (const slot of index.slots(range, order === 'backward')) {
      if (seen?.has(slot.id)) continue
      seen?.add(slot.id)
      if (slot.newest.document) yield slot.newest.document
    }
  }
}

function take<Item>(items: Iterable<Item>, skip: number, limit: number): Item[] {
  const taken: Item[] = []
  let left = skip
  if (limit === 0) return taken
  for (const item of items) {
    if (left-- > 0) continue
    taken.push(item)
    if (taken.length >= limit) break
  }
  return taken
}
