import { fen } from '../money'
import type { PublicRow } from './contract'
import { dueFen } from './ladder'
import { sumRows, type Statement, type StatementSums } from './settlement'

/** One figure of the statement that the rows do not bear out. */
export interface StatementDifference {
  readonly of: keyof StatementSums | 'rows'
  readonly published: number
  readonly counted: number
}

const figures = ['orders', 'pieces', 'paidFen', 'dueFen', 'refundFen'] as const

/** Whether a row follows from the final price: what is due, and that the rest goes back. */
function rowHolds(row: PublicRow, finalPriceFen: Statement['finalPriceFen']): boolean {
  if (row.paidFen % row.quantity !== 0) return false
  const due = dueFen(fen(row.paidFen / row.quantity), row.quantity, finalPriceFen)
  return row.dueFen === due && row.paidFen - row.dueFen === row.refundFen
}

/**
 * Adds the published rows up again and compares: the phone believes nothing but the rows. No
 * difference means that every sum is right and every row follows from the final price.
 */
export function recount(
  statement: Statement,
  rows: readonly PublicRow[],
): readonly StatementDifference[] {
  const sums = sumRows(rows)
  const wrong = rows.filter((row) => !rowHolds(row, statement.finalPriceFen)).length
  const differences: StatementDifference[] = figures
    .filter((of) => sums[of] !== statement.sums[of])
    .map((of) => ({ of, published: statement.sums[of], counted: sums[of] }))
  return wrong === 0 ? differences : [...differences, { of: 'rows', published: 0, counted: wrong }]
}
