import * as z from 'zod'
import { action, fenAmount, id, words } from '../contract'
import { MOST_STORE_ID } from '../members/storeCode'
import { couponSections } from './coupons.contract'
import { guideSections } from './guides.contract'
import { liveSections } from './live.contract'
import { kept } from './kept.contract'
import { pointsSection } from './points.contract'
import { fileTime, promotionSections, takes } from './promotions.contract'

const count = z.int().min(1).max(1_000_000)
const stock = z.int().min(0).max(1_000_000)
const price = fenAmount.refine((sum) => sum > 0, 'a price is more than nothing')

/** Ids of stores have to fit into their codes. */
const storeId = id<'store'>().refine(
  (text) => text.length <= MOST_STORE_ID,
  `longer than ${MOST_STORE_ID} characters`,
)

const store = z.strictObject({
  id: storeId,
  name: words(40).min(1),
  district: words(40),
  community: words(40).optional(),
  address: words(100),
  phone: words(30),
  hours: words(40),
})

const sku = z.strictObject({
  id: id<'sku'>(),
  name: words(40).min(1),
  priceFen: price,
  stock,
})

const product = z.strictObject({
  id: id<'product'>(),
  categoryId: id<'category'>(),
  name: words(60).min(1),
  subtitle: words(60).default(''),
  description: words(500).default(''),
  unit: words(10).default('件'),
  priceFen: price,
  originalPriceFen: price.nullish(),
  stock,
  emoji: words(16).optional(),
  pictures: z.array(words(200)).max(9).default([]),
  tags: z.array(words(30)).max(20).default([]),
  skus: z.array(sku).min(1).max(50).optional(),
})

const dealTimes = {
  startsAt: fileTime,
  endsAt: fileTime,
  /** 预售: what is said to shoppers before they pay. */
  preSale: z.strictObject({ shipsAt: fileTime }).optional(),
}

const ladder = z.strictObject({
  id: id<'deal'>(),
  kind: z.literal('ladder'),
  name: words(40).min(1),
  productId: id<'product'>(),
  skuId: id<'sku'>().optional(),
  basePriceFen: price,
  tiers: z.array(z.strictObject({ people: count, priceFen: price })),
  stock,
  perMember: count,
  takes: takes.optional(),
  belowFirstTier: z.enum(['sell-at-base', 'refund-all']),
  ...dealTimes,
})

const team = z.strictObject({
  id: id<'deal'>(),
  kind: z.literal('team'),
  name: words(40).min(1),
  productId: id<'product'>(),
  skuId: id<'sku'>().optional(),
  priceFen: price,
  leaderPriceFen: price.optional(),
  people: count,
  teamHours: count,
  stock,
  perMember: count,
  takes: takes.optional(),
  joiners: z.enum(['anyone', 'newcomer']).optional(),
  ...dealTimes,
})

/** A shop as an operator writes it down: one JSON file. Money is whole fen, rates basis points. */
export const shopFile = z.strictObject({
  schemaNote: z.string().optional(),
  shop: z.strictObject({
    id: id<'shop'>(),
    name: words(40).min(1),
    timeZone: z.literal('Asia/Shanghai'),
    poolReadyMembers: count.optional(),
  }),
  stores: z.array(store).min(1).max(200),
  categories: z.array(z.strictObject({ id: id<'category'>(), name: words(20).min(1) })).min(1),
  products: z.array(product).max(2000),
  freight: z.strictObject({ flatFen: fenAmount, freeAboveFen: fenAmount, pickUpFen: fenAmount }),
  groupBuys: z.array(z.discriminatedUnion('kind', [ladder, team])).default([]),
  ...promotionSections,
  ...couponSections,
  points: pointsSection.optional(),
  ...guideSections,
  ...liveSections,
  ...kept,
})

/** A shop file after it was read: checked, with defaults filled in. */
export type ShopFile = z.output<typeof shopFile>

/** What an import did, in counts. */
export interface ImportReport {
  readonly products: number
  readonly skus: number
  readonly deals: number
  readonly flashSales: number
  readonly promotions: number
  readonly coupons: number
  readonly stores: number
  readonly guides: number
  readonly live: number
  /** Sections that were read and kept, for parts of the shop that will use them. */
  readonly kept: readonly string[]
}

/** Bringing a shop in. */
export const shopfileContract = {
  /** Reads a whole shop file: nothing is written where anything is wrong with it. */
  'shopfile.import': action({
    input: z.strictObject({
      file: z.record(z.string(), z.unknown()),
      /** Where the pictures that the file names were stored: path → file id. */
      pictures: z.record(z.string(), z.string().regex(/^cloud:\/\//)),
    }),
    output: z.custom<ImportReport>(),
    fails: ['role_missing', 'file_invalid', 'busy'],
  }),
}
