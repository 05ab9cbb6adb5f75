import * as z from 'zod'
import { action, fenAmount, id, moment, requestId, words } from '../contract'
import { MOST_LINES, MOST_PIECES, type Order, type OrderStatus } from './order'
import type { Receipt } from './receipt'
import type { Store } from '../catalog/product'

const line = z.strictObject({
  productId: id<'product'>(),
  skuId: id<'sku'>(),
  quantity: z.int().min(1).max(MOST_PIECES),
  dealId: id<'deal'>().optional(),
})

const basket = z.array(line).min(1).max(MOST_LINES)

/** Mainland mobile or landline numbers, digits and dashes. */
const phone = z.string().regex(/^[0-9][0-9-]{5,19}$/, 'not a phone number')

const pickUp = z.strictObject({
  kind: z.literal('pick-up'),
  storeId: id<'store'>(),
  name: words(20).min(1),
  phone,
})

/** An order as its owner sees it: nothing of pools, tasks and requests. */
export type OrderView = Omit<
  Order,
  'memberId' | 'holds' | 'todo' | 'todoAt' | 'requests' | 'rev' | 'joinKey'
>

/** A line of the order list. */
export interface OrderCard {
  readonly orderId: Order['_id']
  readonly status: OrderStatus
  readonly placedAt: Order['placedAt']
  readonly payBefore: Order['payBefore']
  readonly payableFen: Receipt['payableFen']
  readonly refundedFen: Receipt['payableFen']
  readonly lines: readonly {
    readonly name: string
    /** Empty when the product has no variants. */
    readonly skuName: string
    readonly quantity: number
    readonly picture: string | null
  }[]
  readonly deal: { readonly id: string; readonly endsAt: number; readonly settled: boolean } | null
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

const statuses = ['unpaid', 'paid', 'cancelled', 'expired', 'refunding', 'refunded'] as const

/** From the basket to the money's way back. */
export const ordersContract = {
  /** Prices a basket as it stands now, and tells what the shopper may choose. */
  'orders.quote': action({
    input: z.strictObject({ lines: basket }),
    output: z.custom<{ receipt: Receipt; stores: readonly Store[] }>(),
    fails: [
      'deal_mixed',
      'shop_unknown',
      'product_unknown',
      'sku_unknown',
      'deal_unknown',
      'deal_unstarted',
      'deal_over',
      'stock_short',
    ],
  }),
  /** Turns the basket into an order. Safe to repeat: one `requestId`, one order. */
  'orders.place': action({
    input: z.strictObject({
      requestId,
      lines: basket,
      delivery: pickUp,
      note: words(100).optional(),
      /** What the shopper saw. The cloud prices again and refuses to charge another sum. */
      payableFen: fenAmount,
    }),
    output: z.object({ orderId: id<'order'>(), payBefore: moment, payableFen: fenAmount }),
    fails: [
      'deal_mixed',
      'request_reused',
      'shop_unknown',
      'product_unknown',
      'sku_unknown',
      'deal_unknown',
      'store_unknown',
      'deal_unstarted',
      'deal_over',
      'member_limit',
      'stock_short',
      'price_changed',
      'busy',
    ],
  }),
  /** Opens the payment at WeChat Pay. Safe to repeat: the gateway knows the order by its number. */
  'orders.pay': action({
    input: z.strictObject({ orderId: id<'order'>() }),
    output: z.custom<{ payment: PaymentParams }>(),
    fails: ['order_unknown', 'order_cannot', 'payment_refused'],
  }),
  /** Asks the gateway at once, so that a paid order need not wait for WeChat's notice. */
  'orders.checkPayment': action({
    input: z.strictObject({ orderId: id<'order'>() }),
    output: z.custom<{ order: OrderView }>(),
    fails: ['order_unknown', 'busy'],
  }),
  'orders.see': action({
    input: z.strictObject({ orderId: id<'order'>() }),
    output: z.custom<{ order: OrderView; store: Store | null }>(),
    fails: ['order_unknown'],
  }),
  /** The member's orders, newest first; `before` is the `placedAt` of the last one seen. */
  'orders.list': action({
    input: z.strictObject({ status: z.enum(statuses).optional(), before: moment.optional() }),
    output: z.custom<{ orders: readonly OrderCard[]; more: boolean }>(),
    fails: [],
  }),
  /** Ends an unpaid order. What was held for it goes back. */
  'orders.cancel': action({
    input: z.strictObject({ requestId, orderId: id<'order'>() }),
    output: z.custom<{ order: OrderView }>(),
    fails: ['request_reused', 'order_unknown', 'order_cannot', 'busy'],
  }),
  /** Asks for all the money back: before the deal's close, or before the goods are picked up. */
  'orders.refund': action({
    input: z.strictObject({ requestId, orderId: id<'order'>() }),
    output: z.custom<{ order: OrderView }>(),
    fails: ['request_reused', 'order_unknown', 'order_cannot', 'deal_over', 'busy'],
  }),
}
