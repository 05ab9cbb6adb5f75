import * as z from 'zod'
import { fenAmount, id, words } from '../contract'

/**
 * Sections of the shop file that are checked and kept as they are read. Each moves out of here
 * when the part of the shop that uses it is built.
 */

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

const bps = z.int().min(0).max(100_000)
const count = z.int().min(0).max(100_000_000)
const scope = z.strictObject({
  kind: z.enum(['all', 'category', 'product']),
  ids: z.array(words(64)).optional(),
})

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

const when = {
  startsAt: fileTime.optional(),
  endsAt: fileTime.optional(),
  repeats: repeats.optional(),
}

const guide = z.strictObject({
  id: id<'guide'>(),
  name: words(20).min(1),
  storeId: id<'store'>(),
  kind: z.enum(['employee', 'agent', 'customer']),
})

const level = z.strictObject({
  id: id<'level'>(),
  name: words(20).min(1),
  spendFen: fenAmount,
  pointsMultiplierBps: bps,
  discountBps: bps,
  monthlyCouponId: id<'coupon'>().nullable(),
})

const coupon = z.strictObject({
  id: id<'coupon'>(),
  name: words(40).min(1),
  kind: z.enum(['amount', 'percent']),
  amountFen: fenAmount.optional(),
  discountBps: bps.optional(),
  maxOffFen: fenAmount.optional(),
  minSpendFen: fenAmount,
  scope,
  total: count,
  perMember: count,
  validDays: count,
  audience: words(64),
  channel: z.enum(['claim', 'monthly', 'live', 'points', 'wecom-contact', 'split']),
})

const flashSale = z.strictObject({
  id: id<'deal'>(),
  name: words(40).min(1),
  audience: words(64),
  payWithinMinutes: z.int().min(1).max(60),
  items: z.array(
    z.strictObject({
      productId: id<'product'>(),
      skuId: id<'sku'>().optional(),
      priceFen: fenAmount,
      stock: count,
      perMember: count,
    }),
  ),
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

/** Larger parts that are only checked for their outline until they are built. */
const outline = z.record(z.string(), z.json())

/** The sections, by their names in the file. */
export const kept = {
  guides: z.array(guide).default([]),
  memberLevels: z
    .strictObject({
      window: z.enum(['all-time', 'last-3-months', 'this-month']),
      levels: z.array(level).min(1),
    })
    .optional(),
  coupons: z.array(coupon).default([]),
  flashSales: z.array(flashSale).default([]),
  discounts: z.array(discount).default([]),
  spendAndSave: z.array(spendAndSave).default([]),
  points: outline.optional(),
  fission: outline.optional(),
  live: z.array(outline).default([]),
  commission: outline.optional(),
  segments: z.array(outline).default([]),
}
