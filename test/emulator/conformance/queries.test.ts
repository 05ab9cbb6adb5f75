import { openCloud, type TestCloud } from './open-cloud'
import type { Command } from './sdk'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await openCloud()
})
beforeEach(() => cloud.store.reset())
afterAll(() => cloud.close())

type Condition = (command: Command) => object

async function namesOf(documents: object[], where: Condition): Promise<string> {
  const db = cloud.sdk.database()
  await db.collection('goods').add({ data: documents })
  const { data } = await db.collection('goods').where(where(db.command)).get()
  return data.map(({ _id }) => _id).join('')
}

const numbers = [
  { _id: 'a', n: 1 },
  { _id: 'b', n: 2 },
  { _id: 'c', n: 'x' },
  { _id: 'd', n: null },
  { _id: 'e' },
]
const lists = [
  { _id: 'a', t: ['x', 'y'] },
  { _id: 'b', t: ['y'] },
  { _id: 'c', t: [] },
  { _id: 'd', t: 'y' },
]
const lines = [
  {
    _id: 'a',
    lines: [
      { sku: 'p', n: 1 },
      { sku: 'q', n: 5 },
    ],
  },
  { _id: 'b', lines: [{ sku: 'p', n: 5 }] },
]

const finds: [sentence: string, documents: object[], where: Condition, names: string][] = [
  ['a value finds its equals', numbers, () => ({ n: 1 }), 'a'],
  ['null finds missing fields too', numbers, () => ({ n: null }), 'de'],
  ['eq', numbers, (_) => ({ n: _.eq(2) }), 'b'],
  ['neq finds everything else, missing fields too', numbers, (_) => ({ n: _.neq(1) }), 'bcde'],
  ['gt compares values of one kind only', numbers, (_) => ({ n: _.gt(1) }), 'b'],
  ['gte', numbers, (_) => ({ n: _.gte(1) }), 'ab'],
  ['lt', numbers, (_) => ({ n: _.lt(2) }), 'a'],
  ['lte of null finds null and missing', numbers, (_) => ({ n: _.lte(null) }), 'de'],
  ['in', numbers, (_) => ({ n: _.in([1, 'x']) }), 'ac'],
  ['nin', numbers, (_) => ({ n: _.nin([1, 'x', null]) }), 'b'],
  ['a range on one field', numbers, (_) => ({ n: _.gt(0).and(_.lt(2)) }), 'a'],
  ['either of two on one field', numbers, (_) => ({ n: _.eq(1).or(_.eq('x')) }), 'ac'],
  ['or of queries', numbers, (_) => _.or([{ n: 2 }, { _id: 'e' }]), 'be'],
  ['and of queries', numbers, (_) => _.and([{ n: _.gt(0) }, { _id: 'b' }]), 'b'],
  ['nor of queries', numbers, (_) => _.nor([{ n: 1 }, { n: 2 }]), 'cde'],
  ['not turns a condition around', numbers, (_) => ({ n: _.not(_.gt(1)) }), 'acde'],
  ['exists', numbers, (_) => ({ n: _.exists(false) }), 'e'],
  ['exists counts null as there', numbers, (_) => ({ n: _.exists(true) }), 'abcd'],
  ['mod', numbers, (_) => ({ n: _.mod(2, 0) }), 'b'],
  ['a value finds arrays that contain it', lists, () => ({ t: 'y' }), 'abd'],
  ['an array finds the same array only', lists, () => ({ t: ['x', 'y'] }), 'a'],
  ['all', lists, (_) => ({ t: _.all(['y', 'x']) }), 'a'],
  ['size', lists, (_) => ({ t: _.size(0) }), 'c'],
  ['a path goes into every element', lines, () => ({ 'lines.sku': 'q' }), 'a'],
  ['a number in a path names a place', lines, () => ({ 'lines.0.n': 5 }), 'b'],
  [
    'two paths may hold in different elements',
    lines,
    () => ({ 'lines.sku': 'p', 'lines.n': 5 }),
    'ab',
  ],
  [
    'elemMatch wants all in one element',
    lines,
    (_) => ({ lines: _.elemMatch({ sku: 'p', n: 5 }) }),
    'b',
  ],
  [
    'elemMatch on plain values',
    [
      { _id: 'a', s: [1, 9] },
      { _id: 'b', s: [4] },
    ],
    (_) => ({ s: _.elemMatch(_.eq(4)) }),
    'b',
  ],
  [
    'objects are equal only in the same order',
    [
      { _id: 'a', o: { x: 1, y: 2 } },
      { _id: 'b', o: { y: 2, x: 1 } },
    ],
    (_) => ({ o: _.eq({ x: 1, y: 2 }) }),
    'a',
  ],
  [
    'a nested query looks at its own fields only',
    [{ _id: 'a', o: { x: 1, y: 2 } }],
    () => ({ o: { x: 1 } }),
    'a',
  ],
  [
    'dates compare as moments',
    [
      { _id: 'a', d: new Date(1) },
      { _id: 'b', d: new Date(9) },
    ],
    (_) => ({ d: _.lt(new Date(5)) }),
    'a',
  ],
  [
    'a pattern',
    [
      { _id: 'a', s: '苹果 Apple' },
      { _id: 'b', s: '梨' },
    ],
    () => ({ s: /apple/i }),
    'a',
  ],
  [
    'db.RegExp',
    [{ _id: 'a', s: 'one\ntwo' }],
    () => ({ s: cloud.sdk.database().RegExp({ regexp: '^two', options: 'm' }) }),
    'a',
  ],
  [
    'expr compares two fields',
    [
      { _id: 'a', x: 1, y: 2 },
      { _id: 'b', x: 3, y: 2 },
    ],
    (_) => _.expr(_.aggregate.gt(['$x', '$y'])),
    'b',
  ],
]

