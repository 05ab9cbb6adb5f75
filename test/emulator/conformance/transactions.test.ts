import { openCloud, type TestCloud } from './open-cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await openCloud({ transactionMs: 1500, lockWaitMs: 300 })
})
beforeEach(async () => {
  cloud.store.reset()
  cloud.warnings.length = 0
  await cloud.store.apply([{ collection: 'goods', put: { _id: 'a', n: 1 } }])
})
afterAll(() => cloud.close())

const database = () => cloud.sdk.database()
const a = () => cloud.store.get('goods', 'a')
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('writes of a transaction are seen by itself at once and by others after the commit', async () => {
  const transaction = await database().startTransaction()
  const goods = transaction.collection('goods')
  await goods.add({ data: { _id: 'b' } })
  await goods.doc('a').update({ data: { n: 2 } })
  expect((await goods.doc('a').get()).data).toEqual({ _id: 'a', n: 2 })
  expect([a()?.n, cloud.store.count('goods')]).toEqual([1, 1])
  await transaction.commit()
  expect([a()?.n, cloud.store.count('goods')]).toEqual([2, 2])
})

test('a rollback leaves nothing behind, and its reason is what runTransaction rejects with', async () => {
  const run = database().runTransaction(async (transaction) => {
    await transaction
      .collection('goods')
      .doc('a')
      .update({ data: { n: 9 } })
    await transaction.rollback('changed my mind')
  })
  await expect(run).rejects.toBe('changed my mind')
  expect(a()?.n).toBe(1)
})

test('an error thrown inside runTransaction rolls back and comes out as it is', async () => {
  const run = database().runTransaction(async (transaction) => {
    await transaction.collection('goods').doc('a').remove()
    throw new RangeError('no')
  })
  await expect(run).rejects.toThrow(RangeError)
  expect(a()?.n).toBe(1)
})

test('reads see the moment the transaction began, whatever others write (事务 guide: snapshot)', async () => {
  const transaction = await database().startTransaction()
  await database()
    .collection('goods')
    .doc('a')
    .update({ data: { n: 5 } })
  await database()
    .collection('goods')
    .add({ data: { _id: 'later' } })
  const goods = transaction.collection('goods')
  expect((await goods.doc('a').get()).data).toEqual({ _id: 'a', n: 1 })
  await expect(goods.doc('later').get()).rejects.toThrow('does not exist')
  await transaction.rollback('')
})

