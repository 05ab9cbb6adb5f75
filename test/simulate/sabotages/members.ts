/** Rules about coupons, levels and points, broken on purpose. */
import { months, weeks, type KnownSabotage } from './known'

export const ofMembers: readonly KnownSabotage[] = [
  {
    name: 'a coupon is held twice',
    seen: ['one order a coupon'],
    scale: weeks,
    file: 'server/coupons/hold.ts',
    snippet: "{ memberId, status: 'unused', validFrom: _.lte(now), validUntil: _.gt(now) }",
    instead: '{ memberId, validFrom: _.lte(now), validUntil: _.gt(now) }',
  },
  {
    name: 'a coupon stays with an order whose money went back',
    seen: ['back with the money'],
    scale: weeks,
    file: 'server/orders/benefits.ts',
    snippet: 'if (givesCouponBack(order)) await returnCoupon(order.couponId, order)',
    instead: 'if (givesCouponBack(order)) void returnCoupon',
  },
  {
    name: 'a coupon that came back is good for ever',
    seen: ['only while valid'],
    scale: weeks,
    file: 'server/coupons/hold.ts',
    snippet: 'heldUntil: null, dueAt: AT_ONCE, rev: _.inc(1)',
    instead: 'heldUntil: null, dueAt: NEVER + AT_ONCE, rev: _.inc(1)',
  },
  {
    name: 'more coupons are claimed than a member may',
    seen: ['no more coupons than there are'],
    scale: weeks,
    file: 'domain/coupons/claim.ts',
    snippet: 'claimed >= perMember &&',
    instead: 'claimed > perMember &&',
  },
  {
    name: 'a percentage knows no cap',
    seen: ['coupons as written'],
    scale: weeks,
    file: 'domain/coupons/rule.ts',
    snippet: 'return rule.maxOffFen === null ? offFen : lesser(rule.maxOffFen, offFen)',
    instead: 'return offFen',
  },
  {
    name: 'a voucher comes twice a month',
    seen: ['one voucher a month'],
    scale: months,
    file: 'server/members/benefits.ts',
    snippet: `owedBenefits(member, rule, now)
  const isGiven =
    voucher !== null &&
    (await give(
      {
        templateId: voucher.templateId,
        couponId: voucherIdOf(memberId, voucher.month),`,
    instead: `owedBenefits({ ...member, voucherMonth: null }, rule, now)
  const isGiven =
    voucher !== null &&
    (await give(
      {
        templateId: voucher.templateId,
        couponId: voucherIdOf(memberId, voucher.templateId + String(now)),`,
  },
  {
    name: 'a voucher is forgotten as the month begins',
    seen: ['vouchers by level'],
    scale: months,
    file: 'domain/members/benefits.ts',
    snippet: 'return isMonthly ? monthsLater(shopMonth(now), 1) : NEVER',
    instead: 'return isMonthly ? monthsLater(shopMonth(now), 120) : NEVER',
  },
  {
    name: 'levels never fall',
    seen: ['level by the spending', 'vouchers by level'],
    scale: months,
    file: 'domain/members/member.ts',
    snippet: 'const counted = kept.filter(({ at }) => at >= windowStart(span, now))',
    instead: 'const counted = kept.filter(({ at }) => at >= 0 * windowStart(span, now))',
  },
  {
    name: 'a gift stays when the money for its order goes back',
    seen: ['gifts with orders'],
    scale: weeks,
    file: 'server/orders/benefits.ts',
    snippet: 'if (!deservesGift(order, gift)) return withdraw(order, couponId)',
    instead: 'if (!deservesGift(order, gift)) return withdraw !== undefined',
  },
  {
    name: 'points come before the goods',
    seen: ['points by the rule'],
    scale: weeks,
    file: 'domain/points/dues.ts',
    snippet: 'const earns = order.earning && isReceived(order)',
    instead: 'const earns = order.earning',
  },
  {
    name: 'points are earned by money that went back',
    seen: ['points by the rule'],
    scale: weeks,
    file: 'domain/points/dues.ts',
    snippet: 'earnedBy(order.earning, keptGoodsFen(order)) : 0',
    instead: 'earnedBy(order.earning, order.payment?.paidFen ?? keptGoodsFen(order)) : 0',
  },
  {
    name: 'points stay spent on pieces that came back',
    seen: ['points back with the money'],
    scale: { days: 30, steps: 2600 },
    file: 'domain/points/dues.ts',
    snippet: '(line, index) => line.points - pointsBack(line, piecesGranted(order, index))',
    instead: '(line, index) => line.points - pointsBack(line, 0 * piecesGranted(order, index))',
  },
  {
    name: 'points that came last go first',
    seen: ['first in, first out'],
    scale: months,
    file: 'domain/points/ledger.ts',
    snippet: 'return lots.flatMap((lot) => {',
    instead: 'return [...lots].reverse().flatMap((lot) => {',
  },
  {
    name: 'points pay for more than the shop lets them',
    seen: ['points as written'],
    scale: weeks,
    file: 'domain/orders/pricing/points.ts',
    snippet: 'return Math.min(room, Math.floor(cappedFen / offset.fenPerPoint))',
    instead: 'return Math.max(room, Math.floor(cappedFen / offset.fenPerPoint))',
  },
  {
    name: 'a balance is written without its entry',
    seen: ['balance is its ledger'],
    file: 'server/points/post.ts',
    snippet: 'for (const entry of decided.entries) await add(pointsEntries, entry)',
    instead: 'void [add, pointsEntries]',
  },
]
