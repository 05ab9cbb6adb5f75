/** A small fruit shop whose goods each test brings itself, so that many tests share one. */
import { randomUUID } from 'node:crypto'
import type { InputOf, OutputOf } from '@domain/api'
import type { Coupon } from '@domain/coupons/coupon'
import type { Deal } from '@domain/deals/deal'
import type { FlashDeal } from '@domain/flashsale/flashSale'
import type { LadderDeal } from '@domain/groupbuy/ladder'
import type { Pool, StockPool } from '@domain/holds/hold'
import type { CouponId, OrderId, TeamId, TemplateId } from '@domain/ids'
import type { Order, TeamOrder } from '@domain/orders/order'
import type { DeliveryWish } from '@domain/orders/contract'
import type { Team } from '@domain/teams/team'
import {
  courier,
  joining,
  openShop,
  pickUp,
  type Cashier,
  type Shop,
  type ShopOptions,
} from '../harness/shop'
import {
  savedFile,
  writtenCoupon,
  writtenLadder,
  writtenProduct,
  writtenSale,
  writtenShop,
  writtenTeam,
  type FlashTerms,
  type TeamTerms,
  type Terms,
  type WrittenCoupon,
} from './written'

/** A line of a basket. */
export type Line = InputOf<'orders.quote'>['lines'][number]

/** A deal and what it is about. */
export interface Goal {
  readonly dealId: string
  readonly productId: string
}

/** What the gateway's books say of a payment. */
export interface BookedPayment {
  readonly outTradeNo: string
  readonly state: string
  readonly totalFee: number
  readonly refundedFee: number
  readonly notices: readonly { readonly acknowledged: boolean; readonly at?: number }[]
}

/** A refund as the gateway's books have it. */
export interface BookedRefund {
  readonly outRefundNo: string
  readonly outTradeNo: string
  readonly refundFee: number
  readonly state: string
  readonly requestedAt: number
}

export class SmallShop {
  readonly file = writtenShop()
  private counted = 0

  constructor(readonly shop: Shop) {}

  /** A name that nobody and nothing had before. */
  fresh(kind: string): string {
    this.counted += 1
    return `${kind}-${this.counted}`
  }

  /** Somebody who has never been here. */
  neighbour(): string {
    return this.fresh('neighbour')
  }

  neighbours(count: number): string[] {
    return Array.from({ length: count }, () => this.neighbour())
  }

  /** Brings in the shop as it is written now. */
  renew(): Promise<OutputOf<'shopfile.import'>> {
    const wish = { file: this.file, pictures: {} }
    return this.shop.ask('keeper', 'shopfile.import', wish)
  }

  /** Puts a new product on the shelf. */
  async product(goods: object = {}): Promise<string> {
    const id = this.fresh('fruit')
    this.file.products.push(writtenProduct(id, goods))
    await this.renew()
    return id
  }

  /** Opens a new ladder on a product of its own. */
  async ladder(terms: Terms = {}): Promise<Goal> {
    const [dealId, productId] = [this.fresh('ladder'), this.fresh('fruit')]
    this.file.products.push(writtenProduct(productId))
    this.file.groupBuys.push(writtenLadder(dealId, productId, terms))
    await this.renew()
    return { dealId, productId }
  }

  /** Offers a new team group-buy on a product of its own. */
  async team(terms: TeamTerms = {}): Promise<Goal> {
    const [dealId, productId] = [this.fresh('team'), this.fresh('fruit')]
    this.file.products.push(writtenProduct(productId))
    this.file.groupBuys.push(writtenTeam(dealId, productId, terms))
    await this.renew()
    return { dealId, productId }
  }

  /** Sets up a flash sale of one product; what stands is its first session. */
  async flash(terms: FlashTerms = {}): Promise<Goal & { readonly saleId: string }> {
    const [saleId, productId] = [this.fresh('flash'), this.fresh('fruit')]
    this.file.products.push(writtenProduct(productId))
    this.file.flashSales.push(writtenSale(saleId, [productId], terms))
    await this.renew()
    const [session] = await this.sessions(saleId)
    return { saleId, productId, dealId: session?._id ?? '' }
  }

  /** The sessions of a flash sale that were prepared so far, in their order. */
  async sessions(saleId: string): Promise<FlashDeal[]> {
    const found = await this.shop.documents<FlashDeal>('deals', { saleId })
    return found.sort((one, other) => one.startsAt - other.startsAt)
  }

  /** Offers a new coupon. */
  async coupon(terms: Partial<WrittenCoupon> = {}): Promise<TemplateId> {
    const id = this.fresh('coupon')
    this.file.coupons.push(writtenCoupon(id, terms))
    await this.renew()
    return id as TemplateId
  }

  /** Claims a coupon for somebody. */
  async claim(openid: string, templateId: TemplateId): Promise<CouponId> {
    const wish = { requestId: randomUUID(), templateId }
    return (await this.shop.ask(openid, 'coupons.claim', wish)).coupon._id
  }

  /** The coupon as it is stored. */
  couponOf(couponId: CouponId): Promise<Coupon> {
    return this.one('coupons', couponId)
  }

  /** Coupons of a template that are left, held for somebody and issued. */
  async couponStock(templateId: TemplateId) {
    return countsOf(await this.shop.documents<Pool>('coupon_pools', { templateId }))
  }

  /** A line of a deal; with a team it joins that one. */
  joining(goal: Goal, quantity = 1, teamId?: TeamId): Line {
    return { ...joining(goal.dealId, goal.productId, quantity), ...(teamId && { teamId }) }
  }

