import { bundled, printedIn } from './zones'

/**
 * A program that asks the rules that live by the calendar for their answers, through every month's
 * end of two years with a 29 February, and prints them.
 */
const asksTheCalendar = bundled(`
  import { monthOf } from './src/domain/members/benefits'
  import { windowLeft, windowStart } from './src/domain/members/level'
  import { forgottenBefore } from './src/domain/messages/message'
  import { lotEnd, nextNight } from './src/domain/points/ledger'
  import { dayOf, monthBounds, streakAt } from './src/domain/points/signIn'
  import { sessionAt } from './src/domain/schedule'
  import { datedFile } from './src/domain/shopfile/countedTimes'
  import { fileMoment } from './src/domain/shopfile/when'

  const hour = 3600_000
  const rhythm = { kind: 'repeating', atMinute: 0, lastsMs: 24 * hour, from: null, until: null }
  const schedules = [
    { ...rhythm, every: 'month', on: [8, 18, 29, 31] },
    { ...rhythm, every: 'week', on: [1] },
  ]
  const coupon = { id: 'welcome', claimUntil: '+1d' }
  for (let now = Date.UTC(2027, 0); now < Date.UTC(2029, 0); now += 3 * hour - 1) {
    const spans = ['last-3-months', 'this-month']
    const file = { coupons: [coupon], discounts: [], spendAndSave: [], live: [] }
    const answers = [
      ...spans.flatMap((span) => [windowStart(span, now), windowLeft(span, now)]),
      ...[lotEnd(now, 0), lotEnd(now, 12), nextNight(now), forgottenBefore(now)],
      ...[monthOf(now), dayOf(now), monthBounds(monthOf(now)).endsAt],
      ...[streakAt({ signedOn: dayOf(now - 24 * hour), streak: 3 }, now)],
      ...schedules.map((schedule) => sessionAt(schedule, now)?.startsAt ?? '-'),
      ...[fileMoment('2028-02-29T23:59+08:00', now), fileMoment('-1d', now)],
      ...datedFile(file, [], now).file.coupons.map(({ claimUntil }) => claimUntil),
    ]
    console.log(answers.join(' '))
  }`)

const answersIn = (zone: string) => printedIn(zone, asksTheCalendar).trim().split('\n')

const inTheShop = answersIn('Asia/Shanghai')

test('the calendar answers through all of two years', () => {
  expect(inTheShop.length).toBeGreaterThan(5800)
  expect(inTheShop.some((answers) => answers.includes(' 2028-02-29 '))).toBe(true)
})

test.each([
  ['UTC', 'as the cloud’s computers do'],
  ['America/New_York', 'whose clocks jump twice a year'],
  ['Australia/Lord_Howe', 'whose clocks jump by half an hour'],
  ['Pacific/Kiritimati', 'where it is tomorrow first'],
  ['Pacific/Pago_Pago', 'where it is still yesterday'],
])('levels, points, vouchers and coupons go by shop time for who stands in %s, %s', (zone) => {
  const there = answersIn(zone)
  expect(there).toHaveLength(inTheShop.length)
  expect(there.filter((answers, index) => answers !== inTheShop[index])).toEqual([])
})
