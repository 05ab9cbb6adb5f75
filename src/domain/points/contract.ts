import * as z from 'zod'
import { action, id, requestId } from '../contract'
import type { CouponView } from '../coupons/contract'
import type { CouponRule } from '../coupons/coupon'
import type { DealId, ProductId, SkuId } from '../ids'
import type { Fen } from '../money'
import type { PointsAccount, PointsEntry, PointsRule } from './account'

/** Entries of a page of the history. */
export const ENTRIES_PAGE = 20

/** An entry as its owner sees it. */
export type EntryView = Omit<PointsEntry, 'memberId'>

/** Something in the points mall. */
export type MallItem = {
  readonly id: string
  readonly name: string
  /** Points for one. */
  readonly points: number
  readonly left: number
} & (
  | { readonly kind: 'coupon'; readonly rule: CouponRule }
  /** Ordered like any deal, by its `dealId`; `cashFen` is paid beside the points. */
  | {
      readonly kind: 'product'
      readonly dealId: DealId
      readonly productId: ProductId
      readonly skuId: SkuId
      readonly cashFen: Fen
      readonly picture: string | null
    }
)

/** 积分. */
export const pointsContract = {
  /** The account with a page of its history, newest first; `before` is the `no` of the last. */
  'points.see': action({
    input: z.strictObject({ before: z.int().min(1).optional() }),
    output: z.custom<{
      readonly account: Pick<PointsAccount, 'balance' | 'available' | 'lots'>
      readonly rule: PointsRule | null
      readonly entries: readonly EntryView[]
      readonly more: boolean
    }>(),
    fails: ['shop_unknown'],
  }),
  /** The days of a month on which the caller signed in, with what each brought. */
  'points.signs': action({
    input: z.strictObject({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
    output: z.custom<{
      readonly days: readonly { readonly day: string; readonly points: number }[]
      readonly streak: number
      readonly signedToday: boolean
      /** What the next days in a row bring, today first if it is not signed. */
      readonly next: readonly number[]
    }>(),
    fails: [],
  }),
  /** 签到: once a shop day; again on the same day it answers the same. */
  'points.signIn': action({
    input: z.strictObject({}),
    output: z.object({ points: z.int(), streak: z.int(), balance: z.int() }),
    fails: ['shop_unknown', 'busy'],
  }),
  /** What points can be redeemed for, with what the caller has. */
  'points.mall': action({
    input: z.strictObject({}),
    output: z.custom<{ readonly available: number; readonly items: readonly MallItem[] }>(),
    fails: ['shop_unknown'],
  }),
}

/** 积分 where it ends in something worth money. */
export const pointsTradeContract = {
  /** Redeems points for a coupon. Safe to repeat: one `requestId`, one coupon. */
  'points.redeem': action({
    input: z.strictObject({ requestId, itemId: id<'mall-item'>() }),
    output: z.custom<{ readonly coupon: CouponView }>(),
    fails: [
      'request_reused',
      'mall_item_unknown',
      'member_limit',
      'points_short',
      'coupons_gone',
      'busy',
    ],
  }),
}
