import type { Id } from './document'
import { LockTimeout } from './refusals'

/** Who may write which document while a transaction is open. */
export class Locks<Owner> {
  private readonly owners = new Map<string, Owner>()
  private readonly waiting = new Map<string, (() => void)[]>()

  constructor(private readonly waitMs: number) {}

  owner(collection: string, id: Id): Owner | undefined {
    return this.owners.size === 0 ? undefined : this.owners.get(keyOf(collection, id))
  }

  take(collection: string, id: Id, owner: Owner): void {
    this.owners.set(keyOf(collection, id), owner)
  }

  release(collection: string, id: Id): void {
    const key = keyOf(collection, id)
    this.owners.delete(key)
    const waiting = this.waiting.get(key) ?? []
    this.waiting.delete(key)
    for (const wake of waiting) wake()
  }

  /** Resolves when the document is free; throws LockTimeout when that takes longer than allowed. */
  async free(collection: string, id: Id, deadline: number): Promise<void> {
    const key = keyOf(collection, id)
    await new Promise<void>((resolve, reject) => {
      const late = () => reject(new LockTimeout(`${collection}/${String(id)} stayed locked`))
      const timer = setTimeout(late, Math.max(0, deadline - performance.now()))
      const wake = () => {
        clearTimeout(timer)
        resolve()
      }
      const waiting = this.waiting.get(key)
      if (waiting) waiting.push(wake)
      else this.waiting.set(key, [wake])
    })
  }

  /** The moment until which a write that begins now may wait. */
  deadline(): number {
    return performance.now() + this.waitMs
  }
}

const keyOf = (collection: string, id: Id) => `${collection}\u0000${typeof id}\u0000${String(id)}`
