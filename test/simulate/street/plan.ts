/** Plans a whole history from a seed, before anything of it happens. */
import { audienceSteps, crowdFor } from './audience'
import { Calendar } from './calendar'
import { crewSteps } from './crew'
import { Dice } from './dice'
import { habitsOf, type Habits } from './habits'
import type { PlannedLive } from './lives'
import { planOffers, writtenShop, type Offers } from './shop-file'
import { isShoppers, type Step } from './step'
import { visit, type Visiting } from './visits'

/** How much is planned. */
export interface Scale {
  readonly seed: number
  readonly days: number
  /** About so many steps of shoppers. */
  readonly steps: number
}

/** A history that did not happen yet. */
export interface Plan extends Scale {
  /** When the street wakes up, by the cloud's clock: seeds do not share their days. */
  readonly start: number
  readonly offers: Offers
  readonly file: object
  readonly plan: readonly Step[]
}

const DAY = 86_400_000
const FIRST_DAY = Date.parse('2027-01-01T00:00:00+08:00')

/** After the last step everything goes well for so long, and all must come to rest. */
export const QUIET = 3 * DAY

/** Seeds take their turns on one calendar: a later one may use the clock of an earlier one. */
const startOf = ({ seed, days }: Scale) => FIRST_DAY + (seed % 400) * (days * DAY + 2 * QUIET)

/** So many people live on a street for so many steps. */
const peopleFor = (steps: number) => Math.min(150, Math.max(8, Math.ceil(steps / 40)))

export interface Person {
  readonly openid: string
  readonly habits: Habits
}

/** Guides take up their places first of all, one after the other. */
const takingPlaces = (people: readonly Person[], { guiding }: Offers, calendar: Calendar): Step[] =>
  guiding.guides.flatMap((place, n) => {
    const at = calendar.later(calendar.first, n)?.at
    const who = people[n]?.openid
    return at === undefined || who === undefined
      ? []
      : [{ at, who, act: { do: 'take a place', place } }]
  })

/** The crew is there some minutes before a live begins, and so is its audience. */
const EARLY = 4

const gathering = ({ from }: PlannedLive): number => (from - EARLY) * 60_000

/** Evenings at which the street watches a live. */
function watchingLives(
  { people, offers, calendar, dice }: Omit<Visiting, 'number'>,
  steps: number,
): Step[] {
  const lives = offers.lives.filter(({ isAttended }) => isAttended)
  const size = crowdFor(steps, lives.length)
  return lives.flatMap((live, n) => {
    // Visits count from 0 on; an evening has room for a hundred rushes.
    const number = -100 * (n + 1)
    const first = calendar.of(gathering(live))
    const evening = { dice: dice.apart(live.id), live, calendar, first, number }
    return [
      ...crewSteps({ ...evening, dice: evening.dice.apart('crew') }),
      ...audienceSteps({ ...evening, people, offers }, size),
    ]
  })
}

/** Plans the steps of a street. */
export function planStreet(scale: Scale): Plan {
  const dice = new Dice(scale.seed, 'street')
  const offers = planOffers(dice.apart('offers'), scale.days, scale.steps)
  const people = Array.from({ length: peopleFor(scale.steps) }, (_, n): Person => ({
    openid: `neighbour-${n}`,
    habits: habitsOf(dice.apart(`habits ${n}`)),
  }))
  const attended = offers.lives.filter(({ isAttended }) => isAttended)
  const calendar = new Calendar(dice.apart('calendar'), scale, attended.map(gathering))
  const evenings = { dice: dice.apart('evenings'), people, offers, calendar }
  const steps = [...takingPlaces(people, offers, calendar), ...watchingLives(evenings, scale.steps)]
  const wanted = scale.steps
  let visits = 0
  for (let planned = steps.filter(isShoppers).length; planned < wanted; visits += 1) {
    const fresh = visit({
      dice: dice.apart(`visit ${visits}`),
      number: visits,
      people,
      offers,
      calendar,
    })
    steps.push(...fresh)
    planned += fresh.filter(isShoppers).length
  }
  const plan = steps
    .map((step, order) => ({ step, order }))
    .sort((one, other) => one.step.at - other.step.at || one.order - other.order)
    .map(({ step }) => step)
  const start = startOf(scale)
  return { ...scale, start, offers, file: writtenShop(offers, start), plan }
}
