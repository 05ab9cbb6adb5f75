import type { Id } from './document'

/** The data folder or database.json cannot be used; the message is a sentence for people. */
export class StoreError extends Error {}

/** A second document with a name or a unique key that is taken. `at` is its place in the batch. */
export class DuplicateKey extends Error {
  constructor(
    readonly collection: string,
    readonly index: string,
    readonly fields: Readonly<Record<string, unknown>>,
    readonly at: number,
  ) {
    super(`${collection}: ${index} is taken`)
  }
}

/** Another transaction holds the document, or it changed since this one began. */
export class WriteConflict extends Error {
  constructor(collection: string, id: Id) {
    super(`${collection}/${String(id)} is written by others`)
  }
}

/** A transaction that ended, ran out of time, or never was. */
export class TransactionGone extends Error {}

/** A plain write waited too long for the lock of a transaction. */
export class LockTimeout extends Error {}
