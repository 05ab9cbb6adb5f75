import fc from 'fast-check'
import { countIn, findIn } from '../../emulator/database/find'
import { compileQuery } from '../../emulator/database/match'
import { choosePlan } from '../../emulator/database/plan'
import { sorted } from '../../emulator/database/sort'
import { Collection } from '../../emulator/store/collection'
import type { Document } from '../../emulator/store/document'

const indexes = [
  {
    name: 'by_deal',
    fields: [
      ['dealId', 1],
      ['placedAt', -1],
    ] as const,
    unique: false,
  },
  { name: 'by_due', fields: [['dueAt', 1]] as const, unique: false },
  { name: 'by_tags', fields: [['tags', 1]] as const, unique: false },
]

function collectionOf(documents: readonly Document[]): Collection {
  const collection = new Collection('orders', { permission: 'ADMINONLY', indexes })
  for (const [at, document] of documents.entries())
    collection.put(document._id, document, { sequence: at, record: at, keep: false })
  return collection
}

const orders = collectionOf(
  Array.from({ length: 5000 }, (_, n) => ({
    _id: `o${n}`,
    dealId: `deal-${n % 50}`,
    placedAt: n,
    dueAt: new Date(n),
  })),
)

type Case = [
  sentence: string,
  where: Record<string, unknown>,
  sort: [string, 1 | -1][],
  plan: object,
]
const plans: Case[] = [
  ['equality', { dealId: 'deal-1' }, [], { name: 'by_deal', conditions: 1, isExact: true }],
  [
    'equality and a range after it',
    { dealId: 'deal-1', placedAt: { $gte: 10, $lt: 500 } },
    [],
    { name: 'by_deal', conditions: 3, isExact: true },
  ],
  [
    'a range alone',
    { dueAt: { $lte: new Date(99) } },
    [],
    { name: 'by_due', conditions: 1, isExact: true },
  ],
  [
    'several equals',
    { dealId: { $in: ['deal-1', 'deal-2'] } },
    [],
    { name: 'by_deal', conditions: 1, isExact: true },
  ],
  [
    'conditions joined by $and',
    { $and: [{ dealId: 'deal-1' }, { placedAt: { $gt: 5 } }] },
    [],
    { name: 'by_deal', conditions: 2 },
  ],
  [
    'an order after equality',
    { dealId: 'deal-1' },
    [['placedAt', -1]],
    { name: 'by_deal', order: 'forward' },
  ],
  [
    'the reverse of it',
    { dealId: 'deal-1' },
    [['placedAt', 1]],
    { name: 'by_deal', order: 'backward' },
  ],
  ['an order alone', {}, [['dueAt', -1]], { name: 'by_due', order: 'backward' }],
  [
    'names, from one on',
    { _id: { $gt: 'o100' } },
    [['_id', 1]],
    { name: '_id_', order: 'forward' },
  ],
  [
    'equality with a condition it does not know',
    { dealId: 'deal-1', other: 1 },
    [],
    { name: 'by_deal', isExact: false },
  ],
]

test.each(plans)('an index serves %s', (_sentence, where, sort, expected) => {
  const plan = choosePlan(orders, where, sort)
  expect({ ...plan, name: plan?.index.schema.name }).toMatchObject(expected)
})

test('no index serves what is not declared', () => {
  expect(choosePlan(orders, { other: 1 })).toBeUndefined()
  expect(choosePlan(orders, { dealId: { $ne: 'deal-1' } })).toBeUndefined()
})

test('looking up by an index does not slow down with the collection', () => {
  const began = performance.now()
  for (let n = 0; n < 1000; n++)
    findIn(orders, { where: { dealId: `deal-${n % 50}` }, sort: [['placedAt', -1]], limit: 5 })
  expect(performance.now() - began).toBeLessThan(1000)
})

const scalar = fc.constantFrom<unknown>(
  null,
  0,
  1,
  2,
  -1.5,
  'a',
  'b',
  '',
  true,
  new Date(1),
  new Date(2),
)
const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.record({ x: scalar }))
const documents = fc
  .array(
    fc.record({ dealId: value, placedAt: value, dueAt: value, tags: value }, { requiredKeys: [] }),
    { maxLength: 25 },
  )
  .map((all) => all.map((fields, n) => ({ _id: n, ...fields })))
const condition = fc.oneof(
  value.map((argument) => ({ $eq: argument })),
  scalar.map((argument) => ({ $gte: argument })),
  fc.tuple(scalar, scalar).map(([low, high]) => ({ $gt: low, $lte: high })),
  fc.array(scalar, { maxLength: 3 }).map((list) => ({ $in: list })),
)
const query = fc.record(
  { dealId: condition, placedAt: condition, dueAt: condition, tags: condition },
  { requiredKeys: [] },
)
const order = fc.constantFrom<[string, 1 | -1][]>(
  [],
  [['placedAt', -1]],
  [
    ['dealId', 1],
    ['placedAt', -1],
  ],
  [
    ['dealId', -1],
    ['placedAt', 1],
  ],
  [['dueAt', -1]],
  [['tags', 1]],
)

test('with indexes a query finds, counts and sorts exactly as without', () => {
  fc.assert(
    fc.property(documents, query, order, (all, where, sort) => {
      const collection = collectionOf(all)
      const matching = all.filter(compileQuery(where))
      const names = (list: Document[]) => list.map(({ _id }) => _id)
      const found = findIn(collection, { where, sort })
      expect(names(found).sort()).toEqual(names(matching).sort())
      expect(countIn(collection, where)).toBe(matching.length)
      // Equals may come in another order, so the order is checked by sorting what was found.
      expect(names(sorted(found, sort))).toEqual(names(found))
    }),
    { numRuns: 1000 },
  )
})
