import type { Product, Shop, Sku } from '../catalog/product'
import type { CouponTemplate } from '../coupons/coupon'
import type { Deal } from '../deals/deal'
import type { FlashSale } from '../flashsale/flashSale'
import type { DealId, FileId, ProductId, SkuId } from '../ids'
import { ENOUGH_MEMBERS } from '../live/readiness'
import type { LevelRule } from '../members/level'
import { messageKinds } from '../messages/wallet'
import { fen, type Bps } from '../money'
import type { Discount } from '../promotions/discount'
import type { Promotions } from '../promotions/promotions'
import type { Scope } from '../promotions/scope'
import type { Instant } from '../time'
import type { ShopFile } from './contract'
import { plannedGifts, plannedTemplates } from './planCoupons'
import { dealSku, plannedDeal, plannedSale } from './planDeals'
import {
  plannedAttribution,
  plannedCommission,
  plannedGoals,
  plannedGuides,
  type PlannedGuide,
} from './planGuides'
import { plannedSessions, type PlannedSession } from './planLive'
import { mallStocks, plannedMall, plannedPoints, type PlannedMall } from './planPoints'
import { scheduleOf } from './when'

/** A stock that the file asks for. */
export interface PlannedStock {
  readonly skuId: SkuId
  readonly productId: ProductId | null
  readonly dealId: DealId | null
  readonly stock: number
  /** Where the file says so. */
  readonly place: string
}

/** What a shop file comes to: documents, not yet written. */
export interface ShopPlan {
  readonly shop: Shop
  readonly products: readonly Product[]
  readonly deals: readonly Deal[]
  readonly sales: readonly FlashSale[]
  readonly templates: readonly CouponTemplate[]
  readonly mall: PlannedMall
  readonly guides: readonly PlannedGuide[]
  readonly sessions: readonly PlannedSession[]
  readonly stocks: readonly PlannedStock[]
  readonly kept: Readonly<Record<string, unknown>>
}

/** Sections that the shop does not use yet, or not all of; they are kept as they are. */
const keptSections = ['fission'] as const satisfies readonly (keyof ShopFile)[]

/** The SKUs of a product; one without any has a single one under its own id. */
export function skusOf(product: ShopFile['products'][number]): (Sku & { stock: number })[] {
  const only = {
    id: product.id as string as SkuId,
    name: product.unit,
    priceFen: product.priceFen,
    stock: product.stock,
  }
  return product.skus ?? [only]
}

/** Turns a checked file into documents. `pictures` tells where the files it names were stored. */
export function planShop(
  file: ShopFile,
  pictures: Readonly<Record<string, string>>,
  now: Instant,
): ShopPlan {
  const products = file.products.map((product, rank): Product => ({
    _id: product.id,
    categoryId: product.categoryId,
    name: product.name,
    subtitle: product.subtitle,
    description: product.description,
    unit: product.unit,
    pictures: product.pictures.flatMap((path) => (pictures[path] ?? []) as FileId | []),
    tags: product.tags,
    originalPriceFen: product.originalPriceFen ?? null,
    skus: skusOf(product).map(({ id, name, priceFen }) => ({ id, name, priceFen })),
    lowestFen: fen(Math.min(...skusOf(product).map(({ priceFen }) => priceFen))),
    onShelf: true,
    rank,
  }))
  return {
    shop: {
      _id: 'shop',
      id: file.shop.id,
      name: file.shop.name,
      categories: file.categories,
      stores: file.stores.map(({ community: _community, ...store }) => store),
      freight: file.freight,
      promotions: promotionsOf(file, now),
      levels: levelsOf(file),
      levelsChangedAt: null,
      segments: file.segments,
      points: plannedPoints(file),
      orderGifts: plannedGifts(file),
      templates: templatesOf(file),
      attribution: plannedAttribution(file),
      commission: plannedCommission(file),
      guideGoals: plannedGoals(file),
      poolReadyMembers: file.shop.poolReadyMembers ?? ENOUGH_MEMBERS,
    },
    products,
    deals: file.groupBuys.map((deal, rank) => plannedDeal(deal, rank, file, now)),
    sales: file.flashSales.flatMap((sale) => plannedSale(sale, file, now) ?? []),
    templates: plannedTemplates(file, now),
    mall: plannedMall(file),
    guides: plannedGuides(file),
    sessions: plannedSessions(file, now),
    stocks: [...productStocks(file), ...dealStocks(file), ...mallStocks(file)],
    kept: {
      ...Object.fromEntries(keptSections.map((name) => [name, file[name]])),
      shop: file.shop,
      stores: file.stores,
    },
  }
}

const scopeOf = ({ kind, ids = [] }: ShopFile['discounts'][number]['scope']): Scope => ({
  kind,
  ids,
})

/** A discount for members of a level is a member day; others are for everybody. */
const discountKind = (discount: ShopFile['discounts'][number]): Discount['kind'] =>
  discount.levelAtLeast === undefined ? 'discount' : 'member-day'

function promotionsOf(file: ShopFile, now: Instant): Promotions {
  return {
    discounts: file.discounts.flatMap((discount) => {
      const schedule = scheduleOf(discount, now)
      if (!schedule) return []
      const { id, name, levelAtLeast = null, discountBps, pointsMultiplierBps } = discount
      return {
        id,
        kind: discountKind(discount),
        name,
        schedule,
        levelAtLeast,
        discountBps: discountBps as Bps,
        pointsMultiplierBps: (pointsMultiplierBps ?? null) as Bps | null,
        scope: scopeOf(discount.scope),
      }
    }),
    spendAndSave: file.spendAndSave.flatMap((promotion) => {
      const schedule = scheduleOf(promotion, now)
      const { id, name, steps } = promotion
      return schedule ? { id, name, schedule, scope: scopeOf(promotion.scope), steps } : []
    }),
  }
}

const templatesOf = ({ messageTemplates }: ShopFile): Shop['templates'] =>
  Object.fromEntries(
    messageKinds.map((kind) => [kind, messageTemplates[kind] ?? null]),
  ) as Shop['templates']

function levelsOf({ memberLevels }: ShopFile): LevelRule | null {
  if (!memberLevels) return null
  const levels = memberLevels.levels.map(({ monthlyCouponId, giftCouponId, ...level }) => ({
    ...level,
    monthlyTemplateId: monthlyCouponId,
    giftTemplateId: giftCouponId ?? null,
    discountBps: level.discountBps as Bps,
    pointsMultiplierBps: level.pointsMultiplierBps as Bps,
  }))
  return { window: memberLevels.window, levels }
}

/** The stocks of the shelves. */
export const productStocks = (file: ShopFile): PlannedStock[] =>
  file.products.flatMap((product, index) =>
    skusOf(product).map(({ id, stock }, sku) => ({
      skuId: id,
      productId: product.id,
      dealId: null,
      stock,
      place: `products[${index}]${product.skus ? `.skus[${sku}]` : ''}.stock`,
    })),
  )

/** A flash sale's stock is loaded session by session, not by the import. */
const dealStocks = (file: ShopFile): PlannedStock[] =>
  file.groupBuys.map((deal, index) => ({
    skuId: dealSku(deal, file),
    productId: null,
    dealId: deal.id,
    stock: deal.stock,
    place: `groupBuys[${index}].stock`,
  }))
