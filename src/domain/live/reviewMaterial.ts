import type { ShopEvent } from '../events/event'
import type { CouponId, DealId, LotteryId, ProductId, StoreId, TemplateId } from '../ids'
import type { Order } from '../orders/order'
import type { PricedLine } from '../orders/receipt'
import type { Instant } from '../time'

/** A line of an order, as far as a review reads it. */
export type ReviewedLine = Pick<PricedLine, 'quantity' | 'steps' | 'payableFen'> & {
  readonly product: Pick<PricedLine['product'], 'id' | 'name'>
}

/** An order of a session, as far as a review reads it. */
export type ReviewedOrder = Pick<
  Order,
  'memberId' | 'placedAt' | 'deal' | 'couponId' | 'payment' | 'refunds' | 'afterSales'
> & {
  readonly attribution: Pick<Order['attribution'], 'guideId' | 'guideName' | 'storeId'>
  readonly receipt: { readonly lines: readonly ReviewedLine[] }
}

/** What happened on a phone, as far as a review reads it. */
export type ReviewedEvent = Pick<ShopEvent, 'memberId' | 'kind' | 'subject' | 'at' | 'ms'>

/** Something that the session sold. */
export interface ReviewedGoods {
  readonly dealId: DealId
  readonly productId: ProductId
  readonly name: string
}

/** A coupon that was dropped, with all that were claimed of it in the session. */
export interface ReviewedCoupon {
  readonly templateId: TemplateId
  readonly name: string
  readonly couponIds: readonly CouponId[]
}

/** A lottery of the session. */
export interface ReviewedLottery {
  readonly lotteryId: LotteryId
  readonly productName: string
  readonly entries: number
  readonly prizes: number
  readonly claimed: number
}

/** Everything that a session is reviewed by: the same facts, in whatever order, give one review. */
export interface ReviewMaterial {
  readonly startedAt: Instant
  /** When it ended; for one that still runs, when its material was read. */
  readonly endedAt: Instant
  readonly orders: readonly ReviewedOrder[]
  readonly events: readonly ReviewedEvent[]
  readonly goods: readonly ReviewedGoods[]
  readonly coupons: readonly ReviewedCoupon[]
  readonly lotteries: readonly ReviewedLottery[]
  readonly storeNames: ReadonlyMap<StoreId, string>
  readonly newMembers: number
  readonly reserved: number
}
