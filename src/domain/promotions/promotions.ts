import type { Discount } from './discount'
import type { SpendAndSave } from './spendAndSave'

/** What brings prices down beside deals. */
export interface Promotions {
  readonly discounts: readonly Discount[]
  readonly spendAndSave: readonly SpendAndSave[]
}
