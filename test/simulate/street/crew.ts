/**
 * Those who run a live: they start it, sell, change their minds, and sometimes forget to end it.
 */
import type { Calendar, Moment } from './calendar'
import type { Dice } from './dice'
import type { CrewAct } from './live-step'
import type { PlannedLive } from './lives'
import { CREW, type Step } from './step'

/** A live on the street, with the while that it falls into. */
export interface Evening {
  readonly dice: Dice
  readonly live: PlannedLive
  readonly calendar: Calendar
  /** Shortly before its planned start. */
  readonly first: Moment
  /** Names rushes of this evening apart from all others. */
  readonly number: number
}

/** The so-manieth moment of the evening. */
export type Entry = readonly [moment: number, act: CrewAct]

/** Moments of an evening at which crew and audience know what happens. */
export const MOMENT = {
  start: 1,
  opening: 3,
  drop: 3,
  price: 5,
  backup: 6,
  draw: 10,
  end: 10,
  after: 11,
}

/** How often they do something that is not in the script at a moment. */
const RESTLESS = 0.8

/** How often the same is done on two devices at once. */
const TWO_DEVICES = 0.15

/** How often nobody starts a live, or ends it: the timer does. */
const FORGOTTEN = 0.2

/** How often somebody goes on in the very moment of the end. */
const LAST_MINUTE = 0.4

/** Other rushes of an evening have lower numbers. */
const LAST_RUSH = 99

/** Everything that the crew does in an evening. */
export function crewSteps(evening: Evening): Step[] {
  const entries = [...script(evening), ...whims(evening)]
  const steps = entries.flatMap(([moment, act], n) => crewStep(evening, moment, { act, n }))
  return [...steps, ...lastMinute(evening)]
}

/** Somebody ends the live while others are still at something. */
function lastMinute(evening: Evening): Step[] {
  const { dice, live, calendar, first, number } = evening
  const at = calendar.later(first, MOMENT.end)?.at
  if (at === undefined || !dice.chance(LAST_MINUTE)) return []
  const acts: CrewAct[] = [whim(evening), { do: 'end the live', live: live.id }, whim(evening)]
  return acts.map((act) => ({ at, who: CREW, act, rush: number - LAST_RUSH }))
}

/** What every live sees. */
function script({ dice, live }: Evening): Entry[] {
  const { id, goods, coupons } = live
  const backup = goods.filter(({ role }) => role === 'backup')
  const opens = live.lotteries.map((_, place): Entry => {
    const moment = MOMENT.opening + dice.whole(0, 1)
    return [moment, { do: 'open a lottery', live: id, place, minutes: dice.whole(1, 12) }]
  })
  return [
    [0, { do: 'note posters', live: id, daysBefore: dice.whole(1, 3), posters: dice.whole(0, 3) }],
    ...(dice.chance(FORGOTTEN) ? [] : start(dice, id)),
    ...opens,
    ...coupons.map((templateId): Entry => {
      return [MOMENT.drop + dice.whole(0, 2), { do: 'drop a coupon', live: id, templateId }]
    }),
    ...backup.map(({ productId }): Entry => {
      return [MOMENT.backup, { do: 'explain', live: id, productId }]
    }),
    // Whom nobody draws for, the timer does.
    ...live.lotteries.flatMap(({ productId }): Entry[] => {
      const draws: Entry = [MOMENT.draw + dice.whole(-3, 1), { do: 'draw', live: id, productId }]
      return dice.chance(FORGOTTEN) ? [] : [draws]
    }),
    ...(dice.chance(FORGOTTEN) ? [] : end(dice, id)),
    [MOMENT.after, { do: dice.one(['look at the review', 'count anew'] as const), live: id }],
    ...(dice.chance(0.3)
      ? [[MOMENT.after, { do: 'note for next time', live: id, words: 'more' }] as const]
      : []),
  ]
}

const start = (dice: Dice, live: string): Entry[] => [
  [MOMENT.start - dice.whole(0, 1), { do: 'start the live', live }],
]

const end = (dice: Dice, live: string): Entry[] => [
  [MOMENT.end - dice.whole(0, 1), { do: 'end the live', live }],
]

/** What comes into their heads; some of it too early, or when all is over. */
function whims(evening: Evening): Entry[] {
  const { dice } = evening
  return Array.from({ length: MOMENT.after + 1 }, (_, moment) => moment).flatMap(
    (moment): Entry[] => (dice.chance(RESTLESS) ? [[moment, whim(evening)]] : []),
  )
}

function whim({ dice, live: { id, goods, coupons } }: Evening): CrewAct {
  const { productId, shelfFen, priceFen, stock } = dice.one(goods)
  const on = { live: id, productId }
  const what = dice.weighed({ price: 6, stock: 4, shelf: 4, show: 4, talk: 1, drop: 1, look: 1 })
  switch (what) {
    case 'price': {
      // Some want more for it than the shelf does.
      const most = dice.chance(0.05) ? 2 * shelfFen : Math.min(shelfFen, 2 * priceFen)
      return { do: 'change the price', ...on, priceFen: dice.whole(1, most) }
    }
    case 'stock':
      return { do: 'change the stock', ...on, change: dice.whole(-stock, 2 * stock) || 1 }
    case 'shelf':
      return { do: 'shelve', ...on, isOffered: dice.chance(0.6) }
    case 'show':
      return { do: dice.one(['explain', 'explain', 'skip'] as const), ...on }
    case 'talk':
      return { do: 'announce', live: id, words: `only ${stock} left` }
    case 'drop':
      return { do: 'drop a coupon', live: id, templateId: dice.one(coupons) }
    case 'look':
      return { do: 'look at the cockpit', live: id }
  }
}

/** A step of the crew; now and then on two devices in one moment. */
function crewStep(
  { dice, calendar, first, number }: Evening,
  moment: number,
  { act, n }: { readonly act: CrewAct; readonly n: number },
): Step[] {
  const at = calendar.later(first, moment)?.at
  if (at === undefined) return []
  const step = { at, who: CREW, act, ...(dice.chance(0.15) && { again: true }) }
  if (!dice.chance(TWO_DEVICES)) return [step]
  const rush = number - 1 - n
  return [
    { ...step, rush },
    { ...step, rush, act: { ...act, device: 'other' } },
  ]
}
