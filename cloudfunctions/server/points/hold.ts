import { fail, type Failure } from '@domain/failure'
import type { MemberId } from '@domain/ids'
import type { PointsAccount } from '@domain/points/account'
import { nextNight } from '@domain/points/ledger'
import type { Instant } from '@domain/time'
import { _, least } from '../kit/cloud'
import { pointsAccounts } from '../kit/collections'

/** Points that are to be kept for something. */
export interface PointsTaking {
  /** The order, or the coupon that is redeemed. */
  readonly holdId: string
  readonly points: number
  /** When the hold lapses if what it is for never came. */
  readonly until: Instant
}

/** Too few points are there: so many are missing, as far as that can be told. */
export type PointsShort = Failure<'points_short'>

/**
 * Holds points, if so many are there: one conditional update. A repeat finds what it held before.
 */
export async function takePoints(
  memberId: MemberId,
  { holdId, points, until }: PointsTaking,
): Promise<'held' | PointsShort> {
  const held = `holds.${holdId}`
  const taken = await pointsAccounts.changeIf(
    memberId,
    { available: _.gte(points), [held]: _.exists(false) },
    {
      available: _.inc(-points),
      [held]: _.set({ n: points, until }),
      sweepAt: least(until),
      checkAt: least(nextNight(until)),
      rev: _.inc(1),
    },
  )
  if (taken) return 'held'
  const account = await pointsAccounts.get(memberId)
  return account?.holds[holdId]?.n === points ? 'held' : pointsShort(account, points)
}

/** Says how many of so many points are missing. */
export function pointsShort(
  account: Pick<PointsAccount, 'available'> | undefined,
  points: number,
): PointsShort {
  const missing = points - (account?.available ?? 0)
  // They may have come back since: then nobody knows what was missing.
  return fail('points_short', missing > 0 ? { missing } : {})
}

/** Lets a hold go; a repeat, or a hold that is not there, changes nothing. */
export function releasePoints(memberId: MemberId, holdId: string, points: number) {
  return pointsAccounts.changeIf(
    memberId,
    { [`holds.${holdId}.n`]: points },
    { available: _.inc(points), [`holds.${holdId}`]: _.remove() },
  )
}
