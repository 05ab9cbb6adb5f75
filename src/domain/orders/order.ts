import { fail, type Failure } from '../failure'
import type { Hold } from '../holds/hold'
import type { DealId, MemberId, OrderId, StoreId } from '../ids'
import type { Fen } from '../money'
import type { Moves } from '../moves'
import { MINUTE, type Duration, type Instant } from '../time'
import type { Receipt } from './receipt'
import type { Refund } from './refund'

/** Where an order stands, and what moves it. */
export type OrderStatus = 'unpaid' | 'paid' | 'cancelled' | 'expired' | 'refunding' | 'refunded'
export type OrderEvent = 'pay' | 'cancel' | 'expire' | 'refund' | 'settle' | 'repay'

/**
 * The life of an order.
 * settle: the ladder closed and the difference goes back; the order itself stays paid.
 * repay: WeChat confirmed that all the money went back.
 */
export const orderMoves: Moves<OrderStatus, OrderEvent> = {
  unpaid: { pay: 'paid', cancel: 'cancelled', expire: 'expired' },
  paid: { refund: 'refunding', settle: 'paid' },
  // WeChat may report a payment after the order ended. The money goes back; it is never lost.
  cancelled: { pay: 'refunding' },
  expired: { pay: 'refunding' },
  refunding: { repay: 'refunded' },
  refunded: {},
}

/** How long a shopper has to pay. */
export const PAY_WINDOW = (15 * MINUTE) as Duration

/** Lines an order may have. */
export const MOST_LINES = 20

/** Pieces a line may ask for. */
export const MOST_PIECES = 99

/** What is left to do after the order moved. Each is idempotent and tried until it is done. */
export type Task =
  | { readonly task: 'join' }
  | { readonly task: 'release' }
  | { readonly task: 'refund'; readonly refundNo: string }

/** One dated line of the order's story. */
export interface OrderMoment {
  readonly event: 'place' | OrderEvent
  readonly at: Instant
}

/** What the gateway confirmed. */
export interface Payment {
  readonly transactionId: string
  readonly paidFen: Fen
  readonly paidAt: Instant
}

/** Where and to whom the goods go. */
export interface PickUp {
  readonly kind: 'pick-up'
  readonly storeId: StoreId
  readonly storeName: string
  readonly name: string
  readonly phone: string
}

/** The group-buy that the order belongs to. */
export interface OrderDeal {
  readonly id: DealId
  readonly endsAt: Instant
  /** How the member is called in public. */
  readonly alias: string
  readonly unitFen: Fen
  /** Set when the deal closed: what the order came down to. */
  readonly settled: { readonly dueFen: Fen; readonly finalPriceFen: Fen | null } | null
}

/** An order: the one document that decides; holds, people and refunds follow from it. */
export interface Order {
  readonly _id: OrderId
  readonly memberId: MemberId
  readonly status: OrderStatus
  readonly placedAt: Instant
  readonly payBefore: Instant
  readonly receipt: Receipt
  readonly delivery: PickUp
  readonly note: string
  readonly deal: OrderDeal | null
  /** The same for all orders of a member in a deal; its own id for an order without one. */
  readonly joinKey: string
  readonly holds: readonly Hold[]
  readonly payment: Payment | null
  readonly refunds: readonly Refund[]
  readonly story: readonly OrderMoment[]
  readonly todo: readonly Task[]
  /** When the sweep looks at the todo again; null when nothing is left to do. */
  readonly todoAt: Instant | null
  /** What was asked under which request ids, so that a repeat is known from another wish. */
  readonly requests: Readonly<Record<string, string>>
  /** Counts the writes: a write goes through only if nobody else wrote since it was read. */
  readonly rev: number
}

/** Moves an order, or says that it can't be moved so from where it stands. */
export function moveOrder(
  order: Order,
  event: OrderEvent,
  now: Instant,
): Order | Failure<'order_cannot'> {
  const status = orderMoves[order.status][event]
  if (!status) return fail('order_cannot', { event, status: order.status })
  return { ...order, status, story: [...order.story, { event, at: now }] }
}

/** Adds tasks to what is left to do, to be tried at once. */
export function withTodo(order: Order, tasks: readonly Task[], now: Instant): Order {
  return tasks.length === 0 ? order : { ...order, todo: [...order.todo, ...tasks], todoAt: now }
}

/** Money that came in and was not sent back or on its way back. */
export function keptFen(order: Pick<Order, 'payment' | 'refunds'>): Fen {
  const back = order.refunds.reduce((sum, refund) => sum + refund.amountFen, 0)
  return ((order.payment?.paidFen ?? 0) - back) as Fen
}
