import { fail, type Failure } from '../failure'
import type { CouponId } from '../ids'
import { add, NOTHING, subtract, times, type Fen } from '../money'
import { couponPricing } from './pricing/coupon'
import { dealPricing } from './pricing/deal'
import { discountPricing } from './pricing/discount'
import type { Draft, PriceContext, Pricing, Skipped } from './pricing/draft'
import { freightPricing } from './pricing/freight'
import { amountOf, stepped, type BasketLine, type PricedLine } from './pricing/line'
import { pointsPricing } from './pricing/points'
import { spendAndSavePricing } from './pricing/spendAndSave'

/** The words that a receipt is written in, so that its readers need not know how it comes about. */
export type { PriceContext, Skipped, SkipReason } from './pricing/draft'
export { priceSteps } from './pricing/line'
export type {
  BasketLine,
  DealOffer,
  FlashOffer,
  LadderOffer,
  MallOffer,
  PricedLine,
  PriceStep,
  PriceStepKind,
  TeamOffer,
  Why,
} from './pricing/line'
export { unitFen } from './pricing/deal'

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

const basePricing: Pricing = ({ lines, skipped }) => ({
  skipped,
  lines: lines.map((line) => {
    const { sku, quantity } = line
    const amountFen = times(sku.priceFen, quantity)
    const why = { unitFen: sku.priceFen, quantity }
    return stepped(line, { kind: 'base', id: null, name: null, amountFen, why })
  }),
})

const pipeline: readonly Pricing[] = [
  basePricing,
  dealPricing,
  discountPricing,
  spendAndSavePricing,
  couponPricing,
  pointsPricing,
  freightPricing,
]

/** Prices a basket. The phone calls it to show, the cloud to decide; both get the same receipt. */
export function quote(basket: readonly BasketLine[], context: PriceContext): Receipt {
  const draft: Draft = {
    lines: basket.map((line) => ({ ...line, steps: [], payableFen: NOTHING, points: 0 })),
    skipped: [],
  }
  const { lines, skipped } = pipeline.reduce((done, step) => step(done, context), draft)
  const goodsFen = add(...lines.map(({ steps }) => amountOf(steps, 'base')))
  const freightFen = add(...lines.map(lineFreightFen))
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

/** The freight that a line carries. */
export function lineFreightFen({ steps }: Pick<PricedLine, 'steps'>): Fen {
  return amountOf(steps, 'freight')
}

/** What was charged for the goods of a line, without freight. */
export function lineGoodsFen(line: Pick<PricedLine, 'steps' | 'payableFen'>): Fen {
  return subtract(line.payableFen, lineFreightFen(line))
}

/** The coupon that a receipt was brought down with; null where none was. */
export function couponOf({ lines }: Pick<Receipt, 'lines'>): CouponId | null {
  const step = lines.flatMap(({ steps }) => steps).find(({ kind }) => kind === 'coupon')
  return (step?.id ?? null) as CouponId | null
}

/** How many pieces the lines ask for together. */
export function piecesOf(lines: readonly Pick<BasketLine, 'quantity'>[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0)
}

/** Refuses to charge another sum than the shopper saw. */
export function asSeen(receipt: Receipt, seenFen: Fen): Failure<'price_changed'> | undefined {
  if (receipt.payableFen === seenFen) return undefined
  return fail('price_changed', { seenFen, payableFen: receipt.payableFen })
}
