import type { Store } from '../store/store'

/**
 * Remembers which invocation opened which transaction. `where().update` and its like never carry
 * the transaction they stand in; by the invocation it can be told that they silently run outside
 * of it.
 */
export class OpenTransactions {
  private readonly byToken = new Map<string, Set<string>>()

  constructor(
    private readonly store: Store,
    private readonly warn: (token: string, sentence: string) => void,
  ) {}

  opened(token: string, transactionId: string): void {
    if (token === '') return
    this.forgetEnded()
    const ids = this.byToken.get(token) ?? new Set()
    this.byToken.set(token, ids.add(transactionId))
  }

  /** Warns if the invocation has a transaction open while it does something outside of it. */
  ranOutside(token: string, what: string): void {
    const ids = this.byToken.get(token)
    if (ids && [...ids].some((id) => this.store.isOpen(id)))
      this.warn(
        token,
        `${what} ran outside the transaction that is open: only doc() and add() take part.`,
      )
  }

  /** Ends what an invocation left open: nobody can commit it any more. */
  drop(token: string): void {
    for (const id of this.byToken.get(token) ?? [])
      if (this.store.isOpen(id)) this.store.transaction(id).abort()
    this.byToken.delete(token)
  }

  private forgetEnded(): void {
    for (const [token, ids] of this.byToken) {
      for (const id of ids) if (!this.store.isOpen(id)) ids.delete(id)
      if (ids.size === 0) this.byToken.delete(token)
    }
  }
}
