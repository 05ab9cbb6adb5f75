import type { Instant } from '@domain/time'
import { stages } from '../kit/cloud'
import { shops } from '../kit/collections'
import type { Job, Waiting } from './job'

/** The place of the first job that has something to do; behind the last one if none has. */
export async function firstDue(jobs: readonly Job[], now: Instant): Promise<number> {
  const waiting = jobs.map((job) => job.due(now))
  const found = await readAny(waiting.flat())
  let read = 0
  const first = waiting.findIndex((places) => {
    const own = found.slice(read, (read += places.length))
    return own.some(Boolean)
  })
  return first < 0 ? jobs.length : first
}

/**
 * Tells of each place whether anything waits there: one call, which looks for one document in
 * each. It starts at the shop, the one document that is there from the opening on.
 */
async function readAny(places: readonly Waiting[]): Promise<readonly boolean[]> {
  const start = shops.aggregate().match({ _id: 'shop' }).project({ _id: 1 })
  const look = places.reduce(
    (reading, place, number) =>
      reading.lookup({
        from: place.in.name,
        pipeline: stages().match(place.where).limit(1).project({ _id: 1 }).done(),
        as: `place${number}`,
      }),
    start,
  )
  const { list } = (await look.end()) as unknown as {
    list: readonly Readonly<Record<string, readonly unknown[]>>[]
  }
  // Where nobody opened a shop yet, nothing waits either.
  return places.map((_place, number) => (list[0]?.[`place${number}`] ?? []).length > 0)
}
