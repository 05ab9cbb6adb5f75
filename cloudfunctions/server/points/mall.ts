import type { CouponTemplate } from '@domain/coupons/coupon'
import { fail } from '@domain/failure'
import { available, type CouponPool } from '@domain/holds/hold'
import { freshAccount } from '@domain/points/account'
import type { MallItem } from '@domain/points/contract'
import type { MallCoupon } from '@domain/points/mall'
import { productOf, readDeals, withoutHolds, type DealReading } from '../deals/progress'
import { _ } from '../kit/cloud'
import { mallCoupons, pointsAccounts, shops } from '../kit/collections'
import type { Caller } from '../kit/serve'

type CouponReading = MallCoupon & {
  readonly templates: readonly CouponTemplate[]
  readonly pools: readonly Pick<CouponPool, 'available'>[]
}

/** What points can be redeemed for, in the shop's order. Four SDK calls. */
export async function seeMall(_input: object, { memberId, now }: Caller) {
  const [shop, account, coupons, deals] = await Promise.all([
    shops.get('shop'),
    pointsAccounts.get(memberId),
    readCoupons(),
    readDeals({ kind: 'mall', startsAt: _.lte(now), endsAt: _.gt(now) }),
  ])
  if (!shop) return fail('shop_unknown')
  const ranked = [...coupons.map(couponItem), ...deals.map(productItem)]
    .filter((found) => found !== undefined)
    .sort((one, other) => one.rank - other.rank)
  return {
    available: (account ?? freshAccount(memberId)).available,
    items: ranked.map(({ item }) => item),
  }
}

/** Something of the mall with its place in it. */
interface Ranked {
  readonly rank: number
  readonly item: MallItem
}

async function readCoupons(): Promise<readonly CouponReading[]> {
  const { list } = (await mallCoupons
    .aggregate()
    .match({ isOffered: true })
    .lookup({
      from: 'coupon_templates',
      localField: 'templateId',
      foreignField: '_id',
      as: 'templates',
    })
    .lookup({
      from: 'coupon_pools',
      localField: 'templateId',
      foreignField: 'templateId',
      as: 'pools',
    })
    .project(withoutHolds)
    .end()) as unknown as { list: readonly CouponReading[] }
  return list
}

function couponItem({ _id, name, points, rank, templates, pools }: CouponReading) {
  const [template] = templates
  if (!template) return undefined
  const left = available(pools)
  const item = { kind: 'coupon', id: _id, name, points, left, rule: template.rule } as const
  return { rank, item } satisfies Ranked
}

function productItem(deal: DealReading): Ranked | undefined {
  const product = productOf(deal)
  if (deal.kind !== 'mall' || !product) return undefined
  const { _id: dealId, name, points, priceFen, productId, skuId, rank, pools } = deal
  const goods = { dealId, productId, skuId, cashFen: priceFen, picture: product.picture }
  return {
    rank,
    item: { kind: 'product', id: dealId, name, points, left: available(pools), ...goods },
  }
}
