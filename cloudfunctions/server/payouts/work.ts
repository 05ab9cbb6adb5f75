import type { PayoutId } from '@domain/ids'
import { payoutEntries } from '@domain/payouts/entries'
import {
  allEnded,
  endPayout,
  hasTransferEnded,
  recordNews,
  SENDING_TIME,
  type Payout,
  type PayoutNews,
  type Transfer,
  type TransferNews,
} from '@domain/payouts/payout'
import { after, type Instant } from '@domain/time'
import { addMissing } from '../commission/ledger'
import { guides, payouts } from '../kit/collections'
import { difference } from '../kit/database'
import { log, reasonOf } from '../kit/log'
import { untilThrough } from '../kit/weather'
import type { Merchant } from '../payment/merchant'
import { queryTransfer, sendTransfer } from '../payment/transfer'

/** Who moves a payout on, when, and whether it is theirs to send. */
export interface Working {
  readonly merchant: Merchant
  readonly now: Instant
  /** Only who opened or claimed a payout sends: never two at once. */
  readonly sends: boolean
}

/** Takes a payout that is due for as long as sending may last; nothing where another was faster. */
export async function claimPayout(payout: Payout, now: Instant): Promise<Payout | undefined> {
  const { _id, rev } = payout
  const claimed = { ...payout, dueAt: after(now, SENDING_TIME), rev: rev + 1 }
  return (await payouts.changeIf(_id, { rev }, difference(payout, claimed))) ? claimed : undefined
}

/**
 * Moves a claimed payout on: what went out stands in the ledger before WeChat hears of it, then
 * transfers are sent or asked after, and what did not arrive is payable again. Cut off anywhere, it
 * is due again and goes on from there.
 */
export async function workPayout(payout: Payout, working: Working): Promise<Payout> {
  await postEntries(payout, working.now)
  return askAfter(payout, working)
}

/** Asks WeChat what became of transfers, and writes it down. */
export async function askAfter(payout: Payout, working: Working): Promise<Payout> {
  const open = payout.transfers.filter((transfer) => !hasTransferEnded(transfer))
  const told = await Promise.all(open.map((transfer) => newsOf(payout, transfer, working)))
  const news: PayoutNews = new Map(told.filter((one) => one !== undefined))
  const recorded = await record(payout, news, working.now)
  return allEnded(recorded) ? finish(recorded, working.now) : recorded
}

/** Adds what a payout did to its guide's ledger so far. */
export async function postEntries(payout: Payout, now: Instant): Promise<void> {
  await addMissing(payoutEntries(payout, now), { payoutId: payout._id })
}

/** One transfer: what cannot be told now is asked again later. */
async function newsOf(
  { memberId: to }: Payout,
  transfer: Transfer,
  { merchant, now, sends }: Working,
): Promise<[string, TransferNews] | undefined> {
  const { no, status } = transfer
  if (status === 'waiting' && !sends) return undefined
  try {
    const news =
      status === 'waiting'
        ? await sendTransfer(merchant, { transfer, to, now })
        : await queryTransfer(merchant, no, now)
    return news === undefined || news === 'unknown' ? undefined : [no, news]
  } catch (error) {
    log('transfer_waits', { no, reason: reasonOf(error) })
    return undefined
  }
}

/** Writes news into the payout as it stands; another one's news stay. */
async function record(payout: Payout, news: PayoutNews, now: Instant): Promise<Payout> {
  let before: Payout | undefined = payout
  return untilThrough(async () => {
    before ??= await readPayout(payout._id)
    const { rev } = before
    const after = { ...recordNews(before, news, now), rev: rev + 1 }
    const written = await payouts.changeIf(payout._id, { rev }, difference(before, after))
    before = undefined
    return written ? after : 'lost'
  })
}

/** What did not arrive comes back, the next payout may begin, and only then this one is over. */
async function finish(payout: Payout, now: Instant): Promise<Payout> {
  await postEntries(payout, now)
  await freeSlot(payout)
  const ended = { ...endPayout(payout, now), rev: payout.rev + 1 }
  const written = await payouts.changeIf(payout._id, { rev: payout.rev }, difference(payout, ended))
  return written ? ended : readPayout(payout._id)
}

/** Lets the guide ask for the next payout. */
export function freeSlot({ _id, guideId }: Pick<Payout, '_id' | 'guideId'>): Promise<boolean> {
  return guides.changeIf(guideId, { 'payout.id': _id }, { payout: null })
}

async function readPayout(payoutId: PayoutId): Promise<Payout> {
  const payout = await payouts.get(payoutId)
  if (!payout) throw new Error(`payout ${payoutId} is gone`)
  return payout
}
