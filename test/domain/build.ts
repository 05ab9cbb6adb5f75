import { uncredited } from '@domain/attribution/attribution'
import { usualRule } from '@domain/attribution/rule'
import type { FreightRule, Sku } from '@domain/catalog/product'
import type { Ladder, LadderDeal } from '@domain/groupbuy/ladder'
import type { PaidJoin } from '@domain/groupbuy/settlement'
import type { Hold } from '@domain/holds/hold'
import type { Id } from '@domain/ids'
import { fen, times, type Fen } from '@domain/money'
import type { Courier } from '@domain/orders/delivery'
import {
  PAY_WINDOW,
  type LadderOrder,
  type Order,
  type Payment,
  type TeamOrder,
} from '@domain/orders/order'
import {
  quote,
  type BasketLine,
  type LadderOffer,
  type PriceContext,
  type Receipt,
} from '@domain/orders/receipt'
import { after, DAY, HOUR, instant, MINUTE, type Instant } from '@domain/time'

/** An id of the kind that is asked for. */
export function id<Kind extends string>(text: string): Id<Kind> {
  return text as Id<Kind>
}

/** Half past nine in the morning of 1 March 2026 in the shop: when every story here begins. */
export const MORNING = instant(Date.UTC(2026, 2, 1, 1, 30))

/** A moment as the clock in the shop shows it: `2026-03-01 09:30`. */
export function shopClock(text: string): Instant {
  return instant(Date.parse(`${text.replace(' ', 'T')}+08:00`))
}

/** The moment so many minutes into the story. */
export function minutesIn(minutes: number): Instant {
  return after(MORNING, minutes * MINUTE)
}

/** The ladder of the ten-jin cherry box: ¥499, from 100 people ¥449, 500: ¥399, 1000: ¥299. */
export const cherryLadder: Ladder = {
  basePriceFen: fen(49900),
  steps: [
    { people: 100, priceFen: fen(44900) },
    { people: 500, priceFen: fen(39900) },
    { people: 1000, priceFen: fen(29900) },
  ],
  belowFirstStep: 'sell-at-base',
}

/** The cherry ladder of a shop that sells nothing when too few people come. */
export const allOrNothing: Ladder = { ...cherryLadder, belowFirstStep: 'refund-all' }

/** What deals take by themselves. */
export const TAKES_NEITHER = { coupons: false, points: false }

/** A ladder campaign that opened this morning and closes in three days. */
export function aDeal(own: Partial<LadderDeal> = {}): LadderDeal {
  return {
    _id: id('cherry-ladder'),
    kind: 'ladder',
    name: '车厘子阶梯团',
    productId: id('cherry-jj-10'),
    skuId: id('cherry-jj-10'),
    ladder: cherryLadder,
    stock: 1500,
    perMember: 2,
    startsAt: MORNING,
    endsAt: after(MORNING, 3 * DAY),
    status: 'open',
    statusAt: MORNING,
    outcome: null,
    rank: 0,
    takes: TAKES_NEITHER,
    ...own,
  }
}

/** The cherry deal as it stands with so many people. */
export function anOffer(people: number, ladder = cherryLadder): LadderOffer {
  const told = { id: id<'deal'>('cherry-ladder'), name: '车厘子阶梯团', takes: TAKES_NEITHER }
  return { kind: 'ladder', ...told, ladder, people }
}

/** A SKU at that price. */
export function aSku(priceFen: number, name = '一箱'): Sku {
  return { id: id(`sku-${priceFen}`), name, priceFen: fen(priceFen) }
}

/** A basket line: one box of cherries without a deal, unless told otherwise. */
export function aLine(own: Partial<BasketLine> = {}): BasketLine {
  return {
    product: {
      id: id('cherry-jj-10'),
      categoryId: id('season'),
      name: '智利JJ车厘子 10斤礼盒',
      unit: '箱',
      picture: null,
    },
    sku: aSku(49900),
    quantity: 1,
    deal: null,
    ...own,
  }
}

/** Pick-up is free, as it is in the fruit shop, unless the test says what it costs. */
export function freightOf(pickUp = 0): FreightRule {
  return { flatFen: fen(800), freeAboveFen: fen(9900), pickUpFen: fen(pickUp) }
}

/** A stranger's order that is picked up this morning, in a shop without levels and promotions. */
export function aContext(own: Partial<PriceContext> = {}): PriceContext {
  return {
    freight: freightOf(),
    delivery: 'pick-up',
    promotions: { discounts: [], spendAndSave: [] },
    levels: null,
    member: { levelId: null },
    coupons: [],
    couponId: null,
    points: null,
    now: MORNING,
    ...own,
  }
}

