import type { DealId, MemberId, OrderId } from '../ids'
import { add, subtract, times, type Fen } from '../money'
import type { Instant } from '../time'
import { dueFen, lowestStep, type Ladder } from './ladder'

/** What settlement needs to know of an order that was paid and kept until the close. */
export interface PaidJoin {
  readonly orderId: OrderId
  readonly memberId: MemberId
  readonly alias: string
  readonly quantity: number
  readonly unitFen: Fen
}

/**
 * One line of the statement, about goods: `refundFen` goes back as one refund, or none when zero.
 * Freight is no part of it; where the ladder did not form, it goes back with the same refund.
 */
export interface StatementRow {
  readonly orderId: OrderId
  readonly alias: string
  readonly quantity: number
  readonly paidFen: Fen
  readonly dueFen: Fen
  readonly refundFen: Fen
  readonly refundNo: string | null
}

/** Sums over all rows. They can be made again from the rows by anyone. */
export interface StatementSums {
  readonly orders: number
  readonly pieces: number
  readonly paidFen: Fen
  readonly dueFen: Fen
  readonly refundFen: Fen
}

/** The public settlement statement without its rows, which follow in pages. */
export interface Statement {
  readonly dealId: DealId
  readonly name: string
  readonly ladder: Ladder
  readonly people: number
  /** 0 is the base price. */
  readonly step: number
  readonly finalPriceFen: Fen | null
  readonly countedAt: Instant
  readonly settledAt: Instant
  readonly sums: StatementSums
  /** SHA-256 over all rows as `statementText` writes them: a later change could not stay hidden. */
  readonly digest: string
  readonly pages: number
}

/** Rows a page of the statement. */
export const STATEMENT_PAGE = 100

/** `people` = distinct members with an order paid and not refunded at the close. */
export function countPeople(joins: readonly Pick<PaidJoin, 'memberId'>[]): number {
  return new Set(joins.map((join) => join.memberId)).size
}

/** What one order comes down to at the final price. */
export function settleJoin(
  join: Omit<PaidJoin, 'memberId'>,
  finalPriceFen: Fen | null,
  refundNo: (orderId: OrderId) => string,
): StatementRow {
  const paidFen = times(join.unitFen, join.quantity)
  const due = dueFen(join.unitFen, join.quantity, finalPriceFen)
  const refundFen = subtract(paidFen, due)
  return {
    orderId: join.orderId,
    alias: join.alias,
    quantity: join.quantity,
    paidFen,
    dueFen: due,
    refundFen,
    refundNo: refundFen > 0 ? refundNo(join.orderId) : null,
  }
}

/** Adds the rows up. The phone does the same with what it was sent, and compares. */
export function sumRows(
  rows: readonly Pick<StatementRow, 'quantity' | 'paidFen' | 'dueFen' | 'refundFen'>[],
): StatementSums {
  return {
    orders: rows.length,
    pieces: rows.reduce((sum, row) => sum + row.quantity, 0),
    paidFen: add(...rows.map((row) => row.paidFen)),
    dueFen: add(...rows.map((row) => row.dueFen)),
    refundFen: add(...rows.map((row) => row.refundFen)),
  }
}

/** A row as it goes into the statement's digest, one line each. */
export function statementText(
  row: Pick<StatementRow, 'alias' | 'quantity' | 'paidFen' | 'dueFen' | 'refundFen' | 'refundNo'>,
): string {
  const { alias, quantity, paidFen, dueFen, refundFen, refundNo } = row
  return [alias, quantity, paidFen, dueFen, refundFen, refundNo ?? '-'].join(',')
}

/**
 * The most that may have to go back if the ladder ends as low as it can: what an operator keeps
 * aside while it runs. A refund-all ladder may always fall below its first step again, because
 * people may leave until the close: then that is everything.
 */
export function worstRefund(
  ladder: Ladder,
  joins: readonly Pick<PaidJoin, 'quantity' | 'unitFen'>[],
): Fen {
  const floor = ladder.belowFirstStep === 'refund-all' ? null : lowestStep(ladder).priceFen
  return add(
    ...joins.map(({ unitFen, quantity }) =>
      subtract(times(unitFen, quantity), dueFen(unitFen, quantity, floor)),
    ),
  )
}
