import * as z from 'zod'
import { fenAmount, id, words } from '../contract'
import { messageKinds } from '../messages/wallet'
import { audienceOf } from '../members/audience'

const relative = /^[+-]\d{1,4}[mhd]$/
const dated = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)$/

/**
 * A moment beside the import (`+3d`, `-1h`, `-10m`) or one with a date (`2026-03-01T10:00+08:00`).
 */
export const fileTime = z
  .string()
  .refine(
    (text) => relative.test(text) || (dated.test(text) && !Number.isNaN(Date.parse(text))),
    'not a time like +3d, -1h or 2026-03-01T10:00+08:00',
  )

/** A rate in basis points: 10000 is the whole. */
export const bps = z.int().min(0).max(100_000)

/** What a promotion is for. */
export const scope = z.strictObject({
  kind: z.enum(['all', 'category', 'product']),
  ids: z.array(words(64)).optional(),
})

const count = z.int().min(1).max(1_000_000)

const repeats = z.strictObject({
  every: z.enum(['day', 'week', 'month']),
  on: z
    .array(
      z.union([z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), z.int().min(1).max(31)]),
    )
    .optional(),
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not a time of day'),
  lasts: z.string().regex(/^\d{1,3}[mh]$/, 'not a length of time'),
})

/** Once from `startsAt` to `endsAt`, or again and again by `repeats`, within them if they stand. */
const when = {
  startsAt: fileTime.optional(),
  endsAt: fileTime.optional(),
  repeats: repeats.optional(),
}

const level = z.strictObject({
  id: id<'level'>(),
  name: words(20).min(1),
  spendFen: fenAmount,
  pointsMultiplierBps: bps,
  discountBps: bps,
  monthlyCouponId: id<'template'>().nullable(),
  giftCouponId: id<'template'>().nullish(),
})

/** For whom something is, as the file writes it. */
export const audience = words(80).refine(
  (text) => audienceOf(text) !== undefined,
  'not all, newcomer, level:… or segment:…',
)

/** What beside its own price may bring a deal down. */
export const takes = z.strictObject({ coupons: z.boolean(), points: z.boolean() }).partial()

/** Ids of sales become parts of the ids of their sessions' deals. */
const saleId = id<'sale'>().refine((text) => text.length <= 40, 'longer than 40 characters')

const flashSale = z.strictObject({
  id: saleId,
  name: words(20).min(1),
  audience,
  takes: takes.optional(),
  payWithinMinutes: z.int().min(1).max(60),
  items: z
    .array(
      z.strictObject({
        productId: id<'product'>(),
        skuId: id<'sku'>().optional(),
        priceFen: fenAmount.refine((sum) => sum > 0, 'a price is more than nothing'),
        stock: count,
        perMember: count,
      }),
    )
    .min(1)
    .max(20),
  ...when,
})

const discount = z.strictObject({
  id: id<'discount'>(),
  name: words(40).min(1),
  levelAtLeast: id<'level'>().optional(),
  discountBps: bps,
  pointsMultiplierBps: bps.optional(),
  scope,
  ...when,
})

const spendAndSave = z.strictObject({
  id: id<'discount'>(),
  name: words(40).min(1),
  scope,
  steps: z.array(z.strictObject({ minFen: fenAmount, offFen: fenAmount })).min(1),
  ...when,
})

const bounds = z.strictObject({
  atLeast: z.int().min(0).optional(),
  below: z.int().min(0).optional(),
})

const segment = z.strictObject({
  id: id<'segment'>(),
  name: words(20).min(1),
  where: z.strictObject({
    averageOrderFen: z
      .strictObject({ atLeast: fenAmount.optional(), below: fenAmount.optional() })
      .optional(),
    daysSinceLastOrder: bounds.optional(),
    favouriteCategory: id<'category'>().optional(),
  }),
})

/** What brings prices down beside group-buys, by the names of the sections in the file. */
export const promotionSections = {
  memberLevels: z
    .strictObject({
      window: z.enum(['all-time', 'last-3-months', 'this-month']),
      levels: z.array(level).min(1),
    })
    .optional(),
  segments: z.array(segment).default([]),
  flashSales: z.array(flashSale).default([]),
  discounts: z.array(discount).max(50).default([]),
  spendAndSave: z.array(spendAndSave).max(50).default([]),
  /** 订阅消息: template ids of the mini-program's account. */
  messageTemplates: z.partialRecord(z.enum(messageKinds), words(64).min(1)).default({}),
}

/** When something of the file runs. */
export type FileWhen = {
  readonly [Field in keyof typeof when]?: z.output<(typeof when)[Field]>
}
