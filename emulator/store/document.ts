/** What is stored: documents as user code sees them. Numbers are JS numbers, dates are Dates. */

/** The name of a document in its collection. */
export type Id = string | number

/** A stored document. Versions share whatever did not change, so nobody may change one in place. */
export interface Document {
  readonly _id: Id
  readonly [field: string]: unknown
}

/** Writes a whole document; a `fresh` one is refused where the name is taken already. */
export interface Put {
  readonly collection: string
  readonly put: Document
  readonly fresh?: boolean
}

/** Removes a document; removing one that is not there changes nothing. */
export interface Remove {
  readonly collection: string
  readonly remove: Id
}

/** One step of a batch that is written wholly or not at all. */
export type Write = Put | Remove

/** Which document a step writes. */
export const idOf = (write: Write): Id => ('put' in write ? write.put._id : write.remove)

/** What it leaves there; `null` for nothing. */
export const contentOf = (write: Write): Document | null => ('put' in write ? write.put : null)

/** True for what has fields of its own: not arrays, dates, patterns or BSON types. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
