import { aftersaleContract } from '@domain/aftersale/contract'
import { ordersContract } from '@domain/orders/contract'
import { payoutsContract } from '@domain/payouts/contract'
import { pointsTradeContract } from '@domain/points/contract'
import { requestBack, withdrawRequest } from '../aftersale/request'
import { serve } from '../kit/serve'
import { cancelOrder, receiveParcel, refundOrder } from '../orders/end'
import { checkPayment, payOrder } from '../orders/pay'
import { placeOrder } from '../orders/place'
import { quoteBasket } from '../orders/quote'
import { listOrders, seeOrder } from '../orders/read'
import { askPayout } from '../payouts/ask'
import { checkPayout, listPayouts } from '../payouts/read'
import { redeem } from '../points/redeem'

/** What a shopper buys with. */
export const trade = serve(
  { ...ordersContract, ...aftersaleContract, ...pointsTradeContract, ...payoutsContract },
  {
    'points.redeem': redeem,
    'payouts.ask': askPayout,
    'payouts.check': checkPayout,
    'payouts.list': listPayouts,
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
