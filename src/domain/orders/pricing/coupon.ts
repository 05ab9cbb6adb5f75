import type { WalletCoupon } from '../../coupons/coupon'
import { couponOff } from '../../coupons/rule'
import { NOTHING, split, subtract, type Fen } from '../../money'
import { inScope } from '../../promotions/scope'
import { spentOn } from '../../promotions/spendAndSave'
import type { Instant } from '../../time'
import { byId, type Pricing, type Skipped } from './draft'
import { stepped, takes, type PricedLine, type PriceStep, type Why } from './line'

/** What a coupon does for a basket, or why it does nothing. */
type Use =
  { readonly lines: readonly PricedLine[]; readonly offFen: Fen } | Pick<Skipped, 'reason' | 'why'>

/** What a coupon would do for lines as they cost after everything before it. */
function useOf(coupon: WalletCoupon, lines: readonly PricedLine[], now: Instant): Use {
  const { rule, validFrom, validUntil, status } = coupon
  const { scope, minSpendFen } = rule
  if (now >= validUntil) return { reason: 'over', why: { until: validUntil } }
  if (status === 'held') return { reason: 'held', why: {} }
  if (now < validFrom) return { reason: 'unstarted', why: { startsAt: validFrom } }
  const scoped = lines.filter(({ product }) => inScope(scope, product))
  const names = coupon.scopeNames.join('、')
  if (scoped.length === 0) return { reason: 'scope', why: { scope: scope.kind, names } }
  const own = scoped.filter((line) => takes(line, 'coupons'))
  if (own.length === 0) return { reason: 'deal', why: {} }
  const spentFen = spentOn(own)
  const missing = subtract(minSpendFen, spentFen)
  const offFen = couponOff(rule, spentFen)
  if (missing > 0) return { reason: 'missing', why: { missing, minFen: minSpendFen, names } }
  // What costs nothing any more can't be brought down.
  return offFen === 0 ? { reason: 'better', why: { offFen } } : { lines: own, offFen }
}

/** Spreads what a coupon takes off over the lines that it is for, by what each costs. */
function stepsOf(
  { _id: id, name, rule }: WalletCoupon,
  { lines, offFen }: Extract<Use, { offFen: Fen }>,
): ReadonlyMap<PricedLine, PriceStep> {
  const parts = split(
    offFen,
    lines.map(({ payableFen }) => payableFen),
  )
  const rate: Why = rule.kind === 'percent' ? { discountBps: rule.discountBps } : {}
  const why = { minFen: rule.minSpendFen, offFen, ...rate }
  return new Map(
    lines.map((line, index) => {
      const amountFen = subtract(NOTHING, parts[index] ?? NOTHING)
      return [line, { kind: 'coupon', id, name, amountFen, why }]
    }),
  )
}

/** The one coupon that was chosen, if it can be used; every one that can't says why. */
export const couponPricing: Pricing = ({ lines, skipped }, { coupons, couponId, now }) => {
  const uses = [...coupons]
    .sort((one, other) => byId({ id: one._id }, { id: other._id }))
    .map((coupon) => ({ coupon, use: useOf(coupon, lines, now) }))
  const chosen = uses.find(({ coupon }) => coupon._id === couponId)
  const steps =
    chosen && 'offFen' in chosen.use ? stepsOf(chosen.coupon, chosen.use) : new Map<never, never>()
  return {
    lines: lines.map((line) => {
      const step = steps.get(line)
      return step ? stepped(line, step) : line
    }),
    skipped: [
      ...skipped,
      ...uses.flatMap(({ coupon: { _id: id, name }, use }): readonly Skipped[] =>
        'offFen' in use ? [] : [{ kind: 'coupon', id, name, ...use, skuId: null }],
      ),
    ],
  }
}
