import { ordersContract } from '@domain/orders/contract'
import { serve } from '../server/kit/serve'
import { ordersHandlers } from '../server/orders/handlers'

/** What a shopper buys with. */
export const main = serve(ordersContract, ordersHandlers)
