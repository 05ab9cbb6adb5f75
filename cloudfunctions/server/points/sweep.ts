import { NEVER } from '@domain/holds/hold'
import type { PointsAccount } from '@domain/points/account'
import { after, MINUTE, type Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { coupons, orders, pointsAccounts } from '../kit/collections'
import { log, reasonOf } from '../kit/log'
import { couponOfKey } from '../coupons/pieces'
import { jobOver } from '../timer/job'
import { releasePoints } from './hold'
import { finishRedemption, redemptionHoldOf } from './redeem'
import { alignPoints } from './settle'

/** Accounts a batch. */
const BATCH = 50

/** Looks after points that are held longer than an order or a redemption takes. */
export const sweepPoints = jobOver({
  in: pointsAccounts,
  where: (now) => ({ sweepAt: _.lte(now) }),
  finding: { limit: BATCH },
  each: (account, now) => sweepAccount(account, now),
  trouble: (error) => log('points_wait', { reason: reasonOf(error) }),
})

async function sweepAccount(account: PointsAccount, now: Instant): Promise<void> {
  const lapsed = Object.keys(account.holds).filter(
    (holdId) => (account.holds[holdId]?.until ?? NEVER) <= now,
  )
  let waiting = false
  for (const holdId of lapsed) {
    if ((await endHold(account, holdId, now)) === 'waits') waiting = true
  }
  const left = Object.entries(account.holds).filter(([holdId]) => !lapsed.includes(holdId))
  const next = Math.min(waiting ? after(now, MINUTE) : NEVER, ...left.map(([, { until }]) => until))
  // Where something was posted meanwhile the account has set its own time already.
  await pointsAccounts.changeIf(account._id, { rev: account.rev }, { sweepAt: next })
}

/** What became of what points are held for decides: an order, a coupon, or nothing at all. */
async function endHold(
  { _id: memberId, holds }: PointsAccount,
  holdId: string,
  now: Instant,
): Promise<'waits' | 'ended'> {
  const points = holds[holdId]?.n ?? 0
  const order = await orders.get(holdId)
  if (order?.status === 'unpaid') return 'waits'
  if (order) {
    await alignPoints(order, now)
    return 'ended'
  }
  const coupon = await coupons.get(couponOfKey(holdId))
  // Another request may have made the coupon, with points of its own.
  const isOwn = coupon && redemptionHoldOf(coupon) === holdId
  if (isOwn) await finishRedemption(coupon, points, now)
  else await releasePoints(memberId, holdId, points)
  return 'ended'
}
