import type { Instant } from '@domain/time'
import type { Words } from '../kit/database'

/** What every job is given: when it is, and how long it may take. */
export interface Tick {
  readonly now: Instant
  readonly hasTime: () => boolean
}

/** Documents that a job would work on, in a collection. */
export interface Waiting {
  readonly in: { readonly name: string }
  readonly where: Words
}

/** Work that the timer looks after, minute by minute. */
export interface Job {
  /** What waits for it at a moment; where nothing does, it has nothing to do. */
  readonly due: (now: Instant) => readonly Waiting[]
  /** Does what is due in bounded batches and tells how much it did. */
  readonly work: (tick: Tick) => Promise<number>
}
