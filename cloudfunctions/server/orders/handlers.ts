import type { ordersContract } from '@domain/orders/contract'
import type { Handlers } from '../kit/serve'
import { cancelOrder, refundOrder } from './end'
import { checkPayment, payOrder } from './pay'
import { placeOrder } from './place'
import { quoteBasket } from './quote'
import { listOrders, seeOrder } from './read'

/** Who answers which action of the orders. */
export const ordersHandlers: Handlers<typeof ordersContract> = {
  'orders.quote': quoteBasket,
  'orders.place': placeOrder,
  'orders.pay': payOrder,
  'orders.checkPayment': checkPayment,
  'orders.see': seeOrder,
  'orders.list': listOrders,
  'orders.cancel': cancelOrder,
  'orders.refund': refundOrder,
}
