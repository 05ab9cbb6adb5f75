import {
  approveAfterSale,
  refuseAfterSale,
  withdrawAfterSale,
  type AnswerRefusal,
} from '@domain/aftersale/answer'
import { movable, requestAfterSale, type AfterSaleStatus } from '@domain/aftersale/afterSale'
import { hasFailed } from '@domain/failure'
import { fen } from '@domain/money'
import { settleOrder } from '@domain/orders/ending'
import { shipOrder, verifyOrder } from '@domain/orders/handout'
import { keptFen, type Order } from '@domain/orders/order'
import { recordAttempts } from '@domain/orders/todo'
import {
  AFTER_CLOSE,
  aLine,
  aPaidOrder,
  aReceipt,
  aSku,
  id,
  joining,
  minutesIn,
  TAKES_NEITHER,
} from '../build'
import {
  ARRIVED,
  arrived,
  ask,
  cherry,
  done,
  grant,
  mango,
  pieces,
  shipped,
  toShip,
  wishFor,
} from './build'

const now = minutesIn(120)
const asked = (order: Order = toShip()) => done(ask(order, pieces(0, 1), pieces(1, 2)))
const everything = (order: Order = toShip()) => done(ask(order, pieces(0, 2), pieces(1, 3)))

describe('granting a part of an order that is not sent yet', () => {
  const granted = done(grant(asked(), 1))

  test('sends what was promised back, under a number of its own', () => {
    expect(granted.refunds).toMatchObject([
      { no: 'order-1-s1', reason: 'after-sale', amountFen: 64700, status: 'requested' },
    ])
    expect(granted.todo).toContainEqual({ task: 'refund', refundNo: 'order-1-s1' })
    expect(granted.todoAt).toBe(now)
  })

  test('brings its pieces back to the shelf, once, and keeps the others', () => {
    expect(granted.todo[0]).toEqual({
      task: 'restock',
      mark: 'order-1-s1',
      holds: [
        { in: 'pools', id: 'sku-4900-0', quantity: 1, skuId: mango },
        { in: 'pools', id: 'sku-29900-0', quantity: 2, skuId: cherry },
      ],
    })
    expect(granted.holds.map(({ quantity }) => quantity)).toEqual([1, 1])
  })

  test('leaves the rest to be sent, with its freight', () => {
    expect(granted.status).toBe('paid')
    expect(granted.afterSales[0]?.freightFen).toBe(0)
    expect(shipOrder(granted, { company: 'SF', number: 'SF1234567890' }, now)).toMatchObject({
      status: 'shipped',
    })
  })

  test('notes when, and what staff said', () => {
    const answered = done(approveAfterSale(asked(), { no: 1, words: '抱歉' }, now))
    expect(answered.afterSales).toMatchObject([
      { status: 'approved', answeredAt: now, answer: '抱歉' },
    ])
    expect(answered.askedAt).toBeNull()
  })
})

describe('granting all of an order that is not sent yet', () => {
  test('gives the freight back too, and the order ends when the money is back', () => {
    const granted = done(grant(everything(), 1))
    expect(granted).toMatchObject({ status: 'refunding', holds: [] })
    expect(granted.refunds.map(({ amountFen }) => amountFen)).toEqual([100300])
    expect(keptFen(granted)).toBe(0)
    expect(granted.afterSales[0]).toMatchObject({ goodsFen: 99500, freightFen: 800 })
  })

  test('gives the freight back with the last pieces, where they were asked one by one', () => {
    const last = done(ask(done(grant(asked(), 1)), pieces(0, 1), pieces(1, 1)))
    const granted = done(grant(last, 2))
    expect(granted.refunds.map(({ no, amountFen }) => [no, amountFen])).toEqual([
      ['order-1-s1', 64700],
      ['order-1-s2', 35600],
    ])
    expect(granted.afterSales.map(({ freightFen }) => freightFen)).toEqual([0, 800])
    expect(granted).toMatchObject({ status: 'refunding', holds: [] })
  })

  test('after a difference gives back what is left of it', () => {
    const paid = aPaidOrder(joining(0, 2, 500))
    const settled = done(settleOrder(paid, fen(29900), AFTER_CLOSE))
    const granted = done(grant(done(ask(settled, pieces(0, 2))), 1))
    expect(granted.refunds.map(({ reason, amountFen }) => [reason, amountFen])).toEqual([
      ['difference', 40000],
      ['after-sale', 60300],
    ])
    expect(keptFen(granted)).toBe(0)
  })
})

