import { randomUUID } from 'node:crypto'
import { limits as cloudLimits, type Limits } from '../limits'
import { ChangeLog } from './change-log'
import { Collection } from './collection'
import { contentOf, type Document, type Id, idOf, type Write } from './document'
import { History } from './history'
import { Journal, type JournalChange } from './journal'
import { Locks } from './locks'
import { claimKeys, claimName, Pending, type Rivals, type Wish } from './pending'
import { DuplicateKey, StoreError, TransactionGone } from './refusals'
import type { DatabaseSchema } from './schema'
import { Transaction } from './transaction'

/** Where documents are kept and what they are held to. */
export interface StoreOptions {
  /** A folder of its own, or ':memory:' to keep nothing. */
  readonly folder: string
  readonly schema: DatabaseSchema
  readonly limits?: Pick<Limits, 'transactionMs' | 'lockWaitMs'>
  /** Every write goes through it on its way to the disk. */
  readonly around?: (write: () => Promise<void>) => Promise<void>
}

/**
 * Opens a data folder and reads everything back; a StoreError says in one sentence why it cannot.
 */
export function openStore(options: StoreOptions): Store {
  const journal = options.folder === ':memory:' ? undefined : Journal.open(options.folder)
  try {
    return new Store(options, journal)
  } catch (error) {
    void journal?.close()
    throw error
  }
}

/** True for collections of the local cloud itself, which no cloud function sees. */
export const isInternal = (collection: string) => collection.startsWith('_')

/**
 * All documents of the local cloud: in memory, with snapshots, write locks and indexes, and durable
 * through the journal. Reading is synchronous and sees the newest committed version.
 */
export class Store {
  private readonly byName = new Map<string, Collection>()
  private readonly open = new Map<string, { transaction: Transaction; timer: NodeJS.Timeout }>()
  private readonly history = new History()
  /** The newest changes, for whoever wants to know what a call did. */
  readonly changes = new ChangeLog()
  private readonly locks: Locks<Transaction>
  private readonly transactionMs: number
  private sequence = 0
  private record = 0

  constructor(
    private readonly options: StoreOptions,
    private readonly journal: Journal | undefined,
  ) {
    const { transactionMs, lockWaitMs } = options.limits ?? cloudLimits
    this.transactionMs = transactionMs
    this.locks = new Locks(lockWaitMs)
    for (const name of Object.keys(options.schema.collections)) this.make(name)
    for (const name of journal?.created() ?? []) this.make(name)
    for (const row of journal?.rows() ?? []) this.load(row)
  }

  get(collection: string, id: Id): Document | undefined {
    return this.byName.get(collection)?.get(id)
  }

  /** Every document of a collection, the oldest first. */
  list(collection: string): Document[] {
    return [...(this.byName.get(collection)?.documents() ?? [])]
  }

  count(collection: string): number {
    return this.byName.get(collection)?.size ?? 0
  }

  /** Grows with every write that went through. */
  get version(): number {
    return this.sequence
  }

  /** How many transactions the disk has seen: far fewer than writes, because they are grouped. */
  get commits(): number {
    return this.journal?.commits ?? 0
  }

  /** Names of the collections that cloud functions see. */
  collections(): string[] {
    return [...this.byName.keys()].filter((name) => !isInternal(name))
  }

  /** The collection itself, for queries; `undefined` if nobody made it. */
  collection(name: string): Collection | undefined {
    return this.byName.get(name)
  }

  has(collection: string): boolean {
    return this.byName.has(collection)
  }

  /** Makes a collection that stays; one that exists is left as it is. */
  create(collection: string): void {
    this.make(collection)
    this.journal?.create(collection)
  }

  /** All or nothing; visible at once and durable when it resolves. Waits for open transactions. */
  async apply(writes: readonly Write[]): Promise<void> {
    await this.write(() => writes)
  }

  /**
   * Writes what `plan` wants, and returns it when it is durable. While a transaction holds one of
   * the
   * documents the write waits, and then plans again on what it finds.
   */
  async write<Step extends Write>(plan: () => readonly Step[]): Promise<readonly Step[]> {
    const deadline = this.locks.deadline()
    for (;;) {
      const writes = plan()
      const held = this.obstacle(writes)
      if (!held) {
        if (writes.length > 0) await this.commit(writes)
        return writes
      }
      await this.locks.free(held.collection, held.id, deadline)
    }
  }

  /** Opens a transaction that sees what is committed now; it is dropped when its time is over. */
  begin(): Transaction {
    const transaction = new Transaction(randomUUID(), this.sequence, {
      collection: (name) => this.make(name),
      others: (self) => this.otherPendings(self),
      lockOwner: (collection, id) => this.locks.owner(collection.name, id),
      lock: (collection, id, owner) => this.locks.take(collection.name, id, owner),
      end: (self, writes) => this.end(self, writes),
    })
    const timer = setTimeout(() => transaction.abort(), this.transactionMs)
    timer.unref()
    this.open.set(transaction.id, { transaction, timer })
    return transaction
  }

