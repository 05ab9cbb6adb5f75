import { skuOf, type Product, type Shop } from '@domain/catalog/product'
import { fail, type Failure } from '@domain/failure'
import type { StockPool } from '@domain/holds/hold'
import type { DealId, LiveId, MemberId, OrderId, ProductId, SkuId, TeamId } from '@domain/ids'
import { strangerOf, type Member } from '@domain/members/member'
import type { Order } from '@domain/orders/order'
import type { BasketLine, PriceContext } from '@domain/orders/receipt'
import { MOST_UNPAID, UNPAID_COUNTS, unpaidStatuses } from '@domain/orders/waste'
import { instant, type Instant } from '@domain/time'
import { creditIn, withCredit, type CreditReading } from '../attribution/credit'
import { withoutHolds } from '../deals/progress'
import type { Stock } from '../holds/take'
import { _, stages } from '../kit/cloud'
import { products } from '../kit/collections'
import { noBenefits, type Benefits, type Wallet } from './wallet'

/** A line as the phone asks for it. */
export interface AskedLine {
  readonly productId: ProductId
  readonly skuId: SkuId
  readonly quantity: number
  readonly dealId?: DealId | undefined
  readonly teamId?: TeamId | undefined
}

/** A line with what it costs and where its stock is. */
export interface StockedLine {
  readonly line: BasketLine
  readonly stock: Stock
}

/** Who asks, and when. */
export interface Reading {
  readonly memberId: MemberId
  readonly now: Instant
  /** Looks whether this order exists already. */
  readonly orderId?: OrderId | undefined
  /** The live session whose page the order is placed from. */
  readonly liveId?: LiveId | undefined
}

/** A shard without what it remembers of orders. */
export type Shard = Pick<StockPool, '_id' | 'skuId' | 'dealId' | 'available' | 'people'>

/** Documents that every reading brings along, by keys that are worked out beforehand. */
export interface Beside extends Wallet, Partial<CreditReading> {
  readonly shops: readonly Shop[]
  readonly members: readonly Member[]
  readonly placed: readonly Order[]
  readonly pools: readonly Shard[]
  /** Orders of late that the member did not pay; only where one is placed. */
  readonly unpaid?: readonly Pick<Order, 'placedAt'>[]
}

type Aggregation = ReturnType<typeof products.aggregate>

/** Brings what lies beside goods into a reading that has their shards: the last of its stages. */
export const withBeside = (found: Aggregation, reading: Reading): Aggregation =>
  withUnpaid(withKeys(found, reading), reading).project(withoutHolds)

const withKeys = (found: Aggregation, { memberId, orderId }: Reading): Aggregation =>
  found
    .addFields({ shopKey: 'shop', memberKey: memberId, orderKey: orderId ?? '' })
    .lookup({ from: 'orders', localField: 'orderKey', foreignField: '_id', as: 'placed' })
    .lookup({ from: 'members', localField: 'memberKey', foreignField: '_id', as: 'members' })
    .lookup({ from: 'coupons', localField: 'memberKey', foreignField: 'walletOf', as: 'wallet' })
    .lookup({
      from: 'points_accounts',
      localField: 'memberKey',
      foreignField: '_id',
      as: 'accounts',
    })
    .lookup({ from: 'shop', localField: 'shopKey', foreignField: '_id', as: 'shops' })

/** Brings along which orders the member left unpaid of late, where another one is placed. */
function withUnpaid(found: Aggregation, { memberId, orderId, now }: Reading): Aggregation {
  if (orderId === undefined) return found
  const since = instant(now - UNPAID_COUNTS)
  const unpaid = stages()
    .match({ memberId, placedAt: _.gt(since), status: _.in([...unpaidStatuses]) })
    .sort({ placedAt: -1 })
    .limit(MOST_UNPAID)
    .project({ placedAt: 1 })
    .done()
  return found.lookup({ from: 'orders', pipeline: unpaid, as: 'unpaid' })
}

/** A product with its shards. */
export type ProductReading = Product & Beside

/** Products with all that their prices depend on. */
export interface Goods extends Wallet {
  readonly shop: Shop | undefined
  readonly member: Member
  readonly placed: Order | undefined
  readonly unpaid: readonly Pick<Order, 'placedAt'>[]
  readonly credit: CreditReading
  readonly products: ReadonlyMap<ProductId, ProductReading>
}

/** Reads products with their stock, the shop, the member, and perhaps an order: one SDK call. */
export async function readGoods(
  productIds: readonly ProductId[],
  reading: Reading,
): Promise<Goods> {
  const found = products
    .aggregate()
    .match({ _id: _.in([...new Set(productIds)]) })
    .lookup({ from: 'pools', localField: '_id', foreignField: 'productId', as: 'pools' })
  const { list } = (await withCredit(withBeside(found, reading), reading).end()) as unknown as {
    list: readonly ProductReading[]
  }
  const [first] = list
  return {
    shop: first?.shops[0],
    member: first?.members[0] ?? strangerOf(reading.memberId),
    wallet: first?.wallet ?? [],
    accounts: first?.accounts ?? [],
    placed: first?.placed[0],
    unpaid: first?.unpaid ?? [],
    credit: creditIn(first),
    products: new Map(list.map((product) => [product._id, product])),
  }
}

/** What prices depend on beside the basket and the way of delivery. */
export type ShopContext = Omit<PriceContext, 'delivery' | 'now'>

/** What a shop and a member bring into every price. */
export function contextOf(
  shop: Shop,
  { levelId }: Pick<Member, 'levelId'>,
  benefits: Benefits = noBenefits,
): ShopContext {
  const { freight, promotions, levels } = shop
  return { freight, promotions, levels, member: { levelId }, ...benefits }
}

/** A line that is bought without a deal, from the shelf's own stock. */
export function shelfLine(
  asked: AskedLine,
  product: ProductReading | undefined,
): StockedLine | Failure<'product_unknown' | 'sku_unknown'> {
  if (!product?.onShelf) return fail('product_unknown', { productId: asked.productId })
  const shards = product.pools.filter((shard) => shard.skuId === asked.skuId)
  const where = { skuId: asked.skuId, dealId: null }
  return stockedLine(asked, product, { where, shards }, null)
}

/** A line with the stock that it is taken from. */
export function stockedLine(
  asked: AskedLine,
  product: Product,
  stock: Stock,
  deal: BasketLine['deal'],
): StockedLine | Failure<'product_unknown' | 'sku_unknown'> {
  if (product._id !== asked.productId) {
    return fail('product_unknown', { productId: asked.productId })
  }
  const sku = skuOf(product, asked.skuId)
  if (!sku) return fail('sku_unknown', { skuId: asked.skuId })
  const { _id: id, categoryId, name, unit } = product
  const picture = product.pictures[0] ?? null
  const shown = { id, categoryId, name, unit, picture }
  return { line: { product: shown, sku, quantity: asked.quantity, deal }, stock }
}
