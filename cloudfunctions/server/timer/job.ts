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
interface DueDocuments<Doc extends Stored, Common> {
  readonly in: Collection<Doc>
  readonly where: (now: Instant) => Words
  readonly finding: Finding
  /** What is read or written once for a whole batch, before its documents are done. */
  readonly first?: (batch: readonly Doc[], now: Instant) => Promise<Common>
  readonly each: (doc: Doc, now: Instant, common: Common) => Promise<unknown>
  readonly trouble: Batches<Doc>['trouble']
}

/** A document with what goes for its whole batch. */
interface InBatch<Doc, Common> {
  readonly doc: Doc
  readonly common: Common
}

/** A job that works through the documents of one collection that are due, batch by batch. */
export const jobOver = <Doc extends Stored, Common = undefined>(
  due: DueDocuments<Doc, Common>,
): Job => ({
  due: (now) => [{ in: due.in, where: due.where(now) }],
  work: ({ now, hasTime }) =>
    inBatches<InBatch<Doc, Common>>({
      next: async () => {
        const batch = await due.in.find(due.where(now), due.finding)
        if (batch.length === 0) return []
        const common = (await due.first?.(batch, now)) as Common
        return batch.map((doc) => ({ doc, common }))
      },
      each: ({ doc, common }) => due.each(doc, now, common),
      trouble: due.trouble,
      hasTime,
    }),
})

/** Several jobs as one, done one after the other. */
export const inTurn = (jobs: readonly Job[]): Job => ({
  due: (now) => jobs.flatMap((job) => job.due(now)),
  work: async (tick) => {
    let done = 0
    for (const job of jobs) done += await job.work(tick)
    return done
  },
})
