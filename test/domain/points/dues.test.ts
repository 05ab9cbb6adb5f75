import * as fc from 'fast-check'
import { returning, settleOrder } from '@domain/orders/ending'
import { moveOrder, type Order } from '@domain/orders/order'
import { quote } from '@domain/orders/receipt'
import { fen } from '@domain/money'
import { freshAccount, MOST_POINTS, type PointsEntry } from '@domain/points/account'
import {
  duePostings,
  earnedBy,
  movesPoints,
  pointsBack,
  pointsDue,
  previewPointsBack,
} from '@domain/points/dues'
import { post } from '@domain/points/ledger'
import { arrived, ask, done, grant, pieces, toShip } from '../aftersale/build'
import {
  AFTER_CLOSE,
  aContext,
  aLine,
  anOrder,
  aPaidOrder,
  aSku,
  id,
  joining,
  minutesIn,
} from '../build'
import { bps } from '../members/build'
import { always } from '../property'
import { anEarning } from './build'

describe('money that is kept earns points', () => {
  const rates = (perYuan: number, level: number, day: number) =>
    anEarning({ perYuan, levelBps: bps(level), dayBps: bps(day) })

  test.each([
    [99, rates(1, 10_000, 10_000), 0],
    [100, rates(1, 10_000, 10_000), 1],
    [9_999, rates(1, 10_000, 10_000), 99],
    [10_000, rates(1, 12_000, 10_000), 120],
    [10_000, rates(1, 10_000, 20_000), 200],
    [10_000, rates(1, 12_000, 20_000), 240],
    [3_300, rates(1, 11_000, 10_000), 36],
    [3_399, rates(1, 11_000, 20_000), 72],
    [10_000, rates(0, 10_000, 10_000), 0],
    [100_000_000_000, rates(1000, 100_000, 100_000), MOST_POINTS],
  ])('%d fen at %j: %d', (keptFen, earning, points) => {
    expect(earnedBy(earning, fen(keptFen))).toBe(points)
  })
})

describe('the points of a line', () => {
  test.each([
    [10, 4, [0, 3, 6, 8, 10]],
    [3, 4, [0, 1, 2, 3, 3]],
    [0, 2, [0, 0, 0]],
    [7, 1, [0, 7]],
  ])('%d for %d pieces come back piece by piece as %p', (points, quantity, back) => {
    expect(back.map((_, count) => pointsBack({ points, quantity }, count))).toEqual(back)
  })

  test('come back whole with the last piece, and never more than that', () => {
    const lines = fc.record({
      points: fc.integer({ min: 0, max: 100_000 }),
      quantity: fc.integer({ min: 1, max: 99 }),
    })
    always(lines, (line) => {
      expect(pointsBack(line, 0)).toBe(0)
      expect(pointsBack(line, line.quantity)).toBe(line.points)
      for (let count = 1; count <= line.quantity; count += 1) {
        expect(pointsBack(line, count)).toBeGreaterThanOrEqual(pointsBack(line, count - 1))
      }
    })
  })
})

/** The order as if its lines had been paid with so many points each. */
const withPoints = (order: Order, ...points: readonly number[]): Order => {
  const lines = order.receipt.lines.map((line, at) => ({ ...line, points: points[at] ?? 0 }))
  return { ...order, receipt: { ...order.receipt, lines } }
}

/** Two mangos and three boxes of cherries (¥995, ¥8 of freight), 5 and 10 points. */
const bought = withPoints(toShip({ earning: anEarning() }), 5, 10)
const gotten = withPoints(arrived(toShip({ earning: anEarning() })), 5, 10)

describe('before pieces are asked back, the phone tells the points that would come back', () => {
  test.each([
    ['none', [], 0],
    ['a mango', [pieces(0, 1)], 3],
    ['both mangos and a box', [pieces(0, 2), pieces(1, 1)], 5 + 4],
    ['everything', [pieces(0, 2), pieces(1, 3)], 15],
    ['a line that there is not', [pieces(7, 1)], 0],
  ])('for %s', (_what, asked, points) => {
    expect(previewPointsBack(gotten, asked)).toBe(points)
  })

  test('beside those that came back already', () => {
    const back = done(grant(done(ask(gotten, pieces(0, 1))), 1))
    expect(previewPointsBack(back, [pieces(0, 1)])).toBe(2)
  })
})

