import * as z from 'zod'
import { bindingDays, usualRule } from '../attribution/rule'
import { id, words } from '../contract'
import { guideKinds } from '../guides/guide'

const bps = z.int().min(0).max(10_000)

/** A guide as the file names one; who it is comes with the invitation. */
const guide = z.strictObject({
  id: id<'guide'>(),
  name: words(20).min(1),
  storeId: id<'store'>(),
  kind: z.enum(guideKinds),
  /** Who brought the guide in: the second level. */
  invitedBy: id<'guide'>().optional(),
})

const share = z.strictObject({
  role: z.enum(['guide', 'store', 'host']),
  bps,
  /** A host earns by orders of the live; the file may say so. */
  only: z.literal('live-orders').optional(),
})

const shares = z.array(share).max(3)

/** 溯源与分润: whom orders are credited to, and what for. */
const commission = z.strictObject({
  /** Commission is of the goods money that is finally paid; the file may say so. */
  orderBase: z.literal('paid-goods-amount').optional(),
  freezeDaysAfterReceipt: z.int().min(0).max(90).default(7),
  bindingDays: z.int().min(bindingDays.least).max(bindingDays.most).default(usualRule.days),
  rule: z
    .enum(['last-guide-touch', 'first-touch', 'protected-binding'])
    .default('last-guide-touch'),
  selfPurchase: z.boolean().default(false),
  shares,
  products: z.record(id<'product'>(), shares).optional(),
  deals: z.record(id<'deal'>(), shares).optional(),
  maxTotalBps: bps.default(10_000),
  /** What who invited a guide earns: the second level, and the last one. */
  referral: z.strictObject({ level2Bps: bps }).optional(),
})

const goal = z.strictObject({
  id: id<'goal'>(),
  name: words(20).min(1),
  counts: z.enum(['new-members', 'orders']),
  need: z.int().min(1).max(100_000),
  reward: words(60).default(''),
})

/** Sections about guides, by their names in the file. */
export const guideSections = {
  guides: z.array(guide).max(5000).default([]),
  commission: commission.optional(),
  guideGoals: z.array(goal).max(20).default([]),
}
