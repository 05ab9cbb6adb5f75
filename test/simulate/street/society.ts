/** What brings people back: coupons, levels, points and member days, written down by the seed. */
import type { Dice } from './dice'

/** A coupon template as the plan knows it; times in minutes after the start. */
export interface PlannedCoupon {
  readonly id: string
  readonly channel: 'claim' | 'monthly' | 'level-up' | 'order' | 'points' | 'live'
  readonly audience: string
  readonly off:
    | { readonly kind: 'amount'; readonly amountFen: number }
    | { readonly kind: 'percent'; readonly discountBps: number; readonly maxOffFen?: number }
  readonly minSpendFen: number
  /** The one product that it is for; everything where it names none. */
  readonly productId?: string
  readonly total: number
  readonly perMember: number
  /** Days from the claim on, or else between two moments. */
  readonly validDays?: number
  readonly valid?: { readonly from: number; readonly to: number }
  readonly claimable?: { readonly from: number; readonly to: number }
}

export interface PlannedLevel {
  readonly id: string
  readonly spendFen: number
  readonly discountBps: number
  readonly pointsMultiplierBps: number
  readonly monthlyCouponId: string | null
  readonly giftCouponId: string | null
}

/** Something of the points mall. */
export type PlannedItem =
  | {
      readonly kind: 'coupon'
      readonly id: string
      readonly couponId: string
      readonly points: number
      readonly stock: number
    }
  | {
      readonly kind: 'product'
      readonly id: string
      readonly productId: string
      readonly points: number
      readonly cashFen: number
      readonly stock: number
      readonly perMember: number
    }

export interface PlannedPoints {
  readonly earnPerYuan: number
  /** Months that points are good for, beside the one they came in. */
  readonly months: number
  readonly signIn: readonly number[]
  readonly offset: {
    readonly fenPerPoint: number
    readonly maxBps: number
    readonly minPoints: number
  }
  readonly mall: readonly PlannedItem[]
}

/** 会员日: days of every month with another price and more points, for a level and above. */
export interface PlannedMemberDay {
  readonly on: readonly number[]
  readonly levelAtLeast: string
  readonly discountBps: number
  readonly pointsMultiplierBps: number
}

/** All of it. */
export interface PlannedSociety {
  readonly coupons: readonly PlannedCoupon[]
  /** Coupons that come with a received order of so much. */
  readonly gifts: readonly { readonly minPaidFen: number; readonly couponId: string }[]
  readonly window: 'all-time' | 'last-3-months' | 'this-month'
  readonly levels: readonly PlannedLevel[]
  readonly points: PlannedPoints
  readonly memberDay: PlannedMemberDay
}

const DAY_MINUTES = 1440
const PLENTY = 100_000

/** Thinks up what members get; what is dropped into lives is told. */
export function planSociety(
  dice: Dice,
  days: number,
  drops: readonly PlannedCoupon[],
): PlannedSociety {
  return {
    coupons: [...claimed(dice, days), ...given(dice), ...drops],
    gifts: [{ minPaidFen: dice.whole(2000, 20_000), couponId: 'thanks' }],
    window: dice.one(['last-3-months', 'last-3-months', 'this-month', 'all-time']),
    levels: levelsOf(dice),
    points: pointsOf(dice),
    memberDay: {
      ...{ on: [8, 18], levelAtLeast: dice.one(['plain', 'silver']) },
      ...{ discountBps: dice.one([8800, 9500, 10_000]), pointsMultiplierBps: 20_000 },
    },
  }
}

const usual = { audience: 'all', total: PLENTY, perMember: 1, minSpendFen: 0 } as const

const yuan = (dice: Dice, least: number, most: number) =>
  ({ kind: 'amount', amountFen: dice.whole(least, most) * 100 }) as const

