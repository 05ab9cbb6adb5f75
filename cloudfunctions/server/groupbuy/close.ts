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
import type { Tick } from '../timer/tick'
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

/** Ladders whose time is over take no one in any more. */
export async function closeDeals({ now }: Tick): Promise<number> {
  const over = await findLadders({ status: 'open', endsAt: _.lte(now) })
  const closed = await Promise.all(over.map((deal) => moveDeal(deal, 'close', now)))
  return closed.filter(Boolean).length
}

/** Counts the people of ladders in which nothing is unpaid any more: the count is final. */
export async function countDeals({ now }: Tick): Promise<number> {
  const closing = await findLadders({ status: 'closing' })
  let counted = 0
  for (const deal of closing) {
    if (now < after(deal.endsAt, CLOSING_GRACE)) continue
    if ((await orders.count({ 'deal.id': deal._id, status: 'unpaid' })) > 0) continue
    const { people, paidOrders } = await countPaid(deal)
    const finalPriceFen = finalPrice(deal.ladder, people)
    const outcome = { people, orders: paidOrders, finalPriceFen, countedAt: now }
    if (await moveDeal(deal, 'count', now, { outcome: _.set(outcome) })) counted += 1
  }
  return counted
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
export async function settleOrders(tick: Tick): Promise<number> {
  const settling = await findLadders({ status: 'settling' })
  let settled = 0
  for (const deal of settling) settled += await settleDeal(deal, tick)
  return settled
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
export async function finishDeals({ now }: Tick): Promise<number> {
  const settling = await findLadders({ status: 'settling' })
  let finished = 0
  for (const deal of settling) {
    const open = await orders.count(
      _.or([unsettled(deal), { 'deal.id': deal._id, todoAt: _.gt(0) }]) as never,
    )
    if (open > 0) continue
    await publishStatement(deal, now)
    if (await moveDeal(deal, 'settle', now)) finished += 1
  }
  return finished
}
