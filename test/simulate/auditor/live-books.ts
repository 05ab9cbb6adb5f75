/** The books about lives, as the auditor reads them: rooms, lotteries, reminders, reviews. */

/** How a live goes. */
export interface RoomDoc {
  readonly _id: string
  readonly status: string
  readonly startedAt: number | null
  readonly endedAt: number | null
  readonly rev: number
}

export interface LotteryDoc {
  readonly _id: string
  readonly liveId: string
  readonly dealId: string
  readonly productId: string
  readonly prizes: number
  readonly status: string
  readonly opensAt: number
  readonly closesAt: number
  readonly commitment: string
  readonly listHash: string | null
  readonly entries: number | null
  readonly seed: string | null
  readonly winners: readonly string[]
}

/** Somebody takes part in a lottery. */
export interface EntryDoc {
  readonly _id: string
  readonly lotteryId: string
  readonly memberId: string
  readonly code: string
  readonly at: number
}

/** A page of a list of entries that was published. */
export interface PageDoc {
  readonly _id: string
  readonly lotteryId: string
  readonly listHash: string
  readonly page: number
  readonly codes: readonly string[]
}

/** A message to a member, on its way while `dueAt` is not null. */
export interface MessageDoc {
  readonly _id: string
  readonly kind: string
  readonly memberId: string
  readonly subject: string
  readonly dueAt: number | null
}

/** Figures of something that was sold. */
interface SoldFigures {
  readonly orders: number
  readonly paid: number
  readonly pieces: number
  readonly paidFen: number
  readonly refundedFen: number
}

export interface ReviewDoc {
  readonly _id: string
  readonly countedAt: number
  readonly figures: {
    readonly gmvFen: number
    readonly refundedFen: number
    readonly orders: number
    readonly paid: number
    readonly buyers: number
    readonly newMembers: number
    readonly products: readonly (SoldFigures & {
      readonly dealId: string | null
      readonly productId: string
    })[]
    readonly minutes: readonly {
      readonly at: number
      readonly orders: number
      readonly paidFen: number
    }[]
    readonly guides: readonly {
      readonly guideId: string
      readonly orders: number
      readonly buyers: number
      readonly paidFen: number
    }[]
    readonly coupons: readonly {
      readonly templateId: string
      readonly claimed: number
      readonly used: number
      readonly offFen: number
    }[]
    readonly lotteries: readonly {
      readonly lotteryId: string
      readonly entries: number
      readonly prizes: number
      readonly claimed: number
    }[]
  }
}
