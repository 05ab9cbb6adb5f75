/** Visits: what one person does about one thing, spread over the moments of a plan. */
import type { Calendar, Moment } from './calendar'
import type { Dice } from './dice'
import type { Habits } from './habits'
import type { Person } from './plan'
import type { Offers, PlannedLadder } from './shop-file'
import { KEEPER, type Act, type Saving, type Step, type WishedLine } from './step'
import { aftermath } from './aftermath'
import { endings, type Course, type Following } from './endings'
import { membership } from './membership'
import { leave, payday } from './paydays'
import { guidesOf, sharing } from './sharing'

/** All that a visit is planned from. */
export interface Visiting {
  readonly dice: Dice
  readonly number: number
  readonly people: readonly Person[]
  readonly offers: Offers
  readonly calendar: Calendar
}

/** As many as there are, or as may be used. */
const ALL_POINTS = 1_000_000

/** How often somebody buys on two phones in the same moment. */
const TWO_PHONES = 0.02

/** How often a visit is about a link, or about what a guide earned. */
const SHARING = 0.08
const PAYDAYS = 0.04

/** The steps of one visit, or of what befalls everybody. */
export function visit(visiting: Visiting): Step[] {
  const { dice, people, calendar } = visiting
  const when = calendar.any(dice)
  if (dice.chance(0.004)) return troubleAtTheGateway(visiting, when)
  if (dice.chance(0.03)) return rush(visiting, when)
  if (dice.chance(SHARING)) return shared(visiting, when)
  if (dice.chance(PAYDAYS)) return guidesDay(visiting, when)
  const person = dice.one(people)
  if (dice.chance(person.habits.looks)) return [stepOf(person, when, looking(visiting), {})]
  if (dice.chance(person.habits.belongs)) {
    return stepsOf(membership(visiting, when), visiting, person)
  }
  if (dice.chance(TWO_PHONES)) return twoPhones(visiting, person, when)
  return purchase(visiting, { person, when, lines: wishes(visiting, person, when) })
}

/** A link goes round, and brings buyers. */
function shared(visiting: Visiting, when: Moment): Step[] {
  const { doings, buyers } = sharing(visiting, when)
  return [
    ...doings.flatMap(({ person, ...doing }) => stepsOf([doing], visiting, person)),
    ...buyers.flatMap((buyer, n) => {
      const lines = wishes(visiting, buyer.person, buyer.when)
      return purchase(visiting, { ...buyer, lines, name: `${visiting.number}.${n}` })
    }),
  ]
}

/** A guide wants what is payable, and now and then leaves for a while. */
function guidesDay(visiting: Visiting, when: Moment): Step[] {
  const { dice } = visiting
  const guide = dice.one(guidesOf(visiting))
  const asking = stepsOf(payday(visiting, when), visiting, guide)
  const steps = dice.chance(0.3) ? besides(asking, { guide, when, visiting }) : asking
  return dice.chance(0.15) ? [...steps, ...stepsOf(leave(visiting, when), visiting, guide)] : steps
}

/** Everything at once on another phone, in the same moment. */
function besides(
  asking: readonly Step[],
  { guide, when, visiting }: { guide: Person; when: Moment; visiting: Visiting },
): Step[] {
  const other = stepOf(guide, when, { do: 'ask for a payout', phone: 'other' }, {})
  const rush = visiting.number
  return [...asking, other].map((step) => (step.at === when.at ? { ...step, rush } : step))
}

/** For a while the gateway ends refunds without success. */
function troubleAtTheGateway({ dice, calendar }: Visiting, when: Moment): Step[] {
  const over = calendar.nextWhile(when, dice.whole(1, 2), dice)
  const refundsGo = (how: 'succeed' | 'fail', at: number): Step => ({
    ...{ at, who: null },
    act: { do: 'refunds go', how },
  })
  return over ? [refundsGo('fail', when.at), refundsGo('succeed', over.at)] : []
}

/** Many want the same thing in the same moment. */
function rush(visiting: Visiting, when: Moment): Step[] {
  const { dice, people, number } = visiting
  const first = dice.one(people)
  const lines = wishes(visiting, first, when)
  const crowd = new Set(Array.from({ length: dice.whole(3, 10) }, () => dice.one(people)))
  return [...crowd].flatMap((person, n) => {
    const steps = purchase(visiting, { person, when, lines, name: `${number}.${n}` })
    return steps.map((step) => (step.at === when.at ? { ...step, rush: number } : step))
  })
}

/**
 * Somebody claims a coupon and then orders on two phones in one moment, each time with the best
 * coupon and all points: only one order may have them.
 */
function twoPhones(visiting: Visiting, person: Person, when: Moment): Step[] {
  const { dice, number, offers, calendar } = visiting
  const claimable = offers.society.coupons.filter(({ channel }) => channel === 'claim')
  const claiming: Act = { do: 'claim', templateId: dice.one(claimable).id }
  const later = calendar.later(when, 1) ?? when
  const orders = ['one', 'other'].flatMap((phone) => {
    const name = `${number}.${phone}`
    const lines = [shelfLine(dice, offers)]
    const saving = { coupon: 'best', points: ALL_POINTS } as const
    const steps = purchase(visiting, { person, when: later, lines, name, saving })
    return steps.map((step) => (step.at === later.at ? { ...step, rush: number } : step))
  })
  return [stepOf(person, when, claiming, {}), ...orders]
}

function looking({ dice, offers }: Visiting): Act {
  const what = dice.weighed({
    home: 2,
    orders: 2,
    'flash sales': 1,
    product: 2,
    ladder: 2,
    statement: 1,
  })
  const ladder = () => dice.one(offers.ladders).id
  if (what === 'home' || what === 'orders' || what === 'flash sales')
    return { do: 'look', at: what }
  if (what === 'product') return { do: 'look at a product', productId: dice.one(offers.goods).id }
  if (what === 'ladder') return { do: 'look at a ladder', dealId: ladder() }
  return { do: 'read the statement', dealId: ladder() }
}

