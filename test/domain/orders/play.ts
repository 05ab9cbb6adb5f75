import * as fc from 'fast-check'
import { approveAfterSale, refuseAfterSale, withdrawAfterSale } from '@domain/aftersale/answer'
import { requestAfterSale } from '@domain/aftersale/afterSale'
import { hasFailed, type Failure } from '@domain/failure'
import { fen } from '@domain/money'
import { endUnpaid, failGroup, giveBack, settleOrder } from '@domain/orders/ending'
import { passTime, receiveOrder, shipOrder, verifyOrder } from '@domain/orders/handout'
import { moveOrder, type Order, type OrderDeal } from '@domain/orders/order'
import { receivePayment } from '@domain/orders/payment'
import { piecesOf, type BasketLine } from '@domain/orders/receipt'
import { recordAttempts } from '@domain/orders/todo'
import { after, DAY, HOUR, type Instant } from '@domain/time'
import {
  aCourier,
  aLine,
  anOffer,
  anOrder,
  anOrderDeal,
  aReceipt,
  aSku,
  aTeamOrder,
  id,
  minutesIn,
  paymentOf,
} from '../build'

/** Something that may happen to an order, at any time and as often as it likes. */
export type Happening =
  | { readonly on: 'pay'; readonly isCustomer: boolean }
  | { readonly on: 'settle'; readonly finalFen: number | null }
  | { readonly on: 'ask'; readonly line: number; readonly quantity: number }
  | { readonly on: 'approve' | 'refuse' | 'withdraw'; readonly no: number }
  | { readonly on: (typeof plain)[number] }

const plain = [
  'cancel',
  'expire',
  'give back',
  'form',
  'fail',
  'ship',
  'verify',
  'receive',
  'time passes',
  'refunds succeed',
  'work fails',
] as const

const no = fc.integer({ min: 1, max: 4 })

/** Anything that may happen. */
export const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 3, arbitrary: fc.boolean().map((isCustomer) => ({ on: 'pay', isCustomer }) as const) },
  { weight: 6, arbitrary: fc.constantFrom(...plain).map((on) => ({ on }) as const) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(null, 29900, 39900, 44900, 49900)
      .map((finalFen) => ({ on: 'settle', finalFen }) as const),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({ line: fc.nat(2), quantity: fc.integer({ min: 1, max: 5 }) })
      .map((asked) => ({ on: 'ask', ...asked }) as const),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('approve', 'refuse', 'withdraw'), no)
      .map(([on, which]) => ({ on, no: which }) as const),
  },
)

/** What the shop decides about a happening; undefined where it is ignored. */
export function decide(
  order: Order,
  happening: Happening,
  now: Instant,
): Order | Failure | undefined {
  switch (happening.on) {
    case 'pay': {
      const { isCustomer } = happening
      const decision = receivePayment(order, paymentOf(order, now), { now, isCustomer })
      if (hasFailed(decision)) return decision
      return 'order' in decision ? decision.order : undefined
    }
    case 'settle':
      return settleOrder(order, happening.finalFen === null ? null : fen(happening.finalFen), now)
    case 'ask': {
      const pieces = [{ line: happening.line, quantity: happening.quantity }]
      return requestAfterSale(order, { reason: 'quality', words: '', pictures: [], pieces }, now)
    }
    case 'approve':
      return approveAfterSale(order, { no: happening.no, words: '' }, now)
    case 'refuse':
      return refuseAfterSale(order, { no: happening.no, words: '已过赏味期' }, now)
    case 'withdraw':
      return withdrawAfterSale(order, happening.no, now)
    default:
      return decidePlain(order, happening.on, now)
  }
}

function decidePlain(order: Order, on: (typeof plain)[number], now: Instant): Order | Failure {
  switch (on) {
    case 'cancel':
    case 'expire':
      return endUnpaid(order, on, now)
    case 'give back':
      return giveBack(order, now)
    // Only orders of a team follow it, and only while they wait for it.
    case 'form':
      return isInTeam(order) ? moveOrder(order, 'form', now) : order
    case 'fail':
      return isInTeam(order) ? failGroup(order, now) : order
    case 'ship':
      return shipOrder(order, { company: 'SF', number: 'SF1234567890' }, now)
    case 'verify':
      return verifyOrder(order, now)
    case 'receive':
      return receiveOrder(order, now)
    case 'time passes':
      return passTime(order, now)
    case 'refunds succeed':
      return refundsSucceed(order, now)
    case 'work fails':
      return workFails(order, now)
  }
}

const isInTeam = ({ deal, status }: Order): boolean => deal?.kind === 'team' && status === 'waiting'

/** Everything that was left to do is done, and everything asked of the gateway is confirmed. */
function refundsSucceed(order: Order, now: Instant): Order {
  const attempts = order.todo.flatMap((task) => [
    { task, done: false, news: { event: 'send' as const, at: now } },
    { task, done: true, news: { event: 'succeed' as const, at: now } },
  ])
  return recordAttempts(order, attempts, now)
}

function workFails(order: Order, now: Instant): Order {
  const news = { event: 'fail' as const, trouble: 'SYSTEMERROR' }
  const attempts = order.todo.map((task) => ({ task, done: false, news }))
  return recordAttempts(order, attempts, now)
}

/** Eight hours from one happening to the next; where time passes, eight days. */
export function live(order: Order, happenings: readonly Happening[]): Order[] {
  const lived = [order]
  let now = minutesIn(5)
  for (const happening of happenings) {
    const before = lived.at(-1) ?? order
    now = after(now, happening.on === 'time passes' ? 8 * DAY : 8 * HOUR)
    const next = decide(before, happening, now)
    if (next !== undefined && !hasFailed(next)) lived.push(next)
  }
  return lived
}

const anyGoods: fc.Arbitrary<BasketLine> = fc
  .record({
    priceFen: fc.integer({ min: 0, max: 50_000 }),
    quantity: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ priceFen, quantity }) => aLine({ sku: aSku(priceFen), quantity }))

const anyLadderLine = fc
  .record({ people: fc.constantFrom(0, 100, 500, 1000), quantity: fc.integer({ min: 1, max: 9 }) })
  .map(({ people, quantity }) => aLine({ quantity, deal: anOffer(people) }))

const anyOtherDeal: fc.Arbitrary<OrderDeal | null> = fc.constantFrom<OrderDeal | null>(
  null,
  aTeamOrder({ opens: true }),
  aTeamOrder({ newcomersOnly: true }),
  { kind: 'flash', id: id('mango-flash') },
)

const anyBasketOfDeal = fc.oneof(
  anyLadderLine.map((line): [BasketLine[], OrderDeal | null] => {
    const [base] = aReceipt([{ ...line, quantity: 1 }]).lines
    return [[line], anOrderDeal(base?.payableFen ?? 0)]
  }),
  fc.tuple(fc.array(anyGoods, { minLength: 1, maxLength: 3 }), anyOtherDeal),
)

/** Any order that was just placed: any deal or none, picked up or sent, with freight or without. */
export const anyPlaced: fc.Arbitrary<Order> = fc
  .record({
    basket: anyBasketOfDeal,
    freight: fc.integer({ min: 0, max: 900 }),
    isSent: fc.boolean(),
  })
  .map(({ basket: [lines, deal], freight, isSent }) => {
    const order = anOrder({ receipt: aReceipt(lines, freight), deal })
    const skuId = lines[0]?.sku.id ?? null
    const hold = { in: 'pools', id: 'pool-0', quantity: piecesOf(lines), skuId } as const
    return { ...order, holds: [hold], ...(isSent ? { delivery: aCourier() } : {}) }
  })