  /** An open transaction; throws TransactionGone for one that ended. */
  transaction(id: string): Transaction {
    const found = this.open.get(id)
    if (!found) throw new TransactionGone(id)
    return found.transaction
  }

  /** True until the transaction ends or its time is over. */
  isOpen(transactionId: string): boolean {
    return this.open.has(transactionId)
  }

  /** Empties everything, also what belongs to the local cloud; declared collections stay. */
  reset(): void {
    for (const { transaction } of this.open.values()) transaction.abort()
    this.byName.clear()
    for (const name of Object.keys(this.options.schema.collections)) this.make(name)
    this.journal?.clear()
  }

  /** Ends open transactions and waits until everything is on disk. */
  async close(): Promise<void> {
    for (const { transaction } of this.open.values()) transaction.abort()
    await this.journal?.close()
  }

  private make(name: string): Collection {
    let collection = this.byName.get(name)
    if (!collection) {
      collection = new Collection(name, this.options.schema.collections[name])
      this.byName.set(name, collection)
    }
    return collection
  }

  private load({
    record,
    collection: name,
    document,
  }: JournalChange & { document: Document }): void {
    const collection = this.make(name)
    this.record = Math.max(this.record, record)
    try {
      claimKeys({ collection, document, fresh: true, at: 0 }, nobody)
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error
      throw new StoreError(
        `The documents in ${this.options.folder} break the unique index ${error.index} of ${name}; choose another data folder or mend database.json.`,
      )
    }
    collection.put(document._id, document, { sequence: 0, record, keep: false })
  }

  /** The first document among them that an open transaction holds. */
  private obstacle(writes: readonly Write[]): { collection: string; id: Id } | undefined {
    const own = new Pending()
    const rivals: Rivals = {
      own,
      others: () => this.otherPendings(),
      isLocked: (collection, id) => this.locks.owner(collection.name, id) !== undefined,
    }
    const wishes: Wish[] = []
    for (const [at, write] of writes.entries()) {
      const collection = this.make(write.collection)
      const id = idOf(write)
      if (rivals.isLocked(collection, id)) return { collection: collection.name, id }
      if ('put' in write) {
        const wish = { collection, document: write.put, fresh: write.fresh ?? false, at }
        claimName(wish, own)
        wishes.push(wish)
      }
      own.set(collection, id, contentOf(write))
    }
    for (const wish of wishes) {
      const rival = claimKeys(wish, rivals)
      if (rival !== undefined) return { collection: wish.collection.name, id: rival }
    }
    return undefined
  }

  private *otherPendings(self?: Transaction): Generator<Pending> {
    for (const { transaction } of this.open.values())
      if (transaction !== self) yield transaction.pending
  }

  private commit(writes: readonly Write[]): Promise<void> {
    const { around } = this.options
    return around ? around(() => this.keep(writes)) : this.keep(writes)
  }

  private async keep(writes: readonly Write[]): Promise<void> {
    this.journal?.assertSound()
    this.sequence++
    const changes = writes.flatMap((write) => this.install(write))
    await this.journal?.append(changes)
  }

  private install(write: Write): JournalChange[] {
    const collection = this.make(write.collection)
    const [id, document] = [idOf(write), contentOf(write)]
    if (!document && !collection.get(id)) return []
    const before = collection.get(id) ?? null
    this.changes.add({
      version: this.sequence,
      collection: collection.name,
      before,
      after: document,
    })
    const keep = this.open.size > 0
    const stamp = { sequence: this.sequence, record: this.record + 1, keep }
    const slot = collection.put(id, document, stamp)
    this.record = Math.max(this.record, slot.record)
    if (keep) this.history.add(collection, slot)
    else collection.forget(slot)
    return [{ record: slot.record, collection: collection.name, document }]
  }

  private async end(transaction: Transaction, writes: readonly Write[]): Promise<void> {
    clearTimeout(this.open.get(transaction.id)?.timer)
    this.open.delete(transaction.id)
    const durable = writes.length > 0 ? this.commit(writes) : Promise.resolve()
    for (const [collection, id] of transaction.pending.touched())
      this.locks.release(collection.name, id)
    const snapshots = [...this.open.values()].map((entry) => entry.transaction.snapshot)
    this.history.trim(Math.min(this.sequence, ...snapshots))
    await durable
  }
}

const nobody: Rivals = { own: new Pending(), others: () => [], isLocked: () => false }
