/** `cloud.database()` straight on the local cloud's store: no wire, no SDK. */
import { findIn, countIn } from '../../../emulator/database/find'
import { createPipelines, type Stage } from '../../../emulator/database/pipeline'
import { compileProjection } from '../../../emulator/database/project'
import { compileUpdate } from '../../../emulator/database/update'
import { databaseSubject } from '../../../emulator/faults/subject'
import { limits } from '../../../emulator/limits'
import { CloudError } from '../../../emulator/service'
import type { Collection } from '../../../emulator/store/collection'
import { isPlainObject, type Document, type Id } from '../../../emulator/store/document'
import { isInternal, type Store } from '../../../emulator/store/store'
import { Aggregation } from './aggregation'
import { aggregateWords, command as words } from './command'
import { stepsOf } from './pipeline'
import { startTransaction, type OpenTransactions } from './transactions'
import { queryOf, stored, updateOf } from './words'

const pipeline = () => new Aggregation(() => Promise.reject(new Error('it has no collection')))
const command = { ...words, aggregate: aggregateWords({ pipeline }) }

/** Lets one SDK call happen: with its faults, and only while whoever makes it lives. */
export type Perform = <Result>(
  call: { readonly subject: () => string; readonly isWrite?: boolean },
  work: () => Result | Promise<Result>,
) => Promise<Result>

interface Search {
  readonly where: Record<string, unknown>
  readonly order: readonly (readonly [string, 1 | -1])[]
  readonly skip: number
  readonly limit: number
  readonly fields: Record<string, unknown> | undefined
}

const everything: Search = {
  where: {},
  order: [],
  skip: 0,
  limit: limits.defaultRecords,
  fields: undefined,
}

/** Makes what `kit/cloud.ts` exports as `database`; `open` are the transactions of its caller. */
export function createDatabase(store: Store, perform: Perform, open: OpenTransactions) {
  const resolve = (name: string) => (isInternal(name) ? undefined : store.collection(name))
  const pipelines = createPipelines(resolve)
  const known = (name: string): Collection => {
    const found = resolve(name)
    if (!found) throw new CloudError('DATABASE_COLLECTION_NOT_EXIST', `no collection ${name}`)
    return found
  }

  function aggregated(collection: Collection, stages: readonly Stage[]): readonly object[] {
    const [first, ...rest] = stages
    const where = first?.$match
    const steps = isPlainObject(where) ? stepsOf(rest, resolve) : undefined
    if (!steps) return pipelines.run(collection, stages)
    const found: readonly Record<string, unknown>[] = findIn(collection, {
      where: where as object as Record<string, unknown>,
    })
    return steps.reduce((rows, step) => step(rows), found)
  }

  async function change(name: string, search: Search, data: unknown): Promise<number> {
    const update = compileUpdate(updateOf(data))
    const collection = known(name)
    const written = await store.write(() =>
      findIn(collection, { where: search.where }).flatMap((document) => {
        const next = update(document)
        return next === document ? [] : [{ collection: name, put: Object.freeze(next) }]
      }),
    )
    return written.length
  }

  function read(name: string, { where, order, skip, limit, fields }: Search): Document[] {
    const sort = order.length > 0 ? order : []
    const found = findIn(known(name), {
      where,
      sort,
      skip,
      limit: Math.min(limit, limits.maxRecords),
    })
    return fields ? (found.map(compileProjection(fields)) as Document[]) : found
  }

  async function drop(name: string, { where }: Search): Promise<number> {
    const collection = known(name)
    const removed = await store.write(() =>
      findIn(collection, { where }).map(({ _id }) => ({ collection: name, remove: _id })),
    )
    return removed.length
  }

  const removal = (name: string, search: Search) => ({
    subject: () => databaseSubject('database.removeDocument', name, { query: search.where }),
    isWrite: true,
  })
  const modify = (name: string, search: Search) => ({
    subject: () => databaseSubject('database.modifyDocument', name, { query: search.where }),
    isWrite: true,
  })
  const get = (name: string, query: unknown) => ({
    subject: () => databaseSubject('database.getDocument', name, { query }),
  })

  const query = (name: string, search: Search): object => ({
    where: (where: unknown) => query(name, { ...search, where: queryOf(where) }),
    orderBy: (field: string, direction: 'asc' | 'desc') => {
      const order = [...search.order, [field, direction === 'asc' ? 1 : -1] as const]
      return query(name, { ...search, order })
    },
    skip: (skip: number) => query(name, { ...search, skip }),
    limit: (limit: number) => query(name, { ...search, limit }),
    field: (fields: Record<string, unknown>) => query(name, { ...search, fields }),
    get: async () => ({
      data: await perform(get(name, search.where), () => read(name, search)),
    }),
    count: async () => {
      const subject = () =>
        databaseSubject('database.calculateDocument', name, { query: search.where })
      return { total: await perform({ subject }, () => countIn(known(name), search.where)) }
    },
    update: async ({ data }: { data: unknown }) => ({
      stats: { updated: await perform(modify(name, search), () => change(name, search, data)) },
    }),
    remove: async () => ({
      stats: { removed: await perform(removal(name, search), () => drop(name, search)) },
    }),
  })

  const doc = (name: string, id: Id) => {
    const one: Search = { ...everything, where: { _id: id }, limit: 1 }
    return {
      get: async () => {
        const data = await perform(get(name, one.where), () => known(name).get(id))
        return { data: data ?? null }
      },
      update: async ({ data }: { data: unknown }) => ({
        stats: { updated: await perform(modify(name, one), () => change(name, one, data)) },
      }),
      set: async ({ data }: { data: Record<string, unknown> }) => {
        const put = stored({ _id: id, ...data })
        await perform(modify(name, one), () => store.apply([{ collection: known(name).name, put }]))
        return { stats: { updated: 1 } }
      },
      remove: async () => ({
        stats: { removed: await perform(removal(name, one), () => drop(name, one)) },
      }),
    }
  }

  async function add(name: string, data: Document | readonly Document[]) {
    const documents = (Array.isArray(data) ? data : [data]) as readonly Document[]
    const ids = documents.map(({ _id }) => _id)
    const subject = () => databaseSubject('database.insertDocument', name, { ids })
    const collection = known(name).name
    const puts = documents.map((put) => ({ collection, put: stored(put), fresh: true }))
    await perform({ subject, isWrite: true }, () => store.apply(puts))
    return { _id: ids[0] }
  }

  const aggregation = (name: string) =>
    new Aggregation(async (stages) => {
      const subject = () =>
        databaseSubject('database.aggregateDocuments', name, { query: stages[0]?.$match })
      return { list: await perform({ subject }, () => aggregated(known(name), stages)) }
    })

  const reference = (name: string) => ({
    ...query(name, everything),
    doc: (id: Id) => doc(name, id),
    add: ({ data }: { data: Document | readonly Document[] }) => add(name, data),
    aggregate: () => aggregation(name),
  })
  const references = new Map<string, ReturnType<typeof reference>>()
  const collection = (name: string) => {
    const found = references.get(name) ?? reference(name)
    references.set(name, found)
    return found
  }

  const parts = { store, perform, open }
  return { command, collection, startTransaction: () => startTransaction(parts) }
}
