import type { AfterSale } from '../aftersale/afterSale'
import type { Attribution } from '../attribution/attribution'
import type { OrderCommission } from '../commission/terms'
import type { LiveOrder } from '../live/session'
import { fail, hasFailed, type Failure } from '../failure'
import type { OrderGift } from '../coupons/coupon'
import type { Hold } from '../holds/hold'
import type { CouponId, DealId, MemberId, OrderId, TeamId } from '../ids'
import type { MessageKind } from '../messages/wallet'
import type { Fen } from '../money'
import type { Moves } from '../moves'
import type { Earning } from '../points/account'
import { MINUTE, type Duration, type Instant } from '../time'
import type { Delivery } from './delivery'
import type { Receipt } from './receipt'
import type { Refund } from './refund'

/** Where an order stands. */
export type OrderStatus =
  | 'unpaid'
  /** Paid, and its group is not decided yet. */
  | 'waiting'
  /** Paid, and to be shipped or picked up. */
  | 'paid'
  | 'shipped'
  | 'received'
  /** Received, and the time to ask for money back is over. */
  | 'done'
  | 'cancelled'
  | 'expired'
  | 'refunding'
  | 'refunded'

/** What moves an order. */
export type OrderEvent =
  | 'pay'
  | 'join'
  | 'settle'
  | 'form'
  | 'ship'
  | 'verify'
  | 'receive'
  | 'finish'
  | 'cancel'
  | 'expire'
  | 'refund'
  | 'repay'

/**
 * The life of an order.
 * pay: the money came in; join: it came in for a group that is still to be decided.
 * settle: the ladder closed; form: the team is complete. The goods are handed out from then on.
 * verify: picked up at the counter by its code; receive: the parcel arrived.
 * refund: all that is left goes back; repay: WeChat confirmed that it did.
 */
export const orderMoves: Moves<OrderStatus, OrderEvent> = {
  unpaid: { pay: 'paid', join: 'waiting', cancel: 'cancelled', expire: 'expired' },
  waiting: { settle: 'paid', form: 'paid', refund: 'refunding' },
  paid: { ship: 'shipped', verify: 'received', refund: 'refunding' },
  shipped: { receive: 'received', refund: 'refunding' },
  received: { finish: 'done', refund: 'refunding' },
  done: {},
  // WeChat may report a payment after the order ended. The money goes back; it is never lost.
  cancelled: { pay: 'refunding', join: 'refunding' },
  expired: { pay: 'refunding', join: 'refunding' },
  refunding: { repay: 'refunded' },
  refunded: {},
}

/** Statuses in which the shop keeps money for goods: such an order makes a member a customer. */
export const keptStatuses = ['waiting', 'paid', 'shipped', 'received', 'done'] as const

/** Whether the shop keeps an order's money, for goods handed out or to be handed out. */
export function isKept(status: OrderStatus): boolean {
  return keptStatuses.some((kept) => kept === status)
}

/** How long a shopper has to pay, where a deal does not say otherwise. */
export const PAY_WINDOW = (15 * MINUTE) as Duration

/** Lines an order may have. */
export const MOST_LINES = 20

/** Pieces a line may ask for. */
export const MOST_PIECES = 99

/** What a member may hear of an order by message. */
export type OrderNews = Extract<MessageKind, 'orderShipped' | 'teamFormed'>

/** What is left to do after the order moved. Each is idempotent and tried until it is done. */
export type Task =
  /** Takes the paid order into its ladder or team. */
  | { readonly task: 'join' }
  /** Lets go of what an order that ended holds. */
  | { readonly task: 'release' }
  /** Brings pieces of an after-sale request back to where they were taken. */
  | { readonly task: 'restock'; readonly mark: string; readonly holds: readonly Hold[] }
  | { readonly task: 'refund'; readonly refundNo: string }
  /** Tells WeChat that the goods are handed out, or the money stays frozen. */
  | { readonly task: 'report' }
  /** Reckons the member's level and figures anew. */
  | { readonly task: 'reckon' }
  /** Tells the member, if they allow it. */
  | { readonly task: 'tell'; readonly news: OrderNews }
  /**
   * Brings coupon, points and gifts in line with where the order stands; `rev` tells the decision
   * that left it from earlier ones, which may be at their own right now.
   */
  | { readonly task: 'benefits'; readonly rev: number }
  /** Brings commission in line with where the order stands, likewise. */
  | { readonly task: 'commission'; readonly rev: number }

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

