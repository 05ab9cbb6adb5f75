import { approveAfterSale, refuseAfterSale } from '@domain/aftersale/answer'
import { hasFailed } from '@domain/failure'
import type { OrderId } from '@domain/ids'
import { grantNoted } from '../audit/grant'
import { staffViewOf } from '../fulfilment/view'
import type { Caller } from '../kit/serve'

/** What staff answers. */
interface Answering {
  readonly requestId: string
  readonly orderId: OrderId
  readonly no: number
  readonly verdict: 'approve' | 'refuse'
  readonly words: string
}

/** Grants or refuses a request for money back; a granted one is sent to the gateway at once. */
export async function answerRequest(answering: Answering, caller: Caller) {
  const { requestId, orderId, no, verdict, words } = answering
  const answer = verdict === 'approve' ? approveAfterSale : refuseAfterSale
  const input = { orderId, no, verdict, words }
  const deed = { caller, requestId, orderId, action: 'aftersale.answer', input }
  const order = await grantNoted(deed, (before) => answer(before, { no, words }, caller.now), {
    reason: words,
    before: { no, status: 'requested' },
    after: { no, status: verdict === 'approve' ? 'approved' : 'refused' },
  })
  return hasFailed(order) ? order : { order: staffViewOf(order) }
}
