/** When things happen: a street is busy some minutes at a time and quiet in between. */
import type { Dice } from './dice'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Moments of a busy while. */
const MOMENTS = 12

/** At most so many busy whiles a day. */
const WHILES_A_DAY = 2

/** About so many steps fall into a while. */
const STEPS_A_WHILE = 60

/** In every so many days the street wakes up once. */
const QUIET_DAYS = 15

/** Busy days often come in a row, at most so many. */
const BUSY_DAYS = 5

/** A moment: the so-manieth of the so-manieth while. */
export interface Moment {
  readonly at: number
  readonly place: number
}

export class Calendar {
  private readonly moments: number[] = []

  /** Where each while begins, by the moment that was planned for it. */
  private readonly places = new Map<number, number>()

  /** Beside the whiles that come by chance, the street is busy from each of `dates` on. */
  constructor(
    dice: Dice,
    { days, steps }: { readonly days: number; readonly steps: number },
    dates: readonly number[],
  ) {
    // The first one is at once: who would wait for it?
    const starts = [dice.whole(1, 90) * MINUTE, ...everySoOften(dice, days)]
    const most = Math.floor(days * WHILES_A_DAY)
    const wanted = Math.min(most, Math.ceil(steps / STEPS_A_WHILE))
    while (starts.length < wanted) starts.push(...busyDays(dice, dice.whole(0, days - 1), days))
    starts.push(...dates)
    for (const start of starts.sort((one, other) => one - other)) {
      let at = Math.max(start, (this.moments.at(-1) ?? 0) + MINUTE)
      this.places.set(start, this.moments.length)
      for (let moment = 0; moment < MOMENTS; moment += 1) {
        this.moments.push(at)
        at += dice.chance(0.3) ? dice.whole(1, 59) * SECOND : dice.whole(1, 5) * MINUTE
      }
    }
  }

  /** The one that all begins with. */
  get first(): Moment {
    return this.moment(0)
  }

  /** The first moment of the while that was planned from a date on. */
  of(date: number): Moment {
    return this.moment(this.places.get(date) ?? 0)
  }

  /** So many moments earlier, or the first one. */
  earlier({ place }: Moment, moments: number): Moment {
    return this.moment(Math.max(0, place - moments))
  }

  /** Any moment. */
  any(dice: Dice): Moment {
    return this.moment(dice.whole(0, this.moments.length - 1))
  }

  /** So many moments later; undefined when the plan is over by then. */
  later({ place }: Moment, moments: number): Moment | undefined {
    return place + moments < this.moments.length ? this.moment(place + moments) : undefined
  }

  /** A moment of one of the next whiles. */
  nextWhile({ place }: Moment, whiles: number, dice: Dice): Moment | undefined {
    const first = (Math.floor(place / MOMENTS) + whiles) * MOMENTS
    return first < this.moments.length ? this.moment(first + dice.whole(0, MOMENTS - 1)) : undefined
  }

  /** That moment and one on each of the days after it, so many days or up to a quiet one. */
  daysFrom(moment: Moment, days: number): Moment[] {
    const found = [moment]
    for (let place = moment.place + 1; place < this.moments.length; place += 1) {
      const ahead = dayOf(this.moment(place).at) - dayOf(moment.at)
      if (ahead > found.length || ahead >= days) break
      if (ahead === found.length) found.push(this.moment(place))
    }
    return found
  }

  private moment(place: number): Moment {
    return { place, at: this.moments[place] ?? 0 }
  }
}

const dayOf = (at: number): number => Math.floor(at / DAY)

/** Busy days in every part of a longer plan. */
function everySoOften(dice: Dice, days: number): number[] {
  const parts = Math.floor(days / QUIET_DAYS)
  return Array.from({ length: parts }, (_, part) =>
    busyDays(dice, part * QUIET_DAYS + dice.whole(0, QUIET_DAYS - 1), days),
  ).flat()
}

/** A busy while on a day or on some in a row; the plan's end is left to what is under way. */
function busyDays(dice: Dice, first: number, days: number): number[] {
  const length = Math.min(dice.whole(1, BUSY_DAYS), days - first)
  return Array.from({ length }, (_, n) => startOn(dice, first + n))
}

/** Mostly by day. */
function startOn(dice: Dice, day: number): number {
  const hour = dice.chance(0.9) ? dice.whole(8, 21) : dice.whole(0, 22)
  return day * DAY + hour * HOUR + dice.whole(0, 59) * MINUTE
}
