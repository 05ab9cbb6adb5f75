import type { Shop } from '@domain/catalog/product'
import { isInCentre } from '@domain/coupons/claim'
import type { CouponOffer, ScopeNames } from '@domain/coupons/contract'
import type { Coupon, CouponTemplate } from '@domain/coupons/coupon'
import { fail, type Failure } from '@domain/failure'
import { available, type CouponPool } from '@domain/holds/hold'
import type { MemberId } from '@domain/ids'
import { strangerOf, type Member } from '@domain/members/member'
import type { Instant } from '@domain/time'
import { coupons, shops } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { audienceView } from '../members/audienceView'
import { scopeNamesOf } from './view'

/** What one look brings: the shop with all that may be claimed in it. */
interface Reading extends Shop {
  readonly offered: readonly CouponTemplate[]
  readonly pools: readonly Pick<CouponPool, 'templateId' | 'available'>[]
  readonly members: readonly Member[]
}

/** 领券中心: what may be claimed, in the shop's order. Two SDK calls. */
export async function seeCentre(
  _input: object,
  { memberId, now }: Caller,
): Promise<{ offers: readonly CouponOffer[]; names: ScopeNames } | Failure<'shop_unknown'>> {
  const [shop, claimed] = await Promise.all([readCentre(memberId), readClaims(memberId)])
  if (!shop) return fail('shop_unknown')
  const templates = shop.offered
    .filter((template) => isInCentre(template) && !isOver(template, now))
    .sort((one, other) => one.rank - other.rank)
  const member = shop.members[0] ?? strangerOf(memberId)
  return {
    offers: templates.map((template) => ({
      template: shown(template),
      audience: audienceView(template.audience, { shop, member, now }),
      left: available(shop.pools.filter(({ templateId }) => templateId === template._id)),
      claimed: claimed.filter(({ templateId }) => templateId === template._id).length,
    })),
    names: scopeNamesOf(templates),
  }
}

async function readCentre(memberId: MemberId): Promise<Reading | undefined> {
  const { list } = (await shops
    .aggregate()
    .match({ _id: 'shop' })
    .addFields({ channelKey: 'claim', memberKey: memberId })
    .lookup({
      from: 'coupon_templates',
      localField: 'channelKey',
      foreignField: 'channel',
      as: 'offered',
    })
    .lookup({
      from: 'coupon_pools',
      localField: 'offered._id',
      foreignField: 'templateId',
      as: 'pools',
    })
    .lookup({ from: 'members', localField: 'memberKey', foreignField: '_id', as: 'members' })
    .project({ 'pools.holds': 0, 'pools.returned': 0 })
    .end()) as unknown as { list: readonly Reading[] }
  return list[0]
}

/** Every claim of a member counts, whatever became of the coupon. */
const readClaims = (memberId: MemberId): Promise<Pick<Coupon, 'templateId'>[]> =>
  coupons.find({ memberId, channel: 'claim' }, { fields: { templateId: true } })

const isOver = ({ claimUntil, validity }: CouponTemplate, now: Instant): boolean =>
  (claimUntil !== null && now >= claimUntil) || (validity.kind === 'dates' && now >= validity.until)

function shown(template: CouponTemplate): CouponOffer['template'] {
  const { _id, name, rule, total, perMember, claimFrom, claimUntil, validity } = template
  return { _id, name, rule, total, perMember, claimFrom, claimUntil, validity }
}
