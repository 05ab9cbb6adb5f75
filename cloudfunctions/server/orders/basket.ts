import { skuOf, type Product, type Shop } from '@domain/catalog/product'
import { fail, foremost, hasFailed, type Failure } from '@domain/failure'
import { joinable, type Deal } from '@domain/groupbuy/ladder'
import { available, peopleIn, type StockPool } from '@domain/holds/hold'
import type { DealId, MemberId, OrderId, ProductId, SkuId } from '@domain/ids'
import type { Order } from '@domain/orders/order'
import type { BasketLine } from '@domain/orders/receipt'
import type { Instant } from '@domain/time'
import { withoutHolds } from '../groupbuy/progress'
import { _ } from '../kit/cloud'
import { deals, products } from '../kit/collections'
import { joinKeyOf } from '../kit/ids'
import type { Stock } from '../holds/take'

/** A line as the phone asks for it. */
export interface AskedLine {
  readonly productId: ProductId
  readonly skuId: SkuId
  readonly quantity: number
  readonly dealId?: DealId | undefined
}

/** A line with what it costs and where its stock is. */
export interface StockedLine {
  readonly line: BasketLine
  readonly stock: Stock
}

/** All that pricing and placing need. */
export interface Basket {
  readonly shop: Shop
  readonly lines: readonly StockedLine[]
  readonly deal: Deal | null
  /** Why the deal can't be joined at this moment. */
  readonly closed: ReturnType<typeof joinable>
  /** Whether the member already has a quota of the deal. */
  readonly quotaKnown: boolean
}

/** What one call reads. */
export interface BasketReading {
  /** The order that this wish has become before: it is answered whatever became of the goods. */
  readonly placed?: Order | undefined
  readonly basket: Basket | BasketFailure
}

/** What a basket may be refused for. */
export type BasketFailure = Failure<
  'shop_unknown' | 'product_unknown' | 'sku_unknown' | 'deal_unknown' | 'deal_mixed'
>

interface Reading {
  readonly memberId: MemberId
  readonly now: Instant
  /** Looks whether this order exists already. */
  readonly orderId?: OrderId
}

/** Documents that every reading brings along, by keys that are worked out beforehand. */
interface Beside {
  readonly shops: readonly Shop[]
  readonly placed: readonly Order[]
  readonly pools: readonly Shard[]
}
type Shard = Pick<StockPool, '_id' | 'skuId' | 'dealId' | 'available' | 'people'>
type DealReading = Deal &
  Beside & {
    readonly products: readonly Product[]
    readonly quotas: readonly { readonly _id: string }[]
  }
type ProductReading = Product & Beside

/** A deal is ordered alone: its refund and its count then concern one order as a whole. */
export async function readBasket(
  asked: readonly AskedLine[],
  reading: Reading,
): Promise<BasketReading> {
  const [first] = asked
  const dealId = asked.find((line) => line.dealId)?.dealId
  if (!dealId || !first) return readProducts(asked, reading)
  return asked.length === 1 ? readDeal(first, dealId, reading) : { basket: fail('deal_mixed') }
}

async function readDeal(
  asked: AskedLine,
  dealId: DealId,
  { memberId, now, orderId }: Reading,
): Promise<BasketReading> {
  const { list } = (await deals
    .aggregate()
    .match({ _id: dealId })
    .addFields({ shopKey: 'shop', orderKey: orderId ?? '', joinKey: joinKeyOf(dealId, memberId) })
    .lookup({ from: 'products', localField: 'productId', foreignField: '_id', as: 'products' })
    .lookup({ from: 'pools', localField: '_id', foreignField: 'dealId', as: 'pools' })
    .lookup({ from: 'quotas', localField: 'joinKey', foreignField: '_id', as: 'quotas' })
    .lookup({ from: 'orders', localField: 'orderKey', foreignField: '_id', as: 'placed' })
    .lookup({ from: 'shop', localField: 'shopKey', foreignField: '_id', as: 'shops' })
    .project(withoutHolds)
    .end()) as unknown as { list: readonly DealReading[] }
  const [deal] = list
  return { placed: deal?.placed[0], basket: deal ? dealBasket(asked, deal, now) : unknownDeal }
}