describe('granting pieces that were handed out', () => {
  test.each<[string, Order]>([
    ['sent', shipped()],
    ['received', arrived()],
  ])('brings nothing back to the shelf, and keeps the freight: %s', (_, order) => {
    const request = done(requestAfterSale(order, wishFor(pieces(0, 2), pieces(1, 3)), ARRIVED))
    const granted = done(approveAfterSale(request, { no: 1, words: '' }, ARRIVED))
    expect(granted.status).toBe('refunding')
    expect(granted.holds).toEqual(order.holds)
    expect(granted.todo.map(({ task }) => task)).not.toContain('restock')
    expect(keptFen(granted)).toBe(800)
  })

  test('asked before and granted after the parcel left, is the same', () => {
    const left = done(shipOrder(everything(), { company: 'SF', number: 'SF1234567890' }, now))
    const granted = done(grant(left, 1))
    expect(granted.afterSales[0]?.freightFen).toBe(0)
    expect(granted.todo.map(({ task }) => task)).not.toContain('restock')
  })

  test('reckons the level of who received them anew', () => {
    const request = done(requestAfterSale(arrived(), wishFor(pieces(0, 1)), ARRIVED))
    const granted = done(approveAfterSale(request, { no: 1, words: '' }, ARRIVED))
    expect(granted.todo).toContainEqual({ task: 'reckon' })
    const picked = done(verifyOrder(aPaidOrder(), minutesIn(30)))
    const back = done(grant(done(ask(picked, pieces(0, 1))), 1))
    expect(back.todo).toContainEqual({ task: 'reckon' })
  })

  test('does not before they were received: nothing was counted for them', () => {
    expect(done(grant(asked(), 1)).todo.map(({ task }) => task)).not.toContain('reckon')
    expect(done(grant(asked(shipped()), 1)).todo.map(({ task }) => task)).not.toContain('reckon')
  })
})

describe('pieces of a deal', () => {
  const told = { id: id<'deal'>('mango-flash'), name: '秒杀', takes: TAKES_NEITHER }
  const flash = { kind: 'flash', ...told } as const
  const deal = { ...flash, priceFen: fen(990), endsAt: AFTER_CLOSE }
  const lines = [aLine({ sku: aSku(4900), quantity: 3, deal })]
  const holds = [
    { in: 'pools', id: 'mango-flash-0', quantity: 1, skuId: mango },
    { in: 'pools', id: 'mango-flash-1', quantity: 2, skuId: mango },
    { in: 'quotas', id: 'mango-flash-ann', quantity: 3, skuId: null },
  ] as const

  test('go back to the shards they came from, and the member may buy them again', () => {
    const order = aPaidOrder({ receipt: aReceipt(lines), deal: flash, holds })
    const granted = done(grant(done(ask(order, pieces(0, 2))), 1))
    expect(granted.todo[0]).toMatchObject({
      task: 'restock',
      holds: [
        { id: 'mango-flash-0', quantity: 1 },
        { id: 'mango-flash-1', quantity: 1 },
        { id: 'mango-flash-ann', quantity: 2 },
      ],
    })
    expect(granted.holds).toEqual([
      { ...holds[1], quantity: 1 },
      { ...holds[2], quantity: 1 },
    ])
  })

  test('do not give a seat in a complete team back', () => {
    const seat = { in: 'teams', id: 'team-1', quantity: 1, skuId: null, seat: 'ann' } as const
    const order = aPaidOrder({ receipt: aReceipt(lines), holds: [...holds, seat] })
    const granted = done(grant(done(ask(order, pieces(0, 3))), 1))
    expect(granted.holds).toEqual([seat])
  })
})

