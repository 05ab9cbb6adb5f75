import * as z from 'zod'
import { fenAmount, id, words } from '../contract'
import { bps, scope } from './promotions.contract'

const count = z.int().min(0).max(100_000_000)

const guide = z.strictObject({
  id: id<'guide'>(),
  name: words(20).min(1),
  storeId: id<'store'>(),
  kind: z.enum(['employee', 'agent', 'customer']),
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

/** Larger parts that are only checked for their outline until they are built. */
const outline = z.record(z.string(), z.json())

/**
 * Sections of the shop file that are checked and kept as they are read, by their names in the
 * file. Each moves out of here when the part of the shop that uses it is built.
 */
export const kept = {
  guides: z.array(guide).default([]),
  coupons: z.array(coupon).default([]),
  points: outline.optional(),
  fission: outline.optional(),
  live: z.array(outline).default([]),
  commission: outline.optional(),
}
