import type { DealBase } from '../deals/deal'
import type { ProductId, SaleId, SkuId } from '../ids'
import type { Audience } from '../members/audience'
import type { Fen } from '../money'
import type { Schedule } from '../schedule'
import type { Instant } from '../time'

/** A SKU of a flash sale; every session loads its stock anew. */
export interface FlashItem {
  readonly productId: ProductId
  readonly skuId: SkuId
  readonly priceFen: Fen
  readonly stock: number
  readonly perMember: number
}

/** 秒杀: sessions by a schedule, in which some SKUs are sold at a price and from a stock apart. */
export interface FlashSale {
  readonly _id: SaleId
  readonly name: string
  readonly schedule: Schedule
  readonly audience: Audience
  /** Minutes to pay after ordering; then the piece goes to the next one. */
  readonly payMinutes: number
  readonly items: readonly FlashItem[]
  /** Whether coupons and points may be used in it. */
  readonly takes: DealBase['takes']
  /** When the timer prepares the next session; null when there is none any more. */
  readonly prepareAt: Instant | null
}

/** One SKU in one session of a flash sale: a deal like any other, made before the session. */
export interface FlashDeal extends DealBase {
  readonly kind: 'flash'
  readonly saleId: SaleId
  readonly priceFen: Fen
  readonly payMinutes: number
  readonly audience: Audience
}
