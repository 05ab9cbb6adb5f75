/** Whatever happens to an order: what is posted for it comes to what is due, and never more. */
import * as fc from 'fast-check'
import { commissionDue, duePostings } from '@domain/commission/dues'
import { entriesOf } from '@domain/commission/entry'
import type { CommissionRule } from '@domain/commission/rule'
import { commissionOf } from '@domain/commission/terms'
import { hasFailed } from '@domain/failure'
import { keptFen, type Order } from '@domain/orders/order'
import { withFollowing } from '@domain/orders/following'
import { after, DAY } from '@domain/time'
import { id, minutesIn } from '../build'
import { bps } from '../members/build'
import { anyHappening, anyPlaced, decide, type Happening } from '../orders/play'
import { always } from '../property'
import { aRule, creditedTo, partOf, shares } from './build'

type Event = Happening | { readonly on: 'assign'; readonly to: string | null }

const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 6, arbitrary: anyHappening },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('mei', 'ning', 'lan', null)
      .map((to) => ({ on: 'assign', to }) as const),
  },
)

const rate = fc.integer({ min: 0, max: 9000 })

const anyRule: fc.Arbitrary<CommissionRule> = fc
  .record({ guide: rate, store: rate, host: rate, second: rate, most: rate })
  .map(({ most, ...rates }) => aRule({ shares: shares(rates), maxTotalBps: bps(most) }))

/** Any order that a guide brought, in a live or not. */
const anyShared: fc.Arbitrary<Order> = fc
  .record({ order: anyPlaced, rule: anyRule, isLive: fc.boolean(), isInvited: fc.boolean() })
  .map(({ order, rule, isLive, isInvited }) => {
    const attribution = creditedTo('mei', isInvited ? { secondId: id('lan') } : {})
    const buyer = { ownGuideId: null, attribution }
    const live = isLive ? { id: id<'live'>('live-1'), hostId: id<'guide'>('hao') } : null
    const commission = commissionOf(order.receipt.lines, rule, buyer)
    return { ...order, attribution, live, commission }
  })

/** Everything that an order was in a life. */
function lifeOf(order: Order, events: readonly Event[]): Order[] {
  const lived = [order]
  let now = minutesIn(5)
  for (const event of events) {
    const before = lived.at(-1) ?? order
    now = after(now, event.on === 'time passes' ? 8 * DAY : DAY / 3)
    const next =
      event.on === 'assign' ? assigned(before, event.to, now) : decide(before, event, now)
    if (next !== undefined && !hasFailed(next)) lived.push(next)
  }
  return lived
}

function assigned(order: Order, to: string | null, now: ReturnType<typeof minutesIn>): Order {
  const none = { ...creditedTo('mei'), guideId: null, storeId: null, secondId: null }
  const attribution = to === null ? none : creditedTo(to)
  return withFollowing({ ...order, attribution }, 'assignment', now)
}

const lives = fc
  .record({ order: anyShared, events: fc.array(anyEvent, { maxLength: 20 }) })
  .map(({ order, events }) => lifeOf(order, events))

const linesOf = (order: Order) => order.receipt.lines.map((_, line) => line)

const sumOf = (order: Order) =>
  (order.commission?.posted ?? []).reduce((sum, { amountFen }) => sum + amountFen, 0)

test('what was posted is what is due, after each decision', () => {
  always(lives, (lived) => {
    for (const order of lived) {
      expect(duePostings(order, minutesIn(0))).toEqual([])
      const dues = commissionDue(order)
      expect(sumOf(order)).toBe(dues.reduce((sum, { amountFen }) => sum + amountFen, 0))
    }
  })
})

test('no role of any line ever has less than nothing', () => {
  always(lives, (lived) => {
    for (const order of lived) {
      for (const { line, role } of order.commission?.posted ?? []) {
        expect(partOf(order, { line, role })).toBeGreaterThanOrEqual(0)
      }
    }
  })
})

test('all roles of a line together never have more than the cap, and all of an order never more than is kept', () => {
  always(lives, (lived) => {
    for (const order of lived) {
      const most = order.commission?.maxTotalBps ?? 0
      const dues = commissionDue(order)
      for (const line of linesOf(order)) {
        const own = dues.filter((due) => due.line === line)
        const sum = own.reduce((all, { amountFen }) => all + amountFen, 0)
        expect(sum * 10_000).toBeLessThanOrEqual((own[0]?.keptFen ?? 0) * most)
      }
      expect(sumOf(order)).toBeLessThanOrEqual(Math.max(0, keptFen(order)))
    }
  })
})

test('once all money goes back nobody has anything', () => {
  always(lives, (lived) => {
    for (const order of lived) {
      if (order.status === 'refunding' || order.status === 'refunded') expect(sumOf(order)).toBe(0)
    }
  })
})

test('postings are only ever added to, and each has an id of its own', () => {
  always(lives, (lived) => {
    let before: readonly object[] = []
    for (const order of lived) {
      const posted = order.commission?.posted ?? []
      expect(posted.slice(0, before.length)).toEqual(before)
      before = posted
      const ids = entriesOf(order).map(({ _id }) => _id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })
})

test('whatever was newly posted has a task that carries it into the ledger', () => {
  always(lives, (lived) => {
    for (const [index, order] of lived.entries()) {
      const before = lived[index - 1]
      const isNew = order.commission?.posted.length !== before?.commission?.posted.length
      const tasks = (one: Order) => one.todo.filter(({ task }) => task === 'commission').length
      if (before && isNew) expect(tasks(order)).toBe(tasks(before) + 1)
    }
  })
})
