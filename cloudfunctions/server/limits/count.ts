import { hasFailed, type Failure } from '@domain/failure'
import { countHourly, hourly, type Dear, type HourlyCounts } from '@domain/limits/hourly'
import { _ } from '../kit/cloud'
import { hourlyCounts } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { untilThrough } from '../kit/weather'

/**
 * Counts that the caller does something dear, or refuses it, before it is done: however many ask at
 * the same time, no more than may. One SDK call, three for the first time in an hour.
 */
export function counted(dear: Dear, caller: Caller): Promise<Failure<'tries_over'> | undefined> {
  const { memberId, now } = caller
  const place = `counts.${dear}`
  return untilThrough(async () => {
    const still = { until: _.gt(now), [place]: _.lt(hourly[dear]) }
    if (await hourlyCounts.changeIf(memberId, still, { [place]: _.inc(1) })) return undefined
    return countFrom(await hourlyCounts.get(memberId), dear, caller)
  })
}

/** The same where the counts have been read: one SDK call. `lost` where they are others by now. */
export async function countFrom(
  before: HourlyCounts | undefined,
  dear: Dear,
  { memberId, now }: Caller,
): Promise<Failure<'tries_over'> | 'lost' | undefined> {
  const after = countHourly(memberId, dear, before, now)
  if (hasFailed(after)) return after
  const { until, counts } = after
  const wasWritten = async (): Promise<boolean> => {
    if (!before) return hourlyCounts.add(after)
    const hour = { until: before.until }
    if (until !== before.until) {
      return hourlyCounts.changeIf(memberId, hour, { until, counts: _.set(counts) })
    }
    const place = `counts.${dear}`
    const still = before.counts[dear] === undefined ? _.exists(false) : _.lt(hourly[dear])
    return hourlyCounts.changeIf(memberId, { ...hour, [place]: still }, { [place]: _.inc(1) })
  }
  return (await wasWritten()) ? undefined : 'lost'
}
