/** At rest: nothing is left to do, nothing hangs in the air. */
import type { Audit } from './auditor'

/** What must hold when everything went well for some days. */
export function checkRest({ books, accuse }: Audit): void {
  for (const { _id, status, todo, todoAt, refunds } of books.orders) {
    if (todo.length > 0)
      accuse('all done', _id, `has still to ${todo.map((t) => t.task).join(', ')}`)
    if (todo.length === 0 && todoAt !== null) accuse('all done', _id, 'is due with nothing to do')
    if (status === 'unpaid' || status === 'refunding') accuse('all done', _id, `is still ${status}`)
    const open = refunds.find((refund) => refund.status !== 'succeeded')
    if (open) accuse('all done', _id, `${open.no} is ${open.status}`)
  }
  for (const { _id, endsAt, status } of books.deals) {
    const isOver = endsAt < books.now
    if (isOver && status !== undefined && status !== 'settled') {
      accuse('all done', _id, `is over and ${status}`)
    }
  }
}
