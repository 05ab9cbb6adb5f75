/**
 * `/_emulator/collections`: documents as the cloud's console shows them to the owner of the shop.
 * `/_emulator/changes`: what was written to them last.
 */
import { parseFields, stringifyExtended } from '../database/extended'
import { findDocuments } from '../database/find'
import { inCloudWords } from '../database/refusals'
import { readSort } from '../database/sort'
import { CloudError } from '../service'
import type { Document, Id } from '../store/document'
import { isInternal, type Store } from '../store/store'
import { ControlError, isObject, type ControlRequest, type Route } from './route'

const DEFAULT_LIMIT = 1000

export function collectionRoutes(store: Store, now: () => number): Route[] {
  return [
    {
      method: 'GET',
      path: '/_emulator/collections',
      answer: () => ({
        json: store.collections().map((name) => ({ name, count: store.count(name) })),
      }),
    },
    {
      method: 'GET',
      path: '/_emulator/changes',
      answer: (request) => ({ jsonText: changes(store, request.count('after')) }),
    },
    {
      method: 'GET',
      path: '/_emulator/collections/:name',
      answer: (request) => ({ jsonText: stringifyExtended(search(store, request, now())) }),
    },
    {
      method: 'POST',
      path: '/_emulator/collections/:name',
      answer: async (request) => ({ json: await importList(store, request, now()) }),
    },
    {
      method: 'PUT',
      path: '/_emulator/collections/:name/:id',
      answer: async (request) => {
        const name = collectionOf(store, request)
        const text = await request.text()
        const fields = understood(() => parseFields(text, now()))
        if (!fields) throw new ControlError(400, 'body_invalid', 'A document is a JSON object.')
        const put: Document = { ...fields, _id: idOf(fields, request.param(1)) }
        await store.apply([{ collection: name, put }]).catch((error: unknown) => {
          throw inWords(inCloudWords(error))
        })
        return { jsonText: stringifyExtended(put) }
      },
    },
    {
      method: 'DELETE',
      path: '/_emulator/collections/:name/:id',
      answer: async (request) => {
        const name = collectionOf(store, request)
        const ids: Id[] = [request.param(1), Number(request.param(1))]
        const id = ids.find((candidate) => store.get(name, candidate))
        if (id === undefined) {
          throw new ControlError(404, 'document_unknown', 'There is no such document.')
        }
        await store.apply([{ collection: name, remove: id }])
        return { json: { removed: 1 } }
      },
    },
  ]
}

/** Writes a list of documents, all of them or none. */
async function importList(store: Store, request: ControlRequest, now: number) {
  const collection = collectionOf(store, request)
  const text = await request.text()
  const changes = understood(() => documentsIn(text, now)).map((put) => ({ collection, put }))
  await store.apply(changes).catch((error: unknown) => {
    throw inWords(inCloudWords(error))
  })
  return { imported: changes.length }
}

/** What was written after a version, also by WeChat; without one, only where it stands now. */
function changes(store: Store, after: number | undefined): string {
  const { version } = store
  const written = after === undefined ? [] : store.changes.after(after)
  if (written) return stringifyExtended({ version, changes: written })
  throw new ControlError(410, 'changes_forgotten', `What came after ${after ?? 0} is forgotten.`)
}

function search(store: Store, request: ControlRequest, now: number): Document[] {
  const name = collectionOf(store, request)
  return understood(() => {
    const where = parseFields(request.query.get('where') ?? '{}', now)
    const sort = parseFields(request.query.get('sort') ?? '{}', now)
    if (!where || !sort) throw new CloudError('INVALID_PARAM', '"where" and "sort" are objects.')
    return findDocuments(store, name, {
      where,
      sort: readSort(sort),
      skip: request.count('skip') ?? 0,
      limit: request.count('limit') ?? DEFAULT_LIMIT,
    })
  })
}

function collectionOf(store: Store, request: ControlRequest): string {
  const name = request.param()
  if (store.has(name) && !isInternal(name)) return name
  throw new ControlError(404, 'collection_unknown', `There is no collection "${name}".`)
}

/** A list of documents with their ids, as an export of the cloud's console has them. */
function documentsIn(text: string, now: number): Document[] {
  const fields = parseFields(`{"documents":${text}}`, now)
  const documents: unknown = fields?.['documents']
  if (!Array.isArray(documents) || !documents.every(isDocument)) {
    throw new ControlError(400, 'body_invalid', 'The body is a list of documents with an _id.')
  }
  return documents
}

const isDocument = (value: unknown): value is Document =>
  isObject(value) && typeof value['_id'] === 'string'

/** The path decides; a document whose own number reads like the path keeps it. */
function idOf(fields: Readonly<Record<string, unknown>>, path: string): Id {
  const { _id: own } = fields
  if (typeof own === 'number' && String(own) === path) return own
  if (own === undefined || own === path) return path
  throw new ControlError(400, 'body_invalid', 'The document has another _id than the path.')
}

/** What the database does not understand is the caller's mistake. */
function understood<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw inWords(error)
  }
}

function inWords(error: unknown): unknown {
  if (error instanceof CloudError) return new ControlError(400, 'query_invalid', error.message)
  if (error instanceof SyntaxError) return new ControlError(400, 'query_invalid', 'Not JSON.')
  return error
}
