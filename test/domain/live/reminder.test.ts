import { liveRemindAt } from '@domain/live/reminder'
import { minutesIn, MORNING } from '../build'

test.each([
  ['ten minutes before the start', 60, 50],
  ['at once where it starts in ten minutes', 10, 0],
  ['at once where it starts sooner', 3, 0],
  ['at once where it runs already', -20, 0],
])('a member is reminded %s', (_when, starts, told) => {
  expect(liveRemindAt(minutesIn(starts), MORNING)).toBe(minutesIn(told))
})