/** The ladder that the order belongs to. */
export interface LadderOrder {
  readonly kind: 'ladder'
  readonly id: DealId
  readonly endsAt: Instant
  /** How the member is called in public. */
  readonly alias: string
  /** What a piece cost when it was paid. */
  readonly unitFen: Fen
  readonly settled: { readonly dueFen: Fen; readonly finalPriceFen: Fen | null } | null
}

/** The team that the order opens or joins. */
export interface TeamOrder {
  readonly kind: 'team'
  readonly id: DealId
  readonly teamId: TeamId
  /** Opened it: the team lives from this order's payment on. */
  readonly opens: boolean
  /** How the member is called in public. */
  readonly alias: string
  /** 老带新: only who never bought here may join with it. */
  readonly newcomersOnly: boolean
}

/** The session of a flash sale that the order bought in. */
export interface FlashOrder {
  readonly kind: 'flash'
  readonly id: DealId
}

/** Something of the points mall. */
export interface MallOrder {
  readonly kind: 'mall'
  readonly id: DealId
}

/** Something that was bought at its price in a live session. */
export interface LiveDealOrder {
  readonly kind: 'live'
  readonly id: DealId
}

/** A prize of a lottery. */
export interface PrizeOrder {
  readonly kind: 'prize'
  readonly id: DealId
}

/** The deal that the order belongs to. */
export type OrderDeal =
  LadderOrder | TeamOrder | FlashOrder | MallOrder | LiveDealOrder | PrizeOrder

/** An order with everything that happened to it and everything that is left to do. */
export interface Order {
  readonly _id: OrderId
  readonly memberId: MemberId
  readonly status: OrderStatus
  readonly placedAt: Instant
  readonly payBefore: Instant
  readonly receipt: Receipt
  readonly delivery: Delivery
  readonly note: string
  readonly deal: OrderDeal | null
  /** The coupon that it was placed with. */
  readonly couponId: CouponId | null
  /** What it earns by; null where the shop gives no points. */
  readonly earning: Earning | null
  /** Coupons that come with it once it is received, as the shop promised when it was placed. */
  readonly gifts: readonly OrderGift[]
  /** The live session that it was placed in. */
  readonly live: LiveOrder | null
  /** Whom it is credited to, and why. */
  readonly attribution: Attribution
  /** What it is shared by, and what was shared so far; null in a shop that shares nothing. */
  readonly commission: OrderCommission | null
  /** The same for all orders of a member in a deal; its own id for an order without one. */
  readonly joinKey: string
  readonly holds: readonly Hold[]
  readonly payment: Payment | null
  readonly refunds: readonly Refund[]
  readonly afterSales: readonly AfterSale[]
  /** When the oldest request was made that waits for its answer; null when none does. */
  readonly askedAt: Instant | null
  readonly story: readonly OrderMoment[]
  /** When time alone moves it on: a parcel counts as received, a received order as done. */
  readonly movesAt: Instant | null
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

/** Ends an order whose money goes back, once all of it is back; nothing paid needs no refund. */
export function repayIfAllBack(order: Order, now: Instant): Order {
  if (order.status !== 'refunding') return order
  if (!order.refunds.every((refund) => refund.status === 'succeeded')) return order
  const repaid = moveOrder(order, 'repay', now)
  return hasFailed(repaid) ? order : repaid
}

/** Adds tasks to what is left to do, to be tried at once. */
export function withTodo(order: Order, tasks: readonly Task[], now: Instant): Order {
  return tasks.length === 0 ? order : { ...order, todo: [...order.todo, ...tasks], todoAt: now }
}

/** When something last happened to an order; undefined when it never did. */
export function momentOf(order: Pick<Order, 'story'>, event: OrderEvent): Instant | undefined {
  return order.story.filter((moment) => moment.event === event).pop()?.at
}

/** When an order was received, as a parcel or at the counter; undefined before. */
export function receivedAt(order: Pick<Order, 'story'>): Instant | undefined {
  return momentOf(order, 'receive') ?? momentOf(order, 'verify')
}

/** Money that came in and was not sent back or on its way back. */
export function keptFen(order: Pick<Order, 'payment' | 'refunds'>): Fen {
  const back = order.refunds.reduce((sum, refund) => sum + refund.amountFen, 0)
  return ((order.payment?.paidFen ?? 0) - back) as Fen
}
