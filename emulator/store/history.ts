import type { Collection } from './collection'
import type { Slot, Version } from './slot'

interface Kept {
  readonly collection: Collection
  readonly slot: Slot
  readonly version: Version
}

/** Remembers which older versions are kept for open transactions, and lets them go in time. */
export class History {
  private kept: Kept[] = []

  add(collection: Collection, slot: Slot): void {
    this.kept.push({ collection, slot, version: slot.newest })
  }

  /** Forgets whatever no snapshot from `oldest` on can see. */
  trim(oldest: number): void {
    let gone = 0
    for (const { collection, slot, version } of this.kept) {
      if (version.sequence > oldest) break
      version.previous = undefined
      if (slot.newest === version) collection.forget(slot)
      gone++
    }
    if (gone > 0) this.kept = this.kept.slice(gone)
  }
}
