import * as fc from 'fast-check'
import { approveAfterSale, refuseAfterSale, withdrawAfterSale } from '@domain/aftersale/answer'
import { lineKeptFen, piecesGranted, piecesLeft, previewBack } from '@domain/aftersale/afterSale'
import { hasFailed } from '@domain/failure'
import { fen } from '@domain/money'
import { settleOrder } from '@domain/orders/ending'
import { keptFen, type Order } from '@domain/orders/order'
import { lineFreightFen, piecesOf } from '@domain/orders/receipt'
import {
  aCourier,
  aLine,
  anOffer,
  anOrderDeal,
  aPaidOrder,
  aReceipt,
  aSku,
  minutesIn,
} from '../build'
import { always } from '../property'
import { ask, done, heldFor, pieces, shipped } from './build'

/** What happens to requests: some pieces are asked back, and some request is answered. */
type Cutting =
  | { readonly on: 'ask'; readonly line: number; readonly quantity: number }
  | { readonly on: 'approve' | 'refuse' | 'withdraw'; readonly which: number }

const anyCutting: fc.Arbitrary<Cutting> = fc.oneof(
  fc
    .record({ line: fc.nat(2), quantity: fc.integer({ min: 1, max: 12 }) })
    .map((asked) => ({ on: 'ask', ...asked }) as const),
  fc
    .record({
      on: fc.constantFrom('approve', 'refuse', 'refuse', 'withdraw'),
      which: fc.nat(19),
    })
    .map((answer): Cutting => answer),
)

const anyCuttings = fc.array(anyCutting, { maxLength: 24, size: 'max' })

/** Goods so cheap that a piece does not come to whole fen after a discount, and dear ones. */
const anyGoods = fc.record({
  price: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 99_900 })),
  quantity: fc.integer({ min: 1, max: 20 }),
  /** What a spend-and-save took off the line. */
  offFen: fc.nat(19),
})

/** A paid order of up to three lines, each with some fen off that do not split evenly. */
const anyShelfOrder: fc.Arbitrary<Order> = fc
  .tuple(fc.array(anyGoods, { minLength: 1, maxLength: 3 }), fc.nat(900))
  .map(([goods, freight]) => {
    const lines = goods.map(({ price, quantity }, index) =>
      aLine({ sku: { ...aSku(price), id: `sku-${index}` as never }, quantity }),
    )
    const receipt = aReceipt(lines, freight)
    const saved = receipt.lines.map((line, index) => {
      const most = line.payableFen - lineFreightFen(line)
      const amountFen = fen(-Math.min(goods[index]?.offFen ?? 0, most))
      const step = { kind: 'spend-and-save', id: 's', name: '满减', amountFen, why: {} } as const
      return { ...line, steps: [...line.steps, step], payableFen: fen(line.payableFen + amountFen) }
    })
    const payableFen = fen(saved.reduce((sum, line) => sum + line.payableFen, 0))
    return aPaidOrder({ receipt: { ...receipt, lines: saved, payableFen }, holds: heldFor(lines) })
  })

/** A paid order of a ladder that was settled by a difference, or by none. */
const anyLadderOrder: fc.Arbitrary<Order> = fc
  .record({
    quantity: fc.integer({ min: 1, max: 20 }),
    finalFen: fc.integer({ min: 1, max: 60_000 }),
    freight: fc.nat(900),
  })
  .map(({ quantity, finalFen, freight }) => {
    const lines = [aLine({ quantity, deal: anOffer(0) })]
    const receipt = aReceipt(lines, freight)
    const paid = aPaidOrder({ receipt, deal: anOrderDeal(49900), holds: heldFor(lines) })
    return done(settleOrder(paid, fen(finalFen), minutesIn(30)))
  })

const anyPaid = fc.oneof(anyShelfOrder, anyLadderOrder)

