import { hasFailed, type Failure } from '@domain/failure'
import { countHourly, hourly, type Dear } from '@domain/limits/hourly'
import { _ } from '../kit/cloud'
import { hourlyCounts } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { untilThrough } from '../kit/weather'

/**
 * Counts that the caller does something dear, or refuses it, before it is done: however many ask at
 * the same time, no more than may. One SDK call, three for the first time in an hour.
 */
export function counted(
  dear: Dear,
  { memberId, now }: Caller,
): Promise<Failure<'tries_over'> | undefined> {
  const place = `counts.${dear}`
  return untilThrough(async () => {
    const still = { until: _.gt(now), [place]: _.lt(hourly[dear]) }
    if (await hourlyCounts.changeIf(memberId, still, { [place]: _.inc(1) })) return undefined
    const before = await hourlyCounts.get(memberId)
    const counts = countHourly(memberId, dear, before, now)
    if (hasFailed(counts)) return counts
    if (!before) return (await hourlyCounts.add(counts)) ? undefined : 'lost'
    const same = { until: before.until, [place]: before.counts[dear] ?? _.exists(false) }
    const changes = { until: counts.until, counts: _.set(counts.counts) }
    return (await hourlyCounts.changeIf(memberId, same, changes)) ? undefined : 'lost'
  })
}
