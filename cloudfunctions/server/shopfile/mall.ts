import type { PlannedMall } from '@domain/shopfile/planPoints'
import type { Instant } from '@domain/time'
import { deals, mallCoupons } from '../kit/collections'
import { putChanged } from './putChanged'

/**
 * Brings the points mall to what the file says. What the file no longer names is taken out, and
 * comes back with its stock when the file names it again.
 */
export async function writeMall(mall: PlannedMall, now: Instant): Promise<void> {
  const sold = await deals.findAll({ kind: 'mall' })
  const known = await mallCoupons.findAll({})
  await putChanged(deals, sold, mall.deals)
  await putChanged(mallCoupons, known, mall.coupons)
  const named = new Set<string>([...mall.deals, ...mall.coupons].map(({ _id }) => _id))
  for (const { _id, endsAt } of sold) {
    if (endsAt > now && !named.has(_id)) await deals.changeIf(_id, {}, { endsAt: now })
  }
  for (const { _id, isOffered } of known) {
    if (isOffered && !named.has(_id)) await mallCoupons.changeIf(_id, {}, { isOffered: false })
  }
}
