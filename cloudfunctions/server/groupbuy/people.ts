import type { LadderDeal } from '@domain/groupbuy/ladder'
import { peopleIn } from '@domain/holds/hold'
import { MINUTE, shopTime, type Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { deals, orders, pools } from '../kit/collections'
import { log } from '../kit/log'
import type { Job } from '../timer/job'
import { countPaid } from './close'

/** Open ladders a tick. */
const BATCH = 20

/** A ladder is quiet when nobody has paid for this long: then its count must be exact. */
const QUIET = MINUTE

/**
 * People are counted as they come and go, which two orders of one member in the same instant may
 * get wrong by one. Every ten minutes quiet ladders are counted from their orders and put right.
 */
export const recountPeople: Job = {
  due: (now) => (isTime(now) ? [{ in: deals, where: running(now) }] : []),
  work: async ({ now }) => {
    if (!isTime(now)) return 0
    const open = (await deals.find(running(now), { limit: BATCH })) as LadderDeal[]
    let mended = 0
    for (const deal of open) if (await recount(deal, now - QUIET)) mended += 1
    return mended
  },
}

const isTime = (now: Instant) => Number(shopTime(now, 'm')) % 10 === 0

const running = (now: Instant) => ({ status: 'open', startsAt: _.lte(now) })

async function recount(deal: LadderDeal, since: number): Promise<boolean> {
  const shards = await pools.find({ dealId: deal._id })
  const [shard] = shards
  const { people } = await countPaid(deal)
  const shown = peopleIn(shards)
  if (!shard || shown === people) return false
  const busy = await orders.count(
    _.and([
      { 'deal.id': deal._id },
      _.or([{ 'payment.paidAt': _.gt(since) }, { todoAt: _.gt(0) }]),
    ]) as never,
  )
  if (busy > 0) return false
  log('people_mended', { dealId: deal._id, shown, people })
  return pools.changeIf(shard._id, { people: shard.people }, { people: _.inc(people - shown) })
}
