import { complaintOf, simulated, total } from './simulator'
import type { Report } from './simulate'

jest.setTimeout(300_000)

/** A share of what `npm run simulate -- 1 30 --seeds 200 --cores 2` plays: a million steps. */
const MONTHS = { seeds: 6, days: 30, steps: 3600 }
const YEARS = { seeds: 2, days: 365, steps: 1000 }

const CORES = 2

const played = ({ seeds, days, steps }: typeof MONTHS) =>
  simulated(
    ...['1', String(days), '--seeds', String(seeds)],
    ...['--steps', String(steps), '--cores', String(CORES)],
  )

let months: Report[]
let years: Report[]
let reports: Report[]
beforeAll(async () => {
  months = await played(MONTHS)
  years = await played(YEARS)
  reports = [...months, ...years]
})

const complaints = (told: readonly Report[]) =>
  told.flatMap((report) => (report.history ? [complaintOf(report)] : []))

/** How often something happened to shoppers, over all seeds. */
const happened = (what: string) => total(reports, (report) => report.happened[what] ?? 0)

test('a street of shoppers lives through months, and every fen is there', () => {
  expect(complaints(months)).toEqual([])
  expect(months).toHaveLength(MONTHS.seeds)
})

test('members come and go for whole years, and every point is there', () => {
  expect(complaints(years)).toEqual([])
  expect(years).toHaveLength(YEARS.seeds)
})

test('all of it was played', () => {
  const wanted = [MONTHS, YEARS].reduce((sum, { seeds, steps }) => sum + seeds * steps, 0)
  expect(total(reports, ({ steps }) => steps)).toBeGreaterThanOrEqual(wanted)
})

test('the auditor looked after every hour in which anything happened', () => {
  for (const { looks } of reports) expect(looks).toBeGreaterThan(100)
})

test.each([
  ...['orders.place: ok', 'orders.place: stock_short', 'orders.place: price_changed'],
  ...['orders.cancel: ok', 'orders.refund: ok', 'orders.receive: ok', 'pay: fail'],
  ...['teams.offer: ok', 'flashsale.see: ok', 'fulfilment.ship: ok', 'fulfilment.verify: ok'],
  ...['aftersale.request: ok', 'aftersale.answer: ok', 'aftersale.withdraw: ok'],
  ...['orders.place: busy', 'orders.place: function_crashed', 'orders.place: cloud_failed'],
  ...['orders.place: coupon_cannot', 'orders.place: points_short', 'members.join: ok'],
  ...['coupons.claim: ok', 'coupons.claim: coupons_gone', 'coupons.claim: member_limit'],
  ...['coupons.claim: audience_other', 'coupons.claim: claim_over', 'points.signIn: ok'],
  ...['points.redeem: ok', 'points.redeem: points_short', 'messages.consent: ok'],
  ...['guides.accept: ok', 'attribution.share: ok', 'attribution.open: ok'],
  ...['attribution.open: link_unknown', 'attribution.assign: ok', 'payouts.check: ok'],
  ...['guides.activate: ok', 'attribution.assign: guide_unknown'],
  ...['payouts.ask: ok', 'payouts.ask: payable_short', 'payouts.ask: payout_underway'],
  ...['live.start: ok', 'live.end: ok', 'live.price: ok', 'live.price: price_beyond'],
  ...['live.price: role_missing', 'live.stock: ok', 'live.stock: stock_short', 'live.skip: ok'],
  ...['live.shelve: ok', 'live.explain: ok', 'live.explain: live_cannot', 'live.reserve: ok'],
  ...['live.drop: ok', 'live.claim: ok', 'live.claim: template_unknown', 'live.claim: live_over'],
  ...['live.claim: member_limit', 'live.cockpit: ok', 'live.review: ok', 'live.room: ok'],
  ...['lottery.open: ok', 'lottery.enter: ok', 'lottery.enter: lottery_over', 'lottery.draw: ok'],
  ...['lottery.draw: lottery_open', 'lottery.draw: role_missing', 'events.record: ok'],
  ...['orders.quote: prize_unwon', 'orders.quote: deal_off', 'orders.place: deal_over'],
])('it happened: %s', (what) => {
  expect(happened(what)).toBeGreaterThan(0)
})

test.each([
  ...['coupons used', 'coupons expired', 'coupons revoked', 'monthly', 'level-up', 'points'],
  ...['earn', 'earn-back', 'spend', 'spend-back', 'sign-in', 'redeem', 'expire'],
  ...['levels risen', 'levels fallen'],
  ...['touches', 'touches by friends', 'touches of nobody', 'second level'],
  ...['credited by touch', 'credited by binding', 'credited by the shop'],
  ...['lost: bound', 'lost: earlier-touch', 'lost: later-touch', 'lost: too-old', 'lost: self'],
  'lost: guide-left',
  ...['commission share', 'commission change', 'commission change back'],
  ...['commission payout', 'commission payout-back', 'transfers SUCCESS none'],
  ...['transfers FAIL OVERDUE_CLOSE', 'transfers FAIL ACCOUNT_FROZEN'],
  ...['live orders', 'orders beside a live', 'prizes ordered', 'host', 'live', 'reminders'],
  ...['lotteries that some lost', 'done: live.price', 'done: live.stock', 'done: live.drop'],
  ...['live.start by the crew', 'live.start by the timer'],
  ...['live.end by the crew', 'live.end by the timer', 'done: lottery.draw', 'done: live.note'],
])('it came about: %s', (what) => {
  expect(total(reports, (report) => report.outcome[what] ?? 0)).toBeGreaterThan(0)
})

test.each([
  ...['database.before', 'database.after', 'database.duplicate', 'database.conflict'],
  ...['wechat.before', 'wechat.after', 'wechat.duplicate', 'function.before', 'function.after'],
  ...['function.duplicate', 'function.kill', 'refund.refused', 'clock.skew'],
  ...['notice.lost', 'notice.doubled', 'notice.late', 'notice.reordered'],
])('it went wrong, and the shop coped: %s', (fault) => {
  expect(total(reports, ({ hits }) => hits[fault] ?? 0)).toBeGreaterThan(0)
})
