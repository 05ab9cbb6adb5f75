import { fail, type Failure } from '../failure'
import type { FlashDeal } from '../flashsale/flashSale'
import type { LadderDeal } from '../groupbuy/ladder'
import type { DealId, ProductId, SkuId } from '../ids'
import type { LiveDeal, PrizeDeal } from '../live/deal'
import type { MallDeal } from '../points/mall'
import type { TeamDeal } from '../teams/team'
import type { Instant } from '../time'

/** What every deal has: one SKU, with a stock and a price of its own, for a time. */
export interface DealBase {
  readonly _id: DealId
  readonly name: string
  readonly productId: ProductId
  readonly skuId: SkuId
  readonly stock: number
  /** Pieces a member may have of it. */
  readonly perMember: number
  readonly startsAt: Instant
  readonly endsAt: Instant
  /**
   * 预售: the day on which the goods are shipped, or can be picked up. Without it they go out as
   * soon as they are bought, or their group is decided.
   */
  readonly shipsAt?: Instant
  readonly rank: number
  /** Whether coupons and points may be used on it. */
  readonly takes: { readonly coupons: boolean; readonly points: boolean }
}

/**
 * Something sold under conditions of its own: a ladder, a team group-buy, a flash-sale session, a
 * product of the points mall, something in a live session, or a prize of its lottery.
 */
export type Deal = LadderDeal | TeamDeal | FlashDeal | MallDeal | LiveDeal | PrizeDeal

/** Whether one may buy in a deal at `now`, and why not. */
export function joinable(
  deal: Pick<DealBase, 'startsAt' | 'endsAt'> & { readonly status?: LadderDeal['status'] },
  now: Instant,
): Failure<'deal_unstarted' | 'deal_over'> | undefined {
  if (now < deal.startsAt) return fail('deal_unstarted', { startsAt: deal.startsAt })
  const isClosed = deal.status !== undefined && deal.status !== 'open'
  return now >= deal.endsAt || isClosed ? fail('deal_over') : undefined
}
