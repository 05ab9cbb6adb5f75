import { makeAutoObservable, observableRef } from 'mobx'
import type { Wanted } from '@domain/cart/cart'
import { hasFailed, type Failure } from '@domain/failure'

/** Tells the cloud how many pieces of which lines are wished. */
export type TellCounts = (lines: Wanted[]) => Promise<{ readonly pieces: number } | Failure>

/** Fingers that rest so long are done tapping. */
const REST_MS = 600

interface Count extends Wanted {
  /** Which change of a count it was, of all that were made. */
  readonly change: number
}

/**
 * Counts that were changed on the phone. They are shown at once, and told to the cloud when the
 * fingers rest: many taps are one call. A count that is refused is forgotten, so that what the
 * cloud has shows again.
 */
export class CountsUnderway {
  private counts: ReadonlyMap<string, Count> = new Map()
  /** Why the last count was refused. */
  refusal: Failure | undefined = undefined
  private readonly unsent = new Set<string>()
  private changes = 0
  private timer: ReturnType<typeof setTimeout> | undefined = undefined
  private sending: Promise<void> = Promise.resolve()

  constructor(
    private readonly tell: TellCounts,
    private readonly onAnswer: (answer: { readonly pieces: number } | Failure) => void,
  ) {
    makeAutoObservable<
      this,
      'counts' | 'unsent' | 'changes' | 'timer' | 'sending' | 'tell' | 'onAnswer'
    >(this, {
      counts: observableRef,
      refusal: observableRef,
      unsent: false,
      changes: false,
      timer: false,
      sending: false,
      lastChange: false,
      tell: false,
      onAnswer: false,
    })
  }

  /** How many pieces of a line are wished: what was changed here, or else what the cloud has. */
  of({ skuId, quantity }: Wanted): number {
    return this.counts.get(skuId)?.quantity ?? quantity
  }

  /** Wishes for so many pieces of a line. */
  wish({ productId, skuId }: Wanted, quantity: number): void {
    this.changes += 1
    this.counts = new Map(this.counts).set(skuId, {
      ...{ productId, skuId, quantity },
      change: this.changes,
    })
    this.unsent.add(skuId)
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.settle(), REST_MS)
  }

  /** Tells the cloud what it does not know yet, and waits until it does. */
  settle(): Promise<void> {
    clearTimeout(this.timer)
    const counts = [...this.counts.values()].filter(({ skuId }) => this.unsent.has(skuId))
    this.unsent.clear()
    if (counts.length > 0) this.sending = this.sending.then(() => this.send(counts))
    return this.sending
  }

  /** The last change that was made up to now. */
  get lastChange(): number {
    return this.changes
  }

  /** Forgets what was changed up to then: the cloud has told the counts anew. */
  forget(upTo: number): void {
    this.keep(({ change }) => change > upTo)
  }

  /** The refusal was told. */
  dismissRefusal(): void {
    this.refuse(undefined)
  }

  private async send(counts: readonly Count[]): Promise<void> {
    const lines = counts.map(({ productId, skuId, quantity }) => ({ productId, skuId, quantity }))
    const answer = await this.tell(lines)
    if (hasFailed(answer)) {
      this.keep((count) => !counts.includes(count))
      this.refuse(answer)
    }
    this.onAnswer(answer)
  }

  private keep(which: (count: Count) => boolean): void {
    this.counts = new Map([...this.counts].filter(([, count]) => which(count)))
  }

  private refuse(refusal: Failure | undefined): void {
    this.refusal = refusal
  }
}
