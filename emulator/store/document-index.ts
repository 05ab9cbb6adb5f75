import type { Document } from './document'
import { valuesAt } from './path'
import type { IndexSchema } from './schema'
import { type Bounds, SortedList } from './sorted-list'
import { emptyArrayKey, encodeValue, invert } from './value'
import type { Slot } from './slot'

/** Comes after every key that begins with the text before it. */
export const keyEnd = '\uffff'

interface Entry {
  readonly key: string
  readonly slot: Slot
}

const compareEntries = (left: Entry, right: Entry) =>
  left.key < right.key ? -1 : left.key > right.key ? 1 : left.slot.record - right.slot.record

/** A stretch of an index: keys from `from` up to, not including, `to`. */
export interface KeyRange {
  readonly from: string
  readonly to: string
}

/** The newest documents of a collection, sorted by the fields of one declared index. */
export class DocumentIndex {
  private readonly entries = new SortedList<Entry>(compareEntries)
  private readonly roots: readonly string[]
  private severalKeys = 0

  constructor(readonly schema: IndexSchema) {
    this.roots = schema.fields.map(([path]) => path.split('.', 1)[0] ?? path)
  }

  /** True while some document has several keys here because a path ran into an array. */
  get isMultikey(): boolean {
    return this.severalKeys > 0
  }

  /** The keys under which a document stands: one, or one for each element of an array. */
  keysOf(document: Document): readonly string[] {
    let keys = ['']
    for (const [path, direction] of this.schema.fields) {
      const parts = partsAt(document, path).map((part) => (direction === 1 ? part : invert(part)))
      keys =
        keys.length === 1 && parts.length === 1
          ? [`${keys[0] ?? ''}${parts[0] ?? ''}`]
          : combine(keys, parts)
    }
    return keys
  }

  /** Makes the index follow a document from one version to the next; either may be absent. */
  move(slot: Slot, before: Document | null, after: Document | null): void {
    if (before && after && this.roots.every((root) => before[root] === after[root])) return
    const gone = before ? this.keysOf(before) : []
    const come = after ? this.keysOf(after) : []
    if (gone.length === 1 && come.length === 1 && gone[0] === come[0]) return
    for (const key of gone) this.entries.remove({ key, slot })
    for (const key of come) this.entries.add({ key, slot })
    this.severalKeys += Number(come.length > 1) - Number(gone.length > 1)
  }

  /** The one document that holds a key other than `except`; meant for unique indexes. */
  *holders(key: string): Generator<Slot> {
    for (const { slot } of this.entries.between(boundsOf({ from: key, to: key + keyEnd })))
      yield slot
  }

  /**
   * Documents of a stretch, in the order of the index; with a multikey one some come repeatedly.
   */
  *slots(range: KeyRange, reverse: boolean): Generator<Slot> {
    for (const { slot } of this.entries.between(boundsOf(range), reverse)) yield slot
  }

  count(range: KeyRange): number {
    return this.entries.countBetween(boundsOf(range))
  }
}

const boundsOf = ({ from, to }: KeyRange): Bounds<Entry> => ({
  isBefore: (entry) => entry.key < from,
  // A range may be contradictory and end before it begins; then it is empty.
  isWithin: (entry) => entry.key < to || entry.key < from,
})

function partsAt(document: Document, path: string): string[] {
  const values = valuesAt(document, path)
  const [only] = values
  if (values.length === 1 && !Array.isArray(only)) return [encodeValue(only)]
  const parts = new Set(
    values.flatMap((value) => (Array.isArray(value) ? elementKeys(value) : [encodeValue(value)])),
  )
  return parts.size > 0 ? [...parts] : [emptyArrayKey]
}

const elementKeys = (elements: unknown[]) =>
  elements.length > 0 ? elements.map(encodeValue) : [emptyArrayKey]

const combine = (keys: readonly string[], parts: readonly string[]) =>
  keys.flatMap((key) => parts.map((part) => key + part))
