import { NEVER, type CouponPool } from '@domain/holds/hold'
import type { Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { couponPools, coupons } from '../kit/collections'
import { log, reasonOf } from '../kit/log'
import { jobOver } from '../timer/job'
import { bookPiece, couponOfKey, freePiece, isPiece } from './pieces'

/** Pools a batch. */
const BATCH = 50

/**
 * Looks after pieces that were taken for coupons and not booked: one whose coupon is there is
 * issued, one whose coupon never came is free again. One SDK call while none lapses.
 */
export const sweepCouponPools = jobOver({
  in: couponPools,
  where: (now) => ({ sweepAt: _.lte(now) }),
  finding: { limit: BATCH },
  each: (pool, now) => sweepPool(pool, now),
  trouble: (error) => log('coupon_pool_waits', { reason: reasonOf(error) }),
})

async function sweepPool({ _id: poolId, holds, rev }: CouponPool, now: Instant): Promise<void> {
  const untilOf = (key: string): number => holds[key]?.until ?? NEVER
  const keys = Object.keys(holds)
  const lapsed = keys.filter((key) => untilOf(key) <= now)
  const ids = lapsed.map(couponOfKey)
  const issued = ids.length > 0 ? await coupons.find({ _id: _.in(ids) }) : []
  for (const key of lapsed) {
    const piece = { poolId, key }
    // Another try may have made the coupon, of a piece of its own.
    const isIssued = issued.some((coupon) => isPiece(coupon.piece, piece))
    await (isIssued ? bookPiece(piece) : freePiece(piece))
  }
  const left = keys.filter((key) => !lapsed.includes(key)).map(untilOf)
  await couponPools.changeIf(poolId, { rev }, { sweepAt: Math.min(NEVER, ...left) })
}
