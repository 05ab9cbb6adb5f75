/** Queries of the shop that grow with its history: each has its index in what is deployed. */
import { readFileSync } from 'node:fs'
import { findIn } from '../../emulator/database/find'
import { choosePlan, type SortSpec } from '../../emulator/database/plan'
import { Collection } from '../../emulator/store/collection'
import type { Document } from '../../emulator/store/document'
import { readSchema } from '../../emulator/store/schema'

const schema = readSchema(readFileSync('cloudfunctions/database.json', 'utf8'))

/** A collection as it is deployed, with documents. */
function deployed(name: string, documents: readonly Document[]): Collection {
  const declared = schema.collections[name]
  if (!declared) throw new Error(`database.json declares no ${name}`)
  const collection = new Collection(name, declared)
  for (const [at, document] of documents.entries())
    collection.put(document._id, document, { sequence: at, record: at, keep: false })
  return collection
}

const HISTORY = 20_000

const orders = deployed(
  'orders',
  Array.from({ length: HISTORY }, (_order, n) => ({
    ...{ _id: `o${n}`, memberId: `m${n % 500}`, placedAt: n, payment: { paidAt: n } },
  })),
)
const entries = deployed(
  'commission_entries',
  Array.from({ length: HISTORY }, (_entry, n) => ({
    ...{ _id: `e${n}`, payee: 'guide.mei', row: `r${String(n).padStart(6, '0')}` },
    ...{ opens: n % 2 ? 'order' : null, payableAt: n % 7 },
  })),
)

interface Search {
  readonly in: Collection
  readonly where: Record<string, unknown>
  readonly sort: SortSpec
  readonly through: string
}

type Case = [sentence: string, search: Search]
const standing: SortSpec = [
  ['payableAt', -1],
  ['row', -1],
]
const cases: Case[] = [
  [
    'the orders of a week, the latest first, for a rule that is tried',
    {
      in: orders,
      where: { placedAt: { $gte: 9, $lt: 900 }, payment: { $ne: null } },
      sort: [['placedAt', -1]],
      through: 'newest',
    },
  ],
  [
    'a guide’s income, the newest first',
    {
      in: entries,
      where: { payee: 'guide.mei', opens: { $ne: null }, row: { $lt: 'r9' } },
      sort: [['row', -1]],
      through: 'rows',
    },
  ],
  [
    'a guide’s income at a stage',
    {
      in: entries,
      where: { payee: 'guide.mei', opens: 'order', payableAt: { $lte: 3 } },
      sort: standing,
      through: 'standing',
    },
  ],
  [
    'a guide’s income that is still pending',
    {
      in: entries,
      where: { payee: 'guide.mei', opens: 'order', payableAt: 3 },
      sort: standing,
      through: 'standing',
    },
  ],
]

test.each(cases)('%s: comes through an index in its order', (_what, search) => {
  const plan = choosePlan(search.in, search.where, search.sort)
  expect({ index: plan?.index.schema.name, order: plan?.order }).toEqual({
    index: search.through,
    order: 'forward',
  })
})

test.each(cases)('%s: a page takes as long as a page', (_what, { in: collection, where, sort }) => {
  const began = performance.now()
  for (let tried = 0; tried < 200; tried += 1) findIn(collection, { where, sort, limit: 20 })
  // Sorting the whole history each time would take some ten seconds.
  expect(performance.now() - began).toBeLessThan(2000)
})
