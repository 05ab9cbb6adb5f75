import { countHourly, hourly, type Dear, type HourlyCounts } from '@domain/limits/hourly'
import { hasFailed } from '@domain/failure'
import { after, HOUR, instant } from '@domain/time'
import { id, MORNING as now } from '../build'

const ann = id<'member'>('ann')

/** Counts so many times; the last of it. */
function times(dear: Dear, count: number) {
  let counts: HourlyCounts | undefined
  for (let done = 0; done < count; done += 1) {
    const next = countHourly(ann, dear, counts, now)
    if (hasFailed(next)) return next
    counts = next
  }
  return counts as HourlyCounts
}

describe.each(Object.keys(hourly) as Dear[])('%s', (dear) => {
  test('is done as often in an hour as is allowed, and not once more', () => {
    expect(times(dear, hourly[dear])).toMatchObject({ counts: { [dear]: hourly[dear] } })
    expect(times(dear, hourly[dear] + 1)).toMatchObject({
      code: 'tries_over',
      details: { until: after(now, HOUR) },
    })
  })

  test('is counted anew from the hour’s end on, to the millisecond', () => {
    const full = times(dear, hourly[dear]) as HourlyCounts
    const last = instant(after(now, HOUR) - 1)
    expect(countHourly(ann, dear, full, last)).toMatchObject({ code: 'tries_over' })
    const next = { until: after(now, 2 * HOUR), counts: { [dear]: 1 } }
    expect(countHourly(ann, dear, full, after(now, HOUR))).toMatchObject(next)
  })
})

test('one thing does not use up another, also where it was never counted before', () => {
  const full = times('code', hourly.code) as HourlyCounts
  expect(countHourly(ann, 'phone', full, now)).toMatchObject({
    counts: { code: hourly.code, phone: 1 },
  })
  const old = { _id: ann, until: after(now, HOUR), counts: { code: 3 } }
  expect(countHourly(ann, 'phone', old, now)).toMatchObject({ counts: { code: 3, phone: 1 } })
})
