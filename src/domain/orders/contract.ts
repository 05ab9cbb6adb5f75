import * as z from 'zod'
import { action, fenAmount, id, moment, requestId, words } from '../contract'
import { MOST_LINES, MOST_PIECES, type Order, type OrderDeal, type OrderStatus } from './order'
import { MOST_POINTS } from '../points/account'
import type { DeliveryKind } from './delivery'
import type { PriceContext, Receipt } from './receipt'
import type { ProductId, SkuId } from '../ids'
import type { Store } from '../catalog/product'
import type { TeamCard } from '../teams/contract'

const line = z.strictObject({
  productId: id<'product'>(),
  skuId: id<'sku'>(),
  quantity: z.int().min(1).max(MOST_PIECES),
  dealId: id<'deal'>().optional(),
  /** The team to join; without it a team deal opens a new one. */
  teamId: id<'team'>().optional(),
})

/** Points to bring the sum down with, at the most: fewer are used where fewer may be. */
const spendPoints = z.int().min(0).max(MOST_POINTS).optional()

const basket = z.array(line).min(1).max(MOST_LINES)

/** Mainland mobile or landline numbers, digits and dashes. */
const phone = z.string().regex(/^[0-9][0-9-]{5,19}$/, 'not a phone number')

const recipient = { name: words(20).min(1), phone }

const pickUp = z.strictObject({
  kind: z.literal('pick-up'),
  storeId: id<'store'>(),
  ...recipient,
})

const courier = z.strictObject({
  kind: z.literal('courier'),
  ...recipient,
  province: words(20).min(1),
  city: words(20).min(1),
  county: words(20),
  detail: words(100).min(2),
})

const delivery = z.discriminatedUnion('kind', [pickUp, courier])

/** A wish for delivery as the phone sends it. */
export type DeliveryWish = z.output<typeof delivery>

/**
 * An order as its owner sees it: nothing of pools, tasks and requests. The verification code is
 * empty as long as there is nothing to pick up.
 */
export type OrderView = Omit<
  Order,
  | 'memberId'
  | 'holds'
  | 'todo'
  | 'todoAt'
  | 'requests'
  | 'rev'
  | 'joinKey'
  | 'askedAt'
  | 'live'
  | 'attribution'
  | 'commission'
>

/** A line of the order list. */
export interface OrderCard {
  readonly orderId: Order['_id']
  readonly status: OrderStatus
  readonly placedAt: Order['placedAt']
  readonly payBefore: Order['payBefore']
  readonly payableFen: Receipt['payableFen']
  readonly refundedFen: Receipt['payableFen']
  /** Points paid beside the money, and how many of them went back. */
  readonly points: number
  readonly pointsBack: number
  readonly hasCoupon: boolean
  readonly lines: readonly {
    readonly productId: ProductId
    readonly skuId: SkuId
    readonly name: string
    /** Empty when the product has no variants. */
    readonly skuName: string
    readonly quantity: number
    readonly picture: string | null
  }[]
  readonly delivery: DeliveryKind
  /** Whether a request for money back waits for its answer. */
  readonly isAsking: boolean
  readonly deal: OrderDeal | null
}

/** What `wx.requestPayment` wants, as cloudPay.unifiedOrder gives it. */
export interface PaymentParams {
  readonly appId: string
  readonly timeStamp: string
  readonly nonceStr: string
  readonly package: string
  readonly signType: string
  readonly paySign: string
}

/** Orders of a page of the list. */
export const ORDERS_PAGE = 20

const statuses = [
  'unpaid',
  'waiting',
  'paid',
  'shipped',
  'received',
  'done',
  'cancelled',
  'expired',
  'refunding',
  'refunded',
] as const satisfies readonly OrderStatus[]

/** What a basket may name that is not there. */
const unknown = [
  'shop_unknown',
  'product_unknown',
  'sku_unknown',
  'deal_unknown',
  'team_unknown',
] as const

/** Who may not buy in a deal, or not at this time. */
const untimely = [
  'audience_other',
  'newcomers_only',
  'team_joined',
  'prize_unwon',
  'deal_unstarted',
  'deal_over',
  'deal_off',
  'team_over',
] as const

