import type { Document, Id } from './document'

/** What a document was from one write to the next; `null` where it was removed. */
export interface Version {
  readonly document: Document | null
  /** The write that made it. */
  readonly sequence: number
  /** Kept only while a transaction may still look at it. */
  previous: Version | undefined
}

/** The place of one document: it stays while its versions come and go. */
export interface Slot {
  readonly id: Id
  /** Its row in the journal, which is also its place in natural order. */
  readonly record: number
  newest: Version
}

/** What a snapshot sees: the last version that is not younger. */
export function versionAt(slot: Slot, snapshot: number): Version | undefined {
  let version: Version | undefined = slot.newest
  while (version && version.sequence > snapshot) version = version.previous
  return version
}
