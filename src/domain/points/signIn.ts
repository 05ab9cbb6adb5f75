import { DAY, instant, monthsLater, shopDay, shopTime, type Instant } from '../time'
import type { PointsAccount, PointsRule } from './account'

/** 签到 on a day: how many days in a row it makes, and what it brings. */
export interface SignIn {
  readonly day: string
  readonly streak: number
  readonly points: number
}

type Signed = Pick<PointsAccount, 'signedOn' | 'streak'>
type Steps = PointsRule['signIn']

/** A day of the shop's calendar, as accounts and phones write it down. */
export function dayOf(moment: Instant): string {
  return shopTime(moment, 'YYYY-MM-DD')
}

/** Points for the so many-th day in a row: after the last step it starts over. */
export function signInPoints(steps: Steps, streak: number): number {
  return steps.length === 0 ? 0 : (steps[(streak - 1) % steps.length] ?? 0)
}

/** Whether the day is signed: also where a computer whose clock is ahead signed the next one. */
export function isSigned({ signedOn }: Pick<Signed, 'signedOn'>, now: Instant): boolean {
  return signedOn !== null && signedOn >= dayOf(now)
}

/** Days signed in a row as they count at `now`; who missed a day starts over. */
export function streakAt({ signedOn, streak }: Signed, now: Instant): number {
  const yesterday = dayOf(instant(shopDay(now) - DAY))
  return isSigned({ signedOn }, now) || signedOn === yesterday ? streak : 0
}

/** What signing in at `now` brings; nothing where the day is signed already. */
export function signIn(signed: Signed, steps: Steps, now: Instant): SignIn | undefined {
  if (isSigned(signed, now)) return undefined
  const day = dayOf(now)
  const streak = streakAt(signed, now) + 1
  return { day, streak, points: signInPoints(steps, streak) }
}

/** What the next days in a row bring, a whole round of them, today first if it is not signed. */
export function nextSignIns(signed: Signed, steps: Steps, now: Instant): number[] {
  const streak = streakAt(signed, now)
  return steps.map((_, day) => signInPoints(steps, streak + day + 1))
}

/** The first moment of a month, written as YYYY-MM, and of the one after it. */
export function monthBounds(month: string): { startsAt: Instant; endsAt: Instant } {
  const startsAt = instant(Date.parse(`${month}-01T00:00:00+08:00`))
  return { startsAt, endsAt: monthsLater(startsAt, 1) }
}
