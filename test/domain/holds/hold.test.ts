import * as fc from 'fast-check'
import {
  available,
  gather,
  HOLD_GRACE,
  MOST_SHARDS,
  NEVER,
  peopleIn,
  PIECES_PER_SHARD,
  RETURNS_KEPT,
  shardCount,
  shardOf,
  spread,
  freshPool,
} from '@domain/holds/hold'
import { PAY_WINDOW } from '@domain/orders/order'
import { DAY, HOUR } from '@domain/time'
import { always } from '../property'

const sum = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0)
const poolsWith = (...left: number[]) =>
  left.map((n, shard) => ({ _id: `p${shard}`, available: n }))
const anyPools = fc
  .array(fc.integer({ min: 0, max: 200 }), { maxLength: MOST_SHARDS })
  .map((left) => poolsWith(...left))

describe('how many shards a stock is spread over', () => {
  test.each([
    [0, 1, 'even nothing lies somewhere'],
    [1, 1, 'a single piece'],
    [74, 1, 'less than a shard'],
    [149, 1, 'not quite two shards'],
    [150, 2, 'two shards'],
    [1000, 13, 'a rush'],
    [1200, 16, 'as many as there may be'],
    [1_000_000, 16, 'never more'],
  ])('%d pieces lie in %d (%s)', (stock, shards) => {
    expect(shardCount(stock)).toBe(shards)
  })

  test('is never so many that a shard holds but a few pieces', () => {
    always(fc.integer({ min: PIECES_PER_SHARD, max: 1_000_000 }), (stock) => {
      expect(stock / shardCount(stock)).toBeGreaterThanOrEqual(PIECES_PER_SHARD)
      expect(shardCount(stock)).toBeLessThanOrEqual(MOST_SHARDS)
    })
  })
})

describe('spreading a stock', () => {
  test.each([
    [10, 3, [4, 3, 3]],
    [2, 4, [1, 1, 0, 0]],
    [0, 2, [0, 0]],
    [100, 1, [100]],
  ])('%d pieces over %d shards: %j', (stock, shards, pieces) => {
    expect(spread(stock, shards)).toEqual(pieces)
  })

  test('loses no piece and favours no shard by more than one', () => {
    const examples = fc.tuple(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 16 }))
    always(examples, ([stock, shards]) => {
      const pieces = spread(stock, shards)
      expect(pieces).toHaveLength(shards)
      expect(sum(pieces)).toBe(stock)
      expect(Math.max(...pieces) - Math.min(...pieces)).toBeLessThanOrEqual(1)
    })
  })
})

describe('the shard that an order tries first', () => {
  test('is the same whenever it is asked', () => {
    expect(shardOf('order-1', 16)).toBe(shardOf('order-1', 16))
  })

  test('is one of the shards there are', () => {
    always(fc.tuple(fc.string(), fc.integer({ min: 1, max: 16 })), ([orderId, shards]) => {
      expect(shardOf(orderId, shards)).toBeGreaterThanOrEqual(0)
      expect(shardOf(orderId, shards)).toBeLessThan(shards)
      expect(Number.isInteger(shardOf(orderId, shards))).toBe(true)
    })
  })

  const kinds: [string, (n: number) => string][] = [
    ['counted up', (n) => `order-${n}`],
    ['padded', (n) => `20260301${String(n).padStart(8, '0')}`],
    ['like hashes', (n) => ((n + 1) * 2654435761).toString(16).padStart(16, '0')],
  ]

  test.each(kinds)('is even over 10,000 ids that are %s', (_, idOf) => {
    for (const shards of [2, 7, 13, 16]) {
      const orders = Array<number>(shards).fill(0)
      for (let n = 0; n < 10_000; n += 1) {
        const shard = shardOf(idOf(n), shards)
        orders[shard] = (orders[shard] ?? 0) + 1
      }
      const fair = 10_000 / shards
      expect(Math.max(...orders)).toBeLessThan(fair * 1.15)
      expect(Math.min(...orders)).toBeGreaterThan(fair * 0.85)
    }
  })
})

describe('what is left', () => {
  test('is the sum over all shards', () => {
    expect(available(poolsWith(3, 0, 4))).toBe(7)
  })

  test('is nothing where there are none', () => {
    expect(available([])).toBe(0)
  })
})

describe('how many people joined', () => {
  test('is the sum over all shards', () => {
    expect(peopleIn([{ people: 3 }, { people: 0 }, { people: 4 }])).toBe(7)
    expect(peopleIn([])).toBe(0)
  })
})

describe('taking pieces from shards', () => {
  const taken = (pools: ReturnType<typeof poolsWith>, quantity: number) =>
    gather(pools, quantity)?.map((piece) => [piece.shard._id, piece.quantity])

  test('takes one from the fullest shard', () => {
    expect(taken(poolsWith(1, 5, 3), 1)).toEqual([['p1', 1]])
  })

  test('goes on with the next fullest where one is too small', () => {
    expect(taken(poolsWith(1, 5, 3), 7)).toEqual([
      ['p1', 5],
      ['p2', 2],
    ])
  })

  test('takes the very last piece', () => {
    expect(gather(poolsWith(1, 0, 1), 2)).toHaveLength(2)
  })

  test('takes nothing where all together are too few', () => {
    expect(gather(poolsWith(1, 5, 3), 10)).toBeUndefined()
    expect(gather([], 1)).toBeUndefined()
  })

  test('takes just what is asked, from no shard more than it has, from as few as can be', () => {
    always(fc.tuple(anyPools, fc.integer({ min: 1, max: 500 })), ([pools, quantity]) => {
      const pieces = gather(pools, quantity)
      expect(pieces !== undefined).toBe(available(pools) >= quantity)
      if (!pieces) return
      expect(sum(pieces.map((piece) => piece.quantity))).toBe(quantity)
      for (const piece of pieces) {
        expect(pools).toContain(piece.shard)
        expect(piece.quantity).toBeGreaterThan(0)
        expect(piece.quantity).toBeLessThanOrEqual(piece.shard.available)
      }
      const others = pieces.slice(0, -1).map((piece) => piece.quantity)
      expect(sum(others)).toBeLessThan(quantity)
      expect(new Set(pieces.map(({ shard }) => shard._id)).size).toBe(pieces.length)
    })
  })

  test('leaves the shards as they were', () => {
    const pools = poolsWith(1, 5, 3)
    gather(pools, 4)
    expect(pools).toEqual(poolsWith(1, 5, 3))
  })
})

describe('a pool filled for the first time', () => {
  const pool = freshPool('cherry-jj-10-0', 75)

  test('has all it was loaded with', () => {
    expect(pool).toMatchObject({ _id: 'cherry-jj-10-0', loaded: 75, available: 75, sold: 0 })
  })

  test('is held by nobody, so that no sweep need look at it', () => {
    expect(pool).toMatchObject({ holds: {}, returned: {}, sweepAt: NEVER })
  })
})

describe('how long holds last', () => {
  test('a hold outlives the time to pay of its order', () => {
    expect(HOLD_GRACE).toBeGreaterThan(0)
    expect(PAY_WINDOW + HOLD_GRACE).toBeLessThan(HOUR)
  })

  test('a pool remembers for a week what came back', () => {
    expect(RETURNS_KEPT).toBe(7 * DAY)
  })

  test('never is later than any moment, and still a whole number', () => {
    expect(NEVER).toBeGreaterThan(Date.UTC(9999, 0))
    expect(Number.isSafeInteger(NEVER)).toBe(true)
  })
})
