import type { DealId, GuideId, LiveId, LotteryId, ProductId, StoreId, TemplateId } from '../ids'
import type { Bps, Fen } from '../money'
import type { Instant } from '../time'

/** What a product did in a session. */
export interface ProductFigures {
  /** Null for what was bought from the shelf while the session ran. */
  readonly dealId: DealId | null
  readonly productId: ProductId
  readonly name: string
  /** Members who had it on their screen, and who tapped it. */
  readonly exposed: number
  readonly clicked: number
  readonly orders: number
  readonly paid: number
  readonly pieces: number
  readonly paidFen: Fen
  readonly refundedFen: Fen
}

/** One minute of a session. */
export interface MinuteFigures {
  readonly at: Instant
  /** The most viewers at once in it. */
  readonly viewers: number
  readonly orders: number
  readonly paidFen: Fen
}

/** What a guide or a store brought. */
export interface BroughtFigures {
  readonly orders: number
  readonly buyers: number
  readonly paidFen: Fen
}

/** What became of a coupon that was dropped. */
export interface CouponFigures {
  readonly templateId: TemplateId
  readonly name: string
  readonly claimed: number
  readonly used: number
  /** What it took off orders of the session. */
  readonly offFen: Fen
}

/** What became of a lottery. */
export interface LotteryFigures {
  readonly lotteryId: LotteryId
  readonly productName: string
  readonly entries: number
  readonly prizes: number
  /** Prizes that winners have ordered. */
  readonly claimed: number
}

/** 复盘: what a session came to. Counted from orders and events by `reviewOf`, and nothing else. */
export interface ReviewFigures {
  /** GMV: what was paid, whatever was refunded later. Prizes count nowhere but as prizes. */
  readonly gmvFen: Fen
  readonly refundedFen: Fen
  readonly orders: number
  readonly paid: number
  readonly buyers: number
  /** Members who came, how often they came, and the most of them at once. */
  readonly viewers: number
  readonly visits: number
  readonly peak: number
  readonly peakAt: Instant | null
  /** Members who joined the shop while it ran, and who had reserved it. */
  readonly newMembers: number
  readonly reserved: number
  /** Members who got so far: exposure → click → order → paid. */
  readonly funnel: {
    readonly exposed: number
    readonly clicked: number
    readonly ordered: number
    readonly paid: number
  }
  /**
   * Of those who clicked, who ordered; of the orders, which were paid; of what was paid, refunded.
   */
  readonly clickToOrderBps: Bps
  readonly orderToPayBps: Bps
  readonly refundBps: Bps
  readonly products: readonly ProductFigures[]
  readonly minutes: readonly MinuteFigures[]
  readonly guides: readonly (BroughtFigures & {
    readonly guideId: GuideId
    readonly name: string
  })[]
  readonly stores: readonly (BroughtFigures & {
    readonly storeId: StoreId
    readonly name: string
  })[]
  readonly coupons: readonly CouponFigures[]
  readonly lotteries: readonly LotteryFigures[]
}

/** Something to do better next time, noted by somebody of the shop. */
export interface ReviewNote {
  readonly words: string
  readonly at: Instant
}

/** A note as it is kept: apart from the figures, which are counted anew. */
export interface LiveNote extends ReviewNote {
  readonly _id: string
  readonly liveId: LiveId
}

/** A session's review as it is kept. */
export interface LiveReview {
  readonly _id: LiveId
  readonly countedAt: Instant
  readonly figures: ReviewFigures
}
