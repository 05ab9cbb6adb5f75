import { after, type Instant } from '../time'
import { heldPoints, type PointsAccount, type PointsLot } from './account'
import { EXPIRY_NOTICE, post, timed, type Posted } from './ledger'

type Dated = Pick<PointsAccount, 'lots' | 'noticedFor'>

/**
 * Points that are to expire: their month is over. What an order or a redemption holds is spared:
 * it takes what expires first, as spending does.
 */
export function expirable(account: Pick<PointsAccount, 'lots' | 'holds'>, now: Instant): number {
  const over = account.lots.filter(({ expiresAt }) => expiresAt <= now)
  const points = over.reduce((sum, lot) => sum + lot.points, 0)
  return Math.max(0, points - heldPoints(account))
}

/** The points that their owner is to be told of: they expire within a week, and it is news. */
export function expiringSoon({ lots, noticedFor }: Dated, now: Instant): PointsLot | undefined {
  return lots.find(
    ({ expiresAt }) =>
      expiresAt > now && expiresAt > noticedFor && after(expiresAt, -EXPIRY_NOTICE) <= now,
  )
}

/** The account after time alone was at it: what was due is gone, and its owner was told. */
export function expire(account: PointsAccount, now: Instant): Posted {
  const noticedFor = expiringSoon(account, now)?.expiresAt ?? account.noticedFor
  const told = { ...account, noticedFor }
  const points = expirable(account, now)
  if (points === 0) return { account: timed(told, now), entries: [] }
  const until = account.lots.find(({ expiresAt }) => expiresAt <= now)?.expiresAt ?? now
  const posting = {
    _id: `expire.${account._id}.${account.entries + 1}`,
    kind: 'expire',
    points: -points,
    orderId: null,
    why: { until },
    months: 0,
  } as const
  return post(told, [posting], now)
}
