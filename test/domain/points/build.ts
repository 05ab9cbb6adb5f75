import { freshAccount, type Earning, type PointsAccount } from '@domain/points/account'
import { post, type Posting } from '@domain/points/ledger'
import { after, DAY, type Instant } from '@domain/time'
import { id, shopClock } from '../build'
import { bps } from '../members/build'

/** Something to post: points of an order, unless told otherwise. */
export function aPosting(points: number, own: Partial<Posting> = {}): Posting {
  const kind = points < 0 ? 'spend' : 'earn'
  return {
    _id: `order-1.${points}`,
    kind,
    points,
    orderId: id('order-1'),
    why: {},
    months: 12,
    ...own,
  }
}

/** Ann's account after points came and went on some days, for so many months beside the one. */
export function anAccount(
  ...moves: readonly (readonly [at: string, points: number, months?: number])[]
): PointsAccount {
  return moves.reduce(
    (account, [at, points, months = 12]) =>
      post(account, [aPosting(points, { months })], shopClock(`${at} 12:00`)).account,
    freshAccount(id('ann')),
  )
}

/** The account while points are held for something. */
export function holding(
  account: PointsAccount,
  holdId: string,
  n: number,
  until: Instant = after(shopClock('2026-03-01 12:00'), DAY),
): PointsAccount {
  const holds = { ...account.holds, [holdId]: { n, until } }
  return { ...account, available: account.available - n, holds }
}

/** What an order of a plain member on a plain day earns by. */
export function anEarning(own: Partial<Earning> = {}): Earning {
  return {
    perYuan: 1,
    months: 12,
    levelBps: bps(10_000),
    levelName: '普通会员',
    dayBps: bps(10_000),
    dayName: '',
    ...own,
  }
}

/** The days on which an account's points expire, and how many. */
export const lotsOf = ({ lots }: PointsAccount): [string, number][] =>
  lots.map(({ expiresAt, points }) => [
    new Date(expiresAt + 8 * 3_600_000).toISOString().slice(0, 10),
    points,
  ])
