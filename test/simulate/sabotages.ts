/** Rules broken on purpose, one at a time, in a copy of the code: the auditor must see each. */
import type { Sabotage } from './fast/bundle'

/** A sabotage, with the rules by which the auditor may see it. */
export interface KnownSabotage extends Sabotage {
  readonly seen: readonly string[]
  /** How long a street it takes to see it; a short one where nothing is said. */
  readonly scale?: { readonly days: number; readonly steps: number }
}

/** Long enough for goods to be received, and asked back. */
const weeks = { days: 30, steps: 1500 }

/** Long enough for levels to rise and fall. */
const months = { days: 120, steps: 1500 }

export const sabotages: readonly KnownSabotage[] = [
  {
    name: 'a hold is released twice',
    seen: ['adds up'],
    file: 'server/holds/release.ts',
    snippet: `    { [\`holds.\${orderId}\`]: _.exists(true) },
    {
      available: _.inc(hold.quantity),`,
    instead: `    {},
    {
      available: _.inc(hold.quantity),`,
  },
  {
    name: 'stock is sold that is not there',
    seen: ['adds up', 'no oversell'],
    file: 'server/holds/take.ts',
    snippet: '{ available: _.gte(quantity), [`holds.${holder}`]: _.exists(false) }',
    instead: '{ [`holds.${holder}`]: _.exists(false) }',
  },
  {
    name: 'the quota is forgotten',
    seen: ['no quota exceeded', 'as orders say'],
    file: 'server/orders/takeAll.ts',
    snippet: 'takings.push(() => one(takeQuota(owner, { orderId, quantity, until })))',
    instead: 'void [owner, quantity, takeQuota]',
  },
  {
    name: 'a todo is dropped before it is done',
    seen: ['all done', 'no fen made or lost', 'as orders say'],
    file: 'domain/orders/todo.ts',
    snippet: 'const todo = done ?',
    instead: 'const todo = done || task.task ?',
  },
  {
    name: 'a refund sends back all that was paid',
    seen: ['refunded as decided'],
    file: 'server/orders/todo.ts',
    snippet: 'refund: wanted, now',
    instead: 'refund: { ...wanted, amountFen: paidFen }, now',
  },
  {
    name: 'a ladder settles at what was paid',
    seen: ['no fen made or lost'],
    file: 'domain/groupbuy/ladder.ts',
    snippet: 'return times(lesser(paidUnitFen, finalPriceFen), quantity)',
    instead: 'return times(paidUnitFen, quantity)',
  },
  {
    name: 'an order ends without asking the gateway',
    seen: ['no fen made or lost', 'charged for something'],
    file: 'server/orders/end.ts',
    snippet: 'const paid = await shutPayment(orderId, now)',
    instead: 'const paid = orderId.length === 0 ? await shutPayment(orderId, now) : undefined',
  },
  {
    name: 'people are counted by their orders',
    seen: ['people are counted'],
    scale: weeks,
    file: 'server/groupbuy/close.ts',
    snippet: "_id: '$memberId'",
    instead: "_id: '$_id'",
  },
  {
    name: 'goods that come back are forgotten',
    seen: ['as orders say'],
    file: 'server/orders/todo.ts',
    snippet:
      'await comeBack(hold, { orderId, mark: orderId, people: hold === first ? people : 0, now })',
    instead: 'void [comeBack, people, hold === first]',
  },
  {
    name: 'the shop charges what the phone says',
    seen: ['receipt adds up', 'priced by the list'],
    file: 'domain/orders/receipt.ts',
    snippet: 'if (receipt.payableFen === seenFen) return undefined',
    instead: 'Object.assign(receipt, { payableFen: seenFen }); if (seenFen >= 0) return undefined',
  },
  {
    name: 'a seat of a team is sold twice',
    seen: ['adds up', 'seats'],
    file: 'server/teams/seats.ts',
    snippet: '      sold: _.inc(1),',
    instead: '      sold: _.inc(2),',
  },
  {
    name: 'goods go out before the team is complete',
    seen: ['one way', 'seats'],
    file: 'domain/teams/team.ts',
    snippet: "if (team.sold >= team.loaded) return 'form'",
    instead: "if (team.sold >= 1) return 'form'",
  },
  {
    name: 'one piece more is paid back than was asked',
    seen: ['a fair part', 'no fen made or lost', 'refunded as decided'],
    file: 'domain/aftersale/afterSale.ts',
    snippet: 'return add(...shares.slice(0, quantity))',
    instead: 'return add(...shares.slice(0, quantity + 1))',
  },
  {
    name: 'a parcel costs nothing too early',
    seen: ['priced by the list'],
    file: 'domain/orders/pricing/freight.ts',
    snippet: 'goodsFen >= freeAboveFen ? NOTHING : flatFen, why',
    instead: 'goodsFen >= freeAboveFen / 2 ? NOTHING : flatFen, why',
  },
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
    scale: weeks,
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
