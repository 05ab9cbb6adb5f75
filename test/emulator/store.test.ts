import { mkdtempSync, rmSync, writeFileSync, truncateSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { DuplicateKey, StoreError } from '../../emulator/store/refusals'
import { readSchema, type DatabaseSchema } from '../../emulator/store/schema'
import { openStore, type Store } from '../../emulator/store/store'

const schema: DatabaseSchema = {
  collections: {
    orders: {
      permission: 'ADMINONLY',
      indexes: [
        { name: 'by_number', fields: [['number', 1]], unique: true },
        { name: 'by_tags', fields: [['tags', 1]], unique: false },
      ],
    },
  },
}

let folder: string
const opened: Store[] = []
const open = (options: Partial<Parameters<typeof openStore>[0]> = {}) => {
  const store = openStore({ folder, schema, ...options })
  opened.push(store)
  return store
}
const put = (id: string | number, fields: object = {}) => ({
  collection: 'orders',
  put: { _id: id, number: id, ...fields },
})

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jutuan-store-'))
})
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close().catch(() => undefined)
  rmSync(folder, { recursive: true })
})

test('documents come back after a restart, in their order, with dates and names that are numbers', async () => {
  const first = open()
  await first.apply([put('b', { at: new Date(5), list: [1.5, null] }), put(7)])
  await first.apply([put('a'), { collection: '_payments', put: { _id: 'p' } }])
  await first.apply([{ collection: 'orders', remove: 7 }, put('b', { at: new Date(6) })])
  first.create('notes')
  await first.close()
  const second = open()
  expect(second.list('orders')).toEqual([
    { _id: 'b', number: 'b', at: new Date(6) },
    { _id: 'a', number: 'a' },
  ])
  expect(second.get('_payments', 'p')).toEqual({ _id: 'p' })
  expect(second.collections()).toEqual(['orders', 'notes'])
})

test('writes of one moment become one commit on disk', async () => {
  const store = open()
  await Promise.all(Array.from({ length: 500 }, (_, n) => store.apply([put(n)])))
  expect(store.commits).toBeLessThanOrEqual(2)
  expect(store.count('orders')).toBe(500)
})

test('a batch is written wholly or not at all', async () => {
  const store = open()
  await store.apply([put('a')])
  const batch = store.apply([put('b'), { collection: 'orders', put: { _id: 'c', number: 'a' } }])
  await expect(batch).rejects.toBeInstanceOf(DuplicateKey)
  expect(store.list('orders').map(({ _id }) => _id)).toEqual(['a'])
})

test('two documents of one batch cannot share a unique key, but may exchange theirs', async () => {
  const store = open()
  await expect(
    store.apply([put('a', { number: 1 }), put('b', { number: 1 })]),
  ).rejects.toBeInstanceOf(DuplicateKey)
  await store.apply([put('a', { number: 1 }), put('b', { number: 2 })])
  await store.apply([put('a', { number: 2 }), put('b', { number: 1 })])
  expect(store.list('orders').map(({ number }) => number)).toEqual([2, 1])
})

test('a fresh document does not replace one that is there', async () => {
  const store = open()
  await store.apply([{ ...put('a'), fresh: true }])
  await expect(store.apply([{ ...put('a'), fresh: true }])).rejects.toBeInstanceOf(DuplicateKey)
})

test('versions share what did not change', async () => {
  const store = open()
  const big = { list: [1, 2, 3] }
  await store.apply([put('a', { big })])
  const before = store.get('orders', 'a')
  await store.apply([{ collection: 'orders', put: { ...before, _id: 'a', small: 1 } }])
  expect(store.get('orders', 'a')?.big).toBe(before?.big)
})

test('older versions are let go when the last transaction that could see them ends', async () => {
  const store = open()
  await store.apply([put('a', { n: 1 })])
  const early = store.begin()
  await store.apply([put('a', { n: 2 })])
  const late = store.begin()
  await store.apply([{ collection: 'orders', remove: 'a' }])
  expect([early.get('orders', 'a')?.n, late.get('orders', 'a')?.n]).toEqual([1, 2])
  early.abort()
  expect(late.get('orders', 'a')?.n).toBe(2)
  late.abort()
  expect(store.collection('orders')?.slot('a')).toBeUndefined()
})

test('reset empties everything but keeps what is declared, also on disk', async () => {
  const store = open()
  store.create('notes')
  await store.apply([put('a'), { collection: '_payments', put: { _id: 'p' } }])
  void store.apply([put('b')])
  store.reset()
  await store.apply([put('c')])
  await store.close()
  const again = open()
  expect(again.list('orders').map(({ _id }) => _id)).toEqual(['c'])
  expect([again.has('notes'), again.count('_payments')]).toEqual([false, 0])
})

test('nothing is kept in ":memory:"', async () => {
  const store = open({ folder: ':memory:' })
  await store.apply([put('a')])
  expect(store.count('orders')).toBe(1)
})

const unusable: [what: string, spoil: (file: string) => void | Promise<void>, words: string][] = [
  [
    'that is no database',
    (file) => writeFileSync(file, 'a letter, not a database'.repeat(100)),
    'was not made by the local cloud',
  ],
  ['of another program', (file) => foreignDatabase(file), 'was not made by the local cloud'],
  ['of another version', (file) => otherVersion(file), 'another version'],
  ['that was cut off', (file) => cutOff(file), 'is damaged'],
]

function foreignDatabase(file: string): void {
  const database = new DatabaseSync(file)
  database.exec('CREATE TABLE theirs (x)')
  database.close()
}

async function otherVersion(file: string): Promise<void> {
  await open().close()
  const database = new DatabaseSync(file)
  database.exec('PRAGMA user_version = 99')
  database.close()
}

async function cutOff(file: string): Promise<void> {
  const store = open()
  await store.apply(Array.from({ length: 200 }, (_, n) => put(n, { text: 'x'.repeat(200) })))
  await store.close()
  truncateSync(file, Math.floor(statSync(file).size / 2))
}

test.each(unusable)('a data file %s is refused in one sentence', async (_what, spoil, words) => {
  await spoil(join(folder, 'documents.sqlite'))
  expect(() => open()).toThrow(StoreError)
  expect(() => open()).toThrow(words)
})

test('a data folder serves one local cloud at a time', () => {
  open()
  expect(() => open()).toThrow('in use by another local cloud')
})

test('documents that break a new unique index are named at the start', async () => {
  const first = open({ schema: { collections: {} } })
  await first.apply([put('a', { number: 1 }), put('b', { number: 1 })])
  await first.close()
  expect(() => open()).toThrow('break the unique index by_number of orders')
})

const mistakes: [mistake: string, text: string, words: string][] = [
  ['no JSON', '{', 'not JSON'],
  ['no collections', '{}', 'collections is not an object'],
  ['a collection without permission', '{"collections":{"a":{}}}', 'a needs a "permission"'],
  [
    'an index without fields',
    '{"collections":{"a":{"permission":"x","indexes":[{"name":"n","fields":[]}]}}}',
    'an index of a',
  ],
]

test.each(mistakes)('database.json with %s is refused in one sentence', (_mistake, text, words) => {
  expect(() => readSchema(text)).toThrow(words)
})

test('database.json is read as it is written', () => {
  expect(readSchema(JSON.stringify(schema))).toEqual(schema)
})
