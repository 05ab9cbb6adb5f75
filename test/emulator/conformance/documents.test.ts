import { openCloud, type TestCloud } from './open-cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await openCloud()
})
beforeEach(() => cloud.store.reset())
afterAll(() => cloud.close())

const goods = () => cloud.sdk.database().collection('goods')

test('a document comes back as it was written: dates, numbers, points, null and nested arrays', async () => {
  const db = cloud.sdk.database()
  const { _id: id } = await goods().add({
    data: {
      price: 1.5,
      stock: 3_000_000_000,
      at: new Date(5),
      tags: ['a', [1, 2]],
      gone: null,
      made: db.serverDate({ offset: 1000 }),
      where: db.Geo.Point(113, 23),
    },
  })
  const { data } = await goods().doc(id).get()
  expect(data).toMatchObject({ _id: id, price: 1.5, tags: ['a', [1, 2]], gone: null })
  expect(data).toMatchObject({
    stock: 3_000_000_000,
    at: new Date(5),
    made: new Date(cloud.now + 1000),
  })
  expect(data.where).toMatchObject({ longitude: 113, latitude: 23 })
})

test('a document without a name gets 32 hexadecimal digits', async () => {
  const { _id: id } = await goods().add({ data: {} })
  expect(id).toMatch(/^[0-9a-f]{32}$/)
})

test('several documents are added at once, in order', async () => {
  await goods().add({ data: [{ _id: 'b' }, { _id: 'a' }] })
  expect((await goods().get()).data.map(({ _id }) => _id)).toEqual(['b', 'a'])
})

test('documents before the first duplicate stay, as in an ordered insert of MongoDB', async () => {
  await goods().add({ data: { _id: 'taken' } })
  const added = goods().add({
    data: [{ _id: 'first' }, { _id: 'taken' }, { _id: 'last' }],
  })
  await expect(added).rejects.toThrow('E11000')
  expect(cloud.store.list('goods').map(({ _id }) => _id)).toEqual(['taken', 'first'])
})

test('a missing document throws, or is null where the SDK is told so', async () => {
  await expect(goods().doc('none').get()).rejects.toThrow('document with _id none does not exist')
  const calm = cloud.sdk.database({ throwOnNotFound: false })
  expect((await calm.collection('goods').doc('none').get()).data).toBeNull()
})

test('set makes a document, then replaces all of it', async () => {
  expect(
    await goods()
      .doc('pear')
      .set({ data: { price: 1, old: true } }),
  ).toMatchObject({
    _id: 'pear',
    stats: { updated: 0, created: 1 },
  })
  expect(
    await goods()
      .doc('pear')
      .set({ data: { price: 2 } }),
  ).toMatchObject({
    stats: { updated: 1, created: 0 },
  })
  expect((await goods().doc('pear').get()).data).toEqual({ _id: 'pear', price: 2 })
})

test('update counts a document only if it really changed', async () => {
  await goods().add({ data: { _id: 'pear', price: 1, size: { width: 1 } } })
  const update = async (data: object) => (await goods().doc('pear').update({ data })).stats.updated
  expect(await update({ price: 1 })).toBe(0)
  expect(await update({ size: { width: 1 } })).toBe(0)
  expect(await update({ price: 2 })).toBe(1)
  expect(
    (
      await goods()
        .doc('none')
        .update({ data: { price: 1 } })
    ).stats.updated,
  ).toBe(0)
})

test('a conditional update takes what is there and never more', async () => {
  const { command } = cloud.sdk.database()
  await goods().add({ data: { _id: 'pool', available: 3, holds: {} } })
  const take = async (order: string) => {
    const { stats } = await goods()
      .where({ _id: 'pool', available: command.gte(2), [`holds.${order}`]: command.exists(false) })
      .update({ data: { available: command.inc(-2), [`holds.${order}`]: { quantity: 2 } } })
    return stats.updated
  }
  expect([await take('a'), await take('a'), await take('b')]).toEqual([1, 0, 0])
  expect(cloud.store.get('goods', 'pool')).toEqual({
    _id: 'pool',
    available: 1,
    holds: { a: { quantity: 2 } },
  })
})

test('where().update changes every match, or one with multi: false', async () => {
  for (const id of ['a', 'b', 'c']) await goods().add({ data: { _id: id, on: true } })
  const off = { data: { on: false } }
  const one = await goods()
    .where({ on: true })
    .update({ ...off, multi: false })
  expect(one.stats.updated).toBe(1)
  expect((await goods().where({ on: true }).update(off)).stats.updated).toBe(2)
})

test('remove and count tell how many', async () => {
  for (const id of ['a', 'b', 'c']) await goods().add({ data: { _id: id } })
  expect((await goods().doc('a').remove()).stats.removed).toBe(1)
  expect((await goods().doc('a').remove()).stats.removed).toBe(0)
  expect((await goods().count()).total).toBe(2)
  expect((await goods().where({ _id: 'b' }).remove()).stats.removed).toBe(1)
  expect((await goods().where({ _id: 'c' }).count()).total).toBe(1)
})

test('names that are numbers and names that are text are different names', async () => {
  await goods().add({ data: { _id: 1, kind: 'number' } })
  await goods().add({ data: { _id: '1', kind: 'text' } })
  expect((await goods().doc(1).get()).data).toEqual({ _id: 1, kind: 'number' })
})

test('a created collection can be used at once', async () => {
  const db = cloud.sdk.database()
  await db.createCollection('notes')
  await db.collection('notes').add({ data: { _id: 'n' } })
  expect((await db.collection('notes').count()).total).toBe(1)
})