test.each(finds)('%s', async (_sentence, documents, where, names) => {
  expect(await namesOf(documents, where)).toBe(names)
})

test('points are found near, in a circle and in a polygon', async () => {
  const { command, Geo } = cloud.sdk.database()
  const goods = cloud.sdk.database().collection('goods')
  await goods.add({ data: { _id: 'near', at: Geo.Point(113, 23) } })
  await goods.add({ data: { _id: 'far', at: Geo.Point(114, 24) } })
  const find = async (condition: unknown) =>
    (await goods.where({ at: condition }).get()).data.map(({ _id }) => _id)
  const square = Geo.Polygon([
    Geo.LineString(
      [
        [112, 22],
        [112, 23.5],
        [113.5, 23.5],
        [113.5, 22],
        [112, 22],
      ].map(([x = 0, y = 0]) => Geo.Point(x, y)),
    ),
  ])
  expect(await find(command.geoNear({ geometry: Geo.Point(113, 23), maxDistance: 1000 }))).toEqual([
    'near',
  ])
  expect(await find(command.geoWithin({ geometry: square }))).toEqual(['near'])
  expect(await find(command.geoWithin({ centerSphere: [[113, 23], 0.0001] }))).toEqual(['near'])
})

test('results are sorted by several fields, skipped and limited', async () => {
  const goods = cloud.sdk.database().collection('goods')
  const data = [
    ['a', 1, 2],
    ['b', 2, 1],
    ['c', 1, 1],
    ['d', 'x', 0],
  ].map(([_id, n, m]) => ({ _id, n, m }))
  await goods.add({ data })
  const sorted = await goods.orderBy('n', 'desc').orderBy('m', 'asc').get()
  expect(sorted.data.map(({ _id }) => _id)).toEqual(['d', 'b', 'c', 'a'])
  const page = await goods.orderBy('n', 'asc').orderBy('m', 'asc').skip(1).limit(2).get()
  expect(page.data.map(({ _id }) => _id)).toEqual(['a', 'b'])
})

const fields: [sentence: string, projection: object, expected: object][] = [
  ['named fields, and the name always', { a: true, 'o.x': true }, { _id: 'x', a: 1, o: { x: 1 } }],
  [
    'all but some',
    { a: false, 'o.x': false },
    { _id: 'x', o: { y: 2 }, list: [1, 2, 3], lines: [{ k: 1 }, { k: 2 }] },
  ],
  ['without the name', { _id: false, a: true }, { a: 1 }],
  ['fields of elements', { 'lines.k': true }, { _id: 'x', lines: [{ k: 1 }, { k: 2 }] }],
]

test.each(fields)('a projection gives %s', async (_sentence, projection, expected) => {
  const goods = cloud.sdk.database().collection('goods')
  await goods.add({
    data: { _id: 'x', a: 1, o: { x: 1, y: 2 }, list: [1, 2, 3], lines: [{ k: 1 }, { k: 2 }] },
  })
  expect((await goods.field(projection).get()).data).toEqual([expected])
})

test('a projection cuts an array and picks one element', async () => {
  const { command } = cloud.sdk.database()
  const goods = cloud.sdk.database().collection('goods')
  await goods.add({ data: { _id: 'x', list: [1, 2, 3], lines: [{ k: 1 }, { k: 2 }] } })
  const { project } = command
  const first = await goods.field({ list: project.slice(-1) }).get()
  expect(first.data).toEqual([{ _id: 'x', list: [3], lines: [{ k: 1 }, { k: 2 }] }])
  const match = await goods.field({ lines: project.elemMatch({ k: 2 }) }).get()
  expect(match.data).toEqual([{ _id: 'x', lines: [{ k: 2 }] }])
})

test('a get without a limit gives 100 records and never more than 1000 (SDK; Collection.limit page)', async () => {
  const goods = cloud.sdk.database().collection('goods')
  await goods.add({ data: Array.from({ length: 1100 }, (_, n) => ({ n })) })
  expect((await goods.get()).data).toHaveLength(100)
  expect((await goods.limit(5000).get()).data).toHaveLength(1000)
})
