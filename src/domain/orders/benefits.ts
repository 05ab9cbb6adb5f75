import { keptGoodsFen } from '../aftersale/afterSale'
import type { OrderGift } from '../coupons/coupon'
import { pointsOf } from '../points/dues'
import type { Instant } from '../time'
import { receivedAt, withTodo, type Order } from './order'

const isReceived = (order: Pick<Order, 'story'>): boolean => receivedAt(order) !== undefined

/** Whether an order was brought down with what its member had: a coupon, points. */
const spends = (order: Order): boolean => order.couponId !== null || pointsOf(order) > 0

/** Whether an order brings its member something once it is received: points, coupons. */
const gives = ({ earning, gifts }: Order): boolean => earning !== null || gifts.length > 0

/** Whether a coupon that an order was placed with goes back to its owner: with the last money. */
export function givesCouponBack({ status }: Pick<Order, 'status'>): boolean {
  return status === 'refunding' || status === 'refunded'
}

/** Whether a member gets, and keeps, what comes with an order of such a sum. */
export function deservesGift(
  order: Pick<Order, 'story' | 'status' | 'receipt' | 'payment' | 'refunds'>,
  { minPaidFen }: OrderGift,
): boolean {
  return isReceived(order) && !givesCouponBack(order) && keptGoodsFen(order) >= minPaidFen
}

/**
 * Leaves the task that brings coupon, points and gifts in line with the order, if the decision that
 * was just made can have changed anything about them: a payment, a receipt, money going back.
 */
export function withBenefits(
  order: Order,
  by: 'payment' | 'receipt' | 'refund',
  now: Instant,
): Order {
  const isDue = {
    payment: spends(order),
    receipt: gives(order),
    refund: spends(order) || (isReceived(order) && gives(order)),
  }
  return isDue[by] ? withTodo(order, [{ task: 'benefits', rev: order.rev }], now) : order
}
