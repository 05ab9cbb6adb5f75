/** Lives of orders: which stories may be told, and that nobody rewrites them. */
import type { Audit } from './auditor'
import type { OrderDoc } from './books'

/** Paid after it had ended. */
const ended = '(cancel|expire) (pay|join)'
/** Paid in time, and perhaps handed out. */
const kept = '(pay|join)( (settle|form))?( ship( receive)?| verify)?'

/** What must have happened to an order that stands like this, word by word. */
const histories: Readonly<Record<string, RegExp>> = {
  unpaid: /^place$/,
  waiting: /^place join$/,
  paid: /^place (pay|join (settle|form))$/,
  shipped: /^place (pay|join (settle|form)) ship$/,
  received: /^place (pay|join (settle|form)) (ship receive|verify)$/,
  done: /^place (pay|join (settle|form)) (ship receive|verify) finish$/,
  cancelled: /^place cancel$/,
  expired: /^place expire$/,
  refunding: new RegExp(`^place (${ended}|${kept} refund)$`),
  refunded: new RegExp(`^place (${ended}|${kept} refund) repay$`),
}

/** Clocks of functions may be off by so much. */
const CLOCK_SKEW = 2 * 2000

/** What the auditor remembers of orders from the last look. */
export class Lives {
  private readonly seen = new Map<string, OrderDoc>()

  /** The order as it was, when it is another one now. */
  before(order: OrderDoc): OrderDoc | undefined | 'same' {
    const before = this.seen.get(order._id)
    if (before === order) return 'same'
    this.seen.set(order._id, order)
    return before
  }
}

/** Looks at every order that changed. */
export function checkLives({ books, accuse }: Audit, lives: Lives): void {
  for (const order of books.orders) {
    const before = lives.before(order)
    if (before === 'same') continue
    const told = order.story.map(({ event }) => event).join(' ')
    if (histories[order.status]?.test(told) !== true) {
      accuse('reachable', order._id, `is ${order.status} after: ${told}`)
    }
    if (before && !told.startsWith(before.story.map(({ event }) => event).join(' '))) {
      accuse('append-only', order._id, `forgot what happened: ${told}`)
    }
    const times = order.story.map(({ at }) => at)
    if (times.some((at, place) => at + CLOCK_SKEW < (times[place - 1] ?? 0))) {
      accuse('in order of time', order._id, `happened backwards: ${times.join(' ')}`)
    }
  }
}