/** Of every kind, scope, limit and audience one, in the coupon centre. */
function claimed(dice: Dice, days: number): PlannedCoupon[] {
  const middle = dice.whole(1, Math.max(1, Math.floor(days / 2))) * DAY_MINUTES
  const later = middle + dice.whole(1, Math.max(1, Math.floor(days / 3))) * DAY_MINUTES
  const from = { ...usual, channel: 'claim' } as const
  const part = (least: number) =>
    ({ kind: 'percent', discountBps: dice.whole(least, 9900) }) as const
  const capped = { ...part(5000), maxOffFen: dice.whole(500, 5000) }
  const much = dice.whole(5000, 20_000)
  return [
    { ...from, id: 'welcome', audience: 'newcomer', off: yuan(dice, 1, 20), validDays: 10 },
    { ...from, id: 'plain-off', off: yuan(dice, 1, 5), perMember: 3, validDays: dice.whole(1, 40) },
    { ...from, id: 'few', off: capped, total: dice.whole(2, 8), validDays: dice.whole(1, 9) },
    { ...from, id: 'much', off: yuan(dice, 5, 50), minSpendFen: much, validDays: 30 },
    { ...from, id: 'of-one', off: part(7000), productId: 'fruit-2', perMember: 2, validDays: 15 },
    {
      ...{ ...from, id: 'dated', off: yuan(dice, 1, 9), perMember: 2 },
      ...{ valid: { from: middle, to: later }, claimable: { from: middle / 2, to: later } },
    },
    { ...from, id: 'for-gold', audience: 'level:gold', off: yuan(dice, 5, 30), validDays: 20 },
  ]
}

/** Coupons that come by themselves, or for points. */
function given(dice: Dice): PlannedCoupon[] {
  const monthly = { ...usual, channel: 'monthly', perMember: 50, validDays: 31 } as const
  return [
    { ...monthly, id: 'monthly-silver', off: yuan(dice, 1, 10) },
    { ...monthly, id: 'monthly-gold', off: yuan(dice, 10, 50) },
    { ...usual, id: 'gift-gold', channel: 'level-up', off: yuan(dice, 5, 50), validDays: 60 },
    {
      ...{ ...usual, id: 'thanks', channel: 'order', perMember: 50 },
      ...{ off: yuan(dice, 1, 10), validDays: dice.whole(5, 60) },
    },
    {
      ...{ ...usual, id: 'redeemed', channel: 'points', perMember: 50 },
      ...{ off: yuan(dice, 1, 20), validDays: dice.whole(5, 60) },
    },
  ]
}

function levelsOf(dice: Dice): PlannedLevel[] {
  const silver = dice.whole(3000, 20_000)
  return [
    {
      ...{ id: 'plain', spendFen: 0, discountBps: 10_000, pointsMultiplierBps: 10_000 },
      ...{ monthlyCouponId: null, giftCouponId: null },
    },
    {
      ...{ id: 'silver', spendFen: silver, discountBps: dice.one([9800, 10_000]) },
      pointsMultiplierBps: 12_000,
      ...{ monthlyCouponId: 'monthly-silver', giftCouponId: null },
    },
    {
      ...{ id: 'gold', spendFen: silver + dice.whole(10_000, 80_000), discountBps: 9500 },
      pointsMultiplierBps: dice.one([15_000, 20_000]),
      ...{ monthlyCouponId: 'monthly-gold', giftCouponId: 'gift-gold' },
    },
  ]
}

function pointsOf(dice: Dice): PlannedPoints {
  const price = () => dice.whole(10, 150)
  return {
    earnPerYuan: dice.whole(1, 3),
    months: dice.whole(0, 3),
    signIn: [1, 2, 3, 5, 8, 13, dice.whole(0, 50)],
    offset: {
      fenPerPoint: dice.one([1, 1, 3, 10]),
      maxBps: dice.one([1000, 5000, 10_000]),
      minPoints: dice.one([1, 10, 100]),
    },
    mall: [
      {
        ...{ kind: 'coupon', id: 'mall-coupon', couponId: 'redeemed', points: price() },
        stock: dice.whole(5, 200),
      },
      {
        ...{ kind: 'product', id: 'mall-cup', productId: 'cup', points: price(), cashFen: 0 },
        ...{ stock: dice.whole(2, 50), perMember: dice.whole(1, 3) },
      },
      {
        ...{ kind: 'product', id: 'mall-pan', productId: 'pan', points: price() },
        ...{ cashFen: dice.whole(100, 5000), stock: dice.whole(2, 50), perMember: 2 },
      },
    ],
  }
}
