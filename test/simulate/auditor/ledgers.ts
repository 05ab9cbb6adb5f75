/** Ledgers of points: reckoned again entry by entry, with the lots that expire first in front. */
import type { PointsEntryDoc } from './books'
import { dayBefore, dayName, monthStart } from './calendar'

/** Points that expire together. */
export interface Lot {
  readonly expiresAt: number
  readonly points: number
}

/** Somebody's points by the ledger alone. */
export class Ledger {
  balance = 0
  entries = 0
  lots: Lot[] = []
  /** The days that were signed, with how many in a row up to each. */
  private readonly signed = new Map<string, number>()

  constructor(private readonly months: number) {}

  /** Books an entry; tells what is wrong with it. */
  book(entry: PointsEntryDoc): string | undefined {
    const { no, points, balance, at, kind } = entry
    const fault =
      no !== this.entries + 1
        ? `is number ${no} after ${this.entries}`
        : kind === 'expire'
          ? this.expiryFault(entry)
          : undefined
    const wasOwed = Math.max(0, -this.balance)
    this.entries += 1
    this.balance += points
    if (points > 0) this.bringIn(points - wasOwed, monthStart(at, this.months + 1))
    else this.take(-points)
    return balance === this.balance ? fault : `leaves ${balance}, not ${this.balance}`
  }

  /** The so-manieth day in a row that a signed day makes; undefined for a day signed before. */
  sign(at: number): number | undefined {
    const day = dayName(at)
    if (this.signed.has(day)) return undefined
    const streak = (this.signed.get(dayBefore(day)) ?? 0) + 1
    this.signed.set(day, streak)
    return streak
  }

  /** Points whose time is over by a moment. */
  over(at: number): number {
    const due = this.lots.filter(({ expiresAt }) => expiresAt <= at)
    return due.reduce((sum, { points }) => sum + points, 0)
  }

  private expiryFault({ points, at }: PointsEntryDoc): string | undefined {
    const due = this.over(at)
    return -points > due ? `takes ${-points} of ${due} whose time is over` : undefined
  }

  private bringIn(points: number, expiresAt: number): void {
    if (points <= 0) return
    const same = this.lots.find((lot) => lot.expiresAt === expiresAt)
    const others = this.lots.filter((lot) => lot !== same)
    const lot = { expiresAt, points: points + (same?.points ?? 0) }
    this.lots = [...others, lot].sort((one, other) => one.expiresAt - other.expiresAt)
  }

  private take(points: number): void {
    let missing = points
    this.lots = this.lots.flatMap((lot) => {
      const part = Math.min(missing, lot.points)
      missing -= part
      return part < lot.points ? [{ ...lot, points: lot.points - part }] : []
    })
  }
}
