import * as fc from 'fast-check'
import type { Ladder } from '@domain/groupbuy/ladder'
import type { PaidJoin } from '@domain/groupbuy/settlement'
import { fen, MAX_FEN, type Fen } from '@domain/money'
import type { BasketLine } from '@domain/orders/receipt'
import { aLine, anOffer, aSku, id } from './build'

/** Any sum from nothing to the largest the shop speaks of. */
export const anyFen: fc.Arbitrary<Fen> = fc.integer({ min: 0, max: MAX_FEN }).map(fen)

/** A price as shops have them: a fen to ten thousand yuan. */
export const anyPrice: fc.Arbitrary<Fen> = fc.integer({ min: 1, max: 1_000_000 }).map(fen)

/** Any ladder that climbs the right way: one to six steps, more people, lower price. */
export const anyLadder: fc.Arbitrary<Ladder> = fc
  .record({
    people: fc.uniqueArray(fc.integer({ min: 2, max: 25 }), { minLength: 1, maxLength: 6 }),
    prices: fc.uniqueArray(fc.integer({ min: 1, max: 99_999 }), { minLength: 7, maxLength: 7 }),
    belowFirstStep: fc.constantFrom<Ladder['belowFirstStep']>('sell-at-base', 'refund-all'),
  })
  .map(({ people, prices, belowFirstStep }) => {
    const [basePrice = 1, ...falling] = [...prices].sort((one, other) => other - one)
    const climbing = [...people].sort((one, other) => one - other)
    return {
      basePriceFen: fen(basePrice),
      steps: climbing.map((count, index) => ({
        people: count,
        priceFen: fen(falling[index] ?? 1),
      })),
      belowFirstStep,
    }
  })

/** One who joins: a member, and how many pieces. */
export interface Comer {
  readonly member: number
  readonly quantity: number
}

/** Neighbours as they come to a ladder one after the other; some come more than once. */
export const anyComers: fc.Arbitrary<Comer[]> = fc.array(
  fc.record({ member: fc.integer({ min: 0, max: 30 }), quantity: fc.integer({ min: 1, max: 3 }) }),
  { maxLength: 80, size: 'max' },
)

/** A ladder, what its people paid as they came, and who they are. */
export interface Campaign {
  readonly ladder: Ladder
  readonly joins: readonly PaidJoin[]
}

/**
 * Plays a campaign without the shop's rules: everyone pays the price of the last step that those
 * before them had reached.
 */
export function play(ladder: Ladder, comers: readonly Comer[]): Campaign {
  const members = new Set<number>()
  const joins = comers.map(({ member, quantity }, index): PaidJoin => {
    let unitFen = ladder.basePriceFen
    for (const step of ladder.steps) if (members.size >= step.people) unitFen = step.priceFen
    members.add(member)
    return {
      orderId: id(`order-${index}`),
      memberId: id(`member-${member}`),
      alias: `邻居${member}`,
      quantity,
      unitFen,
    }
  })
  return { ladder, joins }
}

/** Any campaign from its first to its last neighbour. */
export const anyCampaign: fc.Arbitrary<Campaign> = fc
  .tuple(anyLadder, anyComers)
  .map(([ladder, comers]) => play(ladder, comers))

/** Any line of a basket, at the SKU's price or in a ladder that so many people joined. */
export const anyLine: fc.Arbitrary<BasketLine> = fc
  .record({
    price: anyPrice,
    quantity: fc.integer({ min: 1, max: 99 }),
    ladder: fc.option(anyLadder),
    people: fc.integer({ min: 0, max: 40 }),
  })
  .map(({ price, quantity, ladder, people }) =>
    aLine({ sku: aSku(price), quantity, deal: ladder && anOffer(people, ladder) }),
  )

/** Any basket that the shop takes. */
export const anyBasket = fc.array(anyLine, { minLength: 1, maxLength: 20 })
