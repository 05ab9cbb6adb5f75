import type { Document, Id } from './document'
import { DocumentIndex } from './document-index'
import type { CollectionSchema, IndexSchema } from './schema'
import type { Slot } from './slot'

/** Every collection can be walked by name. That names are unique is seen to where they are kept. */
const idIndex: IndexSchema = { name: '_id_', fields: [['_id', 1]], unique: false }

/** The documents of one collection with their indexes. Numbers and strings are different names. */
export class Collection {
  readonly indexes: readonly DocumentIndex[]
  private readonly slots = new Map<Id, Slot>()
  private live = 0
  private latest = 0

  constructor(
    readonly name: string,
    schema: CollectionSchema | undefined,
  ) {
    this.indexes = [idIndex, ...(schema?.indexes ?? [])].map((index) => new DocumentIndex(index))
  }

  /** Which write was the last one here, by the store's count. */
  get version(): number {
    return this.latest
  }

  /** How many documents there are. */
  get size(): number {
    return this.live
  }

  slot(id: Id): Slot | undefined {
    return this.slots.get(id)
  }

  get(id: Id): Document | undefined {
    return this.slots.get(id)?.newest.document ?? undefined
  }

  /** Every document, the oldest first. */
  *documents(): Generator<Document> {
    for (const { newest } of this.slots.values()) if (newest.document) yield newest.document
  }

  /** Every slot that holds a document. */
  *liveSlots(): Generator<Slot> {
    for (const slot of this.slots.values()) if (slot.newest.document) yield slot
  }

  /** Puts a newer version in place. `record` is used only for a name never seen before. */
  put(
    id: Id,
    document: Document | null,
    stamp: { sequence: number; record: number; keep: boolean },
  ): Slot {
    let slot = this.slots.get(id)
    const before = slot?.newest.document ?? null
    const previous = stamp.keep ? slot?.newest : undefined
    const newest = { document, sequence: stamp.sequence, previous }
    if (slot) slot.newest = newest
    else this.slots.set(id, (slot = { id, record: stamp.record, newest }))
    this.latest = stamp.sequence
    for (const index of this.indexes) index.move(slot, before, document)
    this.live += Number(document !== null) - Number(before !== null)
    return slot
  }

  /** Forgets a removed document that no snapshot can see any more. */
  forget(slot: Slot): void {
    if (slot.newest.document === null && this.slots.get(slot.id) === slot)
      this.slots.delete(slot.id)
  }
}
