/** Who brings people, and what they earn by it: written down by the seed. */
import type { Dice } from './dice'

/** A place for a guide, as the plan knows it. */
export interface PlannedGuide {
  readonly id: string
  readonly storeId: string
  /** Who brought the guide in, and earns the second level. */
  readonly invitedBy?: string
}

export interface PlannedShare {
  readonly role: 'guide' | 'store' | 'host'
  readonly bps: number
}

/** All of it. */
export interface PlannedGuiding {
  /** The first people of the street take these places, in this order. */
  readonly guides: readonly PlannedGuide[]
  readonly rule: 'last-guide-touch' | 'first-touch' | 'protected-binding'
  /** Days that a touch, or a binding, counts. */
  readonly days: number
  readonly selfPurchase: boolean
  /** Of everything that nothing closer speaks of. */
  readonly shares: readonly PlannedShare[]
  readonly products: Readonly<Record<string, readonly PlannedShare[]>>
  readonly deals: Readonly<Record<string, readonly PlannedShare[]>>
  readonly level2Bps: number
  readonly maxTotalBps: number
  readonly freezeDays: number
}

/** Thinks up guides, and what they get. */
export function planGuiding(dice: Dice): PlannedGuiding {
  return {
    guides: [
      { id: 'guide-0', storeId: 'store-01' },
      { id: 'guide-1', storeId: 'store-02' },
      { id: 'guide-2', storeId: 'store-01', invitedBy: 'guide-0' },
    ],
    rule: dice.one(['last-guide-touch', 'first-touch', 'protected-binding']),
    days: dice.one([1, 3, 7, 15]),
    selfPurchase: dice.chance(0.3),
    shares: sharesOf(dice),
    products: { 'fruit-2': sharesOf(dice), 'grape-0': sharesOf(dice) },
    deals: { 'team-1': sharesOf(dice) },
    level2Bps: dice.whole(1, 300),
    // More than all roles get together, and less than a shop can afford.
    maxTotalBps: dice.whole(3300, 5000),
    freezeDays: dice.one([0, 1, 3, 7]),
  }
}

/** Odd rates, so that shares rarely come out even. */
const sharesOf = (dice: Dice): PlannedShare[] => [
  { role: 'guide', bps: dice.whole(1, 2000) },
  { role: 'store', bps: dice.whole(0, 900) },
  { role: 'host', bps: dice.whole(0, 100) },
]
