import type { PlannedMall } from '@domain/shopfile/planPoints'
import type { Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { deals, mallCoupons } from '../kit/collections'

/**
 * Brings the points mall to what the file says. What the file no longer names is taken out, and
 * comes back with its stock when the file names it again.
 */
export async function writeMall(mall: PlannedMall, now: Instant): Promise<void> {
  await Promise.all(mall.deals.map((deal) => deals.put(deal)))
  await Promise.all(mall.coupons.map((coupon) => mallCoupons.put(coupon)))
  const named = new Set<string>([...mall.deals, ...mall.coupons].map(({ _id }) => _id))
  const open = await deals.find({ kind: 'mall', endsAt: _.gt(now) })
  const offered = await mallCoupons.find({ isOffered: true })
  for (const { _id } of open) {
    if (!named.has(_id)) await deals.changeIf(_id, {}, { endsAt: now })
  }
  for (const { _id } of offered) {
    if (!named.has(_id)) await mallCoupons.changeIf(_id, {}, { isOffered: false })
  }
}
