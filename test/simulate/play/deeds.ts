/** What can be done with an order that was placed, as a phone calls it. */
import type { Act } from '../street/step'
import type { Event } from './event'

/** An order that a phone knows. */
export interface Known {
  readonly orderId: string
  readonly owner: string
}

/** What a phone reads of an order. */
export interface Seen {
  readonly delivery: { readonly code?: string }
  readonly afterSales: readonly { readonly no: number; readonly status: string }[]
}

/** What can be done with an order beside placing and paying it. */
export type Deed = Exclude<Act & { readonly order: string }, { do: 'order' } | { do: 'pay' }>

/** The call for a deed; some need to look at the order first, and some find nothing to do. */
export async function deedWith(
  act: Deed,
  { requestId, orderId }: { readonly requestId: string; readonly orderId: string },
  look: () => Promise<Seen | undefined>,
): Promise<Event | undefined> {
  const wish = { requestId, orderId }
  switch (act.do) {
    case 'open the payment':
      return { name: 'orders.pay', input: { orderId } }
    case 'check the payment':
      return { name: 'orders.checkPayment', input: { orderId } }
    case 'look at the order':
      return { name: 'orders.see', input: { orderId } }
    case 'cancel':
      return { name: 'orders.cancel', input: wish }
    case 'ask for it back':
      return { name: 'orders.refund', input: wish }
    case 'receive':
      return { name: 'orders.receive', input: wish }
    case 'ship':
      return { name: 'fulfilment.ship', input: { ...wish, company: 'SF', number: 'SF1234567890' } }
    case 'ask for pieces back': {
      const pieces = [{ line: act.line, quantity: act.quantity }]
      const input = { ...wish, pieces, reason: 'quality', words: '', pictures: [] }
      return { name: 'aftersale.request', input }
    }
    case 'hand over': {
      const code = (await look())?.delivery.code
      return code ? { name: 'fulfilment.verify', input: { requestId, code } } : undefined
    }
    case 'credit': {
      const input = { ...wish, guideId: act.guideId, reason: 'by mistake' }
      return { name: 'attribution.assign', input }
    }
    case 'think better of it':
    case 'answer the request':
      return answering(act, wish, await look())
  }
}

function answering(
  act: Extract<Deed, { do: 'think better of it' | 'answer the request' }>,
  wish: object,
  seen: Seen | undefined,
): Event | undefined {
  const asked = seen?.afterSales.find(({ status }) => status === 'requested')
  if (!asked) return undefined
  const input = { ...wish, no: asked.no }
  if (act.do === 'think better of it') return { name: 'aftersale.withdraw', input }
  const answer = { verdict: act.verdict, words: 'as agreed' }
  return { name: 'aftersale.answer', input: { ...input, ...answer } }
}
