import type { NewMessage } from '@domain/messages/message'
import type { PointsAccount } from '@domain/points/account'
import { expire, expiringSoon } from '@domain/points/expiry'
import { instant, SECOND, shopTime, type Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { pointsAccounts } from '../kit/collections'
import { difference } from '../kit/database'
import { log, reasonOf } from '../kit/log'
import { enqueueAllowed } from '../messages/outbox'
import { jobOver } from '../timer/job'
import { writePosted } from './post'

/** Accounts a batch. */
const BATCH = 100

/**
 * Takes points away whose last month is over, and tells those whose points are about to go. A
 * notice is in the outbox before the account remembers it: rather twice asked than never.
 */
export const expirePoints = jobOver({
  in: pointsAccounts,
  where: (now) => ({ dueAt: _.lte(now) }),
  finding: { limit: BATCH },
  first: (batch, now) => enqueueAllowed(batch.flatMap((account) => noticeOf(account, now))),
  each: (account, now) => passTime(account, now),
  trouble: (error) => log('points_wait', { reason: reasonOf(error) }),
})

async function passTime(account: PointsAccount, now: Instant): Promise<void> {
  const { account: passed, entries } = expire(account, now)
  if (entries.length === 0) {
    const asRead = { rev: account.rev }
    await pointsAccounts.changeIf(account._id, asRead, difference(account, passed))
    return
  }
  await writePosted(account._id, (before) =>
    before.rev === account.rev ? expire(before, now) : 'lost',
  )
}

/** What is lost to somebody else stays due and is met again. */
function noticeOf(account: PointsAccount, now: Instant): NewMessage[] {
  const lot = expiringSoon(account, now)
  if (!lot) return []
  const lastMoment = instant(lot.expiresAt - SECOND)
  return [
    {
      kind: 'pointsExpiring',
      memberId: account._id,
      subject: shopTime(lastMoment, 'YYYY-MM'),
      page: 'pages/points/account/index',
      values: {
        number1: String(lot.points),
        date2: shopTime(lastMoment, 'YYYY年M月D日'),
        thing3: '过期的积分不能找回，记得用掉',
      },
      sendAt: now,
    },
  ]
}
