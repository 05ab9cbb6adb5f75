import * as fc from 'fast-check'
import { fen } from '@domain/money'
import type { BasketLine, DealOffer, PriceContext } from '@domain/orders/receipt'
import type { Discount } from '@domain/promotions/discount'
import type { Promotions } from '@domain/promotions/promotions'
import type { Scope } from '@domain/promotions/scope'
import type { SpendAndSave } from '@domain/promotions/spendAndSave'
import { anyLadder } from '../arbitrary'
import { aContext, anOffer, id } from '../build'
import { bps, fruitLevels } from '../members/build'
import { aDiscount, aFlashOffer, aSave, aTeamOffer, coming, ended, goods, running } from './build'

const shelves = ['season', 'pantry', 'berry']
const products = ['kiwi', 'apple', 'mango', 'nuts']

const anySchedule = fc.oneof(
  { weight: 4, arbitrary: fc.constant(running) },
  { weight: 1, arbitrary: fc.constantFrom(coming, ended) },
)

const anyScope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant<Scope>({ kind: 'all', ids: [] }),
  fc.subarray(shelves, { minLength: 1 }).map((ids): Scope => ({ kind: 'category', ids })),
  fc.subarray(products, { minLength: 1 }).map((ids): Scope => ({ kind: 'product', ids })),
)

/** Any discount or member day, running or not, for everybody or from a level on. */
export const anyDiscount: fc.Arbitrary<Omit<Discount, 'id'>> = fc
  .record({
    kind: fc.constantFrom<Discount['kind']>('discount', 'member-day'),
    schedule: anySchedule,
    levelAtLeast: fc.constantFrom<Discount['levelAtLeast']>(null, null, id('silver'), id('black')),
    discountBps: fc.integer({ min: 1, max: 10_000 }).map(bps),
    scope: anyScope,
  })
  .map((own) => aDiscount(own))

/** Any spend-and-save whose steps climb. */
export const anySave: fc.Arbitrary<Omit<SpendAndSave, 'id'>> = fc
  .record({
    schedule: anySchedule,
    scope: anyScope,
    steps: fc.array(
      fc.tuple(fc.integer({ min: 2, max: 9_000 }), fc.integer({ min: 1, max: 9_000 })),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
  })
  .map(({ steps, ...own }) => {
    let [minFen, offFen] = [0, 0]
    const climbing = steps.map(([more, off]) => {
      const added = Math.min(off, more - 1)
      minFen += more
      offFen += added
      return { minFen: fen(minFen), offFen: fen(offFen) }
    })
    return aSave({ ...own, steps: climbing })
  })

/** Any promotions of a shop, each under an id of its own. */
export const anyPromotions: fc.Arbitrary<Promotions> = fc
  .record({
    discounts: fc.array(anyDiscount, { maxLength: 4 }),
    saves: fc.array(anySave, { maxLength: 4 }),
  })
  .map(({ discounts, saves }) => ({
    discounts: discounts.map((one, n) => aDiscount({ ...one, id: id(`discount-${n}`) })),
    spendAndSave: saves.map((one, n) => aSave({ ...one, id: id(`save-${n}`) })),
  }))

/** Any deal on a piece of that price; all but ladders are never dearer than it. */
const anyDeal = (priceFen: number): fc.Arbitrary<DealOffer | null> => {
  const lower = fc.integer({ min: 0, max: priceFen })
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.integer({ min: 0, max: 40 }), anyLadder)
        .map(([people, ladder]) => anOffer(people, ladder)),
    },
    { weight: 1, arbitrary: lower.map((price) => aTeamOffer(price)) },
    { weight: 1, arbitrary: lower.map((price) => aFlashOffer(price)) },
  )
}

/** Any line: of some product on some shelf, in a deal or not. */
export const anyGoods: fc.Arbitrary<BasketLine> = fc
  .integer({ min: 1, max: 20_000 })
  .chain((price) =>
    fc
      .record({
        quantity: fc.integer({ min: 1, max: 5 }),
        on: fc.constantFrom(...shelves),
        productId: fc.constantFrom(...products),
        deal: anyDeal(price),
      })
      .map((own) => goods(price, own)),
  )

/** Any basket of such lines. */
export const anyShopping = fc.array(anyGoods, { minLength: 1, maxLength: 8 })

/** Anything else that a price depends on: freight, delivery, promotions and the level. */
export const anyContext: fc.Arbitrary<PriceContext> = fc
  .record({
    freight: fc.record({
      flatFen: fc.integer({ min: 0, max: 2_000 }).map(fen),
      freeAboveFen: fc.integer({ min: 0, max: 30_000 }).map(fen),
      pickUpFen: fc.integer({ min: 0, max: 500 }).map(fen),
    }),
    delivery: fc.constantFrom<PriceContext['delivery']>('pick-up', 'courier'),
    promotions: anyPromotions,
    levels: fc.constantFrom(null, fruitLevels()),
    levelId: fc.constantFrom<PriceContext['member']['levelId']>(null, id('silver'), id('black')),
  })
  .map(({ levelId, ...own }) => aContext({ ...own, member: { levelId } }))
