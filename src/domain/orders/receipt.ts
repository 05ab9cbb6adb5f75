import type { FreightRule, Sku } from '../catalog/product'
import { fail, type Failure } from '../failure'
import { ladderPrice, stepsReached, type Deal } from '../groupbuy/ladder'
import type { CategoryId, DealId, FileId, ProductId } from '../ids'
import { add, NOTHING, split, subtract, times, type Fen } from '../money'

/** Why a sum stands on the receipt: figures, from which `src/text` makes a sentence. */
export type Why = Readonly<Record<string, number | string>>

/** In this order the price comes about. Later steps (满减, coupon, points) slot in by name. */
export const priceSteps = ['base', 'ladder', 'freight'] as const
export type PriceStepKind = (typeof priceSteps)[number]

/** What one step of the pipeline did to one line: sums with a sign, adding up to its payable. */
export interface PriceStep {
  readonly kind: PriceStepKind
  /** The deal, discount or coupon that did it; null for the shop's own rules. */
  readonly id: string | null
  readonly amountFen: Fen
  readonly why: Why
}

/** What the basket asks for, with everything that its price depends on. */
export interface BasketLine {
  readonly product: {
    readonly id: ProductId
    readonly categoryId: CategoryId
    readonly name: string
    readonly unit: string
    readonly picture: FileId | null
  }
  readonly sku: Sku
  readonly quantity: number
  readonly deal: DealOffer | null
}

/** A deal as it stands at this moment. */
export interface DealOffer extends Pick<Deal, 'kind' | 'name' | 'ladder'> {
  readonly id: DealId
  readonly people: number
}

/** A line with every step that made its price. */
export interface PricedLine extends BasketLine {
  readonly steps: readonly PriceStep[]
  readonly payableFen: Fen
}

/** Something that could have made it cheaper and did not, with the reason. */
export interface Skipped {
  readonly kind: PriceStepKind
  readonly id: string | null
  readonly why: Why
}

/** How the sum came about, step by step and line by line, so that a refund per line is exact. */
export interface Receipt {
  readonly lines: readonly PricedLine[]
  /** Goods before any step brought them down. */
  readonly goodsFen: Fen
  readonly savedFen: Fen
  readonly freightFen: Fen
  readonly payableFen: Fen
  readonly skipped: readonly Skipped[]
}

/** Everything beside the basket that prices depend on. */
export interface PriceContext {
  readonly freight: FreightRule
  readonly delivery: 'pick-up'
}

interface Draft {
  readonly lines: readonly PricedLine[]
  readonly skipped: readonly Skipped[]
}

/** One step of the pipeline: pure, adds at most one price step to each line. */
type Pricing = (draft: Draft, context: PriceContext) => Draft

const stepped = (line: PricedLine, step: PriceStep): PricedLine => ({
  ...line,
  steps: [...line.steps, step],
  payableFen: add(line.payableFen, step.amountFen),
})

const base: Pricing = ({ lines, skipped }) => ({
  skipped,
  lines: lines.map((line) =>
    stepped(line, {
      kind: 'base',
      id: null,
      amountFen: times(line.sku.priceFen, line.quantity),
      why: { unitFen: line.sku.priceFen, quantity: line.quantity },
    }),
  ),
})

/** The ladder's own base price takes the place of the SKU's, then falls with the people. */
function ladderStep({ sku, quantity, deal }: PricedLine): PriceStep | undefined {
  if (!deal) return undefined
  const unitFen = ladderPrice(deal.ladder, deal.people)
  return {
    kind: 'ladder',
    id: deal.id,
    amountFen: times(subtract(unitFen, sku.priceFen), quantity),
    why: { people: deal.people, step: stepsReached(deal.ladder, deal.people), unitFen },
  }
}

const ladder: Pricing = ({ lines, skipped }) => ({
  lines: lines.map((line) => {
    const step = ladderStep(line)
    return step ? stepped(line, step) : line
  }),
  skipped: [...skipped, ...lines.flatMap(({ deal }) => (deal ? stepsAhead(deal) : []))],
})

/** The steps that are not reached yet: not charged now, but settled by at the close. */
function stepsAhead({ id, ladder: { steps }, people }: DealOffer): Skipped[] {
  return steps
    .filter((step) => people < step.people)
    .map((step) => ({
      kind: 'ladder',
      id,
      why: { missing: step.people - people, unitFen: step.priceFen },
    }))
}

/** Freight is the order's, but spread over its lines, so that a line's refund carries its part. */
const freight: Pricing = ({ lines, skipped }, { freight: rule, delivery }) => {
  const parts = split(
    rule.pickUpFen,
    lines.map((line) => line.payableFen),
  )
  return {
    skipped,
    lines: lines.map((line, index) =>
      stepped(line, {
        kind: 'freight',
        id: null,
        amountFen: parts[index] ?? NOTHING,
        why: { delivery },
      }),
    ),
  }
}

const pipeline: readonly Pricing[] = [base, ladder, freight]

const sumOf = (lines: readonly PricedLine[], kinds: readonly PriceStepKind[]): Fen =>
  add(
    ...lines.flatMap(({ steps }) =>
      steps.filter((step) => kinds.includes(step.kind)).map((step) => step.amountFen),
    ),
  )

/** Prices a basket. The phone calls it to show, the cloud to decide; both get the same receipt. */
export function quote(basket: readonly BasketLine[], context: PriceContext): Receipt {
  const draft: Draft = {
    lines: basket.map((line) => ({ ...line, steps: [], payableFen: NOTHING })),
    skipped: [],
  }
  const { lines, skipped } = pipeline.reduce((done, step) => step(done, context), draft)
  const goodsFen = sumOf(lines, ['base'])
  const freightFen = sumOf(lines, ['freight'])
  const payableFen = add(...lines.map((line) => line.payableFen))
  return {
    lines,
    goodsFen,
    savedFen: subtract(add(goodsFen, freightFen), payableFen),
    freightFen,
    payableFen,
    skipped,
  }
}

/** How many pieces the lines ask for together. */
export function piecesOf(lines: readonly Pick<BasketLine, 'quantity'>[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0)
}

/** What a piece of a line costs after the deal, before freight: what a ladder settles by. */
export function unitFen(line: Pick<PricedLine, 'sku' | 'deal'>): Fen {
  return line.deal ? ladderPrice(line.deal.ladder, line.deal.people) : line.sku.priceFen
}

/** Refuses to charge another sum than the shopper saw. */
export function asSeen(receipt: Receipt, seenFen: Fen): Failure<'price_changed'> | undefined {
  if (receipt.payableFen === seenFen) return undefined
  return fail('price_changed', { seenFen, payableFen: receipt.payableFen })
}
