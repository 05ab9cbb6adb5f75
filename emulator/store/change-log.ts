import type { Document } from './document'

/** One document that was written; `null` stands for none. */
export interface Change {
  /** The store's count of writes, with this one. */
  readonly version: number
  readonly collection: string
  readonly before: Document | null
  readonly after: Document | null
}

const CHANGES_KEPT = 5000

/** What was written last. Documents are never changed in place, so keeping them costs nothing. */
export class ChangeLog {
  private entries: Change[] = []
  /** Whatever is older than this has been forgotten. */
  private forgotten = 0

  add(change: Change): void {
    this.entries.push(change)
    // Cut in bulk: shifting one by one would copy the list on every write.
    if (this.entries.length <= CHANGES_KEPT * 2) return
    this.entries = this.entries.slice(-CHANGES_KEPT)
    this.forgotten = this.entries[0]?.version ?? 0
  }

  /** What was written after `version`, oldest first; undefined where some of it is forgotten. */
  after(version: number): readonly Change[] | undefined {
    if (version < this.forgotten) return undefined
    return this.entries.filter((change) => change.version > version)
  }
}
