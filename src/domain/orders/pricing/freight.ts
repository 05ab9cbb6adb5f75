import { add, NOTHING, split, subtract, type Fen } from '../../money'
import type { PriceContext, Pricing, Skipped } from './draft'
import { amountOf, stepped, type PricedLine, type Why } from './line'

/** What an order is sent or handed out for, and by which figures. */
function freightFor(
  { freight, delivery }: Pick<PriceContext, 'freight' | 'delivery'>,
  lines: readonly PricedLine[],
): { amountFen: Fen; why: Why } {
  // Whoever has won pays nothing at all.
  if (isPrize(lines)) return { amountFen: NOTHING, why: { delivery, prize: 1 } }
  const goodsFen = boughtFor(lines)
  if (delivery === 'pick-up') return { amountFen: freight.pickUpFen, why: { delivery } }
  const { flatFen, freeAboveFen } = freight
  const why = { delivery, freeAboveFen }
  return { amountFen: goodsFen >= freeAboveFen ? NOTHING : flatFen, why }
}

/** How much more goods would go without freight. */
function freeAhead(
  { freight, delivery }: Pick<PriceContext, 'freight' | 'delivery'>,
  lines: readonly PricedLine[],
): readonly Skipped[] {
  const { flatFen, freeAboveFen } = freight
  const goodsFen = boughtFor(lines)
  const isFree = isPrize(lines) || flatFen === 0 || goodsFen >= freeAboveFen
  if (delivery === 'pick-up' || isFree) return []
  const why = { missing: subtract(freeAboveFen, goodsFen), freeAboveFen }
  return [{ kind: 'freight', id: null, name: null, reason: 'missing', why, skuId: null }]
}

/** What the goods come to before points: these are a way to pay, and take no freight's freedom. */
const boughtFor = (lines: readonly PricedLine[]): Fen =>
  add(...lines.map(({ payableFen, steps }) => subtract(payableFen, amountOf(steps, 'points'))))

/** A deal is ordered alone, and so is a prize. */
const isPrize = (lines: readonly PricedLine[]): boolean =>
  lines.some(({ deal }) => deal?.kind === 'prize')

/** Freight is the order's, but spread over its lines, so that a line's refund carries its part. */
export const freightPricing: Pricing = ({ lines, skipped }, context) => {
  const { amountFen, why } = freightFor(context, lines)
  const parts = split(
    amountFen,
    lines.map(({ payableFen }) => payableFen),
  )
  return {
    skipped: [...skipped, ...freeAhead(context, lines)],
    lines: lines.map((line, index) => {
      const part = parts[index] ?? NOTHING
      return stepped(line, { kind: 'freight', id: null, name: null, amountFen: part, why })
    }),
  }
}
