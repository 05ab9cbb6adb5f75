import * as z from 'zod'
import { fenAmount, id, words } from '../contract'

const points = z.int().min(1).max(10_000_000)
const stock = z.int().min(0).max(1_000_000)

const mallCoupon = z.strictObject({
  id: id<'mall-item'>(),
  kind: z.literal('coupon'),
  /** Its coupon's name where it has none of its own. */
  name: words(40).min(1).optional(),
  couponId: id<'template'>(),
  points,
  stock,
})

const mallProduct = z.strictObject({
  id: id<'deal'>(),
  kind: z.literal('product'),
  /** Its product's name where it has none of its own. */
  name: words(40).min(1).optional(),
  productId: id<'product'>(),
  skuId: id<'sku'>().optional(),
  points,
  /** Paid beside the points. */
  cashFen: fenAmount.optional(),
  stock,
  perMember: z.int().min(1).max(99).optional(),
})

/** 积分: how points come, go and are spent, as the file writes it. */
export const pointsSection = z.strictObject({
  earnPerYuan: z.int().min(0).max(1000),
  /** Points come when the goods are received; the file may say so. */
  earnAt: z.literal('order-completed').optional(),
  expires: z.strictObject({
    months: z.int().min(0).max(120),
    unit: z.literal('month-end'),
  }),
  signIn: z.array(z.int().min(0).max(100_000)).max(31).default([]),
  offset: z
    .strictObject({
      fenPerPoint: fenAmount.refine((sum) => sum >= 1 && sum <= 10_000, 'not from 1 to 10000 fen'),
      maxBps: z.int().min(1).max(10_000),
      minPoints: z.int().min(1).max(10_000_000),
    })
    .optional(),
  mall: z
    .array(z.discriminatedUnion('kind', [mallCoupon, mallProduct]))
    .max(100)
    .default([]),
})
