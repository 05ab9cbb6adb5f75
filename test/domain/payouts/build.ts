import { fen } from '@domain/money'
import {
  openPayout,
  recordNews,
  type Payout,
  type TransferEvent,
  type TransferNews,
} from '@domain/payouts/payout'
import type { Instant } from '@domain/time'
import { id, minutesIn } from '../build'

/** A payout that Mei asked for this morning. */
export const aPayout = (amountFen = 50_000, now: Instant = minutesIn(0)): Payout =>
  openPayout(
    {
      _id: id('payout1'),
      guideId: id('mei'),
      memberId: id('mei-openid'),
      amountFen: fen(amountFen),
      wish: 'wish',
    },
    now,
  )

/** What WeChat may say, by what it does to a transfer. */
export const news: Readonly<Record<TransferEvent, TransferNews>> = {
  send: { event: 'send', packageInfo: 'package' },
  confirm: { event: 'confirm' },
  lapse: { event: 'lapse', reason: 'OVERDUE_CLOSE' },
  fail: { event: 'fail', reason: 'ACCOUNT_FROZEN' },
}

/** The payout after WeChat said something of each of its transfers. */
export const heard = (
  payout: Payout,
  events: readonly (TransferEvent | undefined)[],
  now: Instant = minutesIn(1),
): Payout => {
  const told = payout.transfers.flatMap(({ no }, index): [string, TransferNews][] => {
    const event = events[index]
    return event ? [[no, news[event]]] : []
  })
  return recordNews(payout, new Map(told), now)
}