function next(order: Order, cutting: Cutting): Order {
  const now = minutesIn(90)
  const decided =
    cutting.on === 'ask'
      ? ask(order, pieces(cutting.line, cutting.quantity))
      : answer(order, cutting.on, (cutting.which % (order.afterSales.length || 1)) + 1, now)
  return hasFailed(decided) ? order : decided
}

function answer(
  order: Order,
  on: 'approve' | 'refuse' | 'withdraw',
  no: number,
  now: ReturnType<typeof minutesIn>,
) {
  if (on === 'approve') return approveAfterSale(order, { no, words: '' }, now)
  if (on === 'refuse') return refuseAfterSale(order, { no, words: '没有坏' }, now)
  return withdrawAfterSale(order, no, now)
}

/** What was promised for pieces of a line by requests that stand so. */
function promised(order: Order, line: number, ...statuses: readonly string[]): number {
  return order.afterSales
    .filter(({ status }) => statuses.includes(status))
    .flatMap((request) => request.pieces.filter((asked) => asked.line === line))
    .reduce((sum, { amountFen }) => sum + amountFen, 0)
}

const linesOf = (order: Order) => order.receipt.lines.map((_, line) => line)
const sum = (amounts: readonly number[]) => amounts.reduce((all, amount) => all + amount, 0)

/** Grants every piece that is left: first the open requests, then one for the rest. */
function grantAll(order: Order): Order {
  const open = order.afterSales.filter(({ status }) => status === 'requested')
  const granted = open.reduce((o, { no }) => done(answer(o, 'approve', no, minutesIn(95))), order)
  const rest = linesOf(granted)
    .map((line) => pieces(line, piecesLeft(granted, line)))
    .filter(({ quantity }) => quantity > 0)
  if (rest.length === 0) return granted
  const asked = done(ask({ ...granted, afterSales: granted.afterSales }, ...rest))
  return done(answer(asked, 'approve', asked.afterSales.length, minutesIn(99)))
}

/** Plays requests in any cutting and order and shows every order that came about. */
function inEveryCutting(holds: (order: Order, first: Order) => void): void {
  always(fc.tuple(anyPaid, anyCuttings), ([first, cuttings]) => {
    cuttings.reduce((order, cutting) => {
      const after = next(order, cutting)
      holds(after, first)
      return after
    }, first)
  })
}

describe('money back for pieces, however they are cut, asked, refused and asked again', () => {
  test('is for a line never more than its goods came to', () => {
    inEveryCutting((order) => {
      for (const line of linesOf(order)) {
        const kept = lineKeptFen(order, line)
        expect(promised(order, line, 'approved')).toBeLessThanOrEqual(kept)
        expect(promised(order, line, 'approved', 'requested')).toBeLessThanOrEqual(kept)
      }
    })
  })

  test('is for no piece less than nothing', () => {
    inEveryCutting((order) => {
      for (const request of order.afterSales) {
        for (const asked of request.pieces) expect(asked.amountFen).toBeGreaterThanOrEqual(0)
      }
    })
  })

  test('is for no more pieces than were bought', () => {
    inEveryCutting((order) => {
      order.receipt.lines.forEach(({ quantity }, line) => {
        expect(piecesLeft(order, line)).toBeGreaterThanOrEqual(0)
        expect(piecesGranted(order, line)).toBeLessThanOrEqual(quantity)
      })
    })
  })

  test('together with a difference is never more than was paid', () => {
    inEveryCutting((order) => {
      expect(keptFen(order)).toBeGreaterThanOrEqual(0)
    })
  })

  test('is for all that is left of a line together exactly what is left of its money', () => {
    inEveryCutting((order) => {
      for (const line of linesOf(order)) {
        const left = piecesLeft(order, line)
        if (left === 0) continue
        const back = previewBack(order, [pieces(line, left)])
        const kept = lineKeptFen(order, line)
        expect(promised(order, line, 'approved', 'requested') + back).toBe(kept)
      }
    })
  })

  test('is what was shown before it was asked', () => {
    always(fc.tuple(anyPaid, anyCuttings, fc.nat(2)), ([first, cuttings, line]) => {
      const order = cuttings.reduce(next, first)
      const wish = pieces(line, 1)
      const shown = previewBack(order, [wish])
      const asked = ask(order, wish)
      if (!hasFailed(asked)) expect(asked.afterSales.at(-1)?.goodsFen).toBe(shown)
    })
  })
})

