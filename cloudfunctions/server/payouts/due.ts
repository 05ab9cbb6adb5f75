import type { Payout } from '@domain/payouts/payout'
import type { Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { payouts } from '../kit/collections'
import { log, reasonOf } from '../kit/log'
import { Weather } from '../kit/weather'
import { merchantOf } from '../payment/merchant'
import { jobOver } from '../timer/job'
import { claimPayout, workPayout } from './work'

/** Payouts a batch. */
const BATCH = 20

/** Sends what is still to be sent, and asks what became of what was. */
export const workPayouts = jobOver({
  in: payouts,
  where: (now) => ({ dueAt: _.lte(now) }),
  finding: { order: [['dueAt', 'asc']], limit: BATCH },
  each: (payout, now) => workDue(payout, now),
  trouble: (error) => log('payout_waits', { reason: reasonOf(error) }),
})

async function workDue(payout: Payout, now: Instant): Promise<void> {
  const merchant = merchantOf()
  if (!merchant) throw new Weather('the merchant of the payouts is not set up any more')
  const claimed = await claimPayout(payout, now)
  if (claimed) await workPayout(claimed, { merchant, now, sends: true })
}