describe('goods that cost nothing', () => {
  const [paidFor, free] = [aLine({ sku: aSku(4900) }), aLine({ sku: aSku(0) })]

  test('send no money back, but go back to the shelf, and the order is refunded at once', () => {
    const hold = { in: 'pools', id: 'sku-0-0', quantity: 1, skuId: free.sku.id } as const
    const order = aPaidOrder({ receipt: aReceipt([free]), holds: [hold] })
    const granted = done(grant(done(ask(order, pieces(0, 1))), 1))
    expect(granted).toMatchObject({ status: 'refunded', refunds: [], holds: [] })
    expect(granted.todo).toEqual([{ task: 'restock', mark: 'order-1-s1', holds: [hold] }])
  })

  test('do not end an order while money for other pieces is still on its way', () => {
    const order = aPaidOrder({ receipt: aReceipt([paidFor, free]), holds: [] })
    const first = done(grant(done(ask(order, pieces(0, 1))), 1))
    const both = done(grant(done(ask(first, pieces(1, 1))), 2))
    expect(both).toMatchObject({ status: 'refunding', refunds: [{ amountFen: 4900 }] })
    const task = { task: 'refund', refundNo: 'order-1-s1' } as const
    const news = [
      { task, done: false, news: { event: 'send', at: now } },
      { task, done: true, news: { event: 'succeed', at: now } },
    ] as const
    expect(recordAttempts(both, news, now).status).toBe('refunded')
  })
})

describe('refusing and withdrawing', () => {
  const refused = done(refuseAfterSale(asked(), { no: 1, words: '照片看不清' }, now))
  const withdrawn = done(withdrawAfterSale(asked(), 1, now))

  test('a refused request says why, and moves no money', () => {
    expect(refused.afterSales).toMatchObject([
      { status: 'refused', answer: '照片看不清', answeredAt: now },
    ])
    expect(refused).toMatchObject({ refunds: [], todo: [], askedAt: null, status: 'paid' })
  })

  test('a withdrawn one moves no money either', () => {
    expect(withdrawn.afterSales).toMatchObject([{ status: 'withdrawn', answeredAt: now }])
    expect(withdrawn).toMatchObject({ refunds: [], todo: [], askedAt: null })
  })

  test('both may be asked anew, and are then worth the same', () => {
    for (const order of [refused, withdrawn]) {
      const again = asked(order)
      expect(again.afterSales.map(({ no, goodsFen }) => [no, goodsFen])).toEqual([
        [1, 64700],
        [2, 64700],
      ])
    }
  })
})

describe('what was answered stands', () => {
  const answered: Record<Exclude<AfterSaleStatus, 'requested'>, Order> = {
    approved: done(grant(asked(), 1)),
    refused: done(refuseAfterSale(asked(), { no: 1, words: '没有坏' }, now)),
    withdrawn: done(withdrawAfterSale(asked(), 1, now)),
  }

  test.each(Object.entries(answered))('a request that was %s moves no more', (status, order) => {
    const answers: (Order | AnswerRefusal)[] = [
      approveAfterSale(order, { no: 1, words: '' }, now),
      refuseAfterSale(order, { no: 1, words: '' }, now),
      withdrawAfterSale(order, 1, now),
    ]
    for (const told of answers) {
      expect(told).toMatchObject({ code: 'after_sale_cannot', details: { status } })
    }
  })

  test.each([0, 2, 99])('there is no request %d to answer', (no) => {
    expect(grant(asked(), no)).toMatchObject({ code: 'after_sale_unknown' })
    expect(withdrawAfterSale(asked(), no, now)).toMatchObject({ code: 'after_sale_unknown' })
    expect(hasFailed(movable(asked(), no, 'approve'))).toBe(true)
  })
})
