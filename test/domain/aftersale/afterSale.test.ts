import {
  afterSaleBefore,
  afterSaleClosed,
  afterSaleReasons,
  freightOf,
  lineKeptFen,
  MOST_AFTER_SALES,
  nothingLeft,
  piecesGranted,
  piecesLeft,
  previewBack,
  requestAfterSale,
} from '@domain/aftersale/afterSale'
import { refuseAfterSale, withdrawAfterSale } from '@domain/aftersale/answer'
import { fail, foremost } from '@domain/failure'
import { fen } from '@domain/money'
import { AFTER_SALE_WINDOW } from '@domain/orders/delivery'
import { giveBack, settleOrder } from '@domain/orders/ending'
import { passTime, verifyOrder } from '@domain/orders/handout'
import type { Order, OrderStatus } from '@domain/orders/order'
import { after, DAY, type Instant } from '@domain/time'
import { AFTER_CLOSE, anOrder, aPaidOrder, id, joining, minutesIn } from '../build'
import { ARRIVED, arrived, ask, done, grant, pieces, shipped, toShip, wishFor } from './build'

/** An order of two mangos and three boxes of cherries that was asked back so far as told. */
const asked = (order: Order = toShip()) => done(ask(order, pieces(0, 1), pieces(1, 2)))

describe('asking money back', () => {
  test('notes what was asked, why, and what goes back when it is granted', () => {
    const order = asked()
    expect(order.afterSales).toEqual([
      {
        no: 1,
        pieces: [
          { line: 0, quantity: 1, amountFen: 4900 },
          { line: 1, quantity: 2, amountFen: 59800 },
        ],
        reason: 'quality',
        words: '有两个坏果',
        pictures: [],
        status: 'requested',
        requestedAt: minutesIn(60),
        answeredAt: null,
        answer: '',
        goodsFen: 64700,
        freightFen: 0,
      },
    ])
    expect(order.askedAt).toBe(minutesIn(60))
  })

  test('sends nothing back and moves nothing before staff answered', () => {
    const before = toShip()
    const order = asked(before)
    expect({ ...order, afterSales: [], askedAt: null }).toEqual(before)
  })

  test('numbers the requests of an order from 1', () => {
    const order = done(ask(asked(), pieces(0, 1)))
    expect(order.afterSales.map(({ no }) => no)).toEqual([1, 2])
  })

  test('keeps the moment of the oldest request that waits', () => {
    const second = requestAfterSale(asked(), wishFor(pieces(0, 1)), minutesIn(90))
    expect(done(second).askedAt).toBe(minutesIn(60))
    expect(done(withdrawAfterSale(done(second), 1, minutesIn(95))).askedAt).toBe(minutesIn(90))
  })

  test('knows six reasons', () => {
    expect(new Set(afterSaleReasons).size).toBe(6)
  })
})

describe('when money can be asked back', () => {
  const now = minutesIn(60)

  test.each<[string, Order]>([
    ['is to be sent', toShip()],
    ['is on its way', shipped()],
    ['arrived', arrived()],
  ])('an order that %s takes a request', (_, order) => {
    expect(afterSaleClosed(order, ARRIVED)).toBeUndefined()
    expect(done(requestAfterSale(order, wishFor(pieces(0, 1)), ARRIVED)).askedAt).toBe(ARRIVED)
  })

  test.each<OrderStatus>(['unpaid', 'waiting', 'cancelled', 'expired', 'refunding', 'refunded'])(
    'an order that is %s does not',
    (status) => {
      expect(afterSaleClosed(anOrder({ status }), now)).toMatchObject({
        code: 'order_cannot',
        details: { event: 'ask', status },
      })
      expect(ask(anOrder({ status }), pieces(0, 1))).toMatchObject({ code: 'order_cannot' })
    },
  )

  test('an order that is done does not, for its time is over', () => {
    expect(afterSaleClosed(anOrder({ status: 'done' }), now)).toMatchObject({
      code: 'after_sale_over',
    })
  })

  test('one that is not received has no time to be over', () => {
    expect(afterSaleBefore(shipped())).toBeUndefined()
    expect(afterSaleClosed(toShip(), after(ARRIVED, 90 * DAY))).toBeUndefined()
  })

  const over = after(ARRIVED, AFTER_SALE_WINDOW)
  test.each<[string, Instant, string | undefined]>([
    ['at receipt', ARRIVED, undefined],
    ['a millisecond before seven days passed', after(over, -1), undefined],
    ['seven days later', over, 'after_sale_over'],
    ['a month later', after(ARRIVED, 30 * DAY), 'after_sale_over'],
  ])('one that arrived, %s: %s %s', (_, at, refusal) => {
    expect(afterSaleClosed(arrived(), at)?.code).toBe(refusal)
  })

  test('one that was picked up has the same seven days from then on', () => {
    const picked = done(verifyOrder(aPaidOrder(), ARRIVED))
    expect(afterSaleBefore(picked)).toBe(over)
    expect(afterSaleClosed(picked, over)?.code).toBe('after_sale_over')
  })

  test('of two reasons against it, the foremost is told', () => {
    const long = after(ARRIVED, 30 * DAY)
    const finished = passTime(arrived(), long)
    expect(finished.status).toBe('done')
    const told = foremost([fail('after_sale_over'), fail('pieces_short')])?.code
    expect(requestAfterSale(finished, wishFor(pieces(0, 9)), long)).toMatchObject({ code: told })
  })

  test('an order takes so many requests and no more', () => {
    let order = toShip()
    for (let no = 1; no <= MOST_AFTER_SALES; no += 1) {
      order = done(ask(order, pieces(0, 1)))
      order = done(withdrawAfterSale(order, no, minutesIn(61)))
    }
    expect(ask(order, pieces(0, 1))).toMatchObject({ code: 'order_cannot' })
  })

  test('after all of it was given back there is nothing to ask', () => {
    const given = done(giveBack(toShip(), minutesIn(45)))
    expect(ask(given, pieces(0, 1))).toMatchObject({ code: 'order_cannot' })
  })
})