describe('what an order should have spent and earned', () => {
  test('nothing before it is paid, nor after it ended unpaid', () => {
    const unpaid = withPoints(anOrder({ earning: anEarning() }), 5)
    expect(pointsDue(unpaid)).toEqual({ spent: 0, earned: 0 })
    expect(pointsDue({ ...unpaid, status: 'expired' })).toEqual({ spent: 0, earned: 0 })
  })

  test('its points once it is paid, and earnings once it is received, freight left out', () => {
    expect(pointsDue(bought)).toEqual({ spent: 15, earned: 0 })
    expect(pointsDue(gotten)).toEqual({ spent: 15, earned: 995 })
    expect(pointsDue({ ...gotten, status: 'done' })).toEqual({ spent: 15, earned: 995 })
  })

  test('nothing earned in a shop that gives none', () => {
    expect(pointsDue({ ...gotten, earning: null })).toEqual({ spent: 15, earned: 0 })
  })

  test('pro rata where pieces went back', () => {
    const back = done(grant(done(ask(gotten, pieces(0, 1), pieces(1, 1))), 1))
    // A mango and a box: 3 and 4 points, and ¥49 + ¥299.
    expect(pointsDue(back)).toEqual({ spent: 15 - 3 - 4, earned: 995 - 348 })
  })

  test('exactly nothing where everything went back, piece by piece', () => {
    let order = gotten
    const parts = [pieces(0, 2), pieces(1, 1), pieces(1, 1), pieces(1, 1)]
    for (const [index, part] of parts.entries()) {
      order = done(grant(done(ask(order, part)), index + 1))
    }
    expect(order.status).toBe('refunding')
    expect(pointsDue(order)).toEqual({ spent: 0, earned: 0 })
  })

  test('nothing where the money goes back because the payment was late', () => {
    const late = done(moveOrder({ ...bought, status: 'expired' }, 'pay', minutesIn(30)))
    expect(pointsDue(returning(late, 'late', [], minutesIn(30)))).toEqual({ spent: 0, earned: 0 })
  })

  test('of a ladder it earns for what is due, not for what was paid at first', () => {
    const joined = aPaidOrder({ ...joining(100), earning: anEarning() })
    const settled = done(settleOrder(joined, fen(29_900), AFTER_CLOSE))
    const story = [...settled.story, { event: 'verify', at: AFTER_CLOSE } as const]
    const received: Order = { ...settled, status: 'received', story }
    expect(pointsDue(received)).toEqual({ spent: 0, earned: 299 })
  })

  test('a piece of the mall costs its points', () => {
    const told = {
      id: id<'deal'>('basket'),
      name: '果篮',
      takes: { coupons: false, points: false },
    }
    const deal = { kind: 'mall', ...told, points: 800, priceFen: fen(0) } as const
    const receipt = quote([aLine({ sku: aSku(9900), quantity: 2, deal })], aContext())
    expect(receipt.payableFen).toBe(0)
    expect(pointsDue(aPaidOrder({ receipt }))).toEqual({ spent: 1600, earned: 0 })
  })
})

describe('whether the ledger is worth a look', () => {
  test.each<[string, Order, boolean]>([
    ['an order with points', bought, true],
    ['one that earns and is received', { ...arrived(), earning: anEarning() }, true],
    ['one that earns and is not received', { ...toShip(), earning: anEarning() }, false],
    ['one that does neither', arrived(), false],
  ])('%s', (_what, order, moves) => {
    expect(movesPoints(order)).toBe(moves)
  })
})

/** Posts what is due for an order and adds it to what was posted before. */
function settle(order: Order, before: readonly PointsEntry[]): readonly PointsEntry[] {
  const { entries } = post(freshAccount(id('ann')), duePostings(order, before), minutesIn(200))
  return [...before, ...entries]
}

const told = (entries: readonly PointsEntry[]) => entries.map(({ kind, points }) => [kind, points])

describe('what is posted', () => {
  test('is the difference to the ledger, and a repeat posts nothing', () => {
    const paid = settle(bought, [])
    expect(told(paid)).toEqual([['spend', -15]])
    const received = settle(gotten, paid)
    expect(told(received).slice(1)).toEqual([['earn', 995]])
    expect(duePostings(gotten, received)).toEqual([])
    const back = settle(done(grant(done(ask(gotten, pieces(0, 1))), 1)), received)
    expect(told(back).slice(2)).toEqual([
      ['spend-back', 3],
      ['earn-back', -49],
    ])
  })

  test('comes to the same whether the timer was late or not', () => {
    const back = done(grant(done(ask(gotten, pieces(1, 3))), 1))
    const sum = (entries: readonly PointsEntry[]) =>
      entries.reduce((all, { points }) => all + points, 0)
    expect(told(settle(back, []))).toEqual([
      ['spend', -5],
      ['earn', 98],
    ])
    expect(sum(settle(back, settle(gotten, settle(bought, []))))).toBe(sum(settle(back, [])))
  })

  test('has ids that count, so that two who decide on one ledger can’t both post', () => {
    const first = duePostings(gotten, []).map(({ _id }) => _id)
    expect(first).toEqual([`${gotten._id}.1`, `${gotten._id}.2`])
    const entries = settle(gotten, [])
    const next = duePostings({ ...gotten, status: 'refunding' }, entries).map(({ _id }) => _id)
    expect(next).toEqual([`${gotten._id}.3`, `${gotten._id}.4`])
  })

  test('is good as long as the order’s rule says, and for a year where that is gone', () => {
    const short = { ...gotten, earning: anEarning({ months: 3 }) }
    expect(duePostings(short, []).map(({ months }) => months)).toEqual([3, 3])
    expect(duePostings({ ...gotten, earning: null }, [])).toMatchObject([
      { kind: 'spend', months: 12, why: { lines: 2 } },
    ])
  })

  test('says what it was for, and by which rates it earns', () => {
    const [spend, earn] = duePostings(gotten, [])
    const goods = { name: gotten.receipt.lines[0]?.product.name, lines: 2 }
    expect(spend?.why).toEqual(goods)
    expect(earn?.why).toEqual({
      ...{ ...goods, keptFen: 99_500, perYuan: 1 },
      ...{ levelBps: 10_000, levelName: '普通会员', dayBps: 10_000, dayName: '' },
    })
    const entries = settle(gotten, [])
    const [, earnBack] = duePostings({ ...gotten, status: 'refunding' }, entries)
    expect(earnBack).toMatchObject({ kind: 'earn-back', why: { keptFen: 0 } })
  })
})
