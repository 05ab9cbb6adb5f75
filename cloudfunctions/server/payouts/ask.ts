import { payeeKey } from '@domain/commission/rule'
import { fail, hasFailed, type Failure } from '@domain/failure'
import type { PayoutId } from '@domain/ids'
import type { Fen } from '@domain/money'
import type { PayoutView } from '@domain/payouts/contract'
import {
  openPayout,
  payoutPart,
  SENDING_TIME,
  transferLimits,
  type Payout,
} from '@domain/payouts/payout'
import { after, type Instant } from '@domain/time'
import { sumsOf } from '../commission/sums'
import { ownGuide, type OwnGuide } from '../guides/self'
import { _ } from '../kit/cloud'
import { guides, payouts } from '../kit/collections'
import { payoutIdOf, wishOf } from '../kit/ids'
import { log, reasonOf } from '../kit/log'
import type { Caller } from '../kit/serve'
import { untilThrough } from '../kit/weather'
import { merchantOf, type Merchant } from '../payment/merchant'
import { payoutView } from './view'
import { freeSlot, workPayout } from './work'

interface Asking {
  readonly requestId: string
  readonly amountFen?: Fen | undefined
}

/** What asking is refused for. */
type Refusal = Failure<
  'request_reused' | 'guide_missing' | 'payout_closed' | 'payout_underway' | 'payable_short'
>

/** A wish as it is known from others. */
interface Wish {
  readonly payoutId: PayoutId
  readonly wish: string
}

/**
 * Asks for payable commission: takes the guide's one slot, sums up, notes the payout, takes the sum
 * out of the ledger and sends it. What is cut off after the note, the timer finishes; before it,
 * the slot lapses.
 */
export async function askPayout(
  asking: Asking,
  { memberId, now }: Caller,
): Promise<{ payout: PayoutView } | Refusal> {
  const merchant = merchantOf()
  const known = {
    payoutId: payoutIdOf(memberId, asking.requestId),
    wish: wishOf('payouts.ask', { amountFen: asking.amountFen ?? null }),
  }
  const taken = await untilThrough(() => takeSlot(known, { memberId, now }), TRIES)
  if (hasFailed(taken)) return taken
  if ('wish' in taken) return { payout: payoutView(taken, merchant) }
  const payout = await openFor({ ...known, ...asking, guide: taken }, { merchant, now })
  if (hasFailed(payout)) {
    await freeSlot({ _id: known.payoutId, guideId: taken._id })
    return payout
  }
  return { payout: payoutView(payout, merchant) }
}

/** A twin of the wish waits until the first one has noted the payout. */
const TRIES = 9

/**
 * Takes the slot of the caller's guide, or finds what came of the same wish. A slot whose owner was
 * cut off before noting a payout is free again when its time is over.
 */
async function takeSlot(
  { payoutId, wish }: Wish,
  { memberId, now }: Caller,
): Promise<OwnGuide | Payout | Refusal | 'lost'> {
  const [guide, noted] = await Promise.all([ownGuide(memberId), payouts.get(payoutId)])
  if (noted) return noted.wish === wish ? noted : fail('request_reused')
  if (hasFailed(guide)) return guide
  const { payout: before } = guide
  if (before && before.until > now) {
    return before.id === payoutId ? 'lost' : fail('payout_underway')
  }
  if (before && (await payouts.get(before.id))) return fail('payout_underway')
  const taken = await guides.changeIf(
    guide._id,
    before ? { 'payout.id': before.id, 'payout.until': before.until } : { payout: null },
    { payout: _.set({ id: payoutId, until: after(now, SENDING_TIME) }) },
  )
  return taken ? guide : 'lost'
}

/** Notes the payout and sends it. */
async function openFor(
  { guide, payoutId, wish, amountFen }: Wish & Asking & { readonly guide: OwnGuide },
  { merchant, now }: { readonly merchant: Merchant | undefined; readonly now: Instant },
): Promise<Payout | Refusal> {
  if (!merchant) return fail('payout_closed')
  const { _id: guideId, memberId } = guide
  const { payableFen } = await sumsOf(payeeKey({ kind: 'guide', id: guideId }), now)
  const wanted = amountFen ?? payableFen
  const { leastFen } = transferLimits
  if (wanted < leastFen || wanted > payableFen) {
    return fail('payable_short', { payableFen, leastFen })
  }
  const part = { guideId, memberId, amountFen: payoutPart(wanted) }
  const payout = openPayout({ _id: payoutId, ...part, wish }, now)
  await payouts.add(payout)
  return start(payout, merchant, now)
}

/** What was noted is not lost any more: trouble from here on is the timer's. */
async function start(payout: Payout, merchant: Merchant, now: Instant): Promise<Payout> {
  try {
    return await workPayout(payout, { merchant, now, sends: true })
  } catch (error) {
    log('payout_waits', { payoutId: payout._id, reason: reasonOf(error) })
    return payout
  }
}
