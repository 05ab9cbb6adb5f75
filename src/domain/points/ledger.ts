import { assert } from '../assert'
import { NEVER } from '../holds/hold'
import { after, DAY, HOUR, instant, MINUTE, monthsLater, shopDay, shopMonth } from '../time'
import type { Duration, Instant } from '../time'
import { heldPoints, MOST_POINTS } from './account'
import type { PointsAccount, PointsEntry, PointsLot } from './account'

/** What is to be posted: an entry before it has its number. */
export type Posting = Pick<PointsEntry, '_id' | 'kind' | 'points' | 'orderId' | 'why'> & {
  /** Months that points which come in are good for, beside this one. */
  readonly months: number
}

/** An account with the entries that brought it there: written together or not at all. */
export interface Posted {
  readonly account: PointsAccount
  readonly entries: readonly PointsEntry[]
}

/** So long before points expire their owner is told. */
export const EXPIRY_NOTICE = 7 * DAY

/** Due points that an order still holds are looked at again so much later. */
export const HELD_DELAY = (10 * MINUTE) as Duration

/** The hour of the night, in shop time, at which accounts are checked. */
const CHECK_HOUR = (3 * HOUR) as Duration

/** Until when points are good that come in at `now`: the end of a month. */
export function lotEnd(now: Instant, months: number): Instant {
  return monthsLater(shopMonth(now), months + 1)
}

/** The next time that accounts are checked. */
export function nextNight(now: Instant): Instant {
  const tonight = after(shopDay(now), CHECK_HOUR)
  return tonight > now ? tonight : after(tonight, DAY)
}

/**
 * Posts to an account, one after the other. What comes in first pays a debt, the rest is good until
 * the end of its last month. What goes out is taken from what expires first, and beyond that is a
 * debt.
 */
export function post(account: PointsAccount, postings: readonly Posting[], now: Instant): Posted {
  const entries: PointsEntry[] = []
  let { balance, lots } = account
  for (const { months, ...posting } of postings) {
    const { points } = posting
    assert(Number.isInteger(points) && Math.abs(points) <= MOST_POINTS, `${points} are no points`)
    const fresh = Math.min(points, balance + points)
    lots = points > 0 ? broughtIn(lots, fresh, lotEnd(now, months)) : taken(lots, -points)
    balance += points
    const no = account.entries + entries.length + 1
    entries.push({ ...posting, memberId: account._id, no, balance, at: now })
  }
  const moved = { ...account, balance, lots, entries: account.entries + entries.length }
  return { account: timed({ ...moved, available: balance - heldPoints(account) }, now), entries }
}

function broughtIn(lots: readonly PointsLot[], points: number, expiresAt: Instant): PointsLot[] {
  if (points <= 0) return [...lots]
  const same = lots.find((lot) => lot.expiresAt === expiresAt)
  const others = lots.filter((lot) => lot !== same)
  const lot = { expiresAt, points: points + (same?.points ?? 0) }
  return [...others, lot].sort((one, other) => one.expiresAt - other.expiresAt)
}

function taken(lots: readonly PointsLot[], points: number): PointsLot[] {
  let missing = points
  return lots.flatMap((lot) => {
    const part = Math.min(missing, lot.points)
    missing -= part
    return part < lot.points ? [{ ...lot, points: lot.points - part }] : []
  })
}

/** The account with the moments at which the timer comes to it; every write goes through here. */
export function timed(account: PointsAccount, now: Instant): PointsAccount {
  const [first] = account.lots
  const noticed = account.lots.find(({ expiresAt }) => expiresAt > account.noticedFor)
  const next = Math.min(
    first?.expiresAt ?? NEVER,
    noticed ? after(noticed.expiresAt, -EXPIRY_NOTICE) : NEVER,
  )
  const dueAt = next > now ? instant(next) : after(now, HELD_DELAY)
  const sweepAt = Math.min(NEVER, ...Object.values(account.holds).map(({ until }) => until))
  const checkAt = instant(Math.min(account.checkAt, nextNight(now)))
  return { ...account, dueAt, sweepAt: instant(sweepAt), checkAt, rev: account.rev + 1 }
}
