import { remindAtOf, REMIND_AHEAD } from '@domain/flashsale/reminder'
import { after, DAY, MINUTE, type Instant } from '@domain/time'
import { minutesIn } from '../build'

describe('when a member is reminded of a session', () => {
  const startsAt = minutesIn(60)

  test.each<[string, Instant, Instant]>([
    ['a day before', after(startsAt, -1 * DAY), minutesIn(55)],
    ['six minutes before', minutesIn(54), minutesIn(55)],
    ['a millisecond before the reminder', after(minutesIn(55), -1), minutesIn(55)],
    ['when the reminder is due', minutesIn(55), minutesIn(55)],
    ['a millisecond after it', after(minutesIn(55), 1), after(minutesIn(55), 1)],
    ['a minute before', minutesIn(59), minutesIn(59)],
  ])('who asked %s: five minutes before, or at once', (_, now, at) => {
    expect(remindAtOf(startsAt, now)).toBe(at)
  })

  test('there is time to open the shop', () => {
    expect(REMIND_AHEAD).toBe(5 * MINUTE)
  })
})
