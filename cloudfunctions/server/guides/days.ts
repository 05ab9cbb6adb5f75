import type { TrendDay } from '@domain/guides/contract'
import { payeeKey } from '@domain/commission/rule'
import type { GuideId } from '@domain/ids'
import { NOTHING, type Fen } from '@domain/money'
import { after, DAY, shopDay, type Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { commissionEntries, orders, touches } from '../kit/collections'

/** A figure of one day; days are counted from the first one. */
interface DayFigure {
  readonly _id: number
  readonly figure: number
}

/**
 * What each of a guide's last days came to, today last: who opened their links, each person once a
 * day; orders that were paid; what commission came to. Three SDK calls, side by side.
 */
export async function daysOf(guideId: GuideId, days: number, now: Instant): Promise<TrendDay[]> {
  const from = after(shopDay(now), -(days - 1) * DAY)
  const [visitors, bought, income] = await Promise.all([
    visitorsOf(guideId, from),
    ordersOf(guideId, from),
    incomeOf(guideId, from),
  ])
  return Array.from({ length: days }, (_day, number) => ({
    day: after(from, number * DAY),
    visitors: figureOn(visitors, number),
    orders: figureOn(bought, number),
    incomeFen: figureOn(income, number) as Fen,
  }))
}

const figureOn = (figures: readonly DayFigure[], number: number): number =>
  figures.find(({ _id }) => _id === number)?.figure ?? NOTHING

/** The day that a moment is in: a shop's day has always 24 hours. */
function dayOf(field: string, from: Instant): unknown {
  const $ = _.aggregate
  return $.floor($.divide([$.subtract([field, from]), DAY]))
}

const figuresOf = async (rows: { end: () => unknown }): Promise<readonly DayFigure[]> =>
  ((await rows.end()) as { list: readonly DayFigure[] }).list

const visitorsOf = (guideId: GuideId, from: Instant) =>
  figuresOf(
    touches
      .aggregate()
      .match({ guideId, at: _.gte(from) })
      .group({ _id: { day: dayOf('$at', from), memberId: '$memberId' } })
      .group({ _id: '$_id.day', figure: _.aggregate.sum(1) }),
  )

const ordersOf = (guideId: GuideId, from: Instant) =>
  figuresOf(
    orders
      .aggregate()
      .match({ 'attribution.guideId': guideId, placedAt: _.gte(from), payment: _.neq(null) })
      .group({ _id: dayOf('$placedAt', from), figure: _.aggregate.sum(1) }),
  )

/** Payouts are no income: the money was the guide's before. */
const incomeOf = (guideId: GuideId, from: Instant) =>
  figuresOf(
    commissionEntries
      .aggregate()
      .match({
        payee: payeeKey({ kind: 'guide', id: guideId }),
        at: _.gte(from),
        payoutId: null,
      })
      .group({ _id: dayOf('$at', from), figure: _.aggregate.sum('$amountFen') }),
  )
