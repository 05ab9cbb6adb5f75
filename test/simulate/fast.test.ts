import { complaintOf, simulated, total } from './simulator'
import type { Report } from './simulate'

jest.setTimeout(600_000)

const SEEDS = 20
const STEPS = 5000

let reports: Report[]
beforeAll(async () => {
  reports = await simulated('1', '30', '--seeds', String(SEEDS), '--steps', String(STEPS))
})

/** How often something happened to shoppers, over all seeds. */
const happened = (what: string) => total(reports, (report) => report.happened[what] ?? 0)

test('a street of shoppers lives through twenty times thirty days, and every fen is there', () => {
  expect(reports.flatMap((report) => (report.history ? [complaintOf(report)] : []))).toEqual([])
  expect(reports).toHaveLength(SEEDS)
  expect(total(reports, ({ steps }) => steps)).toBeGreaterThanOrEqual(100_000)
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
])('it happened: %s', (what) => {
  expect(happened(what)).toBeGreaterThan(0)
})

test.each([
  ...['database.before', 'database.after', 'database.duplicate', 'database.conflict'],
  ...['wechat.before', 'wechat.after', 'wechat.duplicate', 'function.before', 'function.after'],
  ...['function.duplicate', 'function.kill', 'refund.refused', 'clock.skew'],
  ...['notice.lost', 'notice.doubled', 'notice.late', 'notice.reordered'],
])('it went wrong, and the shop coped: %s', (fault) => {
  expect(total(reports, ({ hits }) => hits[fault] ?? 0)).toBeGreaterThan(0)
})
