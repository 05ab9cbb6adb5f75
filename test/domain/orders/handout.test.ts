import { refuseAfterSale } from '@domain/aftersale/answer'
import { requestAfterSale, type AfterSaleWish } from '@domain/aftersale/afterSale'
import { hasFailed, type Failure } from '@domain/failure'
import { AFTER_SALE_WINDOW, AUTO_RECEIVE } from '@domain/orders/delivery'
import { passTime, receiveOrder, shipOrder, shipsAtOf, verifyOrder } from '@domain/orders/handout'
import type { Order, OrderStatus } from '@domain/orders/order'
import { after, DAY, type Instant } from '@domain/time'
import {
  aCourier,
  aLine,
  anOffer,
  anOrder,
  aPaidOrder,
  aReceipt,
  aTeamOrder,
  minutesIn,
} from '../build'

const parcel = { company: 'SF', number: 'SF1234567890' } as const
const SHIPPED = minutesIn(60)
const ARRIVED = after(SHIPPED, 2 * DAY)
const toShip = (own: Partial<Order> = {}) => aPaidOrder({ delivery: aCourier(), ...own })

/** The order, where the shop did what was asked. */
function done(decision: Order | Failure): Order {
  if (hasFailed(decision)) throw new Error(`refused: ${decision.code}`)
  return decision
}

const shipped = () => done(shipOrder(toShip(), parcel, SHIPPED))
const arrived = () => done(receiveOrder(shipped(), ARRIVED))
const picked = () => done(verifyOrder(aPaidOrder(), SHIPPED))
const unready: OrderStatus[] = [
  'unpaid',
  'waiting',
  'cancelled',
  'expired',
  'refunding',
  'refunded',
]

test('a pre-sale says when its goods go out, and other orders say nothing', () => {
  const preSale = aLine({ deal: { ...anOffer(1), shipsAt: ARRIVED } })
  expect(shipsAtOf({ receipt: aReceipt([preSale]) })).toBe(ARRIVED)
  expect(shipsAtOf({ receipt: aReceipt([aLine({ deal: anOffer(1) })]) })).toBeUndefined()
  expect(shipsAtOf({ receipt: aReceipt([aLine()]) })).toBeUndefined()
  expect(shipsAtOf({ receipt: { ...aReceipt([aLine()]), lines: [] } })).toBeUndefined()
})

describe('shipping', () => {
  test('hands a parcel over, and WeChat and the shopper are told', () => {
    const order = shipped()
    expect(order).toMatchObject({
      status: 'shipped',
      delivery: { kind: 'courier', parcel: { ...parcel, shippedAt: SHIPPED } },
      todo: [{ task: 'report' }, { task: 'tell', news: 'orderShipped' }],
      todoAt: SHIPPED,
    })
    expect(order.story.at(-1)).toEqual({ event: 'ship', at: SHIPPED })
  })

  test.each(unready)('is not for an order that is %s', (status) => {
    expect(shipOrder(anOrder({ status, delivery: aCourier() }), parcel, SHIPPED)).toMatchObject({
      code: 'order_cannot',
      details: { event: 'ship', status },
    })
  })

  test('is not for an order that was shipped before', () => {
    expect(shipOrder(shipped(), parcel, ARRIVED)).toMatchObject({ code: 'order_cannot' })
  })

  test('is not for goods that are picked up', () => {
    expect(shipOrder(aPaidOrder(), parcel, SHIPPED)).toMatchObject({
      code: 'order_cannot',
      details: { event: 'ship', status: 'paid' },
    })
  })
})

describe('verifying at the counter', () => {
  test('hands the goods over: they are received, WeChat is told, the level reckoned', () => {
    expect(picked()).toMatchObject({
      status: 'received',
      todo: [{ task: 'report' }, { task: 'reckon' }],
      todoAt: SHIPPED,
      movesAt: after(SHIPPED, AFTER_SALE_WINDOW),
    })
  })

  test('the second time is refused, and says when it was used', () => {
    expect(verifyOrder(picked(), ARRIVED)).toEqual({
      failed: true,
      code: 'code_used',
      details: { usedAt: SHIPPED },
    })
  })

  test.each<OrderStatus>(['done', 'refunding', 'refunded'])(
    'is refused as used also when the order is %s since',
    (status) => {
      expect(verifyOrder({ ...picked(), status }, ARRIVED)).toMatchObject({
        code: 'code_used',
        details: { usedAt: SHIPPED },
      })
    },
  )

  test.each(unready)('is not for an order that is %s', (status) => {
    expect(verifyOrder(anOrder({ status }), SHIPPED)).toMatchObject({ code: 'order_cannot' })
  })

  test('is not before the team is complete', () => {
    const waiting = aPaidOrder({ deal: aTeamOrder() })
    expect(verifyOrder(waiting, SHIPPED)).toMatchObject({
      code: 'order_cannot',
      details: { event: 'verify', status: 'waiting' },
    })
  })

  test('is not for goods that a courier brings', () => {
    expect(verifyOrder(toShip(), SHIPPED)).toMatchObject({ code: 'order_cannot' })
  })
})

