import { fail, type Failure } from '../failure'
import type { FileId } from '../ids'
import type { Moves } from '../moves'
import { add, fen, NOTHING, split, subtract, type Fen } from '../money'
import { keptFen, receivedAt, type Order } from '../orders/order'
import { lineFreightFen, lineGoodsFen } from '../orders/receipt'
import { AFTER_SALE_WINDOW } from '../orders/delivery'
import { after, type Instant } from '../time'

/** Where a request for money back stands, and what moves it. */
export type AfterSaleStatus = 'requested' | 'approved' | 'refused' | 'withdrawn'
export type AfterSaleEvent = 'approve' | 'refuse' | 'withdraw'

/** The life of a request. What was answered stands; a refused one may be asked anew. */
export const afterSaleMoves: Moves<AfterSaleStatus, AfterSaleEvent> = {
  requested: { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' },
  approved: {},
  refused: {},
  withdrawn: {},
}

/** A request in one of these states was answered by staff. */
export const answeredStatuses = ['approved', 'refused'] as const satisfies AfterSaleStatus[]

/** Whether staff answered a request. */
export function isAnswered({ status }: Pick<AfterSale, 'status'>): boolean {
  return answeredStatuses.some((answered) => answered === status)
}

/** Why a shopper asks for money back. */
export const afterSaleReasons = [
  'quality',
  'wrong',
  'missing',
  'late',
  'unwanted',
  'other',
] as const
export type AfterSaleReason = (typeof afterSaleReasons)[number]

/** Pieces of a line of the order, by its place on the receipt. */
export interface AskedPieces {
  readonly line: number
  readonly quantity: number
}

/** Pieces with what was charged for them. */
export interface AfterSalePieces extends AskedPieces {
  readonly amountFen: Fen
}

/** 售后: a request for money back for some pieces of an order. */
export interface AfterSale {
  /** 1, 2, 3 … within the order. */
  readonly no: number
  readonly pieces: readonly AfterSalePieces[]
  readonly reason: AfterSaleReason
  readonly words: string
  readonly pictures: readonly FileId[]
  readonly status: AfterSaleStatus
  readonly requestedAt: Instant
  readonly answeredAt: Instant | null
  /** What staff said to it. */
  readonly answer: string
  /** What goes back when it is granted, without freight. */
  readonly goodsFen: Fen
  /** Freight that goes back too: all of it, when nothing of an unshipped order is left. */
  readonly freightFen: Fen
}

/** Requests an order may have: WeChat Pay takes 50 refunds of a payment, and others come too. */
export const MOST_AFTER_SALES = 20

/** Pictures a request may show. */
export const MOST_PICTURES = 6

const counts = ({ status }: AfterSale): boolean => status === 'requested' || status === 'approved'

/** Pieces of a line that were asked back, refused and withdrawn requests left out. */
function askedOf(order: Pick<Order, 'afterSales'>, line: number): AfterSalePieces[] {
  return order.afterSales
    .filter(counts)
    .flatMap(({ pieces }) => pieces.filter((asked) => asked.line === line))
}

/** How many pieces of a line can still be asked back. */
export function piecesLeft(order: Pick<Order, 'receipt' | 'afterSales'>, line: number): number {
  const bought = order.receipt.lines[line]?.quantity ?? 0
  return askedOf(order, line).reduce((left, { quantity }) => left - quantity, bought)
}

/** What the shop keeps for a line's goods: what was charged, less what a ladder gave back. */
export function lineKeptFen(order: Pick<Order, 'receipt' | 'deal'>, line: number): Fen {
  const priced = order.receipt.lines[line]
  if (!priced) return NOTHING
  if (order.deal?.kind === 'ladder' && order.deal.settled) return order.deal.settled.dueFen
  return lineGoodsFen(priced)
}

/**
 * What goes back for pieces of a line: their share of what earlier requests left of its money. All
 * requests of a line together come to exactly what its goods cost, however they were cut and
 * whatever was refused in between.
 */
function dueBack(order: Pick<Order, 'receipt' | 'deal' | 'afterSales'>, asked: AskedPieces): Fen {
  const { line, quantity } = asked
  const promisedFen = add(...askedOf(order, line).map(({ amountFen }) => amountFen))
  const leftFen = subtract(lineKeptFen(order, line), promisedFen)
  const shares = split(
    leftFen,
    Array.from({ length: piecesLeft(order, line) }, () => 1),
  )
  return add(...shares.slice(0, quantity))
}

/** Statuses in which money can be asked back piece by piece. */
const askable: readonly Order['status'][] = ['paid', 'shipped', 'received']

/** What a shopper writes into a request. */
export type AfterSaleWish = Pick<AfterSale, 'reason' | 'words' | 'pictures'> & {
  readonly pieces: readonly AskedPieces[]
}

/** What a wish for money back is refused for. */
export type AfterSaleRefusal = Failure<'order_cannot' | 'after_sale_over' | 'pieces_short'>

/** Until when money can be asked back; undefined while the goods are not received. */
export function afterSaleBefore(order: Pick<Order, 'story'>): Instant | undefined {
  const from = receivedAt(order)
  return from === undefined ? undefined : after(from, AFTER_SALE_WINDOW)
}

/** Whether, and why not, money can be asked back for anything of an order at all. */
export function afterSaleClosed(
  order: Pick<Order, 'status' | 'story' | 'afterSales'>,
  now: Instant,
): Failure<'order_cannot' | 'after_sale_over'> | undefined {
  const before = afterSaleBefore(order)
  if (order.status === 'done' || (before !== undefined && now >= before)) {
    return fail('after_sale_over')
  }
  const isFull = order.afterSales.length >= MOST_AFTER_SALES
  if (askable.includes(order.status) && !isFull) return undefined
  return fail('order_cannot', { event: 'ask', status: order.status })
}

/** What would come back for pieces, before anything is asked; the phone shows it. */
export function previewBack(
  order: Pick<Order, 'receipt' | 'deal' | 'afterSales'>,
  pieces: readonly AskedPieces[],
): Fen {
  return add(...pieces.map((asked) => dueBack(order, asked)))
}

/** Asks money back for pieces of an order. */
export function requestAfterSale(
  order: Order,
  wish: AfterSaleWish,
  now: Instant,
): Order | AfterSaleRefusal {
  const closed = afterSaleClosed(order, now)
  if (closed) return closed
  for (const { line, quantity } of wish.pieces) {
    const left = piecesLeft(order, line)
    if (quantity > left) return fail('pieces_short', { line, left })
  }
  const pieces = wish.pieces.map((asked) => ({ ...asked, amountFen: dueBack(order, asked) }))
  const asked: AfterSale = {
    ...wish,
    no: order.afterSales.length + 1,
    pieces,
    status: 'requested',
    requestedAt: now,
    answeredAt: null,
    answer: '',
    goodsFen: add(...pieces.map(({ amountFen }) => amountFen)),
    freightFen: NOTHING,
  }
  return withRequests(order, [...order.afterSales, asked])
}

/** The request of that number, if it may still be moved so. */
export function movable(
  order: Pick<Order, 'afterSales'>,
  no: number,
  event: AfterSaleEvent,
): AfterSale | Failure<'after_sale_unknown' | 'after_sale_cannot'> {
  const asked = order.afterSales.find((one) => one.no === no)
  if (!asked) return fail('after_sale_unknown')
  if (!afterSaleMoves[asked.status][event]) {
    return fail('after_sale_cannot', { status: asked.status })
  }
  return asked
}

/** Puts a request back among the others. */
export function withAfterSale(order: Order, changed: AfterSale): Order {
  return withRequests(
    order,
    order.afterSales.map((one) => (one.no === changed.no ? changed : one)),
  )
}

function withRequests(order: Order, afterSales: readonly AfterSale[]): Order {
  const waiting = afterSales.filter(({ status }) => status === 'requested')
  const askedAt = waiting[0]?.requestedAt ?? null
  return { ...order, afterSales, askedAt }
}

/** Where everything goes back, requests for a part of it have nothing left to ask. */
export function withoutRequests(order: Order, now: Instant): Order {
  if (order.askedAt === null) return order
  return withRequests(
    order,
    order.afterSales.map((asked) =>
      asked.status === 'requested' ? { ...asked, status: 'withdrawn', answeredAt: now } : asked,
    ),
  )
}

/** Pieces of a line that were granted back. */
function grantedOf({ afterSales }: Pick<Order, 'afterSales'>, line: number): AfterSalePieces[] {
  return afterSales
    .filter(({ status }) => status === 'approved')
    .flatMap(({ pieces }) => pieces.filter((asked) => asked.line === line))
}

/** How many pieces of a line were granted back: they are not to be handed out. */
export function piecesGranted(order: Pick<Order, 'afterSales'>, line: number): number {
  return grantedOf(order, line).reduce((sum, { quantity }) => sum + quantity, 0)
}

/** What went back, or is on its way back, for pieces of a line that were granted. */
export function grantedFen(order: Pick<Order, 'afterSales'>, line: number): Fen {
  return add(...grantedOf(order, line).map(({ amountFen }) => amountFen))
}

/** Whether every piece of an order was granted back. */
export function nothingLeft(order: Pick<Order, 'receipt' | 'afterSales'>): boolean {
  return order.receipt.lines.every(({ quantity }, line) => piecesGranted(order, line) >= quantity)
}

/** The freight of a whole order. */
export function freightOf(order: Pick<Order, 'receipt'>): Fen {
  return add(...order.receipt.lines.map(lineFreightFen))
}

/** What the shop keeps of an order for its goods: freight, and money that went back, left out. */
export function keptGoodsFen(order: Pick<Order, 'receipt' | 'payment' | 'refunds'>): Fen {
  const goodsFen = keptFen(order) - freightOf(order)
  return goodsFen > 0 ? fen(goodsFen) : NOTHING
}
