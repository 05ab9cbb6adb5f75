import * as fc from 'fast-check'
import { cut, type Hold } from '@domain/holds/hold'
import { id } from '../build'
import { always } from '../property'

/** Pieces of a SKU out of a shard. */
const held = (skuId: string, shard: number, quantity: number): Hold => ({
  in: 'pools',
  id: `${skuId}-${shard}`,
  quantity,
  skuId: id(skuId),
})
const quota: Hold = { in: 'quotas', id: 'flash-ann', quantity: 3, skuId: null }
const ofSku = (skuId: string) => (hold: Hold) => hold.skuId === skuId
const sum = (holds: readonly Hold[]) => holds.reduce((all, { quantity }) => all + quantity, 0)

describe('cutting pieces out of what an order holds', () => {
  const holds = [held('cherry', 0, 2), held('mango', 0, 5), held('cherry', 1, 3), quota]

  test('takes the first ones first', () => {
    expect(cut(holds, ofSku('cherry'), 1)).toEqual({
      taken: [held('cherry', 0, 1)],
      rest: [held('cherry', 0, 1), held('mango', 0, 5), held('cherry', 1, 3), quota],
    })
  })

  test('goes on in the next shard where the first one is not enough', () => {
    expect(cut(holds, ofSku('cherry'), 4)).toEqual({
      taken: [held('cherry', 0, 2), held('cherry', 1, 2)],
      rest: [held('mango', 0, 5), held('cherry', 1, 1), quota],
    })
  })

  test('leaves no empty hold behind', () => {
    const { rest } = cut(holds, ofSku('cherry'), 5)
    expect(rest).toEqual([held('mango', 0, 5), quota])
  })

  test('takes fewer where fewer are held', () => {
    expect(cut(holds, ofSku('cherry'), 99).taken).toEqual([
      held('cherry', 0, 2),
      held('cherry', 1, 3),
    ])
  })

  test('touches nothing that does not fit', () => {
    expect(cut(holds, () => false, 9)).toEqual({ taken: [], rest: holds })
  })

  test('takes from a quota as from a shelf', () => {
    const cutQuota = cut(holds, (hold) => hold.in === 'quotas', 2)
    expect(cutQuota.taken).toEqual([{ ...quota, quantity: 2 }])
    expect(cutQuota.rest).toContainEqual({ ...quota, quantity: 1 })
  })

  test('leaves what was held as it was', () => {
    const before = structuredClone(holds)
    cut(holds, ofSku('cherry'), 3)
    expect(holds).toEqual(before)
  })
})

const anyHold = fc
  .record({
    skuId: fc.constantFrom('cherry', 'mango', 'durian'),
    shard: fc.integer({ min: 0, max: 15 }),
    quantity: fc.integer({ min: 1, max: 99 }),
  })
  .map(({ skuId, shard, quantity }) => held(skuId, shard, quantity))
const anyHolds = fc.uniqueArray(anyHold, { maxLength: 12, selector: (hold) => hold.id })

describe('whatever is held', () => {
  test('what is cut and what is still held make up what was held, shard by shard', () => {
    always(fc.tuple(anyHolds, fc.integer({ min: 0, max: 300 })), ([holds, quantity]) => {
      const { taken, rest } = cut(holds, ofSku('cherry'), quantity)
      for (const hold of holds) {
        const parts = [...taken, ...rest].filter((part) => part.id === hold.id)
        expect(sum(parts)).toBe(hold.quantity)
      }
      expect(sum(taken) + sum(rest)).toBe(sum(holds))
    })
  })

  test('just so many pieces are cut, and never of another SKU', () => {
    always(fc.tuple(anyHolds, fc.integer({ min: 0, max: 300 })), ([holds, quantity]) => {
      const { taken, rest } = cut(holds, ofSku('cherry'), quantity)
      expect(sum(taken)).toBe(Math.min(quantity, sum(holds.filter(ofSku('cherry')))))
      expect(taken.every(ofSku('cherry'))).toBe(true)
      for (const part of [...taken, ...rest]) expect(part.quantity).toBeGreaterThan(0)
    })
  })

  test('cut by cut comes to the same as at once', () => {
    const examples = fc.tuple(anyHolds, fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }))
    always(examples, ([holds, cuts]) => {
      let rest: readonly Hold[] = holds
      let pieces = 0
      for (const quantity of cuts) {
        const next = cut(rest, ofSku('cherry'), quantity)
        pieces += sum(next.taken)
        rest = next.rest
      }
      const wanted = cuts.reduce((all, quantity) => all + quantity, 0)
      const once = cut(holds, ofSku('cherry'), wanted)
      expect(pieces).toBe(sum(once.taken))
      expect(rest).toEqual(once.rest)
    })
  })
})
