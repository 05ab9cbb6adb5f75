import type { Discount } from '@domain/promotions/discount'
import type { Promotions } from '@domain/promotions/promotions'
import type { Scope } from '@domain/promotions/scope'
import type { SpendAndSave } from '@domain/promotions/spendAndSave'
import type { BasketLine, FlashOffer, TeamOffer } from '@domain/orders/receipt'
import { fen } from '@domain/money'
import type { Schedule } from '@domain/schedule'
import { after, DAY } from '@domain/time'
import { aLine, aSku, id, MORNING, TAKES_NEITHER } from '../build'
import { bps } from '../members/build'

const days = (from: number, to: number): Schedule => ({
  kind: 'once',
  startsAt: after(MORNING, from * DAY),
  endsAt: after(MORNING, to * DAY),
})

/** Since yesterday, from tomorrow on, and until yesterday. */
export const running = days(-1, 6)
export const coming = days(1, 6)
export const ended = days(-6, -1)

/** For everything, for a shelf, for a product. */
export const everything: Scope = { kind: 'all', ids: [] }
export const shelf = (...ids: string[]): Scope => ({ kind: 'category', ids })
export const product = (...ids: string[]): Scope => ({ kind: 'product', ids })

/** Twelve percent off everything since yesterday, unless told otherwise. */
export function aDiscount(own: Partial<Discount> = {}): Discount {
  return {
    id: id('twelve-off'),
    kind: 'discount',
    name: '限时折扣',
    schedule: running,
    levelAtLeast: null,
    discountBps: bps(8800),
    pointsMultiplierBps: null,
    scope: everything,
    ...own,
  }
}

/** A member day for silver members that takes twelve percent off today. */
export function aMemberDay(own: Partial<Discount> = {}): Discount {
  return aDiscount({
    id: id('member-day'),
    kind: 'member-day',
    name: '会员日',
    levelAtLeast: id('silver'),
    ...own,
  })
}

/** Steps of a spend-and-save: from so much on, so much off. */
export const steps = (...pairs: [minFen: number, offFen: number][]) =>
  pairs.map(([minFen, offFen]) => ({ minFen: fen(minFen), offFen: fen(offFen) }))

/** 满 59 减 5，满 129 减 15 on everything, unless told otherwise. */
export function aSave(own: Partial<SpendAndSave> = {}): SpendAndSave {
  return {
    id: id('save-59-5'),
    name: '满59减5',
    schedule: running,
    scope: everything,
    steps: steps([5900, 500], [12900, 1500]),
    ...own,
  }
}

/** Promotions of a shop that has these. */
export function promotionsOf(
  discounts: readonly Discount[],
  spendAndSave: readonly SpendAndSave[] = [],
): Promotions {
  return { discounts, spendAndSave }
}

/** A line of some product of a shelf, at that price a piece. */
export function goods(
  priceFen: number,
  own: Partial<BasketLine> & { productId?: string; on?: string } = {},
): BasketLine {
  const { productId = `fruit-${priceFen}`, on = 'season', ...rest } = own
  const line = aLine({ sku: aSku(priceFen), ...rest })
  return { ...line, product: { ...line.product, id: id(productId), categoryId: id(on) } }
}

/** The kiwi team of three, joined at that price. */
export function aTeamOffer(priceFen: number, own: Partial<TeamOffer> = {}): TeamOffer {
  const told = { id: id<'deal'>('kiwi-team'), name: '奇异果3人团', takes: TAKES_NEITHER }
  return { kind: 'team', ...told, priceFen: fen(priceFen), isLeader: false, people: 3, ...own }
}

/** A flash sale that runs until noon. */
export function aFlashOffer(priceFen: number): FlashOffer {
  const told = { id: id<'deal'>('mango-flash'), name: '限时秒杀', takes: TAKES_NEITHER }
  return { kind: 'flash', ...told, priceFen: fen(priceFen), endsAt: after(MORNING, DAY / 8) }
}
