/**
 * Every refusal a caller may meet, in order of precedence: where two apply, the earlier one is
 * told.
 * First what is wrong with the call, then what is unknown, then who may not, then what time
 * forbids, then what has run out, then what the shopper may settle alone, and last the weather.
 */
export const failureCodes = [
  'action_unknown',
  'function_closed',
  'input_invalid',
  'identity_missing',
  'role_missing',
  'deal_mixed',
  'request_reused',
  'tries_over',
  'unpaid_many',
  'shop_unknown',
  'product_unknown',
  'sku_unknown',
  'deal_unknown',
  'team_unknown',
  'store_unknown',
  'order_unknown',
  'after_sale_unknown',
  'code_unknown',
  'template_unknown',
  'coupon_unknown',
  'mall_item_unknown',
  'guide_unknown',
  'guide_missing',
  'link_unknown',
  'live_unknown',
  'lottery_unknown',
  'invitation_unknown',
  'payout_unknown',
  'statement_unready',
  'lottery_unsealed',
  'order_cannot',
  'after_sale_cannot',
  'code_used',
  'coupon_cannot',
  'phone_refused',
  'live_cannot',
  'price_beyond',
  'guide_already',
  'payout_closed',
  'payout_underway',
  'audience_other',
  'newcomers_only',
  'team_joined',
  'prize_unwon',
  'deal_unstarted',
  'deal_over',
  'deal_off',
  'team_over',
  'after_sale_over',
  'claim_unstarted',
  'claim_over',
  'invitation_over',
  'live_early',
  'live_unstarted',
  'live_over',
  'lottery_open',
  'lottery_over',
  'file_invalid',
  'cart_full',
  'member_limit',
  'points_short',
  'payable_short',
  'coupons_gone',
  'team_full',
  'stock_short',
  'pieces_short',
  'price_changed',
  'payment_refused',
  'busy',
  'offline',
  'broken',
] as const

/** The name of a refusal. */
export type FailureCode = (typeof failureCodes)[number]

/** Figures that the sentence for the shopper needs, e.g. `{ left: 3 }`. */
export type FailureDetails = Readonly<Record<string, string | number>>

/** A refusal that is expected and says why. It is a value: returned, never thrown. */
export interface Failure<Code extends FailureCode = FailureCode> {
  readonly failed: true
  readonly code: Code
  readonly details: FailureDetails
}

/** Makes a refusal. */
export function fail<Code extends FailureCode>(
  code: Code,
  details: FailureDetails = {},
): Failure<Code> {
  return { failed: true, code, details }
}

/** Tells a refusal from an answer. */
export function hasFailed(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && 'failed' in value && value.failed === true
}

/** Of several refusals, the one that is told: the earliest in the list of precedence. */
export function foremost<Code extends FailureCode>(
  refusals: readonly Failure<Code>[],
): Failure<Code> | undefined {
  return [...refusals].sort(
    (one, other) => failureCodes.indexOf(one.code) - failureCodes.indexOf(other.code),
  )[0]
}
