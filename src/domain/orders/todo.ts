import { after, type Instant } from '../time'
import { repayIfAllBack, type Order, type Task } from './order'
import { moveRefund, retryDelay, type RefundNews } from './refund'

/** What trying a task came to. `news` is what the gateway said of the task's refund. */
export interface Attempt {
  readonly task: Task
  readonly done: boolean
  readonly news?: RefundNews | undefined
}

/** What tells two tasks of one kind apart. */
const markOf = (task: Task): string => {
  if (task.task === 'refund') return task.refundNo
  if (task.task === 'tell') return task.news
  if (task.task === 'benefits' || task.task === 'commission') return `${task.rev}`
  return task.task === 'restock' ? task.mark : ''
}

const sameTask = (one: Task, other: Task): boolean =>
  one.task === other.task && markOf(one) === markOf(other)

/** Whether a task is still on the order's list. */
export function isLeft(order: Pick<Order, 'todo'>, task: Task): boolean {
  return order.todo.some((left) => sameTask(left, task))
}

/**
 * Records what was tried: done tasks leave the list, refunds move by their news, the order ends
 * when all its money is back, and the next look is set: soon at first, at last once an hour.
 */
export function recordAttempts(order: Order, attempts: readonly Attempt[], now: Instant): Order {
  const moved = attempts.reduce(recordAttempt, order)
  if (moved === order) return order
  const repaid = repayIfAllBack(moved, now)
  const waiting = repaid.todo.length > 0
  return { ...repaid, todoAt: waiting ? after(now, retryDelay(triesOf(repaid))) : null }
}

function recordAttempt(order: Order, { task, done, news }: Attempt): Order {
  const todo = done ? order.todo.filter((left) => !sameTask(left, task)) : order.todo
  if (!news || task.task !== 'refund') return { ...order, todo }
  const refunds = order.refunds.map((refund) =>
    refund.no === task.refundNo ? moveRefund(refund, news) : refund,
  )
  return { ...order, todo, refunds }
}

const triesOf = (order: Order): number =>
  Math.max(0, ...order.refunds.filter(({ status }) => status !== 'succeeded').map((r) => r.tries))
