import { approveAfterSale, refuseAfterSale } from '@domain/aftersale/answer'
import { hasFailed } from '@domain/failure'
import type { OrderId } from '@domain/ids'
import { staffViewOf } from '../fulfilment/view'
import type { Caller } from '../kit/serve'
import { grant } from '../orders/grant'

/** What staff answers. */
interface Answering {
  readonly requestId: string
  readonly orderId: OrderId
  readonly no: number
  readonly verdict: 'approve' | 'refuse'
  readonly words: string
}

/** Grants or refuses a request for money back; a granted one is sent to the gateway at once. */
export async function answerRequest(answering: Answering, { now }: Caller) {
  const { requestId, orderId, no, verdict, words } = answering
  const answer = verdict === 'approve' ? approveAfterSale : refuseAfterSale
  const input = { orderId, no, verdict, words }
  const asking = { requestId, orderId, action: 'aftersale.answer', input, now }
  const order = await grant(asking, 'any', (before) => answer(before, { no, words }, now))
  return hasFailed(order) ? order : { order: staffViewOf(order) }
}