type Running = Pick<PlannedLadder, 'id' | 'productId' | 'perMember' | 'from' | 'to'>

/** What somebody wants, of what is on offer at that moment. */
function wishes({ dice, offers }: Visiting, { habits }: Person, { at }: Moment): WishedLine[] {
  const minutes = at / 60_000
  const running = (deals: readonly Running[]): readonly Running[] =>
    // Some come too early or too late.
    dice.chance(0.02) ? deals : deals.filter(({ from, to }) => from <= minutes && minutes < to)
  const wanted = dice.weighed(habits.wants)
  const deals =
    wanted === 'ladder' ? running(offers.ladders) : wanted === 'team' ? running(offers.teams) : []
  if (deals.length > 0) {
    // Half of the street talks of the same deal.
    const talked = dice.chance(0.5) ? deals[0] : undefined
    const { id: dealId, productId, perMember } = talked ?? dice.one(deals)
    const quantity = dice.chance(0.05) ? perMember + 1 : dice.whole(1, Math.min(3, perMember))
    const line = { productId, skuId: productId, quantity, dealId }
    return [wanted === 'team' && dice.chance(0.7) ? { ...line, joins: true } : line]
  }
  if (wanted === 'mall') return [mallLine(dice, offers)]
  const hour = (minutes / 60) % 24
  const sales = offers.sales.filter((sale) => sale.hour <= hour && hour < sale.hour + sale.hours)
  if (wanted === 'flash' && sales.length > 0) {
    const { id: saleId, productId, perMember } = dice.one(sales)
    return [{ productId, skuId: productId, quantity: dice.whole(1, perMember), saleId }]
  }
  return Array.from({ length: dice.one([1, 1, 1, 2, 3]) }, () => shelfLine(dice, offers))
}

function shelfLine(dice: Dice, { goods }: Offers): WishedLine {
  const { id: productId, skus } = dice.one(goods)
  return { productId, skuId: dice.one(skus).id, quantity: dice.whole(1, 3) }
}

/** Something of the points mall, whether or not there are points for it. */
function mallLine(dice: Dice, { society }: Offers): WishedLine {
  const products = society.points.mall.flatMap((item) => (item.kind === 'product' ? [item] : []))
  const { id: dealId, productId, perMember } = dice.one(products)
  const quantity = dice.chance(0.05) ? perMember + 1 : dice.whole(1, perMember)
  return { productId, skuId: productId, quantity, dealId }
}

/** Somebody who buys something at a moment. */
export interface Purchase {
  readonly person: Person
  readonly when: Moment
  readonly lines: readonly WishedLine[]
  readonly name?: string
  readonly saving?: Saving
  /** From the page of this live. */
  readonly from?: string
  /** When the price is read, where that is not at once. */
  readonly reads?: Moment
}

/** What somebody brings an order down with. */
function savingOf(dice: Dice, { saves }: Habits): Saving {
  const coupon = dice.weighed({ best: 8, other: 1, none: 1 })
  if (!dice.chance(saves)) return { coupon, points: 0 }
  return { coupon, points: dice.chance(0.7) ? ALL_POINTS : dice.whole(1, 300) }
}

/** Somebody orders, and what becomes of it: paid or not, received, asked back. */
export function purchase(visiting: Visiting, buying: Purchase): Step[] {
  const { person, when, lines, name, from, reads, ...wish } = buying
  const { dice, number, calendar } = visiting
  const order = `#${name ?? number}`
  const { habits } = person
  const misread = dice.chance(habits.misreads)
  const by = dice.chance(habits.courier) ? 'courier' : 'pick-up'
  const saving = wish.saving ?? savingOf(dice, habits)
  const placing: Act = {
    ...{ do: 'order', order, lines, by, saving },
    ...(misread && { misread }),
    ...(from !== undefined && { from }),
  }
  const reading = reads && { act: { do: 'read the price', order, lines, by } as const, at: reads }
  const ending = dice.weighed(habits.endings)
  const course = { dice, order, when, calendar }
  const after = endings[ending](course)
  const isPaid = ending.startsWith('pays')
  const later = isPaid
    ? [...aftermath({ ...course, by, lines }), ...crediting(visiting, course)]
    : []
  const doings = [...(reading ? [reading] : []), { act: placing, at: when }, ...after, ...later]
  return stepsOf(doings, visiting, person)
}

/** Now and then somebody of the shop says whose an order is. */
function crediting({ dice, offers }: Visiting, { order, when, calendar }: Course): Following {
  if (!dice.chance(0.03)) return []
  const guideId = dice.one([null, ...offers.guiding.guides.map(({ id }) => id)])
  return [{ act: { do: 'credit', order, guideId }, at: calendar.nextWhile(when, 1, dice) }]
}

/** What somebody does, as steps; what somebody of the shop does for them is the keeper's. */
export function stepsOf(following: Following, { dice }: Visiting, person: Person): Step[] {
  return following.flatMap(({ act, at }) => {
    if (!at) return []
    const doer = isStaffs(act) ? { ...person, openid: KEEPER } : person
    return [stepOf(doer, at, act, { again: dice.chance(person.habits.repeats) })]
  })
}

const staffs: readonly Act['do'][] = [
  ...(['ship', 'hand over', 'answer the request', 'credit', 'say who works'] as const),
]

const isStaffs = ({ do: verb }: Act): boolean => staffs.includes(verb)

function stepOf({ openid }: Person, { at }: Moment, act: Act, { again = false }): Step {
  return { at, who: openid, act, ...(again && { again }) }
}
