import type { Product } from '../catalog/product'
import type { FlashDeal } from '../flashsale/flashSale'
import type { LadderDeal } from '../groupbuy/ladder'
import type { Fen } from '../money'
import type { TeamDeal } from '../teams/team'

/** What the phone is not told of a deal. */
type Hidden = 'rank' | 'statusAt' | 'takes'

/** A product as a deal shows it. */
export type DealProduct = Pick<
  Product,
  '_id' | 'name' | 'subtitle' | 'unit' | 'categoryId' | 'originalPriceFen'
> & { readonly picture: string | null; readonly skuName: string; readonly skuPriceFen: Fen }

/** A deal with how far it has come. */
interface Progress<Of> {
  readonly deal: Of
  readonly product: DealProduct
  /** Pieces that can still be had. */
  readonly left: number
}

/** A ladder with its people; the phone reckons price, step and missing people from it. */
export interface LadderProgress extends Progress<Omit<LadderDeal, Hidden | 'stock'>> {
  readonly people: number
}

/** A team group-buy on offer. */
export type TeamProgress = Progress<Omit<TeamDeal, Hidden>>

/** An item of a session of a flash sale. */
export type FlashProgress = Progress<Omit<FlashDeal, Hidden>>

/** Deals by their kinds, each in the shop's order. */
export interface DealsProgress {
  readonly ladders: readonly LadderProgress[]
  readonly teams: readonly TeamProgress[]
  readonly flash: readonly FlashProgress[]
}
