/** How a shop credits orders to guides. */
export interface AttributionRule {
  /** Counts the changes of the rule, so that an order tells by which one it was credited. */
  readonly version: number
  /**
   * last-guide-touch: the guide whose link was opened last; first-touch: the one whose link was
   * opened first; protected-binding 锁客: the first one, for so many days whoever comes later.
   */
  readonly kind: 'last-guide-touch' | 'first-touch' | 'protected-binding'
  /** Days that a touch, or a binding, counts. */
  readonly days: number
  /** Whether guides are credited for what they buy themselves. */
  readonly selfPurchase: boolean
}

/** Days for which a touch can count, and for which a customer can be bound to a guide. */
export const bindingDays = { least: 1, most: 365 } as const

/** The rule of a shop that says nothing else. */
export const usualRule: AttributionRule = {
  version: 1,
  kind: 'last-guide-touch',
  days: 15,
  selfPurchase: false,
}
