import { add, subtract, type Fen } from '../money'
import type { PricedLine, PriceStep, Receipt } from './receipt'

/** A receipt as it is told: what happened to each line alone, then what the whole order got. */
export interface ReceiptStory {
  readonly lines: readonly { readonly line: PricedLine; readonly steps: readonly PriceStep[] }[]
  /** Steps that were spread over the lines, put together again: what their figures speak of. */
  readonly whole: readonly PriceStep[]
}

/** Steps of the whole order, in the order in which they are told. */
export const wholeKinds = ['spend-and-save', 'coupon', 'points', 'freight'] as const

const isSpread = ({ kind }: PriceStep): boolean => wholeKinds.some((whole) => whole === kind)

/** Tells a receipt: all sums of the story add up to its payable. */
export function storyOf({ lines }: Pick<Receipt, 'lines'>): ReceiptStory {
  const spread = lines.flatMap(({ steps }) => steps.filter(isSpread))
  const firsts = spread.filter((step, index) => spread.findIndex(sameAs(step)) === index)
  return {
    lines: lines.map((line) => ({ line, steps: line.steps.filter((step) => !isSpread(step)) })),
    whole: firsts.map((step) => ({
      ...step,
      amountFen: add(...spread.filter(sameAs(step)).map(({ amountFen }) => amountFen)),
    })),
  }
}

const sameAs =
  ({ kind, id }: PriceStep) =>
  (other: PriceStep): boolean =>
    other.kind === kind && other.id === id

/** What the goods of a receipt come to, freight left out. */
export function goodsFenOf({ payableFen, freightFen }: Receipt): Fen {
  return subtract(payableFen, freightFen)
}
