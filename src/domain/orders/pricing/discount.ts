import { levelHeld, reachesLevel } from '../../members/level'
import { subtract, times, type Bps, type Fen } from '../../money'
import { discounted, takesOff, type Discount } from '../../promotions/discount'
import { inScope, type Scope } from '../../promotions/scope'
import { unitFen } from './deal'
import { byId, type PriceContext, type Pricing, type Skipped } from './draft'
import { hindrance } from './hindrance'
import { priceSteps, stepped, type BasketLine, type PricedLine } from './line'

/** Something that brings a piece down to a part of its SKU's price. */
interface Rate {
  readonly kind: 'discount' | 'member-day' | 'level'
  readonly id: string
  readonly name: string
  readonly discountBps: Bps
  readonly scope: Scope
}

/** A rate with what it makes of a piece. */
interface Offer extends Rate {
  readonly unitFen: Fen
}

/** Why a discount can do nothing for anything in the basket; nothing where it may. */
function hindered(
  { id, kind, name, schedule, scope, levelAtLeast }: Discount,
  lines: readonly BasketLine[],
  { levels, member, now }: PriceContext,
): Skipped | 'over' | undefined {
  const told = { kind, id, name, skuId: null }
  const hindering = hindrance({ schedule, scope }, lines, now)
  if (hindering) {
    const { reason, why } = hindering
    return reason === 'over' ? reason : { ...told, reason, why }
  }
  if (levelAtLeast === null || reachesLevel(levels, member.levelId, levelAtLeast)) return undefined
  const needed = levels?.levels.find((level) => level.id === levelAtLeast)
  return { ...told, reason: 'level', why: { levelId: levelAtLeast, level: needed?.name ?? '' } }
}

/** What the level of the member brings down, where it does. */
function levelRates({ levels, member }: PriceContext): readonly Rate[] {
  const level = levelHeld(levels, member.levelId)
  if (!level || !takesOff(level)) return []
  const { id, name, discountBps } = level
  return [{ kind: 'level', id, name, discountBps, scope: { kind: 'all', ids: [] } }]
}

/** What rates make of a line, the best one first; of equal ones the earlier kind. */
function offersFor({ product, sku }: BasketLine, rates: readonly Rate[]): readonly Offer[] {
  return rates
    .filter(({ scope }) => inScope(scope, product))
    .map((rate) => ({ ...rate, unitFen: discounted(sku.priceFen, rate.discountBps) }))
    .sort(
      (one, other) =>
        one.unitFen - other.unitFen ||
        priceSteps.indexOf(one.kind) - priceSteps.indexOf(other.kind) ||
        byId(one, other),
    )
}

/** The offer that a line without a deal is priced by: the best one, if it takes anything off. */
function wonBy({ sku }: BasketLine, offers: readonly Offer[]): Offer | undefined {
  const [best] = offers
  return best && best.unitFen < sku.priceFen ? best : undefined
}

function priced(line: PricedLine, won: Offer | undefined): PricedLine {
  if (!won || line.deal) return line
  const { kind, id, name, discountBps } = won
  const amountFen = times(subtract(won.unitFen, line.sku.priceFen), line.quantity)
  return stepped(line, { kind, id, name, amountFen, why: { discountBps, unitFen: won.unitFen } })
}

/** Why the other offers did not get a line: a deal has its own price, or another one is lower. */
function lost(line: PricedLine, offers: readonly Offer[]): readonly Skipped[] {
  const won = wonBy(line, offers)
  const paidUnitFen = line.deal ? unitFen(line) : (won?.unitFen ?? line.sku.priceFen)
  return offers
    .filter((offer) => line.deal !== null || offer !== won)
    .map((offer): Skipped => {
      const { kind, id, name } = offer
      const told = { kind, id, name, skuId: line.sku.id }
      const figures = { unitFen: offer.unitFen, paidUnitFen }
      if (!line.deal) return { ...told, reason: 'better', why: figures }
      // Who would pay less without the deal is told so.
      const cheaper = offer === won && offer.unitFen < paidUnitFen
      return { ...told, reason: 'deal', why: cheaper ? figures : {} }
    })
}

/**
 * Of the discounts in time, scope and level and the level's own one, the one that makes a piece
 * cheapest; never two of them, and none on a line in a deal.
 */
export const discountPricing: Pricing = ({ lines, skipped }, context) => {
  const discounts = context.promotions.discounts
    .filter(takesOff)
    .sort(byId)
    .map((discount) => ({ discount, hindering: hindered(discount, lines, context) }))
  const rates = [
    ...discounts.flatMap(({ discount, hindering }) => (hindering ? [] : [discount])),
    ...levelRates(context),
  ]
  const offered = lines.map((line) => ({ line, offers: offersFor(line, rates) }))
  return {
    lines: offered.map(({ line, offers }) => priced(line, wonBy(line, offers))),
    skipped: [
      ...skipped,
      ...offered.flatMap(({ line, offers }) => lost(line, offers)),
      ...discounts.flatMap(({ hindering }) =>
        hindering === undefined || hindering === 'over' ? [] : [hindering],
      ),
    ],
  }
}
