import type { PointsAccount } from '@domain/points/account'
import { accountFaults, type LedgerSums } from '@domain/points/check'
import { nextNight } from '@domain/points/ledger'
import { after, DAY, type Duration, type Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { alarms, pointsAccounts, pointsEntries } from '../kit/collections'
import { log, reasonOf } from '../kit/log'
import { jobOver } from '../timer/job'

/** Accounts a batch. */
const BATCH = 50

/** An account that nobody touches is looked at once a week all the same. */
const ROUND = (7 * DAY) as Duration

/**
 * Checks at night that accounts agree with their ledgers: every one that changed since the night
 * before, and of the others a part each night. What does not agree is told and never mended.
 */
export const checkPoints = jobOver({
  in: pointsAccounts,
  where: (now) => ({ checkAt: _.lte(now) }),
  finding: { limit: BATCH },
  each: (account, now) => checkAccount(account, now),
  trouble: (error) => log('check_waits', { reason: reasonOf(error) }),
})

async function checkAccount(account: PointsAccount, now: Instant): Promise<void> {
  const { _id: memberId, rev } = account
  const faults = accountFaults(account, await sumLedger(memberId))
  if (faults.length > 0) await alarm(account, faults, now)
  // Where something was posted meanwhile it is checked anew.
  const next = nextNight(after(now, ROUND - DAY))
  await pointsAccounts.changeIf(memberId, { rev }, { checkAt: next })
}

async function sumLedger(memberId: PointsAccount['_id']): Promise<LedgerSums> {
  const { list } = (await pointsEntries
    .aggregate()
    .match({ memberId })
    .group({ _id: '$memberId', points: _.aggregate.sum('$points'), entries: _.aggregate.sum(1) })
    .end()) as unknown as { list: readonly LedgerSums[] }
  return list[0] ?? { points: 0, entries: 0 }
}

/** One alarm for an account as it stands, however often it is checked. */
async function alarm(
  { _id: memberId, rev }: PointsAccount,
  faults: ReturnType<typeof accountFaults>,
  now: Instant,
): Promise<void> {
  // What was read belongs together only if nothing was posted meanwhile.
  if ((await pointsAccounts.get(memberId))?.rev !== rev) return
  log('points_alarm', { memberId, faults })
  await alarms.add({ _id: `points.${memberId}.${rev}`, about: 'points', memberId, faults, at: now })
}
