/** What the shop promises to members, as the auditor keeps it: coupons, levels, points. */
import { dayOfMonth, monthStart, threeMonthsBefore } from './calendar'

/** What a coupon takes off, of what, and how many there are. */
export interface CouponTerms {
  readonly id: string
  readonly channel: string
  readonly audience: string
  readonly off:
    | { readonly kind: 'amount'; readonly amountFen: number }
    | { readonly kind: 'percent'; readonly discountBps: number; readonly maxOffFen?: number }
  readonly minSpendFen: number
  readonly productId?: string
  readonly total: number
  readonly perMember: number
  readonly validDays?: number
}

export interface LevelTerms {
  readonly id: string
  readonly spendFen: number
  readonly discountBps: number
  readonly pointsMultiplierBps: number
  readonly monthlyCouponId: string | null
  readonly giftCouponId: string | null
}

/** What the points mall asks for something. */
export type ItemTerms =
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

/** The sections about members, as the owner wrote them. */
export interface WrittenRules {
  readonly coupons: readonly CouponTerms[]
  readonly gifts: readonly { readonly minPaidFen: number; readonly couponId: string }[]
  readonly window: 'all-time' | 'last-3-months' | 'this-month'
  readonly levels: readonly LevelTerms[]
  readonly points: {
    readonly earnPerYuan: number
    readonly months: number
    readonly signIn: readonly number[]
    readonly offset: {
      readonly fenPerPoint: number
      readonly maxBps: number
      readonly minPoints: number
    }
    readonly mall: readonly ItemTerms[]
  }
  readonly memberDay: {
    readonly on: readonly number[]
    readonly levelAtLeast: string
    readonly discountBps: number
    readonly pointsMultiplierBps: number
  }
}

const NONE = 10_000

export class HouseRules {
  readonly coupons: ReadonlyMap<string, CouponTerms>
  private readonly levels: ReadonlyMap<string, LevelTerms>

  constructor(readonly written: WrittenRules) {
    this.coupons = new Map(
      written.coupons.map((terms) => [terms.id, { ...terms, total: this.totalOf(terms) }]),
    )
    this.levels = new Map(written.levels.map((terms) => [terms.id, terms]))
  }

  /** The level of who spent so much in the window. */
  levelFor(spentFen: number): LevelTerms {
    const reached = this.written.levels.filter(({ spendFen }) => spendFen <= spentFen)
    return reached.sort((one, other) => other.spendFen - one.spendFen)[0] as LevelTerms
  }

  level(id: string | null): LevelTerms {
    return this.levels.get(id ?? '') ?? this.levelFor(0)
  }

  /** From when on spending counts. */
  windowStart(now: number): number {
    if (this.written.window === 'all-time') return 0
    return this.written.window === 'this-month' ? monthStart(now) : threeMonthsBefore(now)
  }

  /** The cheapest that a piece of a price is to somebody on a level, another discount aside. */
  memberPrice(fullFen: number, levelId: string, at: number): number {
    const rates = [this.level(levelId).discountBps, this.dayFor(levelId, at)?.discountBps ?? NONE]
    return Math.min(...rates.map((bps) => Math.round((fullFen * bps) / NONE)))
  }

  /** Points for goods of so much, bought at a moment by somebody on a level. */
  pointsFor(keptFen: number, levelId: string, at: number): number {
    const day = this.dayFor(levelId, at)?.pointsMultiplierBps ?? NONE
    const level = this.level(levelId).pointsMultiplierBps
    const each = Math.floor(keptFen / 100) * this.written.points.earnPerYuan
    return Math.floor((each * level * day) / (NONE * NONE))
  }

  /** The member day, where it is one and the level is high enough. */
  private dayFor(levelId: string, at: number): WrittenRules['memberDay'] | undefined {
    const { memberDay } = this.written
    const isHighEnough = this.level(levelId).spendFen >= this.level(memberDay.levelAtLeast).spendFen
    return isHighEnough && memberDay.on.includes(dayOfMonth(at)) ? memberDay : undefined
  }

  /** A coupon of the mall is there as often as the mall says. */
  private totalOf({ id, total }: CouponTerms): number {
    const item = this.written.points.mall.find(
      (one) => one.kind === 'coupon' && one.couponId === id,
    )
    return item?.stock ?? total
  }
}
