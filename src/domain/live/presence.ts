import type { MemberId } from '../ids'
import { MINUTE, SECOND, after, instant, type Duration, type Instant } from '../time'
import type { ReviewedEvent } from './reviewMaterial'

/** From when until when, the end itself left out. */
export interface Stay {
  readonly from: Instant
  readonly until: Instant
}

/** From a moment on, so many are there at once. */
export interface Level {
  readonly from: Instant
  readonly viewers: number
}

/** Dwell is told in pieces; with no longer a gap between them they are one stay. */
const SAME_STAY = (5 * SECOND) as Duration

/** When somebody was there by one event: for a dwell up to it, for a view at its moment. */
function stayOf({ kind, at, ms }: ReviewedEvent, within: Stay): Stay | undefined {
  if (kind !== 'dwell' && kind !== 'view') return undefined
  const [from, until] = kind === 'dwell' ? [at - ms, at] : [at, at + 1]
  const inside = {
    from: instant(Math.max(from, within.from)),
    until: instant(Math.min(until, within.until)),
  }
  return inside.from < inside.until ? inside : undefined
}

/** When each member was there, whatever they looked at and on how many phones. */
export function staysOf(
  events: readonly ReviewedEvent[],
  within: Stay,
): ReadonlyMap<MemberId, readonly Stay[]> {
  const pieces = new Map<MemberId, Stay[]>()
  for (const event of events) {
    const stay = stayOf(event, within)
    if (!stay) continue
    const own = pieces.get(event.memberId)
    if (own) own.push(stay)
    else pieces.set(event.memberId, [stay])
  }
  return new Map([...pieces].map(([memberId, own]) => [memberId, joined(own)]))
}

/** Pieces that overlap, or nearly touch, as one. */
function joined(pieces: readonly Stay[]): readonly Stay[] {
  const stays: Stay[] = []
  for (const piece of [...pieces].sort((one, other) => one.from - other.from)) {
    const last = stays.at(-1)
    if (last && piece.from <= after(last.until, SAME_STAY)) {
      const until = piece.until > last.until ? piece.until : last.until
      stays[stays.length - 1] = { from: last.from, until }
    } else stays.push(piece)
  }
  return stays
}

/** How many were there at once, change by change: a sweep over all that came and went. */
export function levelsOf(stays: readonly Stay[]): readonly Level[] {
  const changes = new Map<Instant, number>()
  const change = (at: Instant, by: number) => changes.set(at, (changes.get(at) ?? 0) + by)
  for (const { from, until } of stays) {
    change(from, 1)
    change(until, -1)
  }
  let viewers = 0
  return [...changes]
    .sort(([one], [other]) => one - other)
    .map(([from, by]) => ({ from, viewers: (viewers += by) }))
}

/** The most at once, and when they first were; nothing where nobody came. */
export function peakOf(levels: readonly Level[]): Level | undefined {
  return levels.reduce<Level | undefined>(
    (peak, level) => (level.viewers > (peak?.viewers ?? 0) ? level : peak),
    undefined,
  )
}

/** The most at once in each minute from `start` on. */
export function peaksByMinute(levels: readonly Level[], start: Instant, minutes: number): number[] {
  const peaks = Array.from({ length: minutes }, () => 0)
  for (const [place, { from, viewers }] of levels.entries()) {
    // Behind the last change nobody is there.
    const until = levels[place + 1]?.from ?? from
    const last = Math.min(minutes - 1, Math.floor((until - 1 - start) / MINUTE))
    for (let minute = Math.floor((from - start) / MINUTE); minute <= last; minute += 1) {
      peaks[minute] = Math.max(peaks[minute] ?? 0, viewers)
    }
  }
  return peaks
}
