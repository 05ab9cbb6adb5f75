/** A small fruit shop whose goods each test brings itself, so that many tests share one. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InputOf, OutputOf } from '@domain/api'
import type { Deal } from '@domain/groupbuy/ladder'
import type { StockPool } from '@domain/holds/hold'
import type { OrderId } from '@domain/ids'
import type { Order } from '@domain/orders/order'
import type { shopFile } from '@domain/shopfile/contract'
import type * as z from 'zod'
import { joining, openShop, type Cashier, type Shop, type ShopOptions } from '../harness/shop'

/** A shop file as an operator writes it. */
export type WrittenShop = z.input<typeof shopFile>
type WrittenProduct = WrittenShop['products'][number]
type WrittenLadder = Extract<NonNullable<WrittenShop['groupBuys']>[number], { kind: 'ladder' }>

/** A line of a basket. */
export type Line = InputOf<'orders.quote'>['lines'][number]

/** A ladder's terms; what is not named is the usual. */
export interface Terms {
  readonly base?: number
  readonly steps?: readonly (readonly [people: number, priceFen: number])[]
  readonly stock?: number
  readonly perMember?: number
  readonly startsAt?: string
  readonly endsAt?: string
  readonly below?: 'sell-at-base' | 'refund-all'
}

/** What the gateway's books say of a payment. */
export interface BookedPayment {
  readonly outTradeNo: string
  readonly state: string
  readonly totalFee: number
  readonly refundedFee: number
  readonly notices: readonly { readonly acknowledged: boolean; readonly at?: number }[]
}

/** The least that a shop file needs. */
export function writtenShop(): WrittenShop & {
  products: WrittenProduct[]
  groupBuys: WrittenLadder[]
} {
  const store = {
    district: '城南',
    address: '人民南路 88 号',
    phone: '028-80000001',
    hours: '8-22',
  }
  return {
    shop: { id: 'small', name: '小果铺', timeZone: 'Asia/Shanghai' },
    stores: [{ id: 'store-01', name: '城南店', ...store }],
    categories: [{ id: 'fruit', name: '水果' }],
    products: [],
    freight: { flatFen: 600, freeAboveFen: 4900, pickUpFen: 0 },
    groupBuys: [],
  } as never
}

/** A product as the file writes it: 10 yuan a piece, 100 pieces. */
export function writtenProduct(id: string, rest: Partial<WrittenProduct> = {}): WrittenProduct {
  return { id, categoryId: 'fruit', name: id, priceFen: 1000, stock: 100, ...rest } as never
}

/** A ladder as the file writes it: from 1000 fen; 900 for two people, 700 for four; an hour. */
export function writtenLadder(id: string, productId: string, terms: Terms = {}): WrittenLadder {
  const steps = terms.steps ?? [
    [2, 900],
    [4, 700],
  ]
  return {
    id,
    kind: 'ladder',
    name: id,
    productId,
    basePriceFen: terms.base ?? 1000,
    tiers: steps.map(([people, priceFen]) => ({ people, priceFen })),
    stock: terms.stock ?? 50,
    perMember: terms.perMember ?? 2,
    startsAt: terms.startsAt ?? '-1h',
    endsAt: terms.endsAt ?? '+1h',
    belowFirstTier: terms.below ?? 'sell-at-base',
  } as never
}

/** Writes a shop file to a place where a command finds it. */
export function savedFile(file: unknown): { path: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'small-shop-'))
  const path = join(folder, 'shop.json')
  writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file))
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) }
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
  async product(goods: Partial<WrittenProduct> = {}): Promise<string> {
    const id = this.fresh('fruit')
    this.file.products.push(writtenProduct(id, goods))
    await this.renew()
    return id
  }

  /** Opens a new ladder on a product of its own. */
  async ladder(terms: Terms = {}): Promise<{ dealId: string; productId: string }> {
    const dealId = this.fresh('ladder')
    const productId = this.fresh('fruit')
    this.file.products.push(writtenProduct(productId))
    this.file.groupBuys.push(writtenLadder(dealId, productId, terms))
    await this.renew()
    return { dealId, productId }
  }

  /** A line of a ladder. */
  joining(goal: { dealId: string; productId: string }, quantity = 1): Line {
    return joining(goal.dealId, goal.productId, quantity)
  }

  /** A line from the shelf. */
  line(productId: string, quantity = 1, skuId = productId): Line {
    return { productId, skuId, quantity } as Line
  }

  /** Places an order at the price that a quote tells. */
  async place(openid: string, ...lines: Line[]): Promise<OrderId> {
    const placing = await this.shop.placing(openid, lines)
    return (await this.shop.ask(openid, 'orders.place', placing)).orderId
  }

  /** Places an order, opens its payment and goes to the cashier. */
  async buy(openid: string, line: Line, cashier?: Cashier): Promise<OrderId> {
    const orderId = await this.place(openid, line)
    await this.shop.ask(openid, 'orders.pay', { orderId })
    await this.shop.pay(orderId, cashier)
    return orderId
  }

  cancel(openid: string, orderId: OrderId) {
    return this.shop.call(openid, 'orders.cancel', { requestId: randomUUID(), orderId })
  }

  refund(openid: string, orderId: OrderId) {
    return this.shop.call(openid, 'orders.refund', { requestId: randomUUID(), orderId })
  }

  /** The order as it is stored. */
  async order(orderId: OrderId): Promise<Order> {
    const [order] = await this.shop.documents<Order>('orders', { _id: orderId })
    if (!order) throw new Error(`There is no order ${orderId}`)
    return order
  }

  async deal(dealId: string): Promise<Deal> {
    const [deal] = await this.shop.documents<Deal>('deals', { _id: dealId })
    if (!deal) throw new Error(`There is no deal ${dealId}`)
    return deal
  }

  /** The shards of a stock. */
  pools(where: object): Promise<StockPool[]> {
    return this.shop.documents<StockPool>('pools', where)
  }

  /** Pieces left, held and sold of a stock, and the people who came. */
  async stock(where: object) {
    const pools = await this.pools(where)
    const sum = (figure: (pool: StockPool) => number) =>
      pools.reduce((all, pool) => all + figure(pool), 0)
    return {
      left: sum(({ available }) => available),
      held: sum(({ holds }) => Object.values(holds).reduce((all, { n }) => all + n, 0)),
      sold: sum(({ sold }) => sold),
      people: sum(({ people }) => people),
    }
  }

  /** What WeChat Pay knows of an order's payment. */
  booked(orderId: OrderId): Promise<BookedPayment> {
    return this.shop.control('GET', `payments/${orderId}`)
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
