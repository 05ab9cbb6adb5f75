/** What was answered must be there after a power cut: every document that an answer named. */
import type { ActionName } from '@domain/functions'
import type { Books } from '../auditor/books'

/** An answer that somebody had, with what was asked. */
export interface Acknowledged {
  readonly who: string
  readonly name: ActionName
  readonly input: object
  readonly result: unknown
}

/** An order as answers and books tell of it. */
interface Told {
  readonly _id: string
  readonly story?: readonly unknown[]
}

/** Whether it was a wish that goes by a number: only what was wished for is written down. */
export const isWish = ({ input }: Acknowledged): boolean => 'requestId' in input

/** What answers named that the books do not know, or know less of. */
export function missingIn(books: Books, acknowledged: readonly Acknowledged[]): string[] {
  const { now: _, orders, payments: _paid, ...lists } = books
  // A payment goes by its order's number, and must not stand in for it.
  const known = new Map<string, Told>(
    [...Object.values(lists), orders].flatMap((documents: readonly Told[]) =>
      documents.map((document) => [document._id, document] as const),
    ),
  )
  return acknowledged.filter(isWish).flatMap(({ name, result }) =>
    documentsIn(result).flatMap(({ _id, story = [] }) => {
      const kept = known.get(_id)
      if (!kept) return [`${name} was answered with ${_id}, which is gone`]
      const isShorter = (kept.story?.length ?? 0) < story.length
      return isShorter ? [`${name} was answered with more of ${_id} than there is`] : []
    }),
  )
}

/** Payments that went through at the cashier, and did not any more. */
export const unpaidIn = ({ payments }: Books, paid: Iterable<string>): string[] => {
  const went = new Set(payments.filter(({ paidAt }) => paidAt !== undefined).map(({ _id }) => _id))
  return [...paid].filter((orderId) => !went.has(orderId)).map((id) => `${id} was paid`)
}

/** Documents that an answer names at its top: an order's number, a coupon, a payout, a lottery. */
export function documentsIn(result: unknown): Told[] {
  const { orderId, order, coupon, payout, lottery } = (result ?? {}) as {
    orderId?: string
    order?: Told
    coupon?: Told
    payout?: { id: string }
    lottery?: Told
  }
  const numbers = [orderId, payout?.id].flatMap((_id) => (_id === undefined ? [] : [{ _id }]))
  const whole = [order, coupon, lottery].filter((told) => told !== undefined)
  return [...numbers, ...whole.filter(({ _id }) => typeof _id === 'string')]
}
