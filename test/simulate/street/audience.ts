/** Those who watch a live: they reserve, claim, take part in lotteries, and buy. */
import type { Moment } from './calendar'
import { MOMENT, type Evening } from './crew'
import type { AudienceAct, CrewAct } from './live-step'
import type { PlannedLive, PlannedLiveGoods } from './lives'
import type { Person } from './plan'
import { CREW, type Act, type Step } from './step'
import type { Following } from './endings'
import { purchase, stepsOf, type Visiting } from './visits'

/** What an evening needs of the street. */
export type Watching = Visiting & Evening

/** A viewer takes about so many steps. */
const STEPS_A_VIEWER = 8

/** So much of what happens on a street happens in its lives. */
const PART_OF_LIFE = 0.08

/** How many come to each of the lives that the street comes to. */
export const crowdFor = (steps: number, lives: number): number =>
  Math.min(24, Math.max(4, Math.round((steps * PART_OF_LIFE) / lives / STEPS_A_VIEWER)))

/** Everything that the audience of a live does. */
export function audienceSteps(watching: Watching, size: number): Step[] {
  const { dice, people } = watching
  const crowd = [...new Set(Array.from({ length: size }, () => dice.one(people)))]
  return [
    ...crowd.flatMap((viewer, n) => viewerSteps(watching, viewer, n)),
    ...rushing(watching, crowd),
    ...trying(watching, dice.one(crowd)),
  ]
}

/** Anything between two moments of the evening. */
const between = ({ dice, calendar, first }: Watching, from: number, to: number) =>
  calendar.later(first, dice.whole(from, to))

function viewerSteps(watching: Watching, viewer: Person, n: number): Step[] {
  const { dice, live } = watching
  const name = (what: string) => `${live.id}.${n}.${what}`
  const buys = dice.chance(0.8) ? [buying(watching, viewer, name('buy'))] : []
  const wins = live.lotteries.map(({ productId }) =>
    dice.chance(0.6) ? winning(watching, viewer, { productId, name: name(productId) }) : [],
  )
  const doings = [...reserving(watching), ...watchingRoom(watching), ...claiming(watching)]
  return [...stepsOf(doings, watching, viewer), ...buys.flat(), ...wins.flat()]
}

const doing = (act: AudienceAct, at: Moment | undefined): Following[number] => ({ act, at })

/** Before it starts, and now and then when it is over; twice is once. */
function reserving(watching: Watching): Following {
  const { dice, calendar, first, live } = watching
  if (!dice.chance(0.5)) return []
  const at = dice.chance(0.9)
    ? calendar.earlier(first, dice.whole(1, 20))
    : between(watching, 0, 11)
  const act = { do: 'reserve', live: live.id } as const
  return [
    { act: { do: 'allow messages' }, at },
    doing(act, at),
    ...(dice.chance(0.3) ? [doing(act, first)] : []),
  ]
}

function watchingRoom(watching: Watching): Following {
  const act = { do: 'watch', live: watching.live.id } as const
  return [doing(act, between(watching, 0, 4)), doing(act, between(watching, 5, 9))]
}

/** Once or twice, some before anything was dropped, some when all is over. */
function claiming(watching: Watching): Following {
  const { dice, live } = watching
  return Array.from({ length: dice.whole(0, 2) }, () => {
    const act = { do: 'claim the drop', live: live.id, templateId: dice.one(live.coupons) } as const
    return doing(act, between(watching, 1, 11))
  })
}

/** Takes part in a lottery, perhaps twice, perhaps too late, and then wants the prize. */
function winning(
  watching: Watching,
  viewer: Person,
  { productId, name }: { readonly productId: string; readonly name: string },
): Step[] {
  const { dice, live, calendar, first } = watching
  const act = { do: 'enter the lottery', live: live.id, productId } as const
  const [from, to] = dice.chance(0.9) ? [MOMENT.opening + 1, MOMENT.opening + 4] : [7, 11]
  const enters = [doing(act, between(watching, from, to))]
  const again = dice.chance(0.3) ? [doing(act, between(watching, from, 9))] : []
  // Some would have the prize without taking part.
  const isStranger = dice.chance(0.1)
  const wanted = dice.chance(0.5)
    ? calendar.later(first, dice.whole(7, 11))
    : calendar.nextWhile(first, dice.whole(1, 3), dice)
  const line = { productId, skuId: productId, quantity: 1, prizeOf: live.id }
  return [
    ...stepsOf(isStranger ? [] : [...enters, ...again], watching, viewer),
    ...(wanted ? purchase(watching, { person: viewer, when: wanted, lines: [line], name }) : []),
  ]
}

/** At the live price; some read it some time before, and some buy from the shelf meanwhile. */
function buying(watching: Watching, person: Person, name: string): Step[] {
  const { dice, live } = watching
  const when = between(watching, dice.chance(0.9) ? 1 : 0, 11)
  if (!when) return []
  const line = wanted(watching)
  const hesitates = dice.chance(0.3) ? { reads: watching.calendar.earlier(when, 2) } : {}
  return purchase(watching, { person, when, lines: [line], name, from: live.id, ...hesitates })
}

/** What everybody talks of, and whose price falls. */
function starOf({ goods }: PlannedLive): PlannedLiveGoods {
  const star = goods.find(({ role }) => role === 'main')
  if (!star) throw new Error('a live with nothing to show')
  return star
}

function wanted({ dice, live, offers }: Watching) {
  if (dice.chance(0.15)) {
    const { id: productId, skus } = dice.one(offers.goods)
    return { productId, skuId: dice.one(skus).id, quantity: dice.whole(1, 2) }
  }
  const { productId, perMember } = dice.chance(0.5) ? starOf(live) : dice.one(live.goods)
  const quantity = dice.chance(0.05) ? perMember + 1 : dice.whole(1, perMember)
  return { productId, skuId: productId, quantity, liveId: live.id }
}

/** Several want the same thing in the very moment in which its price changes. */
function rushing(watching: Watching, crowd: readonly Person[]): Step[] {
  const { dice, live, calendar, first, number } = watching
  const when = calendar.later(first, MOMENT.price)
  if (!when) return []
  const { productId, shelfFen } = starOf(live)
  const line = { productId, skuId: productId, quantity: 1, liveId: live.id }
  const buyers = crowd.slice(0, dice.whole(2, 6)).flatMap((person, n) => {
    const name = `${live.id}.rush.${n}`
    return purchase(watching, { person, when, lines: [line], name, from: live.id })
  })
  const change: CrewAct = {
    ...{ do: 'change the price', live: live.id, productId },
    priceFen: dice.whole(1, shelfFen),
  }
  const pricing: Step = { at: when.at, who: CREW, act: change }
  return [...buyers, pricing].map((step) =>
    step.at === when.at ? { ...step, rush: number } : step,
  )
}

/** Somebody would like to run the live themselves. */
function trying(watching: Watching, person: Person): Step[] {
  const { dice, live } = watching
  const act: Act = dice.one([
    { do: 'end the live', live: live.id },
    { do: 'change the price', live: live.id, productId: 'show-1', priceFen: 1 },
    { do: 'draw', live: live.id, productId: 'prize-cup' },
  ] as const)
  const at = between(watching, 2, 8)?.at
  return at === undefined ? [] : [{ at, who: person.openid, act }]
}
