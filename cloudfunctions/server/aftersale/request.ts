import { requestAfterSale, type AfterSaleWish } from '@domain/aftersale/afterSale'
import { withdrawAfterSale } from '@domain/aftersale/answer'
import { hasFailed } from '@domain/failure'
import type { OrderId } from '@domain/ids'
import type { Caller } from '../kit/serve'
import { grant } from '../orders/grant'
import { viewOf } from '../orders/view'

/** What the shopper asks for. */
type Requesting = AfterSaleWish & { readonly requestId: string; readonly orderId: OrderId }

/** Asks money back for pieces of the member's order. Two SDK calls. */
export async function requestBack(requesting: Requesting, { memberId, now }: Caller) {
  const { requestId, orderId, pieces, reason, words, pictures } = requesting
  const wish = { pieces, reason, words, pictures }
  const asking = {
    requestId,
    orderId,
    action: 'aftersale.request',
    input: { orderId, ...wish },
    now,
  }
  const asked = await grant(asking, { memberId }, (order) => requestAfterSale(order, wish, now))
  return hasFailed(asked) ? asked : { order: viewOf(asked) }
}

/** Takes a request back. Two SDK calls. */
export async function withdrawRequest(
  { requestId, orderId, no }: { requestId: string; orderId: OrderId; no: number },
  { memberId, now }: Caller,
) {
  const input = { orderId, no }
  const asking = { requestId, orderId, action: 'aftersale.withdraw', input, now }
  const order = await grant(asking, { memberId }, (before) => withdrawAfterSale(before, no, now))
  return hasFailed(order) ? order : { order: viewOf(order) }
}
