import type { MemberId } from '../ids'
import { NOTHING, subtract, type Bps } from '../money'
import { MINUTE, after, instant, type Instant } from '../time'
import { levelsOf, peakOf, peaksByMinute, staysOf, type Level, type Stay } from './presence'
import type { BroughtFigures, CouponFigures, MinuteFigures, ReviewFigures } from './review'
import type { ReviewedCoupon, ReviewedEvent, ReviewedOrder, ReviewMaterial } from './reviewMaterial'
import { backOf, latestName, paidOf, productFigures, sumOf } from './reviewProducts'

/**
 * 复盘: counts a session from what is known of it. Pure, and blind to the order of its material: the
 * same facts always come to the same figures.
 */
export function reviewOf(material: ReviewMaterial): ReviewFigures {
  const { orders, startedAt, endedAt, newMembers, reserved, lotteries } = material
  const within: Stay = { from: startedAt, until: endedAt }
  const events = material.events.filter((event) => isWithin(event, within))
  const paid = orders.filter(isPaid)
  const gmvFen = sumOf(paid, paidOf)
  const refundedFen = sumOf(paid, backOf)
  const presence = presenceOf(material.events, within)
  const funnel = funnelOf(orders, events)
  return {
    gmvFen,
    refundedFen,
    orders: orders.length,
    paid: paid.length,
    buyers: membersOf(paid).size,
    ...presence.figures,
    newMembers,
    reserved,
    funnel,
    clickToOrderBps: rate(funnel.ordered, funnel.clicked),
    orderToPayBps: rate(paid.length, orders.length),
    refundBps: rate(refundedFen, gmvFen),
    products: productFigures({ ...material, events }),
    minutes: minutesOf(orders, presence.levels, within),
    guides: guidesOf(paid),
    stores: storesOf(paid, material.storeNames),
    coupons: material.coupons.map((coupon) => couponOf(coupon, paid)),
    lotteries,
  }
}

const isPaid = ({ payment }: ReviewedOrder): boolean => payment !== null

const isWithin = ({ at }: ReviewedEvent, { from, until }: Stay): boolean => at >= from && at < until

const membersOf = (all: readonly { readonly memberId: MemberId }[]): ReadonlySet<MemberId> =>
  new Set(all.map(({ memberId }) => memberId))

/** A part of a whole in basis points, rounded half up; nothing of nothing. */
function rate(part: number, whole: number): Bps {
  return (whole === 0 ? 0 : Math.floor((part * 10_000) / whole + 0.5)) as Bps
}

/** Who came, how often, and how many at once. Who was there at the start came once as well. */
function presenceOf(events: readonly ReviewedEvent[], within: Stay) {
  const stays = staysOf(events, within)
  const levels = levelsOf([...stays.values()].flat())
  const peak = peakOf(levels)
  const views = new Map<MemberId, number>()
  for (const event of events) {
    if (event.kind !== 'view' || !isWithin(event, within)) continue
    views.set(event.memberId, (views.get(event.memberId) ?? 0) + 1)
  }
  const visits = [...stays.keys()].reduce((sum, id) => sum + Math.max(1, views.get(id) ?? 0), 0)
  const atOnce = { peak: peak?.viewers ?? 0, peakAt: peak?.from ?? null }
  return { levels, figures: { viewers: stays.size, visits, ...atOnce } }
}

/** Members who got so far, or further: a later step says that the one before was taken too. */
function funnelOf(
  orders: readonly ReviewedOrder[],
  events: readonly ReviewedEvent[],
): ReviewFigures['funnel'] {
  const [paid, ordered] = [membersOf(orders.filter(isPaid)), membersOf(orders)]
  const of = (kind: ReviewedEvent['kind']) => events.filter((event) => event.kind === kind)
  const clicked = new Set([...ordered, ...membersOf(of('click'))])
  const exposed = new Set([...clicked, ...membersOf(of('exposure'))])
  return {
    exposed: exposed.size,
    clicked: clicked.size,
    ordered: ordered.size,
    paid: paid.size,
  }
}

/** Every minute from the start on; what was ordered in the last moments belongs to the last one. */
function minutesOf(
  orders: readonly ReviewedOrder[],
  levels: readonly Level[],
  { from, until }: Stay,
): readonly MinuteFigures[] {
  const start = instant(Math.floor(from / MINUTE) * MINUTE)
  const count = Math.max(1, Math.ceil((until - start) / MINUTE))
  const peaks = peaksByMinute(levels, start, count)
  const byMinute = new Map<number, ReviewedOrder[]>()
  for (const order of orders) {
    const minute = placeOf(order.placedAt, start, count)
    const own = byMinute.get(minute)
    if (own) own.push(order)
    else byMinute.set(minute, [order])
  }
  return peaks.map((viewers, minute) => {
    const own = byMinute.get(minute) ?? []
    const paidFen = sumOf(own, paidOf)
    return { at: after(start, minute * MINUTE), viewers, orders: own.length, paidFen }
  })
}

const placeOf = (at: Instant, start: Instant, count: number): number =>
  Math.min(count - 1, Math.max(0, Math.floor((at - start) / MINUTE)))

/** Orders by whom or what brought them, the most money first. */
function broughtBy<Key extends string>(
  paid: readonly ReviewedOrder[],
  keyOf: (order: ReviewedOrder) => Key | null,
): [Key, readonly ReviewedOrder[], BroughtFigures][] {
  const brought = new Map<Key, ReviewedOrder[]>()
  for (const order of paid) {
    const key = keyOf(order)
    if (key === null) continue
    const own = brought.get(key)
    if (own) own.push(order)
    else brought.set(key, [order])
  }
  return [...brought]
    .map(([key, own]): [Key, readonly ReviewedOrder[], BroughtFigures] => {
      const paidFen = sumOf(own, paidOf)
      return [key, own, { orders: own.length, buyers: membersOf(own).size, paidFen }]
    })
    .sort(([one, , { paidFen: more }], [other, , { paidFen: less }]) => {
      return less - more || (one < other ? -1 : 1)
    })
}

function guidesOf(paid: readonly ReviewedOrder[]): ReviewFigures['guides'] {
  const byGuide = broughtBy(paid, ({ attribution }) => attribution.guideId)
  return byGuide.map(([guideId, own, figures]) => {
    const names = own.map(({ attribution, placedAt: at }) => ({ at, name: attribution.guideName }))
    return { guideId, name: latestName(names), ...figures }
  })
}

const storesOf = (
  paid: readonly ReviewedOrder[],
  names: ReviewMaterial['storeNames'],
): ReviewFigures['stores'] =>
  broughtBy(paid, ({ attribution }) => attribution.storeId).map(([storeId, , figures]) => ({
    storeId,
    name: names.get(storeId) ?? storeId,
    ...figures,
  }))

/** What orders of the session were brought down by with a coupon that was dropped into it. */
function couponOf(
  { templateId, name, couponIds }: ReviewedCoupon,
  paid: readonly ReviewedOrder[],
): CouponFigures {
  const claimed = new Set(couponIds)
  const used = paid.filter(({ couponId }) => couponId !== null && claimed.has(couponId))
  const steps = used.flatMap(({ receipt }) => receipt.lines.flatMap((line) => line.steps))
  const off = steps.filter(({ kind }) => kind === 'coupon')
  const offFen = sumOf(off, ({ amountFen }) => subtract(NOTHING, amountFen))
  return { templateId, name, claimed: claimed.size, used: used.length, offFen }
}
