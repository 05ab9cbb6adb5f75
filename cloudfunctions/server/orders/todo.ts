import type { Order, Task } from '@domain/orders/order'
import { recordAttempts, type Attempt } from '@domain/orders/todo'
import { hasFailed } from '@domain/failure'
import type { Instant } from '@domain/time'
import { joinDeal, leaveDeal } from '../groupbuy/join'
import { comeBack, release } from '../holds/release'
import { log, reasonOf } from '../kit/log'
import { queryRefund, sendRefund } from '../payment/gateway'
import { changeOrder, writeOrder } from './change'

/** When it runs, and what is known of the member's other orders. */
export interface Running {
  readonly now: Instant
  /** The member's orders in the same deal, where they were read already. */
  readonly siblings?: readonly Order[]
}

/**
 * Does what is left to do for an order, in its order, until something must wait; then records it
 * in one write. Every task is idempotent: it may run at once, again, and side by side.
 */
export async function runTodo(order: Order, running: Running): Promise<Order> {
  const attempts: Attempt[] = []
  for (const task of order.todo) {
    const attempt = await tryTask(order, task, running)
    attempts.push(attempt)
    if (!attempt.done) break
  }
  if (attempts.length === 0) return order
  const recorded = (now: Order): Order => recordAttempts(now, attempts, running.now)
  const written = await writeOrder(order, recorded(order))
  if (written !== 'lost') return written
  const changed = await changeOrder(order._id, recorded)
  return hasFailed(changed) ? order : changed
}

/** Runs the todo of an order that was just decided; trouble here is swept up later. */
export async function startTodo(order: Order, running: Running): Promise<Order> {
  try {
    return await runTodo(order, running)
  } catch (error) {
    log('todo_waits', { orderId: order._id, reason: reasonOf(error) })
    return order
  }
}

async function tryTask(order: Order, task: Task, running: Running): Promise<Attempt> {
  try {
    return await perform(order, task, running)
  } catch (error) {
    log('task_waits', { orderId: order._id, task: task.task, reason: reasonOf(error) })
    return { task, done: false }
  }
}

async function perform(order: Order, task: Task, running: Running): Promise<Attempt> {
  if (task.task === 'refund') return refund(order, task)
  if (task.task === 'join') await joinDeal(order, running.siblings)
  else await letGo(order, running)
  return { task, done: true }
}

/** An order that was never paid lets its holds go; a paid one brings back what it took. */
async function letGo(order: Order, { now, siblings }: Running): Promise<void> {
  const isPaid = order.payment !== null && order.story.some(({ event }) => event === 'refund')
  if (!isPaid) {
    await Promise.all(order.holds.map((hold) => release(hold, order._id)))
    return
  }
  const people = await leaveDeal(order, siblings)
  // As on joining, the member is counted where the first piece came from.
  const first = order.holds.find((hold) => hold.in === 'pools')
  for (const hold of order.holds) {
    await comeBack(hold, order._id, { people: hold === first ? people : 0, now })
  }
}

/** Sends a refund, or asks what became of it. */
async function refund(order: Order, task: Extract<Task, { task: 'refund' }>): Promise<Attempt> {
  const wanted = order.refunds.find(({ no }) => no === task.refundNo)
  if (!wanted || wanted.status === 'succeeded') return { task, done: true }
  const paidFen = order.payment?.paidFen ?? order.receipt.payableFen
  const news =
    wanted.status === 'sent'
      ? await queryRefund(wanted)
      : await sendRefund(order._id, paidFen, wanted)
  return { task, done: news?.event === 'succeed', news }
}
