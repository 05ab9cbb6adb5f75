import { openCloud, type TestCloud } from './open-cloud'
import type { Command, Expressions, Pipeline as Start } from './sdk'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await openCloud({
    schema: {
      collections: {
        goods: { permission: 'ADMINONLY', indexes: [] },
        orders: {
          permission: 'ADMINONLY',
          indexes: [{ name: 'by_goods', fields: [['goodsId', 1]], unique: false }],
        },
      },
    },
  })
  const goods = [
    { _id: 'p', kind: 'fruit', price: 3, tags: ['sweet', 'green'] },
    { _id: 'q', kind: 'fruit', price: 5, tags: ['sweet'] },
    { _id: 'r', kind: 'nut', price: 8, tags: [], size: { width: 2 } },
  ]
  const orders = [
    { _id: 1, goodsId: 'p', quantity: 2 },
    { _id: 2, goodsId: 'p', quantity: 5 },
    { _id: 3, goodsId: 'r', quantity: 1 },
  ]
  await cloud.store.apply([
    ...goods.map((put) => ({ collection: 'goods', put })),
    ...orders.map((put) => ({ collection: 'orders', put })),
  ])
})
afterAll(() => cloud.close())

type Pipeline = (start: Start, $: Expressions, _: Command) => Start

const pipelines: [sentence: string, pipeline: Pipeline, rows: unknown[]][] = [
  [
    'match and sort',
    (s, _$, _) =>
      s
        .match({ price: _.gt(3) })
        .sort({ price: -1 })
        .project({ _id: 1 }),
    [{ _id: 'r' }, { _id: 'q' }],
  ],
  [
    'skip and limit',
    (s) => s.sort({ _id: 1 }).skip(1).limit(1).project({ _id: 1 }),
    [{ _id: 'q' }],
  ],
  ['count', (s) => s.match({ kind: 'fruit' }).count('fruits'), [{ fruits: 2 }]],
  [
    'group with sums, averages and bounds',
    (s, $) =>
      s
        .group({
          _id: '$kind',
          n: $.sum(1),
          sum: $.sum('$price'),
          avg: $.avg('$price'),
          least: $.min('$price'),
          most: $.max('$price'),
        })
        .sort({ _id: 1 }),
    [
      { _id: 'fruit', n: 2, sum: 8, avg: 4, least: 3, most: 5 },
      { _id: 'nut', n: 1, sum: 8, avg: 8, least: 8, most: 8 },
    ],
  ],
  [
    'group everything',
    (s, $) => s.group({ _id: null, names: $.push('$_id'), kinds: $.addToSet('$kind') }),
    [{ _id: null, names: ['p', 'q', 'r'], kinds: ['fruit', 'nut'] }],
  ],
  [
    'group by two fields',
    (s, $) =>
      s
        .group({ _id: { kind: '$kind', sweet: $.in(['sweet', '$tags']) }, n: $.sum(1) })
        .sort({ n: -1 })
        .limit(1),
    [{ _id: { kind: 'fruit', sweet: true }, n: 2 }],
  ],
  [
    'group with first and last of an order',
    (s, $) =>
      s
        .sort({ price: -1 })
        .group({ _id: '$kind', dearest: $.first('$_id'), cheapest: $.last('$_id') })
        .sort({ _id: 1 }),
    [
      { _id: 'fruit', dearest: 'q', cheapest: 'p' },
      { _id: 'nut', dearest: 'r', cheapest: 'r' },
    ],
  ],
  [
    'unwind by name',
    (s) => s.unwind('$tags').project({ tags: 1 }),
    [
      { _id: 'p', tags: 'sweet' },
      { _id: 'p', tags: 'green' },
      { _id: 'q', tags: 'sweet' },
    ],
  ],
  [
    'unwind that keeps the empty',
    (s) =>
      s
        .unwind({
          path: '$tags',
          includeArrayIndex: 'at',
          preserveNullAndEmptyArrays: true,
        })
        .match({ _id: 'r' })
        .project({ tags: 1, at: 1 }),
    [{ _id: 'r', at: null }],
  ],
  [
    'sortByCount',
    (s) => s.unwind('$tags').sortByCount('$tags'),
    [
      { _id: 'sweet', count: 2 },
      { _id: 'green', count: 1 },
    ],
  ],
  [
    'addFields',
    (s, $) =>
      s
        .match({ _id: 'p' })
        .addFields({ double: $.multiply(['$price', 2]), 'o.x': 1 })
        .project({ tags: 0 }),
    [{ _id: 'p', kind: 'fruit', price: 3, double: 6, o: { x: 1 } }],
  ],
  [
    'project with expressions',
    (s, $) =>
      s.match({ _id: 'p' }).project({
        _id: 0,
        dear: $.cond({ if: $.gte(['$price', 4]), then: 'yes', else: 'no' }),
        n: $.size('$tags'),
      }),
    [{ dear: 'no', n: 2 }],
  ],
  ['replaceRoot', (s) => s.match({ _id: 'r' }).replaceRoot({ newRoot: '$size' }), [{ width: 2 }]],
  [
    'bucket',
    (s, $) => s.bucket({ groupBy: '$price', boundaries: [0, 4, 10], output: { n: $.sum(1) } }),
    [
      { _id: 0, n: 1 },
      { _id: 4, n: 2 },
    ],
  ],
  [
    'sample',
    (s) => s.sample({ size: 3 }).sort({ _id: 1 }).project({ _id: 1 }),
    [{ _id: 'p' }, { _id: 'q' }, { _id: 'r' }],
  ],
  [
    'lookup by fields',
    (s) =>
      s
        .sort({ _id: 1 })
        .lookup({ from: 'orders', localField: '_id', foreignField: 'goodsId', as: 'orders' })
        .project({ 'orders._id': 1 }),
    [
      { _id: 'p', orders: [{ _id: 1 }, { _id: 2 }] },
      { _id: 'q', orders: [] },
      { _id: 'r', orders: [{ _id: 3 }] },
    ],
  ],
  [
    'lookup from an array of names',
    (s) =>
      s
        .match({ _id: 'p' })
        .addFields({ wanted: [1, 3] })
        .lookup({ from: 'orders', localField: 'wanted', foreignField: '_id', as: 'found' })
        .project({ 'found._id': 1 }),
    [{ _id: 'p', found: [{ _id: 1 }, { _id: 3 }] }],
  ],
  [
    'lookup in a collection that is not there',
    (s) =>
      s
        .match({ _id: 'p' })
        .lookup({ from: 'none', localField: '_id', foreignField: 'x', as: 'found' })
        .project({ found: 1 }),
    [{ _id: 'p', found: [] }],
  ],
]

