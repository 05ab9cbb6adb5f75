import type { Instant } from '@domain/time'
import { inBatches, type Batches } from '../kit/batches'
import type { Collection, Finding, Stored, Words } from '../kit/database'

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

/** Documents of one collection that are due, and what is done with each. */
interface DueDocuments<Doc extends Stored> {
  readonly in: Collection<Doc>
  readonly where: (now: Instant) => Words
  readonly finding: Finding
  readonly each: (doc: Doc, now: Instant) => Promise<unknown>
  readonly trouble: Batches<Doc>['trouble']
}

/** A job that works through the documents of one collection that are due, batch by batch. */
export const jobOver = <Doc extends Stored>(due: DueDocuments<Doc>): Job => ({
  due: (now) => [{ in: due.in, where: due.where(now) }],
  work: ({ now, hasTime }) =>
    inBatches({
      next: () => due.in.find(due.where(now), due.finding),
      each: (doc) => due.each(doc, now),
      trouble: due.trouble,
      hasTime,
    }),
})
