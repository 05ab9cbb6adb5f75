import { ChangeLog, type Change } from '../../emulator/store/change-log'
import { openStore } from '../../emulator/store/store'

const changed = (version: number): Change => ({
  ...{ version, collection: 'things' },
  ...{ before: null, after: { _id: `thing-${version}` } },
})

function logOf(count: number): ChangeLog {
  const log = new ChangeLog()
  for (let version = 1; version <= count; version += 1) log.add(changed(version))
  return log
}

test('what was written after a version is told, oldest first', () => {
  expect(logOf(3).after(1)).toEqual([changed(2), changed(3)])
  expect(logOf(3).after(3)).toEqual([])
})

test('what is too long ago is forgotten, and that is said rather than a part of it told', () => {
  const log = logOf(10_001)
  expect(log.after(1)).toBeUndefined()
  expect(log.after(10_000)).toEqual([changed(10_001)])
})

test('a store notes each document with what it was before, and what is gone', async () => {
  const schema = { collections: { things: { permission: 'ADMINONLY' as const, indexes: [] } } }
  const store = openStore({ folder: ':memory:', schema })
  await store.apply([{ collection: 'things', put: { _id: 'one', at: 1 } }])
  const { version } = store
  await store.apply([{ collection: 'things', put: { _id: 'one', at: 2 } }])
  await store.apply([{ collection: 'things', remove: 'one' }])
  expect(store.changes.after(version)).toMatchObject([
    { before: { _id: 'one', at: 1 }, after: { _id: 'one', at: 2 } },
    { before: { _id: 'one', at: 2 }, after: null },
  ])
  await store.close()
})
