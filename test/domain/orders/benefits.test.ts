import { approveAfterSale } from '@domain/aftersale/answer'
import { requestAfterSale } from '@domain/aftersale/afterSale'
import { fen } from '@domain/money'
import { deservesGift, givesCouponBack } from '@domain/orders/benefits'
import { endUnpaid, giveBack } from '@domain/orders/ending'
import { receiveOrder, shipOrder } from '@domain/orders/handout'
import { payNothing, receivePayment } from '@domain/orders/payment'
import type { Order } from '@domain/orders/order'
import { quote } from '@domain/orders/receipt'
import { done, toShip, wishFor } from '../aftersale/build'
import { aContext, anOrder, id, minutesIn } from '../build'
import { aCoupon, off } from '../coupons/build'
import { bps } from '../members/build'
import { goods } from '../promotions/build'

const earning = {
  perYuan: 1,
  months: 12,
  levelBps: bps(10_000),
  levelName: '普通会员',
  dayBps: bps(10_000),
  dayName: '',
}
const gift = { minPaidFen: fen(50_000), templateId: id<'template'>('gift') }

const tasksOf = (order: Order) => order.todo.map(({ task }) => task)
const paid = (own: Partial<Order>): Order => {
  const order = anOrder(own)
  const payment = { transactionId: 'wx-1', paidFen: order.receipt.payableFen, paidAt: minutesIn(1) }
  const decided = receivePayment(order, payment, { now: minutesIn(1), isCustomer: false })
  if (!('order' in decided)) throw new Error('not paid')
  return decided.order
}
const received = (own: Partial<Order>): Order =>
  done(
    receiveOrder(
      done(shipOrder(toShip(own), { company: 'SF', number: 'SF1' }, minutesIn(10))),
      minutesIn(30),
    ),
  )

describe('the task to bring benefits in line', () => {
  test.each([
    ['with a coupon', { couponId: id<'coupon'>('coupon-1') }, true],
    ['that only earns', { earning }, false],
    ['without any', {}, false],
  ])('is left by the payment of an order %s: %s', (_what, own, isLeft) => {
    expect(tasksOf(paid(own)).includes('benefits')).toBe(isLeft)
  })

  test.each([
    ['that earns', { earning }, true],
    ['with a gift', { gifts: [gift] }, true],
    ['with a coupon only', { couponId: id<'coupon'>('coupon-1') }, false],
    ['without any', {}, false],
  ])('is left by the receipt of an order %s: %s', (_what, own, isLeft) => {
    expect(tasksOf(received(own)).includes('benefits')).toBe(isLeft)
  })

  test('is left by money going back', () => {
    const order = done(giveBack(paid({ couponId: id('coupon-1') }), minutesIn(5)))
    expect(tasksOf(order)).toEqual(['benefits', 'release', 'benefits', 'refund'])
  })

  test('of an order that only earns is not left before it was received', () => {
    expect(tasksOf(done(giveBack(paid({ earning }), minutesIn(5))))).not.toContain('benefits')
    const back = requestAfterSale(
      received({ earning }),
      wishFor({ line: 0, quantity: 1 }),
      minutesIn(60),
    )
    const granted = done(approveAfterSale(done(back), { no: 1, words: '' }, minutesIn(70)))
    expect(tasksOf(granted).filter((task) => task === 'benefits')).toHaveLength(2)
  })

  test('is not left by an unpaid order that ends: its holds are let go', () => {
    const ended = done(endUnpaid(anOrder({ couponId: id('coupon-1') }), 'cancel', minutesIn(5)))
    expect(tasksOf(ended)).toEqual(['release'])
  })
})

describe('an order that comes to nothing', () => {
  const coupons = [aCoupon({ rule: off(5000) })]
  const receipt = quote([goods(1000)], aContext({ coupons, couponId: id('coupon-1') }))

  test('is paid as it is placed', () => {
    const order = payNothing(anOrder({ receipt, couponId: id('coupon-1') }), minutesIn(0))
    expect(order).toMatchObject({ status: 'paid', payment: { paidFen: 0 } })
    expect(tasksOf(order)).toEqual(['benefits'])
  })

  test('goes back without a refund', () => {
    const order = payNothing(anOrder({ receipt, couponId: id('coupon-1') }), minutesIn(0))
    const back = done(giveBack(order, minutesIn(5)))
    expect(back).toMatchObject({ status: 'refunded', refunds: [] })
  })

  test('no other is paid so', () => {
    expect(payNothing(anOrder(), minutesIn(0)).status).toBe('unpaid')
  })
})

describe('what comes with an order', () => {
  test('is deserved from its receipt on', () => {
    expect(deservesGift(toShip(), gift)).toBe(false)
    expect(deservesGift(received({}), gift)).toBe(true)
  })

  test('is deserved as long as its sum is kept', () => {
    const order = received({})
    const back = done(requestAfterSale(order, wishFor({ line: 1, quantity: 2 }), minutesIn(60)))
    expect(deservesGift(back, gift)).toBe(true)
    const granted = done(approveAfterSale(back, { no: 1, words: '' }, minutesIn(70)))
    expect(deservesGift(granted, gift)).toBe(false)
  })

  test.each([
    ['paid', false],
    ['received', false],
    ['refunding', true],
    ['refunded', true],
    ['cancelled', false],
  ] as const)('a coupon of an order that is %s goes back: %s', (status, goes) => {
    expect(givesCouponBack({ status })).toBe(goes)
  })
})