describe('receiving a parcel', () => {
  test('is what the shopper says, and reckons the level', () => {
    expect(arrived()).toMatchObject({
      status: 'received',
      movesAt: after(ARRIVED, AFTER_SALE_WINDOW),
      todo: [{ task: 'report' }, { task: 'tell' }, { task: 'reckon' }],
    })
  })

  test('is not for one that was not sent', () => {
    expect(receiveOrder(toShip(), ARRIVED)).toMatchObject({ code: 'order_cannot' })
    expect(receiveOrder(aPaidOrder(), ARRIVED)).toMatchObject({ code: 'order_cannot' })
  })

  test('happens once', () => {
    expect(receiveOrder(arrived(), ARRIVED)).toMatchObject({ code: 'order_cannot' })
  })
})

describe('what time alone does', () => {
  test('ten days pass until a parcel counts as received, seven more until it is done', () => {
    expect([AUTO_RECEIVE, AFTER_SALE_WINDOW]).toEqual([10 * DAY, 7 * DAY])
  })

  const received = after(SHIPPED, 10 * DAY)
  test.each<[string, Instant, OrderStatus]>([
    ['the next day', after(SHIPPED, DAY), 'shipped'],
    ['a millisecond before ten days', after(received, -1), 'shipped'],
    ['after ten days', received, 'received'],
    ['long after', after(SHIPPED, 30 * DAY), 'received'],
  ])('to a parcel, %s: %s %s', (_, now, status) => {
    expect(passTime(shipped(), now).status).toBe(status)
  })

  test('seven days count from the receipt, also from one by time', () => {
    const order = passTime(shipped(), received)
    expect(order.movesAt).toBe(after(received, 7 * DAY))
    expect(order.todo).toContainEqual({ task: 'reckon' })
  })

  const over = after(ARRIVED, 7 * DAY)
  test.each<[string, Instant, OrderStatus]>([
    ['a millisecond before seven days', after(over, -1), 'received'],
    ['after seven days', over, 'done'],
  ])('to what was received, %s: %s %s', (_, now, status) => {
    expect(passTime(arrived(), now).status).toBe(status)
  })

  test('to what was picked up, the same', () => {
    expect(passTime(picked(), after(SHIPPED, 7 * DAY)).status).toBe('done')
  })

  test('nothing more once it is done', () => {
    const finished = passTime(arrived(), over)
    expect(finished.movesAt).toBeNull()
    expect(passTime(finished, after(over, 99 * DAY))).toBe(finished)
  })

  test('nothing to an order that waits for its goods, however long', () => {
    const order = toShip()
    expect(passTime(order, after(SHIPPED, 99 * DAY))).toBe(order)
  })

  test.each<OrderStatus>(['refunding', 'refunded'])(
    'nothing to one that is %s since, and it is not looked at again',
    (status) => {
      const order = { ...arrived(), status }
      expect(passTime(order, over)).toEqual({ ...order, movesAt: null })
    },
  )
})

describe('a request that waits for its answer', () => {
  const over = after(ARRIVED, 7 * DAY)
  const wish: AfterSaleWish = {
    reason: 'quality',
    words: '',
    pictures: [],
    pieces: [{ line: 0, quantity: 1 }],
  }
  const asking = () => done(requestAfterSale(arrived(), wish, after(over, -1)))

  test('keeps the order open for another day, and another', () => {
    const kept = passTime(asking(), over)
    expect(kept).toMatchObject({ status: 'received', movesAt: after(over, DAY) })
    expect(passTime(kept, after(over, DAY))).toMatchObject({
      status: 'received',
      movesAt: after(over, 2 * DAY),
    })
  })

  test('lets it end once it is answered', () => {
    const kept = passTime(asking(), over)
    const answered = done(refuseAfterSale(kept, { no: 1, words: '没有坏' }, after(over, 1)))
    expect(passTime(answered, after(over, DAY)).status).toBe('done')
  })

  test('does not keep a parcel from counting as received', () => {
    const order = done(requestAfterSale(shipped(), wish, ARRIVED))
    expect(passTime(order, after(SHIPPED, 10 * DAY)).status).toBe('received')
  })
})