const unknownDeal = fail('deal_unknown')

function dealBasket(asked: AskedLine, deal: DealReading, now: Instant): Basket | BasketFailure {
  const [shop] = deal.shops
  const [product] = deal.products
  if (!product) return unknownDeal
  if (!shop) return fail('shop_unknown')
  const stock = { where: { dealId: deal._id }, shards: deal.pools }
  const line = stockedLine(asked, product, stock, dealOffer(deal))
  if (hasFailed(line)) return line
  if (line.line.sku.id !== deal.skuId) return fail('sku_unknown')
  const quotaKnown = deal.quotas.length > 0
  return { shop, lines: [line], deal, closed: joinable(deal, now), quotaKnown }
}

const dealOffer = (deal: DealReading) => ({
  kind: deal.kind,
  id: deal._id,
  name: deal.name,
  ladder: deal.ladder,
  people: peopleIn(deal.pools),
})

async function readProducts(
  asked: readonly AskedLine[],
  { orderId }: Reading,
): Promise<BasketReading> {
  const { list } = (await products
    .aggregate()
    .match({ _id: _.in([...new Set(asked.map((line) => line.productId))]) })
    .addFields({ shopKey: 'shop', orderKey: orderId ?? '' })
    .lookup({ from: 'pools', localField: '_id', foreignField: 'productId', as: 'pools' })
    .lookup({ from: 'orders', localField: 'orderKey', foreignField: '_id', as: 'placed' })
    .lookup({ from: 'shop', localField: 'shopKey', foreignField: '_id', as: 'shops' })
    .project(withoutHolds)
    .end()) as unknown as { list: readonly ProductReading[] }
  return { placed: list[0]?.placed[0], basket: productsBasket(asked, list) }
}

function productsBasket(
  asked: readonly AskedLine[],
  list: readonly ProductReading[],
): Basket | BasketFailure {
  const found = new Map(list.map((product) => [product._id, product]))
  const lines = asked.map((line) => productLine(line, found.get(line.productId)))
  const refused = foremost(lines.filter((line) => 'failed' in line))
  if (refused) return refused
  const [shop] = list[0]?.shops ?? []
  if (!shop) return fail('shop_unknown')
  const stocked = lines.filter((line) => 'stock' in line)
  return { shop, lines: stocked, deal: null, closed: undefined, quotaKnown: false }
}

function productLine(asked: AskedLine, product: ProductReading | undefined) {
  if (!product?.onShelf) return fail('product_unknown', { productId: asked.productId })
  const shards = product.pools.filter((shard) => shard.skuId === asked.skuId)
  const where = { skuId: asked.skuId, dealId: null }
  return stockedLine(asked, product, { where, shards }, null)
}

function stockedLine(
  asked: AskedLine,
  product: Product,
  stock: Stock,
  deal: BasketLine['deal'],
): StockedLine | Failure<'product_unknown' | 'sku_unknown'> {
  if (product._id !== asked.productId)
    return fail('product_unknown', { productId: asked.productId })
  const sku = skuOf(product, asked.skuId)
  if (!sku) return fail('sku_unknown', { skuId: asked.skuId })
  const { _id: id, categoryId, name, unit } = product
  const picture = product.pictures[0] ?? null
  const shown = { id, categoryId, name, unit, picture }
  return { line: { product: shown, sku, quantity: asked.quantity, deal }, stock }
}

/** What is short, line by line; the same SKU in two lines counts together. */
export function shortOf(lines: readonly StockedLine[]): Failure<'stock_short'> | undefined {
  const wanted = new Map<SkuId, number>()
  for (const { line, stock } of lines) {
    const sum = (wanted.get(line.sku.id) ?? 0) + line.quantity
    wanted.set(line.sku.id, sum)
    const left = available(stock.shards)
    if (sum > left) return fail('stock_short', { skuId: line.sku.id, left })
  }
  return undefined
}
