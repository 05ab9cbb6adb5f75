import { assert } from '@domain/assert'
import { hasFailed } from '@domain/failure'
import { dealMoves, finalPrice, type DealEvent, type LadderDeal } from '@domain/groupbuy/ladder'
import { settleOrder } from '@domain/orders/ending'
import { after, MINUTE, type Duration, type Instant } from '@domain/time'
import { inBatches } from '../kit/batches'
import { _, database } from '../kit/cloud'
import { deals, orders } from '../kit/collections'
import type { Words } from '../kit/database'
import { log, reasonOf } from '../kit/log'
import { changeOrder } from '../orders/change'
import { startTodo } from '../orders/todo'
import type { Job, Tick } from '../timer/job'
import { publishStatement } from './publish'

/** Deals or orders a batch. */
const BATCH = 100

/**
 * From the end to the count passes at least this long: longer than a function may run, so that no
 * call that began before the end still writes while people are counted.
 */
export const CLOSING_GRACE = MINUTE satisfies Duration

const trouble = (error: unknown) => log('deal_waits', { reason: reasonOf(error) })

/** Only ladders have a status. */
const findLadders = (where: Words) => deals.find(where, { limit: BATCH }) as Promise<LadderDeal[]>

/** Moves a deal by its life cycle, if it still stands where it was read. */
function moveDeal(
  deal: LadderDeal,
  event: DealEvent,
  now: Instant,
  more: Words = {},
): Promise<boolean> {
  const status = dealMoves[deal.status][event]
  assert(status !== undefined, `a deal that is ${deal.status} can ${event}`)
  return deals.changeIf(deal._id, { status: deal.status }, { status, statusAt: now, ...more })
}

/** Works on one deal after the other; one in trouble does not keep the others from their turn. */
async function eachDeal(
  due: readonly LadderDeal[],
  work: (deal: LadderDeal) => Promise<boolean>,
): Promise<number> {
  let done = 0
  for (const deal of due) {
    try {
      if (await work(deal)) done += 1
    } catch (error) {
      trouble(error)
    }
  }
  return done
}

const over = (now: Instant) => ({ status: 'open', endsAt: _.lte(now) })
const closing = { status: 'closing' }
const settling = { status: 'settling' }

/** Ladders whose time is over take no one in any more. */
export const closeDeals: Job = {
  due: (now) => [{ in: deals, where: over(now) }],
  work: async ({ now }) => {
    const ended = await findLadders(over(now))
    const closed = await Promise.all(ended.map((deal) => moveDeal(deal, 'close', now)))
    return closed.filter(Boolean).length
  },
}

/** Counts the people of ladders in which nothing is unpaid any more: the count is final. */
export const countDeals: Job = {
  due: () => [{ in: deals, where: closing }],
  work: async ({ now }) => eachDeal(await findLadders(closing), (deal) => countDeal(deal, now)),
}

async function countDeal(deal: LadderDeal, now: Instant): Promise<boolean> {
  if (now < after(deal.endsAt, CLOSING_GRACE)) return false
  if ((await orders.count({ 'deal.id': deal._id, status: 'unpaid' })) > 0) return false
  const { people, paidOrders } = await countPaid(deal)
  const finalPriceFen = finalPrice(deal.ladder, people)
  const outcome = { people, orders: paidOrders, finalPriceFen, countedAt: now }
  return moveDeal(deal, 'count', now, { outcome: _.set(outcome) })
}

/** Distinct members with an order paid and not refunded, counted from the orders themselves. */
export async function countPaid(deal: LadderDeal): Promise<{ people: number; paidOrders: number }> {
  const operators = database.command.aggregate
  const { list } = (await orders
    .aggregate()
    .match({ 'deal.id': deal._id, status: 'waiting' })
    .group({ _id: '$memberId', orders: operators.sum(1) })
    .group({ _id: null, people: operators.sum(1), paidOrders: operators.sum('$orders') })
    .end()) as unknown as { list: readonly { people: number; paidOrders: number }[] }
  return list[0] ?? { people: 0, paidOrders: 0 }
}

/** Brings every paid order of a counted ladder down to the final price and sends its refund. */
export const settleOrders: Job = {
  due: () => [{ in: deals, where: settling }],
  work: async (tick) => {
    let settled = 0
    for (const deal of await findLadders(settling)) settled += await settleDeal(deal, tick)
    return settled
  },
}

const unsettled = (deal: LadderDeal) => ({
  'deal.id': deal._id,
  status: 'waiting',
  'deal.settled': null,
})

function settleDeal(deal: LadderDeal, { now, hasTime }: Tick): Promise<number> {
  const finalPriceFen = deal.outcome?.finalPriceFen ?? null
  return inBatches({
    next: () => orders.find(unsettled(deal), { limit: BATCH }),
    each: async ({ _id }) => {
      const settled = await changeOrder(_id, (order) => settleOrder(order, finalPriceFen, now))
      if (!hasFailed(settled)) await startTodo(settled, { now })
    },
    trouble,
    hasTime,
  })
}

/** A ladder is settled when every refund is confirmed; then its statement is published. */
export const finishDeals: Job = {
  due: () => [{ in: deals, where: settling }],
  work: async ({ now }) => eachDeal(await findLadders(settling), (deal) => finishDeal(deal, now)),
}

async function finishDeal(deal: LadderDeal, now: Instant): Promise<boolean> {
  const open = await orders.count(
    _.or([unsettled(deal), { 'deal.id': deal._id, todoAt: _.gt(0) }]) as never,
  )
  if (open > 0) return false
  await publishStatement(deal, now)
  return moveDeal(deal, 'settle', now)
}