/** What a basket comes to when it is picked up. */
export function aReceipt(lines: readonly BasketLine[] = [aLine()], pickUp = 0): Receipt {
  return quote(lines, aContext({ freight: freightOf(pickUp) }))
}

const held: Hold = {
  in: 'pools',
  id: 'cherry-jj-10-0',
  quantity: 1,
  skuId: id('sku-49900'),
}

/** An order that Ann placed this morning and has not paid. */
export function anOrder(own: Partial<Order> = {}): Order {
  return {
    _id: id('order-1'),
    memberId: id('ann'),
    status: 'unpaid',
    placedAt: MORNING,
    payBefore: after(MORNING, PAY_WINDOW),
    receipt: aReceipt(),
    delivery: {
      kind: 'pick-up',
      storeId: id('store-01'),
      storeName: '城南店',
      name: '安安',
      phone: '13800000000',
      code: '012345678901',
    },
    note: '',
    deal: null,
    couponId: null,
    earning: null,
    gifts: [],
    live: null,
    attribution: uncredited(usualRule),
    commission: null,
    joinKey: 'order-1',
    holds: [held],
    payment: null,
    refunds: [],
    afterSales: [],
    askedAt: null,
    story: [{ event: 'place', at: MORNING }],
    movesAt: null,
    todo: [],
    todoAt: null,
    requests: {},
    rev: 0,
    ...own,
  }
}

/** The payment that settles an order to the fen. */
export function paymentOf(order: Pick<Order, 'receipt'>, at = minutesIn(5)): Payment {
  return { transactionId: '4200000001', paidFen: order.receipt.payableFen, paidAt: at }
}

/**
 * An order that was paid five minutes after it was placed; one of a ladder or a team waits for its
 * group.
 */
export function aPaidOrder(own: Partial<Order> = {}): Order {
  const order = anOrder(own)
  const waits = order.deal?.kind === 'ladder' || order.deal?.kind === 'team'
  return {
    ...order,
    status: waits ? 'waiting' : 'paid',
    payment: paymentOf(order),
    story: [...order.story, { event: waits ? 'join' : 'pay', at: minutesIn(5) }],
  }
}

/** Goods that go to an address by courier. */
export function aCourier(own: Partial<Courier> = {}): Courier {
  return {
    kind: 'courier',
    name: '安安',
    phone: '13800000000',
    province: '四川省',
    city: '成都市',
    county: '武侯区',
    detail: '人民南路 1 号',
    parcel: null,
    ...own,
  }
}

/** The team part of an order that joins one, unless told otherwise. */
export function aTeamOrder(own: Partial<TeamOrder> = {}): TeamOrder {
  return {
    kind: 'team',
    id: id('cherry-team'),
    teamId: id('team-1'),
    opens: false,
    alias: '安*',
    newcomersOnly: false,
    ...own,
  }
}

/** The group-buy part of an order at that unit price. */
export function anOrderDeal(unitFen: number, own: Partial<LadderOrder> = {}): LadderOrder {
  return {
    kind: 'ladder',
    id: id('cherry-ladder'),
    endsAt: after(MORNING, 3 * DAY),
    alias: '安*',
    unitFen: fen(unitFen),
    settled: null,
    ...own,
  }
}

/** The moment at which the counting of the cherry ladder may begin. */
export const AFTER_CLOSE = after(MORNING, 3 * DAY + HOUR)

/** What an order in the cherry ladder is made of, when so many people had come. */
export function joining(people: number, quantity = 1, pickUp = 0): Partial<Order> {
  const line = aLine({ quantity, deal: anOffer(people) })
  const receipt = aReceipt([line], pickUp)
  const steps = cherryLadder.steps.filter((step) => step.people <= people)
  const unitFen = steps.at(-1)?.priceFen ?? cherryLadder.basePriceFen
  return { receipt, deal: anOrderDeal(unitFen), joinKey: 'cherry-ladder-ann' }
}

/** A paid join in a ladder. */
export function aJoin(own: Partial<PaidJoin> = {}): PaidJoin {
  return {
    orderId: id('order-1'),
    memberId: id('ann'),
    alias: '安*',
    quantity: 1,
    unitFen: fen(49900),
    ...own,
  }
}

/** What a join paid. */
export function paidBy(join: Pick<PaidJoin, 'unitFen' | 'quantity'>): Fen {
  return times(join.unitFen, join.quantity)
}
