/** Material of reviews: small cases by hand, and any session that there may be. */
import * as fc from 'fast-check'
import { uncredited } from '@domain/attribution/attribution'
import { usualRule } from '@domain/attribution/rule'
import type { EventKind } from '@domain/events/event'
import type {
  ReviewedEvent,
  ReviewedLine,
  ReviewedOrder,
  ReviewMaterial,
} from '@domain/live/reviewMaterial'
import { fen } from '@domain/money'
import type { PriceStep } from '@domain/orders/receipt'
import { requestRefund } from '@domain/orders/refund'
import { MINUTE, after, type Instant } from '@domain/time'
import { aLine, id, MORNING } from '../build'

/** A session of ten minutes in which nothing happened. */
export const quiet: ReviewMaterial = {
  startedAt: MORNING,
  endedAt: after(MORNING, 10 * MINUTE),
  orders: [],
  events: [],
  goods: [],
  coupons: [],
  lotteries: [],
  storeNames: new Map(),
  newMembers: 0,
  reserved: 0,
}

/** The moment so many seconds into the session. */
export const at = (seconds: number): Instant => after(MORNING, seconds * 1000)

/** A line of cherries at that price. */
export function aSold(payableFen: number, own: Partial<ReviewedLine> = {}): ReviewedLine {
  const { product } = aLine()
  return { product, quantity: 1, steps: [], payableFen: fen(payableFen), ...own }
}

/** Something else. */
export const kiwis = { id: id<'product'>('kiwi'), name: '猕猴桃' }

/** What a coupon took off. */
export const offBy = (amountFen: number): PriceStep => ({
  ...{ kind: 'coupon', id: 'coupon-1', name: '直播券', amountFen: fen(-amountFen), why: {} },
})

/** What somebody bought a minute into the session, and paid. */
export function aBought(
  memberId: string,
  lines: readonly ReviewedLine[],
  own: Partial<ReviewedOrder> = {},
): ReviewedOrder {
  const paidFen = fen(lines.reduce((sum, line) => sum + line.payableFen, 0))
  return {
    memberId: id(memberId),
    placedAt: at(60),
    deal: null,
    couponId: null,
    payment: { transactionId: '42', paidFen, paidAt: at(70) },
    refunds: [],
    afterSales: [],
    attribution: uncredited(usualRule),
    receipt: { lines },
    ...own,
  }
}

/** A refund of that sum. */
export const aRefund = (amountFen: number) =>
  requestRefund('order-1-a', 'asked', fen(amountFen), at(300))

/** Something that a phone told. */
export const told = (
  memberId: string,
  kind: EventKind,
  seconds: number,
  own: Partial<ReviewedEvent> = {},
): ReviewedEvent => ({
  memberId: id(memberId),
  kind,
  subject: null,
  at: at(seconds),
  ms: 0,
  ...own,
})

/** Somebody was there from second to second. */
export const stayed = (memberId: string, from: number, until: number): ReviewedEvent =>
  told(memberId, 'dwell', until, { ms: (until - from) * 1000 })

const names = ['ann', 'bob', 'cat', 'dan', 'eve']
const member = fc.constantFrom(...names)
const goods = ['cherry-jj-10', 'kiwi', 'mango']

const anyLine: fc.Arbitrary<ReviewedLine> = fc
  .record({
    productId: fc.constantFrom(...goods),
    quantity: fc.integer({ min: 1, max: 5 }),
    payableFen: fc.integer({ min: 0, max: 100_000 }),
  })
  .map(({ productId, quantity, payableFen }) =>
    aSold(payableFen, { product: { id: id(productId), name: productId }, quantity }),
  )

const anyOrder: fc.Arbitrary<ReviewedOrder> = fc
  .record({
    memberId: member,
    lines: fc.array(anyLine, { minLength: 1, maxLength: 3 }),
    second: fc.integer({ min: 0, max: 620 }),
    isPaid: fc.boolean(),
    isLive: fc.boolean(),
    backBps: fc.integer({ min: 0, max: 10_000 }),
    guide: fc.constantFrom('li', 'wang', null),
  })
  .map(({ memberId, lines, second, isPaid, isLive, backBps, guide }) => {
    const [first] = lines
    const own = isLive && first ? [first] : lines
    const deal =
      isLive && first ? { kind: 'live' as const, id: id<'deal'>(`l-${first.product.id}`) } : null
    const order = aBought(memberId, own, { placedAt: at(second), deal })
    const back = Math.floor(((order.payment?.paidFen ?? 0) * backBps) / 10_000)
    return {
      ...order,
      ...(isPaid ? back > 0 && { refunds: [aRefund(back)] } : { payment: null }),
      ...(guide && {
        attribution: { guideId: id<'guide'>(guide), guideName: guide, storeId: id<'store'>('s-1') },
      }),
    }
  })

const anyEvent: fc.Arbitrary<ReviewedEvent> = fc
  .record({
    memberId: member,
    kind: fc.constantFrom<EventKind>('view', 'dwell', 'exposure', 'click'),
    second: fc.integer({ min: -60, max: 660 }),
    ms: fc.integer({ min: 0, max: 30_000 }),
    subject: fc.constantFrom('cherry-jj-10', 'l-kiwi', 'mango', null),
  })
  .map(({ memberId, kind, second, ms, subject }) =>
    told(memberId, kind, second, { ms: kind === 'dwell' ? ms : 0, subject }),
  )

/** Any session of ten minutes. */
export const anySession: fc.Arbitrary<ReviewMaterial> = fc
  .record({
    orders: fc.array(anyOrder, { maxLength: 20 }),
    events: fc.array(anyEvent, { maxLength: 60 }),
  })
  .map(({ orders, events }) => {
    const sold = goods.map((name) => {
      return { dealId: id<'deal'>(`l-${name}`), productId: id<'product'>(name), name }
    })
    return { ...quiet, orders, events, goods: sold }
  })
