import type { Collection } from './collection'
import type { Document, Id, Write } from './document'
import { claimKeys, claimName, Pending } from './pending'
import { TransactionGone, WriteConflict } from './refusals'
import { versionAt } from './slot'

/** What a transaction needs of the store it works on. */
export interface TransactionHost {
  collection(name: string): Collection
  /** Everybody else's unfinished writes. */
  others(transaction: Transaction): Iterable<Pending>
  lockOwner(collection: Collection, id: Id): Transaction | undefined
  lock(collection: Collection, id: Id, owner: Transaction): void
  /** Releases the locks and, with writes, makes them visible in the same step. */
  end(transaction: Transaction, writes: readonly Write[]): Promise<void>
}

/**
 * Reads what was committed when it began, plus its own writes. A write locks the document; where
 * somebody else holds the lock or wrote since the beginning, the transaction ends with
 * WriteConflict.
 */
export class Transaction {
  readonly pending = new Pending()
  private isOpen = true

  constructor(
    readonly id: string,
    readonly snapshot: number,
    private readonly host: TransactionHost,
  ) {}

  get(collectionName: string, id: Id): Document | undefined {
    const collection = this.enter(collectionName)
    const own = this.pending.get(collection, id)
    if (own !== undefined) return own ?? undefined
    const slot = collection.slot(id)
    return (slot && versionAt(slot, this.snapshot)?.document) ?? undefined
  }

  /** Writes a whole document; a `fresh` one must not exist yet. */
  put(collectionName: string, document: Document, fresh = false): void {
    const collection = this.enter(collectionName)
    this.dropOnFailure(() => {
      this.assertFree(collection, document._id)
      const wish = { collection, document, fresh, at: 0 }
      claimName(wish, this.pending)
      const rival = claimKeys(wish, {
        own: this.pending,
        others: () => this.host.others(this),
        isLocked: (held, id) => this.isForeign(held, id),
      })
      if (rival !== undefined) throw new WriteConflict(collection.name, rival)
    })
    this.keep(collection, document._id, document)
  }

  remove(collectionName: string, id: Id): void {
    const collection = this.enter(collectionName)
    this.dropOnFailure(() => this.assertFree(collection, id))
    this.keep(collection, id, null)
  }

  /** Makes all its writes visible at once; resolves when they are durable. */
  async commit(): Promise<void> {
    this.assertOpen()
    await this.finish(this.pending.writes())
  }

  /** Forgets its writes. Aborting twice changes nothing. */
  abort(): void {
    if (this.isOpen) void this.finish([])
  }

  private finish(writes: readonly Write[]): Promise<void> {
    this.isOpen = false
    return this.host.end(this, writes)
  }

  private enter(collectionName: string): Collection {
    this.assertOpen()
    return this.host.collection(collectionName)
  }

  private assertOpen(): void {
    if (!this.isOpen) throw new TransactionGone(this.id)
  }

  private isForeign(collection: Collection, id: Id): boolean {
    const owner = this.host.lockOwner(collection, id)
    return owner !== undefined && owner !== this
  }

  private assertFree(collection: Collection, id: Id): void {
    const changedAt = collection.slot(id)?.newest.sequence ?? 0
    if (this.isForeign(collection, id) || changedAt > this.snapshot)
      throw new WriteConflict(collection.name, id)
  }

  /** The lock is released with everything else in `pending`. */
  private keep(collection: Collection, id: Id, content: Document | null): void {
    this.host.lock(collection, id, this)
    this.pending.set(collection, id, content)
  }

  /** The SDK does not abort what fails inside a transaction, so the cloud drops it by itself. */
  private dropOnFailure(step: () => void): void {
    try {
      step()
    } catch (error) {
      this.abort()
      throw error
    }
  }
}
