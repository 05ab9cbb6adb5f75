import type { DealId, GuideId, LiveId, ProductId, SkuId, TemplateId } from '../ids'
import type { Fen } from '../money'
import type { Instant } from '../time'

/** 直播场次: one live of the shop, as it was planned. How it goes is its room's. */
export interface LiveSession {
  readonly _id: LiveId
  readonly title: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** Earns the host's share of orders that are placed in the session. */
  readonly hostId: GuideId | null
  readonly coHostId: GuideId | null
  readonly technicianId: GuideId | null
  /** How long a product of the run-of-show is explained. */
  readonly minutesPerProduct: number
  /** The run-of-show, in its order. */
  readonly products: readonly LiveProduct[]
  /** Coupons that may be dropped into the room. */
  readonly templateIds: readonly TemplateId[]
  readonly lotteries: readonly PlannedLottery[]
  /** The shop's 视频号, and its notice of this session; null where there is none. */
  readonly channels: LiveChannels | null
  readonly warmUp: WarmUp | null
}

/** The live on 视频号. */
export interface LiveChannels {
  readonly finderUserName: string
  /** The notice by which viewers reserve; null where none was made. */
  readonly noticeId: string | null
}

/** 预热: posters that go out on each of the days before a session. */
export interface WarmUp {
  readonly days: number
  readonly postersPerDay: number
}

/** Something of the run-of-show. */
export interface LiveProduct {
  readonly productId: ProductId
  readonly skuId: SkuId
  readonly role: 'main' | 'backup' | 'lottery'
  /** The deal that sells it in the session; null for the prize of a lottery. */
  readonly dealId: DealId | null
  readonly livePriceFen: Fen
  /** What the host says of it. */
  readonly script: string
}

/** A lottery that is planned: what can be won, and by how many. */
export interface PlannedLottery {
  readonly productId: ProductId
  readonly skuId: SkuId
  readonly winners: number
}

/** The session that an order was placed in, with who hosts it. */
export interface LiveOrder {
  readonly id: LiveId
  readonly hostId: GuideId | null
}

/** A session's deal of a SKU: the same one each time the session is planned. */
export const liveDealIdOf = (liveId: LiveId, skuId: SkuId): DealId => `${liveId}-${skuId}` as DealId
