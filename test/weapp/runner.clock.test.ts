import { PhoneClock } from '../../emulator/phone/clock'

const minute = 60_000
let problems: unknown[] = []
let clock: PhoneClock

beforeEach(() => {
  problems = []
  clock = new PhoneClock((error) => problems.push(error))
})

afterEach(() => {
  clock.stop()
})

test('time passes at once, and timers run in the order of their due times', async () => {
  const seen: string[] = []
  clock.setTimeout(() => seen.push('late'), 2 * minute)
  clock.setTimeout((word) => seen.push(String(word)), minute, 'early')
  await clock.advance(2 * minute)
  expect(seen).toEqual(['early', 'late'])
})

test('a timer sees the clock at its due time, and so does Date', async () => {
  const dates = clock.dateClass()
  const start = clock.now()
  let seen = 0
  clock.setTimeout(() => (seen = new dates().getTime()), minute)
  await clock.advance(10 * minute)
  expect(seen - start).toBeGreaterThanOrEqual(minute)
  expect(seen - start).toBeLessThan(minute + 1000)
  expect(dates.now() - start).toBeGreaterThanOrEqual(10 * minute)
  expect(new dates(2026, 0, 2).getDate()).toBe(2)
})

test('an interval runs as often as it is due, until it is cleared', async () => {
  let runs = 0
  const id = clock.setInterval(() => {
    runs += 1
    if (runs === 3) clock.clear(id)
  }, minute)
  await clock.advance(2.5 * minute)
  expect(runs).toBe(2)
  await clock.advance(10 * minute)
  expect(runs).toBe(3)
})

test('timers also run by themselves', async () => {
  await new Promise((resolve) => clock.setTimeout(resolve, 5))
})

test('a timer that throws is reported and stops nobody else', async () => {
  let isDone = false
  clock.setTimeout(() => {
    throw new Error('broken')
  }, minute)
  clock.setTimeout(() => (isDone = true), minute)
  await clock.advance(minute)
  expect(problems).toEqual([new Error('broken')])
  expect(isDone).toBe(true)
})
