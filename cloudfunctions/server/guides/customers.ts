import type { Binding } from '@domain/attribution/attribution'
import { hasFailed, type Failure } from '@domain/failure'
import type { CustomerRow } from '@domain/guides/contract'
import type { GuideCustomer } from '@domain/guides/guide'
import type { GuideId } from '@domain/ids'
import type { Member } from '@domain/members/member'
import type { Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { guideCustomers } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { ownGuide } from './self'

/** Customers of a page. */
const PAGE = 20

/** Which customers are asked for. */
interface Listing {
  readonly tab: 'all' | 'unbought'
  readonly before?: Instant | undefined
}

type CustomerReading = GuideCustomer & {
  readonly members: readonly Pick<Member, 'profile'>[]
  readonly bindings: readonly Binding[]
}

/** A page of the guide's own customers, who came last first. Two SDK calls. */
export async function listCustomers(
  listing: Listing,
  { memberId, now }: Caller,
): Promise<
  | { readonly customers: readonly CustomerRow[]; readonly hasMore: boolean }
  | Failure<'guide_missing'>
> {
  const guide = await ownGuide(memberId)
  if (hasFailed(guide)) return guide
  const found = await read(guide._id, listing)
  return {
    customers: found.slice(0, PAGE).map((reading) => rowOf(reading, now)),
    hasMore: found.length > PAGE,
  }
}

async function read(
  guideId: GuideId,
  { tab, before }: Listing,
): Promise<readonly CustomerReading[]> {
  const { list } = (await guideCustomers
    .aggregate()
    .match({
      guideId,
      ...(tab === 'unbought' && { orders: 0 }),
      ...(before !== undefined && { lastVisitAt: _.lt(before) }),
    })
    .sort({ lastVisitAt: -1 })
    .limit(PAGE + 1)
    .lookup({ from: 'members', localField: 'memberId', foreignField: '_id', as: 'members' })
    .lookup({ from: 'bindings', localField: 'memberId', foreignField: '_id', as: 'bindings' })
    .end()) as unknown as { list: readonly CustomerReading[] }
  return list
}

/** What customers show of themselves; no telephone, no address, and nothing that finds them. */
function rowOf(reading: CustomerReading, now: Instant): CustomerRow {
  const { _id, guideId, visits, lastVisitAt, orders, lastOrderAt } = reading
  const profile = reading.members[0]?.profile
  const [binding] = reading.bindings
  const isBound = binding?.guideId === guideId && now < binding.until
  return {
    key: _id.slice(guideId.length + 1),
    nickname: profile?.nickname ?? '',
    avatar: profile?.avatar ?? null,
    visits,
    lastVisitAt,
    orders,
    lastOrderAt,
    boundUntil: isBound ? binding.until : null,
  }
}
