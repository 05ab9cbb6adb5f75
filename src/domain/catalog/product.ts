import type { CategoryId, FileId, ProductId, SkuId, StoreId } from '../ids'
import type { AttributionRule } from '../attribution/rule'
import type { CommissionRule } from '../commission/rule'
import type { OrderGift } from '../coupons/coupon'
import type { GuideGoal } from '../guides/guide'
import type { Segment } from '../members/audience'
import type { LevelRule } from '../members/level'
import type { MessageKind } from '../messages/wallet'
import type { Fen } from '../money'
import type { PointsRule } from '../points/account'
import type { Promotions } from '../promotions/promotions'
import type { Instant } from '../time'

/** A variant (规格) of a product: what is really priced, stocked and sold. */
export interface Sku {
  readonly id: SkuId
  readonly name: string
  readonly priceFen: Fen
}

/** Something the shop sells. Every product has at least one SKU. */
export interface Product {
  readonly _id: ProductId
  readonly categoryId: CategoryId
  readonly name: string
  readonly subtitle: string
  readonly description: string
  readonly unit: string
  readonly pictures: readonly FileId[]
  readonly tags: readonly string[]
  /** The struck-through price beside the own one, where there is one. */
  readonly originalPriceFen: Fen | null
  readonly skus: readonly Sku[]
  /** The lowest price of its SKUs, to sort by. */
  readonly lowestFen: Fen
  /** False takes it off the shelf; orders that name it stay readable. */
  readonly onShelf: boolean
  /** Place on the shelf, ascending. */
  readonly rank: number
}

/** A shelf of the shop. */
export interface Category {
  readonly id: CategoryId
  readonly name: string
}

/** A shop counter where orders are picked up. */
export interface Store {
  readonly id: StoreId
  readonly name: string
  readonly district: string
  readonly address: string
  readonly phone: string
  readonly hours: string
}

/** What delivery costs. */
export interface FreightRule {
  readonly flatFen: Fen
  readonly freeAboveFen: Fen
  readonly pickUpFen: Fen
}

/** The one document that holds what rarely changes and every request may need. */
export interface Shop {
  readonly _id: 'shop'
  readonly id: string
  readonly name: string
  readonly categories: readonly Category[]
  readonly stores: readonly Store[]
  readonly freight: FreightRule
  readonly promotions: Promotions
  readonly levels: LevelRule | null
  /** Since when they are other ones than members are reckoned by; null once all are due for it. */
  readonly levelsChangedAt: Instant | null
  readonly segments: readonly Segment[]
  /** What points are given and taken by; null for a shop without points. */
  readonly points: PointsRule | null
  /** 下单送券: coupons that come with a received order of such a sum. */
  readonly orderGifts: readonly OrderGift[]
  /** 订阅消息: the template of each message that the shop sends; null where it has none. */
  readonly templates: Readonly<Record<MessageKind, string | null>>
  /** 溯源: whom orders are credited to. */
  readonly attribution: AttributionRule
  /** 分润; null for a shop that shares nothing. */
  readonly commission: CommissionRule | null
  readonly guideGoals: readonly GuideGoal[]
  /** Members that the shop should have before it goes live: fewer do not carry a session. */
  readonly poolReadyMembers: number
}

/** The SKU of that id, if the product has it. */
export function skuOf(product: Pick<Product, 'skus'>, skuId: SkuId): Sku | undefined {
  return product.skus.find((sku) => sku.id === skuId)
}

/** What tells a SKU from the others; empty where a product has no variants. */
export function variantOf({ name }: Pick<Sku, 'name'>, { unit }: Pick<Product, 'unit'>): string {
  // What has no variants has one SKU that is called like its unit, which says nothing.
  return name === unit ? '' : name
}

/** The lowest price of a product: what its card shows, with 起 where its SKUs differ. */
export function lowestPrice(product: Pick<Product, 'skus'>): { priceFen: Fen; varies: boolean } {
  const prices = product.skus.map((sku) => sku.priceFen)
  const priceFen = Math.min(...prices) as Fen
  return { priceFen, varies: prices.some((price) => price !== priceFen) }
}
