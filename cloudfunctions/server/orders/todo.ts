import type { Order, Task } from '@domain/orders/order'
import { sendableAt } from '@domain/orders/refund'
import { recordAttempts, type Attempt } from '@domain/orders/todo'
import { hasFailed } from '@domain/failure'
import type { Instant } from '@domain/time'
import { followCredit } from '../attribution/follow'
import { joinDeal, leaveDeal } from '../groupbuy/join'
import { reckonAgain } from '../members/reckon'
import { reportHandout } from '../payment/shipping'
import { joinTeam } from '../teams/join'
import { newsOf, refundNews } from '../messages/letters'
import { enqueueAllowed } from '../messages/outbox'
import { returnSeat } from '../teams/seats'
import { comeBack, isOfGoods, release } from '../holds/release'
import { log, reasonOf } from '../kit/log'
import { queryRefund, sendRefund } from '../payment/gateway'
import { alignBenefits } from './benefits'
import { changeOrder, writeOrder } from './change'

/** Whether a refund may be sent in this run. */
interface Trying extends Running {
  readonly sends: boolean
}

/** When it runs, and what is known of the member's other orders. */
export interface Running {
  readonly now: Instant
  /** The member's orders in the same deal, where they were read already. */
  readonly siblings?: readonly Order[]
}

/**
 * Does what is left to do for an order, in its order, until something must wait; then records it
 * in one write. Every task is idempotent: it
 * may run at once, again, and side by side.
 */
export async function runTodo(order: Order, running: Running): Promise<Order> {
  const attempts: Attempt[] = []
  for (const task of order.todo) {
    const sends = attempts.every(({ news }) => news?.event !== 'send')
    const attempt = await tryTask(order, task, { ...running, sends })
    attempts.push(attempt)
    if (!attempt.done && !waitsAlone(task)) break
  }
  if (attempts.length === 0) return order
  const recorded = (now: Order): Order => recordAttempts(now, attempts, running.now)
  const written = await writeOrder(order, recorded(order))
  if (written !== 'lost') return written
  const changed = await changeOrder(order._id, recorded)
  return hasFailed(changed) ? order : changed
}

/** What waits for WeChat or another order, or only tells of something, holds nothing else up. */
const waitsAlone = ({ task }: Task): boolean =>
  ['refund', 'report', 'tell', 'benefits', 'commission'].includes(task)

/** Runs the todo of an order that was just decided; trouble here is swept up later. */
export async function startTodo(order: Order, running: Running): Promise<Order> {
  try {
    return await runTodo(order, running)
  } catch (error) {
    log('todo_waits', { orderId: order._id, reason: reasonOf(error) })
    return order
  }
}

async function tryTask(order: Order, task: Task, running: Trying): Promise<Attempt> {
  try {
    return await perform(order, task, running)
  } catch (error) {
    log('task_waits', { orderId: order._id, task: task.task, reason: reasonOf(error) })
    return { task, done: false }
  }
}

async function perform(order: Order, task: Task, trying: Trying): Promise<Attempt> {
  if (task.task === 'refund') return refund(order, task, trying)
  if (task.task === 'benefits') return { task, done: await alignBenefits(order, trying.now) }
  if (task.task === 'join') await join(order, trying)
  else if (task.task === 'release') await letGo(order, trying)
  else if (task.task === 'restock') await restock(order, task, trying)
  else if (task.task === 'commission') await followCredit(order)
  else if (task.task === 'report') await reportHandout(order, trying.now)
  else if (task.task === 'tell') await enqueueAllowed([newsOf(order, task.news, trying.now)])
  else await reckonAgain(order.memberId, trying.now)
  return { task, done: true }
}

async function join(order: Order, { now, siblings }: Running): Promise<void> {
  if (order.deal?.kind === 'team') await joinTeam(order, order.deal, now)
  else await joinDeal(order, siblings)
}

/** An order that was never paid lets its holds go; a paid one brings back what it took. */
async function letGo(order: Order, { now, siblings }: Running): Promise<void> {
  const { _id: orderId, memberId, deal } = order
  const isPaid = order.payment !== null && order.story.some(({ event }) => event === 'refund')
  if (!isPaid) {
    await Promise.all(order.holds.map((hold) => release(hold, orderId)))
    return
  }
  if (deal?.kind === 'team') await returnSeat(deal.teamId, { orderId, memberId, now })
  const people = await leaveDeal(order, siblings)
  // As on joining, the member is counted where the first piece came from.
  const first = order.holds.find((hold) => hold.in === 'pools')
  for (const hold of order.holds.filter(isOfGoods)) {
    if (hold.in === 'teams') continue
    await comeBack(hold, { orderId, mark: orderId, people: hold === first ? people : 0, now })
  }
}

/** Pieces of a request that was granted before they were handed out. */
async function restock(
  { _id: orderId }: Order,
  { holds, mark }: Extract<Task, { task: 'restock' }>,
  { now }: Running,
): Promise<void> {
  for (const hold of holds.filter(isOfGoods))
    await comeBack(hold, { orderId, mark, people: 0, now })
}

/**
 * Sends a refund, or asks what became of it. WeChat Pay wants a minute between two refunds of one
 * payment: until then, and behind one that was sent just now, it waits.
 */
async function refund(
  order: Order,
  task: Extract<Task, { task: 'refund' }>,
  { now, sends }: Trying,
): Promise<Attempt> {
  const wanted = order.refunds.find(({ no }) => no === task.refundNo)
  if (!wanted || wanted.status === 'succeeded') return { task, done: true }
  if (wanted.status === 'sent') {
    const news = await queryRefund(wanted)
    // Told before it is noted: the message has an id of its own, so a repeat tells nothing new.
    if (news?.event === 'succeed') await enqueueAllowed([refundNews(order, wanted, now)])
    return { task, done: news?.event === 'succeed', news }
  }
  const others = order.refunds.filter(({ no }) => no !== wanted.no)
  if (!sends || now < sendableAt(others)) return { task, done: false }
  const paidFen = order.payment?.paidFen ?? order.receipt.payableFen
  const news = await sendRefund(order._id, { paidFen, refund: wanted, now })
  return { task, done: false, news }
}
