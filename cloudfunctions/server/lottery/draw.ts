import { assert } from '@domain/assert'
import { fail, hasFailed, type Failure } from '@domain/failure'
import { NEVER } from '@domain/holds/hold'
import type { LotteryId } from '@domain/ids'
import { drawWinners, hashOfList } from '@domain/lottery/draw'
import { CLAIM_WINDOW, drawable, pagesOf, type Lottery } from '@domain/lottery/lottery'
import { after, type Instant } from '@domain/time'
import { earlierDeed, record } from '../audit/record'
import { _ } from '../kit/cloud'
import {
  deals,
  liveRooms,
  lotteries,
  lotteryEntries,
  lotteryPages,
  lotterySeeds,
} from '../kit/collections'
import { lotteryPageIdOf, sha256 } from '../kit/ids'
import type { Caller } from '../kit/serve'
import { Weather } from '../kit/weather'

interface Drawing {
  readonly requestId: string
  readonly lotteryId: LotteryId
}

/** Seals and draws a lottery, and notes who did. */
export async function drawByHand(
  drawing: Drawing,
  caller: Caller,
): Promise<
  { readonly lottery: Lottery } | Failure<'request_reused' | 'lottery_unknown' | 'lottery_open'>
> {
  const { requestId, lotteryId } = drawing
  const deed = { caller, requestId, action: 'lottery.draw', input: drawing }
  const [earlier, before] = await Promise.all([earlierDeed(deed), lotteries.get(lotteryId)])
  if (hasFailed(earlier)) return earlier
  if (!before) return fail('lottery_unknown')
  if (earlier) return { lottery: before }
  const lottery = await drawLottery(before, caller.now)
  if (hasFailed(lottery)) return lottery
  const { liveId: subject, productName: name, entries, winners } = lottery
  await record(deed, {
    subject,
    reason: '',
    before: { name, status: before.status },
    after: { name, status: lottery.status, entries, winners: winners.length },
  })
  return { lottery }
}

/**
 * Seals the list of entries, then draws. Each step is one conditional write on what the one before
 * left for good, so that a draw that is interrupted anywhere, or made twice, ends with the same
 * winners.
 */
export async function drawLottery(
  lottery: Lottery,
  now: Instant,
): Promise<Lottery | Failure<'lottery_open'>> {
  if (lottery.status === 'drawn') return lottery
  const refusal = drawable(lottery, now)
  if (refusal) return refusal
  if (lottery.status === 'open') await seal(lottery)
  await reveal(lottery, now)
  // Viewers look again when the room has changed.
  await liveRooms.changeIf(lottery.liveId, {}, { rev: _.inc(1) })
  return again(lottery._id)
}

/**
 * Writes the list down for all to read, then its hash: from then on it stands. Pages are named by
 * the hash of their list, so those of two lists, where a sealing was interrupted, never mix.
 */
async function seal({ _id: lotteryId, closesAt }: Lottery): Promise<void> {
  const entries = await lotteryEntries.findAll({ lotteryId })
  const codes = entries.filter(({ at }) => at < closesAt).map(({ code }) => code)
  const listHash = hashOfList(codes, sha256)
  for (const [page, onPage] of pagesOf(codes).entries()) {
    const _id = lotteryPageIdOf(lotteryId, listHash, page)
    await lotteryPages.add({ _id, lotteryId, listHash, page, codes: onPage })
  }
  const sealed = { status: 'sealed', listHash, entries: codes.length, rev: _.inc(1) }
  await lotteries.changeIf(lotteryId, { status: 'open' }, sealed)
}

/** Draws from the list as it was sealed, lets winners order, and reveals the seed. */
async function reveal({ _id: lotteryId, dealId, prizes }: Lottery, now: Instant): Promise<void> {
  const { listHash } = await again(lotteryId)
  const [pages, known] = await Promise.all([
    lotteryPages.findAll({ lotteryId, listHash }),
    lotterySeeds.get(lotteryId),
  ])
  if (!known) throw new Weather('the seed is there and is not')
  const { seed } = known
  const codes = pages.flatMap((page) => page.codes)
  assert(hashOfList(codes, sha256) === listHash, 'the list is the one that was sealed')
  const winners = drawWinners({ seed, codes, prizes }, sha256)
  await deals.changeIf(dealId, { endsAt: NEVER }, { endsAt: after(now, CLAIM_WINDOW) })
  const drawn = { status: 'drawn', seed, winners, rev: _.inc(1) }
  await lotteries.changeIf(lotteryId, { status: 'sealed' }, drawn)
}

async function again(lotteryId: LotteryId): Promise<Lottery> {
  const lottery = await lotteries.get(lotteryId)
  if (!lottery) throw new Weather('the lottery is there and is not')
  return lottery
}
