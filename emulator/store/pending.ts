import type { Collection } from './collection'
import type { Document, Id, Write } from './document'
import type { DocumentIndex } from './document-index'
import { DuplicateKey } from './refusals'
import { valuesAt } from './path'

/** What one batch or one transaction is about to write, before anybody else sees it. */
export class Pending {
  private readonly contents = new Map<Collection, Map<Id, Document | null>>()
  private readonly claims = new Map<string, Id>()

  /** The content it wants for a document; `undefined` if it does not touch it. */
  get(collection: Collection, id: Id): Document | null | undefined {
    return this.contents.get(collection)?.get(id)
  }

  set(collection: Collection, id: Id, content: Document | null): void {
    let contents = this.contents.get(collection)
    if (!contents) this.contents.set(collection, (contents = new Map<Id, Document | null>()))
    contents.set(id, content)
    if (!content) return
    for (const index of uniqueIndexes(collection))
      for (const key of index.keysOf(content))
        if (this.claimant(collection, index, key) === undefined)
          this.claims.set(claimOf(collection, index, key), id)
  }

  /** The document, if any, that is about to hold a unique key. */
  claimant(collection: Collection, index: DocumentIndex, key: string): Id | undefined {
    const id = this.claims.get(claimOf(collection, index, key))
    const content = id === undefined ? undefined : this.get(collection, id)
    return content && index.keysOf(content).includes(key) ? id : undefined
  }

  /** Every document it touches, in the order of the first touch. */
  *touched(): Generator<[collection: Collection, id: Id, content: Document | null]> {
    for (const [collection, contents] of this.contents)
      for (const [id, content] of contents) yield [collection, id, content]
  }

  writes(): Write[] {
    return [...this.touched()].map(([{ name }, id, content]) =>
      content ? { collection: name, put: content } : { collection: name, remove: id },
    )
  }
}

/** One document that wants a name and unique keys for itself. */
export interface Wish {
  readonly collection: Collection
  readonly document: Document
  readonly fresh: boolean
  /** Its place in the batch. */
  readonly at: number
}

/** Everybody whose unfinished writes count when a key is claimed. */
export interface Rivals {
  readonly own: Pending
  others(): Iterable<Pending>
  isLocked(collection: Collection, id: Id): boolean
}

/** Throws DuplicateKey if a fresh document finds its name taken. */
export function claimName({ collection, document, fresh, at }: Wish, own: Pending): void {
  const wanted = own.get(collection, document._id)
  const isTaken =
    wanted === undefined ? collection.get(document._id) !== undefined : wanted !== null
  if (fresh && isTaken) throw new DuplicateKey(collection.name, '_id_', { _id: document._id }, at)
}

/**
 * Throws DuplicateKey if a unique key is taken for good, and returns the document whose
 * open transaction has to end before that can be known.
 */
export function claimKeys(wish: Wish, rivals: Rivals): Id | undefined {
  const { collection, document } = wish
  for (const index of uniqueIndexes(collection)) {
    for (const key of index.keysOf(document)) {
      const unsure = claimKey(wish, { index, key }, rivals)
      if (unsure !== undefined) return unsure
    }
  }
  return undefined
}

function claimKey(
  wish: Wish,
  { index, key }: { index: DocumentIndex; key: string },
  rivals: Rivals,
): Id | undefined {
  const { collection, document, at } = wish
  const duplicate = () =>
    new DuplicateKey(collection.name, index.schema.name, indexedFields(index, document), at)
  const own = rivals.own.claimant(collection, index, key)
  if (own !== undefined && own !== document._id) throw duplicate()
  for (const other of rivals.others()) {
    const claimant = other.claimant(collection, index, key)
    if (claimant !== undefined && claimant !== document._id) return claimant
  }
  for (const { id } of index.holders(key)) {
    if (id === document._id || rivals.own.get(collection, id) !== undefined) continue
    if (rivals.isLocked(collection, id)) return id
    throw duplicate()
  }
  return undefined
}

const indexedFields = (index: DocumentIndex, document: Document) =>
  Object.fromEntries(
    index.schema.fields.map(([path]) => [path, valuesAt(document, path)[0] ?? null]),
  )

const uniqueIndexes = (collection: Collection) =>
  collection.indexes.filter(({ schema }) => schema.unique)

const claimOf = (collection: Collection, index: DocumentIndex, key: string) =>
  `${collection.name}\u0000${index.schema.name}\u0000${key}`
