import type { Coupon, CouponValidity } from '@domain/coupons/coupon'
import { dueOf, EXPIRING_SOON, freshCoupon, isExpiringSoon, passCoupon } from '@domain/coupons/life'
import { NEVER } from '@domain/holds/hold'
import { after, DAY, instant, shopTime } from '@domain/time'
import { id, minutesIn, MORNING } from '../build'
import { aCoupon, aTemplate } from './build'

const issued = (validity: CouponValidity, at = MORNING): Coupon => {
  const { _id: couponId, memberId, channel, source, piece } = aCoupon()
  return freshCoupon(aTemplate({ validity }), { couponId, memberId, channel, source, piece }, at)
}

describe('a new coupon', () => {
  test('is good for so many days from its claim on', () => {
    const coupon = issued({ kind: 'days', days: 7 })
    expect([coupon.validFrom, coupon.validUntil]).toEqual([MORNING, after(MORNING, 7 * DAY)])
  })

  test.each([
    ['2028-02-28T22:00:00+08:00', 1, '2028-02-29 22:00'],
    ['2027-02-28T22:00:00+08:00', 1, '2027-03-01 22:00'],
    ['2027-12-31T23:59:00+08:00', 31, '2028-01-31 23:59'],
  ])('claimed %s for %d days is good until %s in shop time', (claimed, days, until) => {
    const coupon = issued({ kind: 'days', days }, instant(Date.parse(claimed)))
    expect(shopTime(coupon.validUntil, 'YYYY-MM-DD HH:mm')).toBe(until)
  })

  test('is good between its dates, whenever it is claimed', () => {
    const dates = { from: minutesIn(60), until: after(MORNING, DAY) }
    const coupon = issued({ kind: 'dates', ...dates })
    expect(coupon).toMatchObject({ validFrom: dates.from, validUntil: dates.until })
  })

  test('keeps the rule of its template and stands in its owner’s wallet', () => {
    const coupon = aCoupon()
    expect(coupon).toMatchObject({ status: 'unused', walletOf: 'ann', rule: aTemplate().rule })
  })
})

describe('time alone', () => {
  const coupon = issued({ kind: 'days', days: 7 })
  const soon = instant(coupon.validUntil - EXPIRING_SOON)

  test('first has its owner told, once, and then lets it expire', () => {
    expect(coupon.dueAt).toBe(soon)
    expect(isExpiringSoon(coupon, after(soon, -1))).toBe(false)
    expect(isExpiringSoon(coupon, soon)).toBe(true)
    const told = passCoupon(coupon, soon)
    expect(told).toMatchObject({ status: 'unused', remindAt: null, dueAt: coupon.validUntil })
    expect(isExpiringSoon(told, soon)).toBe(false)
    expect(passCoupon(told, after(coupon.validUntil, -1)).status).toBe('unused')
    expect(passCoupon(told, coupon.validUntil)).toMatchObject({
      status: 'expired',
      walletOf: null,
      dueAt: NEVER,
    })
  })

  test.each([1, 2])('tells nobody of a coupon that is good for %d days', (days) => {
    const brief = issued({ kind: 'days', days })
    expect(brief).toMatchObject({ remindAt: null, dueAt: brief.validUntil })
  })

  test('that ran out before anybody looked lets it expire without a word', () => {
    expect(isExpiringSoon(coupon, coupon.validUntil)).toBe(false)
    expect(passCoupon(coupon, coupon.validUntil).status).toBe('expired')
  })

  test('sets an early look right', () => {
    expect(passCoupon({ ...coupon, dueAt: instant(0) }, MORNING)).toEqual(coupon)
  })

  test.each(['used', 'expired', 'revoked'] as const)('does nothing to one that is %s', (status) => {
    const gone = { ...coupon, status }
    expect(passCoupon(gone, after(coupon.validUntil, DAY))).toEqual({ ...gone, dueAt: NEVER })
  })

  test('never takes one from the order that holds it', () => {
    const heldUntil = after(coupon.validUntil, DAY)
    const held = { ...coupon, status: 'held', orderId: id<'order'>('order-1'), heldUntil } as const
    expect(passCoupon(held, coupon.validUntil).status).toBe('held')
    expect(dueOf(held)).toBe(heldUntil)
  })
})
