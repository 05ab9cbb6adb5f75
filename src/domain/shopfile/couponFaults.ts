import { couponFault } from '../coupons/rule'
import type { Instant } from '../time'
import type { ShopFile } from './contract'
import type { FileFault } from './faults'
import { ruleOf, validityOf, type FileCoupon } from './planCoupons'
import { audienceFaults, faultAt, scopeFaults } from './promotionFaults'
import { fileMoment } from './when'

/** What is wrong with coupons and with what comes with orders. */
export function couponFaults(file: ShopFile, now: Instant): FileFault[] {
  const known = new Set<string>(file.coupons.map(({ id }) => id))
  return [
    ...file.coupons.flatMap((coupon, index) => {
      const place = `coupons[${index}]`
      return [
        ...faultAt(place, figureFault(coupon) ?? couponFault(ruleOf(coupon))),
        ...scopeFaults(coupon.scope, place, file),
        ...audienceFaults(coupon.audience, place, file),
        ...timeFaults(coupon, place, now),
      ]
    }),
    ...file.orderGifts.flatMap(({ couponId }, index) =>
      faultAt(
        `orderGifts[${index}].couponId`,
        known.has(couponId) ? undefined : `there is no coupon "${couponId}"`,
      ),
    ),
    ...file.groupBuys.flatMap(({ kind, takes }, index) =>
      faultAt(
        `groupBuys[${index}].takes`,
        kind === 'ladder' && (takes?.coupons || takes?.points)
          ? 'a ladder takes neither coupons nor points: its price is open until it closes'
          : undefined,
      ),
    ),
  ]
}

/** Figures that belong to the other kind of coupon. */
function figureFault({ kind, amountFen, discountBps, maxOffFen }: FileCoupon): string | undefined {
  if (kind === 'amount') {
    if (amountFen === undefined) return 'needs amountFen'
    const others = discountBps ?? maxOffFen
    return others === undefined ? undefined : 'an amount has no discountBps and no maxOffFen'
  }
  if (discountBps === undefined) return 'needs discountBps'
  return amountFen === undefined ? undefined : 'a percentage has no amountFen'
}

function timeFaults(coupon: FileCoupon, place: string, now: Instant): FileFault[] {
  const { claimFrom, claimUntil } = coupon
  const validity = validityOf(coupon, now)
  const isUpsideDown =
    claimFrom !== undefined &&
    claimUntil !== undefined &&
    fileMoment(claimUntil, now) <= fileMoment(claimFrom, now)
  return [
    ...faultAt(place, validity ? undefined : 'needs either validDays, or validFrom and validUntil'),
    ...faultAt(
      `${place}.validUntil`,
      validity?.kind === 'dates' && validity.until <= validity.from
        ? 'the end comes after the start'
        : undefined,
    ),
    ...faultAt(`${place}.claimUntil`, isUpsideDown ? 'the end comes after the start' : undefined),
  ]
}
