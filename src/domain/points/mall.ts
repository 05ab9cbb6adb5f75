import type { DealBase } from '../deals/deal'
import type { Id, TemplateId } from '../ids'
import type { Fen } from '../money'

/** A product of the points mall: a deal that is paid with points, and perhaps money beside. */
export interface MallDeal extends DealBase {
  readonly kind: 'mall'
  /** Points for one piece. */
  readonly points: number
  readonly priceFen: Fen
}

/** A coupon of the points mall. Its stock is the pool of its template, which it has alone. */
export interface MallCoupon {
  readonly _id: Id<'mall-item'>
  readonly templateId: TemplateId
  readonly name: string
  readonly points: number
  readonly rank: number
  /** False takes it out of the mall; coupons that came of it stay good. */
  readonly isOffered: boolean
}
