import { instant } from '@domain/time'
import { passCoupons } from '../coupons/due'
import { sweepCouponPools } from '../coupons/sweep'
import { closeDeals, countDeals, finishDeals, settleOrders } from '../groupbuy/close'
import { recountPeople } from '../groupbuy/people'
import { prepareSales } from '../flashsale/prepare'
import { sweepHolds } from '../holds/sweep'
import { callerContext } from '../kit/cloud'
import { log, reasonOf } from '../kit/log'
import { moveRooms } from '../live/move'
import { forgetEvents } from '../events/forget'
import { drawLotteries } from '../lottery/due'
import { forgetMessages } from '../messages/forget'
import { sendMessages } from '../messages/send'
import { giveBenefits } from '../members/benefits'
import { reckonEverybody, reckonMembers } from '../members/reckon'
import { expireOrders, passTimes, runTodos } from '../orders/due'
import { workPayouts } from '../payouts/due'
import { checkPoints } from '../points/check'
import { expirePoints } from '../points/expire'
import { sweepPoints } from '../points/sweep'
import { workTeams } from '../teams/follow'
import { firstDue } from './due'
import type { Job } from './job'

/**
 * In this order: first unpaid orders end, then groups close, are counted and settled, then what
 * they left to do is done.
 */
const jobs: Readonly<Record<string, Job>> = {
  prepareSales,
  moveRooms,
  expireOrders,
  workTeams,
  closeDeals,
  countDeals,
  settleOrders,
  passTimes,
  runTodos,
  finishDeals,
  sweepHolds,
  sweepCouponPools,
  passCoupons,
  sweepPoints,
  expirePoints,
  checkPoints,
  recountPeople,
  workPayouts,
  reckonEverybody,
  reckonMembers,
  giveBenefits,
  sendMessages,
  forgetMessages,
  drawLotteries,
  forgetEvents,
}

/** A tick stops taking new work after so long; the function's own limit is 60 s. */
const TICK_MS = 40_000

/**
 * Once a minute: jobs in turn, from the first one that has something to do, as the others may live
 * on what it does. A job in trouble does not keep the others from theirs.
 */
export async function tick(): Promise<Readonly<Record<string, number>>> {
  const { source } = callerContext()
  if (!source.split(',').includes('wx_trigger')) {
    log('tick_forged', { source })
    return {}
  }
  const started = performance.now()
  const hasTime = () => performance.now() - started < TICK_MS
  const done: Record<string, number> = {}
  const first = await placeOfFirst()
  for (const [name, job] of Object.entries(jobs).slice(first)) {
    try {
      done[name] = await job.work({ now: instant(Date.now()), hasTime })
    } catch (error) {
      log('job_waits', { job: name, reason: reasonOf(error) })
    }
  }
  return done
}

/** Most minutes bring nothing, and one call says so. When it cannot be told, every job looks. */
async function placeOfFirst(): Promise<number> {
  try {
    return await firstDue(Object.values(jobs), instant(Date.now()))
  } catch (error) {
    log('due_unknown', { reason: reasonOf(error) })
    return 0
  }
}
