import type { Shop } from '@domain/catalog/product'
import { isWelcome } from '@domain/coupons/claim'
import type { CouponTemplate } from '@domain/coupons/coupon'
import { fail, type Failure } from '@domain/failure'
import type { MemberId } from '@domain/ids'
import type { MemberCenter } from '@domain/members/contract'
import { growthOf } from '@domain/members/growth'
import type { Member } from '@domain/members/member'
import type { Order, OrderStatus } from '@domain/orders/order'
import type { PointsAccount } from '@domain/points/account'
import { isSigned } from '@domain/points/signIn'
import { after, DAY, type Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { coupons, orders, shops } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { completeMember } from './change'

/** Orders that something is still to happen to; the rest is history and would grow for ever. */
const openStatuses = [
  'unpaid',
  'waiting',
  'paid',
  'shipped',
  'received',
] as const satisfies readonly OrderStatus[]

/** Orders that are counted at most. */
const MOST_COUNTED = 200

/** Points that expire so soon are told. */
const SOON = 30 * DAY

type Counted = Pick<Order, 'status' | 'askedAt'>

/** The first screen of the member center. Three SDK calls, side by side. */
export async function seeCenter(
  _input: object,
  { memberId, now }: Caller,
): Promise<MemberCenter | Failure<'shop_unknown'>> {
  const [own, open, usable] = await Promise.all([
    readOwn(memberId),
    orders.find(
      { memberId, status: _.in([...openStatuses]) },
      { limit: MOST_COUNTED, fields: { status: true, askedAt: true } },
    ),
    coupons.count({ walletOf: memberId, status: 'unused', validUntil: _.gt(now) }),
  ])
  if (!own) return fail('shop_unknown')
  const { shop, member, account, claimed } = own
  return {
    profile: member.profile,
    joinedAt: member.joinedAt,
    store: shop.stores.find(({ id }) => id === member.storeId) ?? null,
    growth: growthOf(shop.levels, member),
    points: {
      rule: shop.points,
      balance: account?.balance ?? 0,
      expiring: expiringOf(account, now),
    },
    welcomes: claimed.some((template) => isWelcome(template, now)),
    coupons: usable,
    orders: countsOf(open),
    signedToday: account !== undefined && isSigned(account, now),
    isGuide: member.guideId !== null,
  }
}

/** The shop with what it knows of one member, in one SDK call. */
async function readOwn(memberId: MemberId) {
  const { list } = (await shops
    .aggregate()
    .match({ _id: 'shop' })
    .addFields({ memberKey: memberId, channelKey: 'claim' })
    .lookup({ from: 'members', localField: 'memberKey', foreignField: '_id', as: 'members' })
    .lookup({
      from: 'points_accounts',
      localField: 'memberKey',
      foreignField: '_id',
      as: 'accounts',
    })
    .lookup({
      from: 'coupon_templates',
      localField: 'channelKey',
      foreignField: 'channel',
      as: 'claimed',
    })
    .end()) as unknown as { list: readonly Reading[] }
  const [shop] = list
  if (!shop) return undefined
  const member = completeMember(memberId, shop.members[0])
  return { shop, member, account: shop.accounts[0], claimed: shop.claimed }
}

/** The shop with what belongs to one member, and the templates that anybody may claim from. */
type Reading = Shop & {
  readonly members: readonly Member[]
  readonly accounts: readonly PointsAccount[]
  readonly claimed: readonly CouponTemplate[]
}

function expiringOf(
  account: PointsAccount | undefined,
  now: Instant,
): MemberCenter['points']['expiring'] {
  const [first] = account?.lots ?? []
  if (!first || first.expiresAt > after(now, SOON)) return null
  return { points: first.points, at: first.expiresAt }
}

/** How many orders stand where; one that staff is asked about counts there too. */
function countsOf(open: readonly Counted[]): MemberCenter['orders'] {
  const counts: Partial<Record<OrderStatus | 'after-sale', number>> = {}
  for (const { status, askedAt } of open) {
    counts[status] = (counts[status] ?? 0) + 1
    if (askedAt !== null) counts['after-sale'] = (counts['after-sale'] ?? 0) + 1
  }
  return counts
}
