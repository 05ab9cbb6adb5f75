import { payeeKey } from '@domain/commission/rule'
import { fail, hasFailed } from '@domain/failure'
import type { PayoutId } from '@domain/ids'
import { PAYOUTS_PAGE } from '@domain/payouts/contract'
import type { Instant } from '@domain/time'
import { sumsOf } from '../commission/sums'
import { ownGuide } from '../guides/self'
import { _ } from '../kit/cloud'
import { payouts } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { merchantOf } from '../payment/merchant'
import { payoutView } from './view'
import { askAfter, claimPayout, workPayout } from './work'

/** Asks WeChat at once what became of a payout. Up to six SDK calls. */
export async function checkPayout({ payoutId }: { payoutId: PayoutId }, { memberId, now }: Caller) {
  const [guide, payout] = await Promise.all([ownGuide(memberId), payouts.get(payoutId)])
  if (hasFailed(guide)) return guide
  if (payout?.guideId !== guide._id) return fail('payout_unknown')
  const merchant = merchantOf()
  if (!merchant || payout.endedAt !== null) return { payout: payoutView(payout, merchant) }
  const claimed = payout.dueAt <= now ? await claimPayout(payout, now) : undefined
  const asked = claimed
    ? await workPayout(claimed, { merchant, now, sends: true })
    : await askAfter(payout, { merchant, now, sends: false })
  return { payout: payoutView(asked, merchant) }
}

/** The guide's payouts, newest first, with what is payable. Three SDK calls. */
export async function listPayouts(
  { before }: { before?: Instant | undefined },
  { memberId, now }: Caller,
) {
  const guide = await ownGuide(memberId)
  if (hasFailed(guide)) return guide
  const [{ payableFen }, found] = await Promise.all([
    sumsOf(payeeKey({ kind: 'guide', id: guide._id }), now),
    payouts.find(
      { guideId: guide._id, ...(before !== undefined && { askedAt: _.lt(before) }) },
      { order: [['askedAt', 'desc']], limit: PAYOUTS_PAGE + 1 },
    ),
  ])
  const merchant = merchantOf()
  return {
    payableFen,
    payouts: found.slice(0, PAYOUTS_PAGE).map((payout) => payoutView(payout, merchant)),
    hasMore: found.length > PAYOUTS_PAGE,
  }
}
