/** Plans a whole history from a seed, before anything of it happens. */
import { Dice } from './dice'
import { Calendar } from './calendar'
import { habitsOf, type Habits } from './habits'
import { planOffers, writtenShop, type Offers } from './shop-file'
import { isShoppers, type Step } from './step'
import { visit } from './visits'

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

/** Plans the steps of a street. */
export function planStreet(scale: Scale): Plan {
  const dice = new Dice(scale.seed, 'street')
  const offers = planOffers(dice.apart('offers'), scale.days, scale.steps)
  const people = Array.from({ length: peopleFor(scale.steps) }, (_, n): Person => ({
    openid: `neighbour-${n}`,
    habits: habitsOf(dice.apart(`habits ${n}`)),
  }))
  const calendar = new Calendar(dice.apart('calendar'), scale)
  const steps = takingPlaces(people, offers, calendar)
  const wanted = scale.steps
  let visits = 0
  for (let planned = 0; planned < wanted; visits += 1) {
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
