import { reachesLevel } from '../members/level'
import { add, type Bps, type Fen } from '../money'
import {
  quote,
  type BasketLine,
  type PriceContext,
  type PriceStep,
  type Skipped,
} from '../orders/receipt'
import { inScope } from '../promotions/scope'
import type { SpendAndSave } from '../promotions/spendAndSave'
import { sessionAt } from '../schedule'
import { instant, type Instant } from '../time'

/** What brings the price of a piece down. */
export interface Markdown {
  readonly kind: 'discount' | 'member-day' | 'level'
  readonly name: string
  readonly discountBps: Bps
  /** When it is over; null where no end is set, as with a level's own discount. */
  readonly endsAt: Instant | null
}

/** A discount that a piece gets at another time, or on another level. */
export interface MarkdownAhead {
  readonly name: string
  readonly discountBps: Bps
  /** When it starts; null where it runs already. */
  readonly startsAt: Instant | null
  /** The level that it takes; null where the member is on it, or none is needed. */
  readonly level: string | null
}

/**
 * What one piece costs when it is bought alone and without a deal, and what could bring it down.
 */
export interface PriceTag {
  readonly baseFen: Fen
  readonly unitFen: Fen
  readonly markdown: Markdown | null
  /** The spend-and-saves (满减) that it takes part in now. */
  readonly savings: readonly SpendAndSave[]
  readonly ahead: readonly MarkdownAhead[]
}

/** What everything but the way of delivery depends on. */
export type TagContext = Omit<PriceContext, 'delivery'>

/** The price tag of a SKU, by the rule that orders are priced by. */
export function priceTag(line: Pick<BasketLine, 'product' | 'sku'>, context: TagContext): PriceTag {
  const piece = { ...line, quantity: 1, deal: null }
  const { lines, skipped } = quote([piece], { ...context, delivery: 'pick-up' })
  const steps = lines.flatMap((priced) => priced.steps).filter(isUnitStep)
  const { spendAndSave } = context.promotions
  return {
    baseFen: line.sku.priceFen,
    unitFen: add(...steps.map(({ amountFen }) => amountFen)),
    markdown: steps.map((step) => markdownOf(step, context)).find((one) => one !== null) ?? null,
    savings: spendAndSave.filter(
      ({ scope, schedule }) =>
        inScope(scope, line.product) && sessionAt(schedule, context.now) !== undefined,
    ),
    ahead: skipped.flatMap((one) => aheadOf(one, context)),
  }
}

const isMarkdown = (kind: PriceStep['kind']): kind is Markdown['kind'] =>
  kind === 'discount' || kind === 'member-day' || kind === 'level'

/** Steps of a single piece; what depends on the rest of the basket is left out. */
const isUnitStep = ({ kind }: PriceStep): boolean => kind === 'base' || isMarkdown(kind)

function markdownOf({ kind, id, name, why }: PriceStep, context: TagContext): Markdown | null {
  if (!isMarkdown(kind)) return null
  const discount = context.promotions.discounts.find((one) => one.id === id)
  const session =
    kind === 'level' ? undefined : discount && sessionAt(discount.schedule, context.now)
  return {
    kind,
    name: name ?? '',
    discountBps: Number(why.discountBps) as Bps,
    endsAt: session?.endsAt ?? null,
  }
}

/** What a discount that was skipped for its time or its level waits for. */
function aheadOf({ id, reason, why }: Skipped, context: TagContext): readonly MarkdownAhead[] {
  const discount = context.promotions.discounts.find((one) => one.id === id)
  if (!discount || (reason !== 'unstarted' && reason !== 'level')) return []
  const { name, discountBps, levelAtLeast } = discount
  const { levels, member } = context
  const isOn = levelAtLeast === null || reachesLevel(levels, member.levelId, levelAtLeast)
  return [
    {
      name,
      discountBps,
      startsAt: reason === 'unstarted' ? instant(Number(why.startsAt)) : null,
      level: isOn
        ? null
        : (levels?.levels.find((level) => level.id === levelAtLeast)?.name ?? null),
    },
  ]
}
