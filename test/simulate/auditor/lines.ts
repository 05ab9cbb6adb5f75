/** Lines of a receipt, as they are added up. */
import type { LineNote } from './books'

export const sum = (amounts: readonly number[]): number =>
  amounts.reduce((all, one) => all + one, 0)

/** What the steps of a kind did to a line. */
export const stepOf = ({ steps }: LineNote, kind: string): number =>
  sum(steps.filter((step) => step.kind === kind).map(({ amountFen }) => amountFen))

/** What the parcel of an order costs, by its receipt. */
export const freightOf = (line: LineNote): number => stepOf(line, 'freight')

/** What a line's goods cost, by its receipt. */
export const goodsOf = (line: LineNote): number => line.payableFen - freightOf(line)