test('a write to a document that changed since the snapshot fails at once (事务 guide: conflict)', async () => {
  const transaction = await database().startTransaction()
  await database()
    .collection('goods')
    .doc('a')
    .update({ data: { n: 5 } })
  const write = transaction
    .collection('goods')
    .doc('a')
    .update({ data: { n: 6 } })
  await expect(write).rejects.toMatchObject({ errCode: -501001 })
  await expect(write).rejects.toThrow('TransactionConflict')
  await expect(transaction.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
})

test('a write to a document another transaction holds fails at once (事务 guide: write lock)', async () => {
  const [first, second] = [await database().startTransaction(), await database().startTransaction()]
  await first
    .collection('goods')
    .doc('a')
    .update({ data: { n: 2 } })
  const began = performance.now()
  await expect(second.collection('goods').doc('a').remove()).rejects.toThrow('TransactionConflict')
  expect(performance.now() - began).toBeLessThan(300)
  await first.commit()
  expect(a()?.n).toBe(2)
})

test('two transactions cannot make the same document, nor take the same unique key', async () => {
  const [first, second] = [await database().startTransaction(), await database().startTransaction()]
  await first.collection('orders').add({ data: { _id: 'x', number: 1 } })
  await expect(second.collection('orders').add({ data: { _id: 'y', number: 1 } })).rejects.toThrow(
    'TransactionConflict',
  )
  await first.commit()
  await expect(
    database()
      .collection('orders')
      .add({ data: { number: 1 } }),
  ).rejects.toThrow('E11000')
})

test('no update is lost: of many increments exactly those that succeeded are counted', async () => {
  const add = () =>
    database().runTransaction(async (transaction) => {
      const goods = transaction.collection('goods')
      const { data } = await goods.doc('a').get()
      await goods.doc('a').update({ data: { n: Number(data.n) + 1 } })
    })
  const results = await Promise.allSettled(Array.from({ length: 20 }, add))
  const succeeded = results.filter(({ status }) => status === 'fulfilled').length
  expect(succeeded).toBeGreaterThan(0)
  expect(a()?.n).toBe(1 + succeeded)
})

test('a plain write waits until the lock goes', async () => {
  const transaction = await database().startTransaction()
  await transaction
    .collection('goods')
    .doc('a')
    .update({ data: { n: 10 } })
  const { command } = database()
  let isDone = false
  const write = database()
    .collection('goods')
    .doc('a')
    .update({ data: { n: command.inc(1) } })
    .then(() => (isDone = true))
  await pause(50)
  expect(isDone).toBe(false)
  await transaction.commit()
  await write
  expect(a()?.n).toBe(11)
})

test('a conditional write that waited looks again at what it finds', async () => {
  const transaction = await database().startTransaction()
  await transaction
    .collection('goods')
    .doc('a')
    .update({ data: { n: 0 } })
  const { command } = database()
  const write = database()
    .collection('goods')
    .where({ _id: 'a', n: command.gte(1) })
    .update({ data: { n: command.inc(-1) } })
  await pause(30)
  await transaction.commit()
  expect((await write).stats.updated).toBe(0)
})

test('a plain write that waits too long is refused', async () => {
  const transaction = await database().startTransaction()
  await transaction
    .collection('goods')
    .doc('a')
    .update({ data: { n: 10 } })
  const write = database().collection('goods').doc('a').remove()
  await expect(write).rejects.toMatchObject({ errCode: -502001 })
  await expect(write).rejects.toThrow('lock wait timeout')
  await transaction.rollback('')
})

test('a transaction ends when its time is over (error code DATABASE_TRANSACTION_FAIL: 30 s)', async () => {
  const transaction = await database().startTransaction()
  await transaction
    .collection('goods')
    .doc('a')
    .update({ data: { n: 10 } })
  await pause(1700)
  await expect(transaction.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
  expect(a()?.n).toBe(1)
  await database()
    .collection('goods')
    .doc('a')
    .update({ data: { n: 3 } })
})

test('runTransaction tries again only when the commit conflicts, not for a conflict inside (SDK source)', async () => {
  const holder = await database().startTransaction()
  await holder
    .collection('goods')
    .doc('a')
    .update({ data: { n: 2 } })
  let attempts = 0
  const run = database().runTransaction(async (transaction) => {
    attempts++
    await transaction
      .collection('goods')
      .doc('a')
      .update({ data: { n: 3 } })
  })
  await expect(run).rejects.toMatchObject({ errCode: -501001 })
  expect(attempts).toBe(1)
  await holder.rollback('')
})

test('set and remove take part too', async () => {
  await database().runTransaction(async (transaction) => {
    await transaction
      .collection('goods')
      .doc('new')
      .set({ data: { n: 1 } })
    await transaction.collection('goods').doc('a').remove()
  })
  expect(cloud.store.list('goods')).toEqual([{ _id: 'new', n: 1 }])
})

test('a duplicate inside a transaction drops it, as any failed write does in MongoDB', async () => {
  const transaction = await database().startTransaction()
  await expect(transaction.collection('goods').add({ data: { _id: 'a' } })).rejects.toThrow(
    'E11000',
  )
  await expect(transaction.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
})

test('where().get inside a transaction is refused (事务 guide: single documents only)', async () => {
  const transaction = await database().startTransaction()
  const goods = transaction.collection('goods')
  await expect(goods.where({ n: 1 }).get()).rejects.toMatchObject({ errCode: -501007 })
  await transaction.rollback('')
})

test('where().update, count and aggregate inside a transaction run outside of it, with a warning (SDK source)', async () => {
  const transaction = await database().startTransaction()
  const goods = transaction.collection('goods')
  await goods.where({ n: 1 }).update({ data: { n: 7 } })
  expect(a()?.n).toBe(7)
  await goods.count()
  await goods.aggregate().match({ n: 1 }).end()
  expect(cloud.warnings).toEqual([
    expect.stringContaining('where().update on goods ran outside the transaction'),
    expect.stringContaining('count on goods'),
    expect.stringContaining('aggregate on goods'),
  ])
  await transaction.rollback('')
  cloud.warnings.length = 0
  await database()
    .collection('goods')
    .where({ n: 7 })
    .update({ data: { n: 8 } })
  expect(cloud.warnings).toEqual([])
})