describe('how many pieces can still be asked back', () => {
  test('is all that were bought, at first', () => {
    expect([0, 1].map((line) => piecesLeft(toShip(), line))).toEqual([2, 3])
  })

  test('is less what was asked, also while it waits', () => {
    expect([0, 1].map((line) => piecesLeft(asked(), line))).toEqual([1, 1])
    expect([0, 1].map((line) => piecesLeft(done(grant(asked(), 1)), line))).toEqual([1, 1])
  })

  test('is what it was where the request was refused or withdrawn', () => {
    const refused = done(refuseAfterSale(asked(), { no: 1, words: '没有坏' }, minutesIn(70)))
    const withdrawn = done(withdrawAfterSale(asked(), 1, minutesIn(70)))
    for (const order of [refused, withdrawn]) {
      expect([0, 1].map((line) => piecesLeft(order, line))).toEqual([2, 3])
    }
  })

  test('is none of a line that the order has not', () => {
    expect(piecesLeft(toShip(), 7)).toBe(0)
    expect(ask(toShip(), pieces(7, 1))).toMatchObject({
      code: 'pieces_short',
      details: { line: 7, left: 0 },
    })
  })

  test('is told to who asks for more', () => {
    expect(ask(asked(), pieces(0, 1), pieces(1, 2))).toEqual({
      failed: true,
      code: 'pieces_short',
      details: { line: 1, left: 1 },
    })
  })
})

describe('what the shop keeps for a line, without freight', () => {
  test('is what was charged for its goods', () => {
    expect([0, 1].map((line) => lineKeptFen(toShip(), line))).toEqual([9800, 89700])
  })

  test('is what a ladder came down to, once it is settled', () => {
    const settled = done(settleOrder(aPaidOrder(joining(0, 2, 500)), fen(29900), AFTER_CLOSE))
    expect(lineKeptFen(settled, 0)).toBe(59800)
    expect(previewBack(settled, [pieces(0, 1)])).toBe(29900)
  })

  test('is nothing for a line that the order has not', () => {
    expect(lineKeptFen(toShip(), 7)).toBe(0)
    expect(previewBack(toShip(), [pieces(7, 1)])).toBe(0)
  })

  test('is shown for several lines together, before anything is asked', () => {
    expect(previewBack(toShip(), [pieces(0, 2), pieces(1, 1)])).toBe(39700)
    expect(previewBack(toShip(), [])).toBe(0)
  })
})

describe('what was granted back', () => {
  test('is not what only waits for its answer', () => {
    expect(piecesGranted(asked(), 1)).toBe(0)
    expect(piecesGranted(done(grant(asked(), 1)), 1)).toBe(2)
  })

  test('is all of an order only when every piece of every line is', () => {
    const most = done(grant(done(ask(toShip(), pieces(0, 2), pieces(1, 2))), 1))
    expect(nothingLeft(most)).toBe(false)
    const all = done(grant(done(ask(most, pieces(1, 1))), 2))
    expect(nothingLeft(all)).toBe(true)
  })

  test('the freight of an order is that of all its lines', () => {
    expect(freightOf(toShip())).toBe(800)
    expect(freightOf(anOrder())).toBe(0)
  })
})

test('pictures and words of a request stay as the shopper gave them', () => {
  const pictures = [id<'file'>('cloud://jutuan.fruit/after-sale/a.jpg')]
  const wish = { ...wishFor(pieces(0, 1)), pictures, words: '压坏了', reason: 'late' } as const
  const [request] = done(requestAfterSale(toShip(), wish, minutesIn(60))).afterSales
  expect(request).toMatchObject({ pictures, words: '压坏了', reason: 'late' })
})