describe('ninety-nine pieces for 148 fen, which do not split evenly', () => {
  const answered = (order: Order, on: 'refuse' | 'withdraw', no: number) =>
    done(answer(order, on, no, minutesIn(90)))

  test('after a refused half and a withdrawn one, the next piece is worth what a piece is', () => {
    const lines = [aLine({ sku: aSku(1), quantity: 99 })]
    const receipt = aReceipt(lines, 0)
    const [line] = receipt.lines
    const dear = line ? [{ ...line, payableFen: fen(148) }] : []
    let order = aPaidOrder({ receipt: { ...receipt, lines: dear, payableFen: fen(148) } })
    order = done(ask(order, pieces(0, 49)))
    order = done(ask(order, pieces(0, 50)))
    order = answered(order, 'refuse', 1)
    order = done(ask(order, pieces(0, 1)))
    expect(order.afterSales[2]?.goodsFen).toBe(2)
    order = answered(order, 'withdraw', 2)
    order = done(ask(order, pieces(0, 1)))
    expect(order.afterSales[3]?.goodsFen).toBe(2)
  })
})

describe('when every piece of an order was granted', () => {
  const few = fc.array(anyCutting, { maxLength: 12 })

  test('its goods came back to the last fen, and unsent the freight with them', () => {
    always(fc.tuple(anyPaid, few), ([first, cuttings]) => {
      const order = grantAll(cuttings.reduce(next, first))
      for (const line of linesOf(order)) {
        expect(promised(order, line, 'approved')).toBe(lineKeptFen(order, line))
      }
      expect(['refunding', 'refunded']).toContain(order.status)
      expect(keptFen(order)).toBe(0)
      expect(sum(order.afterSales.map((request) => request.freightFen))).toBe(
        order.receipt.freightFen,
      )
    })
  })

  test('all pieces that it held are on their way back to the shelf, once', () => {
    always(fc.tuple(anyPaid, few), ([first, cuttings]) => {
      const order = grantAll(cuttings.reduce(next, first))
      const back = order.todo.flatMap((task) => (task.task === 'restock' ? task.holds : []))
      expect(order.holds).toEqual([])
      expect(sum(back.map(({ quantity }) => quantity))).toBe(piecesOf(first.receipt.lines))
    })
  })

  test('sent already, the freight stays', () => {
    always(fc.tuple(anyShelfOrder, few), ([first, cuttings]) => {
      const sent = shipped({ ...first, delivery: aCourier() })
      const order = grantAll(cuttings.reduce(next, sent))
      expect(keptFen(order)).toBe(order.receipt.freightFen)
      expect(order.holds).toEqual(first.holds)
    })
  })
})

describe('as long as some pieces are not granted', () => {
  test('no freight goes back, and what is held and what comes back are what was held', () => {
    inEveryCutting((order, first) => {
      const isAll = order.receipt.lines.every(
        ({ quantity }, line) => piecesGranted(order, line) === quantity,
      )
      if (isAll) return
      expect(sum(order.afterSales.map((request) => request.freightFen))).toBe(0)
      expect(order.status).toBe('paid')
      const back = order.todo.flatMap((task) => (task.task === 'restock' ? task.holds : []))
      const held = [...order.holds, ...back].map(({ quantity }) => quantity)
      expect(sum(held)).toBe(sum(first.holds.map(({ quantity }) => quantity)))
    })
  })
})