/** From the basket to the money's way back. */
export const ordersContract = {
  /**
   * Prices a basket as it stands now, and tells what the shopper may choose and what the price
   * depends on: the phone can say what another way of delivery, another coupon (`couponChoices`) or
   * more points come to. The context has the coupon and the points that the receipt was made with.
   */
  'orders.quote': action({
    input: z.strictObject({
      lines: basket,
      delivery: z.enum(['pick-up', 'courier']),
      /** Left out: the coupon that makes it cheapest; null: none. */
      couponId: id<'coupon'>().nullable().optional(),
      spendPoints,
    }),
    output: z.custom<{
      receipt: Receipt
      stores: readonly Store[]
      context: Omit<PriceContext, 'delivery' | 'now'>
    }>(),
    fails: ['deal_mixed', ...unknown, ...untimely, 'team_full', 'stock_short'],
  }),
  /**
   * Turns the basket into an order. Safe to repeat: one `requestId`, one order. An order that comes
   * to nothing is paid at once.
   */
  'orders.place': action({
    input: z.strictObject({
      requestId,
      lines: basket,
      delivery,
      note: words(100).optional(),
      /** None when it is left out: what the shopper saw is what is used. */
      couponId: id<'coupon'>().nullable().optional(),
      spendPoints,
      /** The live session whose page it is placed from. */
      liveId: id<'live'>().optional(),
      /** What the shopper saw. The cloud prices again and refuses to charge another sum. */
      payableFen: fenAmount,
    }),
    output: z.object({ orderId: id<'order'>(), payBefore: moment, payableFen: fenAmount }),
    fails: [
      'deal_mixed',
      'request_reused',
      'unpaid_many',
      ...unknown,
      'store_unknown',
      'coupon_unknown',
      'live_unknown',
      'coupon_cannot',
      ...untimely,
      'member_limit',
      'points_short',
      'team_full',
      'stock_short',
      'price_changed',
      'busy',
    ],
  }),
  /** Opens the payment at WeChat Pay. Safe to repeat: the gateway knows the order by its number. */
  'orders.pay': action({
    input: z.strictObject({ orderId: id<'order'>() }),
    output: z.custom<{ payment: PaymentParams }>(),
    fails: ['order_unknown', 'order_cannot', 'newcomers_only', 'payment_refused'],
  }),
  /** Asks the gateway at once, so that a paid order need not wait for WeChat's notice. */
  'orders.checkPayment': action({
    input: z.strictObject({ orderId: id<'order'>() }),
    output: z.custom<{ order: OrderView }>(),
    fails: ['order_unknown', 'busy'],
  }),
  /** One order, with the store where it is picked up and the team that it is in. */
  'orders.see': action({
    input: z.strictObject({ orderId: id<'order'>() }),
    output: z.custom<{ order: OrderView; store: Store | null; team: TeamCard | null }>(),
    fails: ['order_unknown'],
  }),
  /** The member's orders, newest first; `before` is the `placedAt` of the last one seen. */
  'orders.list': action({
    input: z.strictObject({
      /** All of them when left out. */
      statuses: z.array(z.enum(statuses)).min(1).max(statuses.length).optional(),
      /** Only those with a request for money back, whatever became of it. */
      afterSale: z.literal(true).optional(),
      before: moment.optional(),
    }),
    output: z.custom<{ orders: readonly OrderCard[]; more: boolean }>(),
    fails: [],
  }),
  /** Ends an unpaid order. What was held for it goes back. */
  'orders.cancel': action({
    input: z.strictObject({ requestId, orderId: id<'order'>() }),
    output: z.custom<{ order: OrderView }>(),
    fails: ['request_reused', 'order_unknown', 'order_cannot', 'busy'],
  }),
  /** The parcel arrived. Safe to repeat. */
  'orders.receive': action({
    input: z.strictObject({ requestId, orderId: id<'order'>() }),
    output: z.custom<{ order: OrderView }>(),
    fails: ['request_reused', 'order_unknown', 'order_cannot', 'busy'],
  }),
  /** Asks for all the money back, before the group is decided or the goods are handed out. */
  'orders.refund': action({
    input: z.strictObject({ requestId, orderId: id<'order'>() }),
    output: z.custom<{ order: OrderView }>(),
    fails: ['request_reused', 'order_unknown', 'order_cannot', 'deal_over', 'busy'],
  }),
}
