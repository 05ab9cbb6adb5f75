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

/** A moment: the so-manieth of the so-manieth while. */
export interface Moment {
  readonly at: number
  readonly place: number
}

export class Calendar {
  private readonly moments: number[] = []

  constructor(dice: Dice, { days, steps }: { readonly days: number; readonly steps: number }) {
    const most = Math.max(1, Math.floor(days * WHILES_A_DAY))
    const whiles = Math.min(most, Math.max(2, Math.ceil(steps / STEPS_A_WHILE)))
    const later = Array.from({ length: whiles - 1 }, () => startOf(dice, days))
    // The first one is at once: who would wait for it?
    const starts = [dice.whole(1, 90) * MINUTE, ...later]
    for (const start of starts.sort((one, other) => one - other)) {
      let at = Math.max(start, (this.moments.at(-1) ?? 0) + MINUTE)
      for (let moment = 0; moment < MOMENTS; moment += 1) {
        this.moments.push(at)
        at += dice.chance(0.3) ? dice.whole(1, 59) * SECOND : dice.whole(1, 5) * MINUTE
      }
    }
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

  private moment(place: number): Moment {
    return { place, at: this.moments[place] ?? 0 }
  }
}

/** Mostly by day; the end of the plan is left to what is still under way. */
function startOf(dice: Dice, days: number): number {
  const day = dice.whole(0, Math.max(0, days - 1))
  const hour = dice.chance(0.9) ? dice.whole(8, 21) : dice.whole(0, 22)
  return day * DAY + hour * HOUR + dice.whole(0, 59) * MINUTE
}