  /** A line from the shelf. */
  line(productId: string, quantity = 1, skuId = productId): Line {
    return { productId, skuId, quantity } as Line
  }

  /** Places an order at the price that a quote tells, to be picked up. */
  place(openid: string, ...lines: Line[]): Promise<OrderId> {
    return this.placeBy(pickUp(openid), openid, lines)
  }

  async placeBy(delivery: DeliveryWish, openid: string, lines: Line[]): Promise<OrderId> {
    const placing = await this.shop.placing(openid, lines, delivery)
    return (await this.shop.ask(openid, 'orders.place', placing)).orderId
  }

  /** Places an order, opens its payment and goes to the cashier. */
  async buy(openid: string, line: Line, cashier?: Cashier): Promise<OrderId> {
    return this.paid(openid, await this.place(openid, line), cashier)
  }

  /** The same, to be sent by courier. */
  async buySent(openid: string, ...lines: Line[]): Promise<OrderId> {
    return this.paid(openid, await this.placeBy(courier(openid), openid, lines))
  }

  /** Opens the payment of an order and goes to the cashier. */
  async paid(openid: string, orderId: OrderId, cashier?: Cashier): Promise<OrderId> {
    await this.shop.ask(openid, 'orders.pay', { orderId })
    await this.shop.pay(orderId, cashier)
    return orderId
  }

  /** The team that an order opened or joined. */
  async teamOf(orderId: OrderId): Promise<Team> {
    const { teamId } = (await this.order(orderId)).deal as TeamOrder
    return this.one('teams', teamId)
  }

  cancel(openid: string, orderId: OrderId) {
    return this.shop.call(openid, 'orders.cancel', { requestId: randomUUID(), orderId })
  }

  refund(openid: string, orderId: OrderId) {
    return this.shop.call(openid, 'orders.refund', { requestId: randomUUID(), orderId })
  }

  /** The order as it is stored. */
  order(orderId: OrderId): Promise<Order> {
    return this.one('orders', orderId)
  }

  deal<Kind extends Deal = LadderDeal>(dealId: string): Promise<Kind> {
    return this.one('deals', dealId)
  }

  private async one<Doc>(collection: string, id: string): Promise<Doc> {
    const [found] = await this.shop.documents<Doc>(collection, { _id: id })
    if (!found) throw new Error(`There is no ${id} in ${collection}`)
    return found
  }

  /** The shards of a stock. */
  pools(where: object): Promise<StockPool[]> {
    return this.shop.documents<StockPool>('pools', where)
  }

  /** Pieces left, held and sold of a stock, and the people who came. */
  async stock(where: object) {
    const pools = await this.pools(where)
    return { ...countsOf(pools), people: pools.reduce((sum, { people }) => sum + people, 0) }
  }

  /** How much a member may still have of a deal, holds, and had. */
  async quota(dealId: string, memberId: string) {
    const [quota] = await this.shop.documents<Pool>('quotas', { _id: `${dealId}.${memberId}` })
    if (!quota) return undefined
    const held = Object.values(quota.holds).reduce((sum, { n }) => sum + n, 0)
    return { left: quota.available, held, sold: quota.sold }
  }

  /** What WeChat Pay knows of an order's payment. */
  booked(orderId: OrderId): Promise<BookedPayment> {
    return this.shop.control('GET', `payments/${orderId}`)
  }

  /** The refunds that WeChat Pay knows of an order, as they came. */
  async refundsOf(orderId: OrderId): Promise<BookedRefund[]> {
    const all = await this.shop.control<BookedRefund[]>('GET', 'refunds')
    return all
      .filter(({ outTradeNo }) => outTradeNo === orderId)
      .sort((one, other) => one.requestedAt - other.requestedAt)
  }

  /** Waits for the next whole minute, when the timer ticks. */
  async wholeMinute(): Promise<void> {
    const missing = 60_000 - ((await this.shop.now()) % 60_000)
    await this.shop.control('POST', 'clock', { advance: missing })
  }

  /** Lets so many minutes pass, one tick of the timer each. */
  async minutes(count: number): Promise<void> {
    for (let minute = 0; minute < count; minute += 1) await this.shop.pass('1 minute')
  }
}

/** Pieces left, held and sold over all shards. */
function countsOf(pools: readonly Pool[]) {
  const sum = (figure: (pool: Pool) => number) => pools.reduce((all, pool) => all + figure(pool), 0)
  return {
    left: sum(({ available }) => available),
    held: sum(({ holds }) => Object.values(holds).reduce((all, { n }) => all + n, 0)),
    sold: sum(({ sold }) => sold),
  }
}

/** Opens a small shop with nothing on its shelves yet. */
export async function openSmallShop(options: ShopOptions = {}): Promise<SmallShop> {
  const saved = savedFile(writtenShop())
  try {
    return new SmallShop(await openShop({ ...options, file: saved.path }))
  } finally {
    saved.remove()
  }
}

/** Asks for a file to be imported; tells the faults, or nothing when there are none. */
export async function faultsOf(
  small: SmallShop,
  file: unknown,
  pictures = {},
): Promise<string | undefined> {
  const wish = { file: file as Record<string, unknown>, pictures }
  const answer = await small.shop.call('keeper', 'shopfile.import', wish)
  if ('result' in answer) return undefined
  const { code, details } = answer.error
  expect(code).toBe('file_invalid')
  const list = String(details['list'])
  expect(list.split('\n')).toHaveLength(Math.min(20, Number(details['faults'])))
  return list
}
