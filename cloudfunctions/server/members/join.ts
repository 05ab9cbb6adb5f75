import { attribute } from '@domain/attribution/attribute'
import { isWelcome } from '@domain/coupons/claim'
import type { CouponTemplate } from '@domain/coupons/coupon'
import type { CouponView } from '@domain/coupons/contract'
import type { Shop, Store } from '@domain/catalog/product'
import { fail, hasFailed, type Failure } from '@domain/failure'
import type { MemberId, StoreId } from '@domain/ids'
import { inAudience } from '@domain/members/audience'
import { benefitsDue } from '@domain/members/benefits'
import type { Member } from '@domain/members/member'
import type { Instant } from '@domain/time'
import { trailOf, withTrail, type TrailReading } from '../attribution/trail'
import { couponView } from '../coupons/view'
import { issueCoupon } from '../coupons/issue'
import { couponTemplates, shops } from '../kit/collections'
import { claimIdOf } from '../kit/ids'
import { log } from '../kit/log'
import type { Caller } from '../kit/serve'
import { changeMember, completeMember } from './change'

/** Templates for newcomers that are looked at. */
const MOST_TEMPLATES = 20

/** What who joined is told. */
interface Joined {
  readonly joinedAt: Instant
  readonly store: Store | null
  readonly coupons: readonly CouponView[]
}

/**
 * Makes the caller a member; the store whose code was scanned first stays. Coupons for newcomers
 * come before the member is written down as joined: who was interrupted is given the rest, and
 * nothing twice, as each coupon has an id of its own. One SDK call for who is a member already.
 */
export async function join(
  { storeId }: { readonly storeId?: StoreId | undefined },
  { memberId, now }: Caller,
): Promise<Joined | Failure<'shop_unknown' | 'store_unknown'>> {
  const shop = await readJoining(memberId)
  if (!shop) return fail('shop_unknown')
  if (storeId !== undefined && !storeOf(shop, storeId)) return fail('store_unknown')
  const before = completeMember(memberId, shop.members[0])
  const coupons = before.joinedAt === null ? await welcome(before, shop, now) : []
  const isSettled =
    before.joinedAt !== null && (before.storeId ?? storeId ?? null) === before.storeId
  const member = isSettled ? before : await writeDown(memberId, { shop, storeId, now })
  return {
    joinedAt: member.joinedAt ?? now,
    store: storeOf(shop, member.storeId) ?? null,
    coupons,
  }
}

/** The shop with who joins, and by whose links they came. */
type JoinReading = Shop & TrailReading & { readonly members: readonly Member[] }

async function readJoining(memberId: MemberId): Promise<JoinReading | undefined> {
  const rows = shops
    .aggregate()
    .match({ _id: 'shop' })
    .addFields({ memberKey: memberId })
    .lookup({ from: 'members', localField: 'memberKey', foreignField: '_id', as: 'members' })
  const { list } = (await withTrail(rows, memberId).end()) as unknown as {
    list: readonly JoinReading[]
  }
  return list[0]
}

const storeOf = ({ stores }: Shop, storeId: StoreId | null): Store | undefined =>
  stores.find(({ id }) => id === storeId)

interface Joining {
  readonly shop: JoinReading
  readonly storeId: StoreId | undefined
  readonly now: Instant
}

/** The first join and the first store count, whoever else writes at the same time. */
function writeDown(memberId: MemberId, { shop, storeId, now }: Joining): Promise<Member> {
  return changeMember(memberId, (member) => ({
    ...member,
    joinedAt: member.joinedAt ?? now,
    storeId: member.storeId ?? storeId ?? null,
    broughtBy: member.joinedAt === null ? bringerOf(member, shop, now) : member.broughtBy,
    benefitsAt:
      member.joinedAt === null ? benefitsDue(member, shop.levels, now) : member.benefitsAt,
  }))
}

/** The guide whom an order would be credited to at this moment. */
function bringerOf({ guideId: ownGuideId }: Member, shop: JoinReading, now: Instant) {
  return attribute(trailOf(shop), shop.attribution, { now, ownGuideId }).guideId
}

/**
 * Gives the coupons that newcomers may claim, as if they had claimed them: who did so before, in
 * the coupon centre, has no second one.
 */
async function welcome(member: Member, shop: Shop, now: Instant): Promise<CouponView[]> {
  const { levels, segments } = shop
  const templates = await couponTemplates.find(
    { channel: 'claim', isOffered: true, 'audience.kind': 'newcomer' },
    { order: [['rank', 'asc']], limit: MOST_TEMPLATES },
  )
  const theirs = templates.filter(
    (template) =>
      isWelcome(template, now) && inAudience(template.audience, member, { levels, segments, now }),
  )
  const given = await Promise.all(theirs.map((template) => give(template, member._id, now)))
  return given.filter((coupon) => coupon !== undefined)
}

async function give(
  { _id: templateId }: CouponTemplate,
  memberId: MemberId,
  now: Instant,
): Promise<CouponView | undefined> {
  const couponId = claimIdOf(templateId, memberId, 1)
  const giving = { templateId, couponId, memberId, channel: 'claim', source: 'join' } as const
  const issued = await issueCoupon(giving, now)
  if (!hasFailed(issued)) return couponView(issued.coupon)
  // Nothing left for newcomers keeps nobody from joining.
  log('welcome_missing', { templateId, code: issued.code })
  return undefined
}
