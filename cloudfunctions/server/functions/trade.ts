import { aftersaleContract } from '@domain/aftersale/contract'
import { ordersContract } from '@domain/orders/contract'
import { requestBack, withdrawRequest } from '../aftersale/request'
import { serve } from '../kit/serve'
import { cancelOrder, receiveParcel, refundOrder } from '../orders/end'
import { checkPayment, payOrder } from '../orders/pay'
import { placeOrder } from '../orders/place'
import { quoteBasket } from '../orders/quote'
import { listOrders, seeOrder } from '../orders/read'

/** What a shopper buys with. */
export const trade = serve(
  { ...ordersContract, ...aftersaleContract },
  {
    'orders.quote': quoteBasket,
    'orders.place': placeOrder,
    'orders.pay': payOrder,
    'orders.checkPayment': checkPayment,
    'orders.see': seeOrder,
    'orders.list': listOrders,
    'orders.cancel': cancelOrder,
    'orders.receive': receiveParcel,
    'orders.refund': refundOrder,
    'aftersale.request': requestBack,
    'aftersale.withdraw': withdrawRequest,
  },
)
