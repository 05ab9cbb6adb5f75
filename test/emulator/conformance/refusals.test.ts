import { openCloud, type TestCloud } from './open-cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await openCloud({ collections: 3 })
})
beforeEach(() => cloud.store.reset())
afterAll(() => cloud.close())

const database = () => cloud.sdk.database()

test('a collection must exist before it is used (error code DATABASE_COLLECTION_NOT_EXIST)', async () => {
  const missing = database().collection('missing')
  const tries = [
    missing.get(),
    missing.doc('x').get(),
    missing.count(),
    missing.add({ data: {} }),
    missing.where({ a: 1 }).update({ data: { a: 2 } }),
    missing.where({ a: 1 }).remove(),
  ]
  for (const attempt of tries) await expect(attempt).rejects.toMatchObject({ errCode: -502005 })
  await expect(missing.get()).rejects.toThrow('Db or Table not exist: missing')
  await expect(missing.aggregate().match({}).end()).rejects.toMatchObject({
    code: 'DATABASE_COLLECTION_NOT_EXIST',
  })
})

test("the local cloud's own collections do not exist for functions", async () => {
  await cloud.store.apply([{ collection: '_payments', put: { _id: 'p' } }])
  await expect(database().collection('_payments').get()).rejects.toMatchObject({ errCode: -502005 })
})

test('creating a collection twice fails (Database.createCollection page)', async () => {
  await database().createCollection('notes')
  await expect(database().createCollection('notes')).rejects.toThrow('already exists')
})

test('an environment has a limited number of collections (CloudBase FAQ)', async () => {
  await database().createCollection('third')
  await expect(database().createCollection('fourth')).rejects.toMatchObject({
    code: 'DATABASE_COLLECTION_EXCEED_LIMIT',
  })
})

test('a taken name is refused with E11000 (MongoDB error 11000)', async () => {
  await database()
    .collection('goods')
    .add({ data: { _id: 'a' } })
  const again = database()
    .collection('goods')
    .add({ data: { _id: 'a' } })
  await expect(again).rejects.toMatchObject({ errCode: -502001 })
  await expect(again).rejects.toThrow(
    'E11000 duplicate key error collection: goods index: _id_ dup key: { _id: "a" }',
  )
})

test('a unique index takes one document without the field: missing counts as null (MongoDB manual)', async () => {
  const orders = database().collection('orders')
  await orders.add({ data: { _id: 'a' } })
  await expect(orders.add({ data: { _id: 'b' } })).rejects.toThrow(
    'index: by_number dup key: { number: null }',
  )
  await orders.add({ data: { _id: 'c', number: 1 } })
  await expect(orders.doc('c').update({ data: { number: null } })).rejects.toThrow('E11000')
  await expect(orders.doc('d').set({ data: { number: 1 } })).rejects.toThrow('E11000')
})

test('a freed unique key can be used again', async () => {
  const orders = database().collection('orders')
  await orders.add({ data: { _id: 'a', number: 1 } })
  await orders.doc('a').update({ data: { number: 2 } })
  await orders.add({ data: { _id: 'b', number: 1 } })
  await orders.doc('b').remove()
  await orders.add({ data: { _id: 'c', number: 1 } })
  expect(cloud.store.count('orders')).toBe(2)
})

const unstorable: [rule: string, data: object][] = [
  ['a field name with a dollar (MongoDB limits: restrictions on field names)', { a: { $b: 1 } }],
  ['a field name with a dot (MongoDB limits: restrictions on field names)', { 'a.b': 1 }],
  ['more than 100 levels (MongoDB limits: nested depth)', nested(110)],
  ['more than 16 MB (MongoDB limits: BSON document size)', { text: 'x'.repeat(17 * 1024 * 1024) }],
]

test.each(unstorable)('a document with %s is refused', async (_rule, data) => {
  const added = database().collection('goods').add({ data })
  await expect(added).rejects.toThrow()
  expect(cloud.store.count('goods')).toBe(0)
})

function nested(levels: number): object {
  return levels === 0 ? {} : { o: nested(levels - 1) }
}

test('an unknown operator is refused (error code DATABASE_INVALID_OPERRATOR)', async () => {
  const goods = database().collection('goods')
  await goods.add({ data: { _id: 'a', n: 1 } })
  await expect(goods.where({ n: { $near: 1 } }).get()).rejects.toMatchObject({ errCode: -502002 })
  await expect(
    goods.where({ n: 1 }).update({ data: { $nonsense: { n: 1 } } }),
  ).rejects.toMatchObject({
    errCode: -502002,
  })
})

test('the name of a document cannot change (SDK: 不能更新_id的值)', async () => {
  await expect(
    database()
      .collection('goods')
      .doc('a')
      .update({ data: { _id: 'b' } }),
  ).rejects.toMatchObject({ errCode: -501007 })
})
