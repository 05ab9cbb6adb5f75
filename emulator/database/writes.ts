import { randomBytes } from 'node:crypto'
import type { SdkReply } from '../service'
import type { Collection } from '../store/collection'
import type { Document, Put, Write } from '../store/document'
import { isPlainObject } from '../store/document'
import { DuplicateKey } from '../store/refusals'
import type { Store } from '../store/store'
import { checkDocument, checkGrowth, checkId } from './check'
import type { DatabaseParts } from './database'
import { findIn } from './find'
import type { Parameters } from './parameters'
import { failed, invalid } from './refusals'
import { compileUpdate } from './update'

/** `add`: one document or several. */
export async function insertDocument(
  { store }: DatabaseParts,
  parameters: Parameters,
): Promise<SdkReply> {
  const { name } = parameters.collection(store)
  const documents = parameters.values('data').map(newDocument)
  if (parameters.transactionId) {
    const transaction = store.transaction(parameters.transactionId)
    for (const document of documents) transaction.put(name, document, true)
  } else {
    await insert(
      store,
      documents.map((put) => ({ collection: name, put, fresh: true })),
    )
  }
  return { json: { data: { insertedIds: documents.map(({ _id }) => _id) } } }
}

function newDocument(value: unknown): Document {
  if (!isPlainObject(value)) throw invalid('a document must be an object')
  const { _id: id = randomBytes(16).toString('hex'), ...rest } = value
  return checkDocument({ _id: checkId(id), ...rest })
}

/** As in MongoDB, documents before the first duplicate stay. */
async function insert(store: Store, puts: readonly Put[]): Promise<void> {
  try {
    await store.apply(puts)
  } catch (error) {
    if (error instanceof DuplicateKey && error.at > 0) await store.apply(puts.slice(0, error.at))
    throw error
  }
}

/** `update` and `set`. */
export async function modifyDocument(
  parts: DatabaseParts,
  parameters: Parameters,
): Promise<SdkReply> {
  if (parameters.isQuery) refuseOrWarn(parts, parameters, 'update')
  if (parameters.request.body.merge === true) return update(parts, parameters)
  return replace(parts, parameters)
}

async function update({ store }: DatabaseParts, parameters: Parameters): Promise<SdkReply> {
  const collection = parameters.collection(store)
  const where = parameters.fields('query')
  const change = compileUpdate(parameters.fields('data'))
  const updateBytes = parameters.bytes('data')
  const changed = (document: Document | undefined): Document[] => {
    const next = document && change(document)
    return next && next !== document ? [checkGrowth(document, next, updateBytes)] : []
  }
  if (parameters.transactionId) {
    const transaction = store.transaction(parameters.transactionId)
    const [next] = changed(transaction.get(collection.name, checkId(where._id)))
    if (next) transaction.put(collection.name, next)
    return updated(next ? 1 : 0)
  }
  const written = await store.write(() =>
    targets(collection, parameters, where)
      .flatMap(changed)
      .map((put) => ({ collection: collection.name, put })),
  )
  return updated(written.length)
}

const updated = (count: number): SdkReply => ({ json: { data: { updated: count } } })

/** `doc().set` replaces a document or makes it. */
async function replace({ store }: DatabaseParts, parameters: Parameters): Promise<SdkReply> {
  const { name } = parameters.collection(store)
  const id = checkId(parameters.fields('query')._id)
  const { _id: newId = id, ...rest } = parameters.fields('data')
  if (newId !== id) throw failed("the (immutable) field '_id' was found to have been altered")
  const put = checkDocument({ _id: id, ...rest })
  let isNew: boolean
  if (parameters.transactionId) {
    const transaction = store.transaction(parameters.transactionId)
    isNew = transaction.get(name, id) === undefined
    transaction.put(name, put)
  } else {
    isNew = true
    await store.write(() => {
      isNew = store.get(name, id) === undefined
      return [{ collection: name, put }]
    })
  }
  return isNew ? { json: { data: { updated: 0, upsert_id: id } } } : updated(1)
}

/** `remove`. */
export async function removeDocument(
  parts: DatabaseParts,
  parameters: Parameters,
): Promise<SdkReply> {
  if (parameters.isQuery) refuseOrWarn(parts, parameters, 'remove')
  const { store } = parts
  const collection = parameters.collection(store)
  const where = parameters.fields('query')
  if (parameters.transactionId) {
    const id = checkId(where._id)
    const transaction = store.transaction(parameters.transactionId)
    const isThere = transaction.get(collection.name, id) !== undefined
    if (isThere) transaction.remove(collection.name, id)
    return deleted(isThere ? 1 : 0)
  }
  const removed = await store.write((): Write[] =>
    targets(collection, parameters, where).map(({ _id }) => ({
      collection: collection.name,
      remove: _id,
    })),
  )
  return deleted(removed.length)
}

const deleted = (count: number): SdkReply => ({ json: { data: { deleted: count } } })

function targets(
  collection: Collection,
  { isMulti }: Parameters,
  where: Record<string, unknown>,
): Document[] {
  return findIn(collection, isMulti ? { where } : { where, limit: 1 })
}

/** Queries write outside of transactions; with a transaction's id they are refused. */
function refuseOrWarn({ transactions }: DatabaseParts, parameters: Parameters, verb: string): void {
  if (parameters.transactionId)
    throw invalid(
      `a transaction takes single documents only: where().${verb} is not supported in it`,
    )
  transactions.ranOutside(
    parameters.request.token,
    `where().${verb} on ${parameters.collectionName}`,
  )
}
