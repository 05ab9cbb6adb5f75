import type { Touch } from '@domain/attribution/shareLink'
import type { GuideCustomer } from '@domain/guides/guide'
import type { GuideId } from '@domain/ids'
import { _ } from '../kit/cloud'
import { guideCustomers } from '../kit/collections'
import { customerIdOf } from '../kit/ids'

/** A touch that leads to a guide. */
type Visit = Touch & { readonly guideId: GuideId }

/** Counts a visit of a guide's customer, once for each touch. One SDK call, two at the first. */
export async function countVisit(visit: Visit): Promise<void> {
  const { _id: lastTouchId, guideId, memberId, at } = visit
  const counted = await guideCustomers.changeIf(
    customerIdOf(guideId, memberId),
    { lastTouchId: _.neq(lastTouchId) },
    { lastTouchId, lastVisitAt: at, visits: _.inc(1) },
  )
  if (!counted) await guideCustomers.add(newCustomer(visit))
}

function newCustomer({ _id: lastTouchId, guideId, memberId, at }: Visit): GuideCustomer {
  return {
    _id: customerIdOf(guideId, memberId),
    guideId,
    memberId,
    firstVisitAt: at,
    lastVisitAt: at,
    visits: 1,
    lastTouchId,
    lastOrderAt: null,
    orders: 0,
  }
}