test.each(pipelines)('%s', async (_sentence, pipeline, rows) => {
  const { command } = cloud.sdk.database()
  const start = cloud.sdk.database().collection('goods').aggregate()
  const { list } = await pipeline(start, command.aggregate, command).end()
  expect(list).toEqual(rows)
})

test('lookup by a sub-pipeline with variables', async () => {
  const { command } = cloud.sdk.database()
  const $ = command.aggregate
  const { list } = await cloud.sdk
    .database()
    .collection('goods')
    .aggregate()
    .match({ _id: 'p' })
    .lookup({
      from: 'orders',
      let: { id: '$_id', least: '$price' },
      pipeline: $.pipeline()
        .match(command.expr($.and([$.eq(['$goodsId', '$$id']), $.gt(['$quantity', '$$least'])])))
        .project({ quantity: 1 })
        .done(),
      as: 'orders',
    })
    .project({ orders: 1 })
    .end()
  expect(list).toEqual([{ _id: 'p', orders: [{ _id: 2, quantity: 5 }] }])
})

test('lookup by a sub-pipeline of its own brings the same to every row', async () => {
  const { command } = cloud.sdk.database()
  const { list } = await cloud.sdk
    .database()
    .collection('goods')
    .aggregate()
    .match({ kind: 'fruit' })
    .lookup({
      from: 'orders',
      pipeline: command.aggregate
        .pipeline()
        .match({ quantity: command.gte(2) })
        .sort({ quantity: -1 })
        .limit(1)
        .project({ _id: 1 })
        .done(),
      as: 'most',
    })
    .project({ most: 1 })
    .end()
  expect(list).toEqual([
    { _id: 'p', most: [{ _id: 2 }] },
    { _id: 'q', most: [{ _id: 2 }] },
  ])
})

test('no stage changes what is stored', async () => {
  const before = JSON.stringify(cloud.store.list('orders'))
  await cloud.sdk
    .database()
    .collection('goods')
    .aggregate()
    .lookup({ from: 'orders', localField: '_id', foreignField: 'goodsId', as: 'orders' })
    .addFields({ 'orders.seen': true, 'size.width': 9 })
    .end()
  expect(JSON.stringify(cloud.store.list('orders'))).toBe(before)
  expect(cloud.store.get('goods', 'r')).toMatchObject({ size: { width: 2 } })
})

test('geoNear gives the nearest first, with the distance', async () => {
  const db = cloud.sdk.database()
  await db.createCollection('shops')
  await db.collection('shops').add({ data: { _id: 'far', at: db.Geo.Point(114, 23) } })
  await db.collection('shops').add({ data: { _id: 'near', at: db.Geo.Point(113.001, 23) } })
  const { list } = await db
    .collection('shops')
    .aggregate()
    .geoNear({ near: db.Geo.Point(113, 23), spherical: true, distanceField: 'metres' })
    .end()
  expect(list).toMatchObject([{ _id: 'near' }, { _id: 'far' }])
  expect(Math.round((list as { metres: number }[])[0]?.metres ?? 0)).toBe(102)
})

test('an unknown expression is refused (error code DATABASE_INVALID_OPERRATOR)', async () => {
  const run = cloud.sdk
    .database()
    .collection('goods')
    .aggregate()
    .project({ x: { $nonsense: 1 } })
    .end()
  await expect(run).rejects.toMatchObject({ code: 'DATABASE_INVALID_OPERRATOR' })
})
