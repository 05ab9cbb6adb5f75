import { keptGoodsFen, piecesGranted, type AskedPieces } from '../aftersale/afterSale'
import { NOTHING, type Fen } from '../money'
import { isKept, receivedAt, type Order } from '../orders/order'
import { MOST_POINTS, type Earning, type PointsEntry, type PointsKind } from './account'
import type { Posting } from './ledger'

/** What an order should have moved in the ledger at this moment. */
export interface PointsDue {
  readonly spent: number
  readonly earned: number
}

/** What points are reckoned from. */
type PaidWith = Pick<
  Order,
  'status' | 'story' | 'receipt' | 'earning' | 'afterSales' | 'payment' | 'refunds'
>

/** The whole of a rate in basis points. */
const WHOLE = BigInt(10_000)

/** Points of an order whose rule is gone are good for a year. */
const USUAL_MONTHS = 12

/** Of a line's points, those that come back with its first `pieces`: shares that always add up. */
export function pointsBack(
  { points, quantity }: { readonly points: number; readonly quantity: number },
  pieces: number,
): number {
  const each = Math.floor(points / quantity)
  return each * pieces + Math.min(pieces, points % quantity)
}

/** Points that would come back for pieces, before anything is asked; the phone shows it. */
export function previewPointsBack(
  order: Pick<Order, 'receipt' | 'afterSales'>,
  pieces: readonly AskedPieces[],
): number {
  return pieces.reduce((sum, { line: index, quantity }) => {
    const line = order.receipt.lines[index]
    const granted = piecesGranted(order, index)
    return line ? sum + pointsBack(line, granted + quantity) - pointsBack(line, granted) : sum
  }, 0)
}

/** What money that was kept earns: whole yuan times the rates, rounded down. */
export function earnedBy({ perYuan, levelBps, dayBps }: Earning, keptFen: Fen): number {
  const yuan = BigInt(Math.floor(keptFen / 100))
  const points = (yuan * BigInt(perYuan) * BigInt(levelBps) * BigInt(dayBps)) / (WHOLE * WHOLE)
  return Math.min(MOST_POINTS, Number(points))
}

/** Points that an order was placed with. */
export function pointsOf({ receipt }: Pick<Order, 'receipt'>): number {
  return receipt.lines.reduce((sum, { points }) => sum + points, 0)
}

/** Whether an order can have moved any points, so that its ledger is worth a look. */
export function movesPoints(order: Order): boolean {
  return pointsOf(order) > 0 || (order.earning !== null && isReceived(order))
}

const isReceived = (order: Pick<Order, 'story'>): boolean => receivedAt(order) !== undefined

/**
 * What an order should have spent and earned as it stands: it spends the points of all pieces that
 * were not granted back, and earns for the money that the shop keeps, from when it is received.
 */
export function pointsDue(order: PaidWith): PointsDue {
  if (!isKept(order.status)) return { spent: 0, earned: 0 }
  const spent = order.receipt.lines.map(
    (line, index) => line.points - pointsBack(line, piecesGranted(order, index)),
  )
  const earns = order.earning && isReceived(order)
  return {
    spent: spent.reduce((sum, points) => sum + points, 0),
    earned: earns ? earnedBy(order.earning, keptGoodsFen(order)) : 0,
  }
}

/**
 * What is to be posted so that the ledger agrees with the order. Ids count the order's entries, so
 * that two who decide on the same ledger post the same thing once.
 */
export function duePostings(order: Order, entries: readonly PointsEntry[]): readonly Posting[] {
  const { spent, earned } = pointsDue(order)
  const changes: [PointsKind, PointsKind, number][] = [
    ['spend-back', 'spend', -spent - movedBy(entries, ['spend', 'spend-back'])],
    ['earn', 'earn-back', earned - movedBy(entries, ['earn', 'earn-back'])],
  ]
  return changes
    .filter(([, , points]) => points !== 0)
    .map(([more, less, points], index) => ({
      _id: `${order._id}.${entries.length + index + 1}`,
      kind: points > 0 ? more : less,
      points,
      orderId: order._id,
      why: whyOf(order, points > 0 ? more : less),
      months: order.earning?.months ?? USUAL_MONTHS,
    }))
}

const movedBy = (entries: readonly PointsEntry[], kinds: readonly PointsKind[]): number =>
  entries.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { points }) => sum + points, 0)

function whyOf(order: Order, kind: PointsKind): PointsEntry['why'] {
  const [first] = order.receipt.lines
  const goods = { name: first?.product.name ?? '', lines: order.receipt.lines.length }
  if (kind === 'spend' || kind === 'spend-back' || !order.earning) return goods
  const { perYuan, levelBps, levelName, dayBps, dayName } = order.earning
  const keptFen = isKept(order.status) ? keptGoodsFen(order) : NOTHING
  return { ...goods, keptFen, perYuan, levelBps, levelName, dayBps, dayName }
}
