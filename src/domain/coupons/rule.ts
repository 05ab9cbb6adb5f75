import { lesser, subtract, type Fen } from '../money'
import { discounted } from '../promotions/discount'
import type { CouponRule } from './coupon'

/** What a coupon takes off goods that come to `spentFen`: never more than they cost. */
export function couponOff(rule: CouponRule, spentFen: Fen): Fen {
  if (rule.kind === 'amount') return lesser(rule.amountFen, spentFen)
  const offFen = subtract(spentFen, discounted(spentFen, rule.discountBps))
  return rule.maxOffFen === null ? offFen : lesser(rule.maxOffFen, offFen)
}

/** What is wrong with a coupon's rule, in the words of who set it up; nothing when it is one. */
export function couponFault(rule: CouponRule): string | undefined {
  if (rule.kind === 'amount') {
    if (rule.amountFen <= 0) return 'takes nothing off'
    return rule.minSpendFen > 0 && rule.amountFen > rule.minSpendFen
      ? 'takes more off than it asks to be spent'
      : undefined
  }
  if (rule.discountBps <= 0) return 'leaves something of the price'
  if (rule.discountBps >= 10_000 || rule.maxOffFen === 0) return 'takes nothing off'
  return undefined
}
