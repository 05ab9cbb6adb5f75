import * as z from 'zod'
import { action, id, requestId, words } from '../contract'
import type { CouponView } from '../coupons/contract'
import type { FileId } from '../ids'
import type { Store } from '../catalog/product'
import type { OrderStatus } from '../orders/order'
import type { PointsRule } from '../points/account'
import type { Instant } from '../time'
import type { Growth } from './growth'
import type { Level } from './level'
import type { LevelChange, Profile } from './member'

/** The first screen of the member center: one call. */
export interface MemberCenter {
  readonly profile: Profile
  readonly joinedAt: Instant | null
  readonly store: Store | null
  readonly growth: Growth | null
  /** `expiring`: the soonest points to go, when that is within 30 days. */
  readonly points: {
    /** null in a shop without points. */
    readonly rule: PointsRule | null
    readonly balance: number
    readonly expiring: { readonly points: number; readonly at: Instant } | null
  }
  /** Whether the shop has a coupon for newcomers who join. */
  readonly welcomes: boolean
  readonly coupons: number
  readonly orders: Readonly<Partial<Record<OrderStatus | 'after-sale', number>>>
  readonly signedToday: boolean
  /** Whether the member has a place as a guide, also when the work there has ended. */
  readonly isGuide: boolean
}

/** A benefit table's column. */
export interface LevelBenefits {
  readonly level: Level
  /** The rule of the monthly voucher and of the gift, by name. */
  readonly monthly: string | null
  readonly gift: string | null
}

/** A picture that the phone put into the folder for avatars. */
const avatar = z.custom<FileId>(
  (value) =>
    typeof value === 'string' &&
    /^cloud:\/\/[\w.-]{1,120}\/avatars\/[\w-]{1,80}\.(jpg|jpeg|png|webp|gif)$/.test(value),
  'not an avatar',
)

/** Days of the months, of a year with a 29 February. */
const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** MM-DD. */
const birthday = z.custom<string>((value) => {
  const [, month, day] = /^(\d\d)-(\d\d)$/.exec(String(value)) ?? []
  return Number(day) >= 1 && Number(day) <= (daysOf[Number(month) - 1] ?? 0)
}, 'not a day')

/** 会员. */
export const membersContract = {
  'members.see': action({
    input: z.strictObject({}),
    output: z.custom<MemberCenter>(),
    fails: ['shop_unknown'],
  }),
  /**
   * Makes the caller a member, by a store's code or without. The first store stays; coupons for
   * newcomers are given once. Safe to repeat.
   */
  'members.join': action({
    input: z.strictObject({ storeId: id<'store'>().optional() }),
    output: z.custom<{
      readonly joinedAt: Instant
      readonly store: Store | null
      /** What was given for joining; empty when it was given before. */
      readonly coupons: readonly CouponView[]
    }>(),
    fails: ['shop_unknown', 'store_unknown', 'busy'],
  }),
  /** Changes what the member says of themselves; what is left out stays. */
  'members.profile': action({
    input: z.strictObject({
      nickname: words(20).optional(),
      avatar: avatar.nullable().optional(),
      birthday: birthday.nullable().optional(),
      /** null forgets it. */
      phone: z.null().optional(),
    }),
    output: z.custom<{ readonly profile: Profile }>(),
    fails: ['busy'],
  }),
  /** Keeps the telephone number that WeChat tells for a code (getPhoneNumber). Safe to repeat. */
  'members.phone': action({
    input: z.strictObject({ requestId, code: words(200).min(1) }),
    output: z.custom<{ readonly profile: Profile }>(),
    fails: ['request_reused', 'tries_over', 'phone_refused', 'busy'],
  }),
  /** The levels with their benefits, and how the caller's own level changed, newest first. */
  'members.levels': action({
    input: z.strictObject({}),
    output: z.custom<{
      readonly growth: Growth | null
      readonly levels: readonly LevelBenefits[]
      readonly history: readonly LevelChange[]
    }>(),
    fails: ['shop_unknown'],
  }),
}

/** What staff does for registration. */
export const membersStaffContract = {
  /** The code of a store, to hang up at its counter: a picture in the cloud's storage. */
  'members.storeCode': action({
    input: z.strictObject({ requestId: requestId.optional(), storeId: id<'store'>() }),
    output: z.custom<{ readonly file: FileId; readonly path: string }>(),
    fails: ['role_missing', 'store_unknown', 'busy'],
  }),
}
