/**
 * A gold member on a member day, with voucher and points: every fen is explained, and comes back.
 */
import { randomUUID } from 'node:crypto'
import type { Coupon } from '@domain/coupons/coupon'
import type { Order } from '@domain/orders/order'
import { of, ordered, shipped } from '../harness/ordering'
import { courier } from '../harness/shop'
import { handOut, page, type Stage, type Visitor } from './visitor'

/** What a row of a receipt adds, in fen: the sum at its end. */
function fenOf(row: string): number {
  const [, sign, yuan] = /(−?)¥(\d+(?:\.\d{1,2})?)$/.exec(row) ?? []
  if (yuan === undefined) throw new Error(`no sum at the end of "${row}"`)
  return Math.round(Number(yuan) * 100) * (sign ? -1 : 1)
}

/** Registers the story's tests, each of which goes on where the one before stopped. */
export function goldMemberStory(stage: Stage): void {
  const { shop, come } = stage
  let gu: Visitor
  let orderId: string

  /** The voucher of the month, which came to her by the timer. */
  const voucher = async () => {
    const [coupon] = await shop().documents<Coupon>('coupons', {
      memberId: 'gu',
      channel: 'monthly',
    })
    return coupon
  }

  /** One bunch of the two is asked back, and staff agrees; she looks at the order afterwards. */
  async function givesOneBack(time: number): Promise<void> {
    await gu.open(page('orders/order', `orderId=${orderId}`))
    await gu.tap('ask-after-sale')
    await gu.tap('more-0')
    await gu.tap('reason-quality')
    await gu.picture(`gold-asks-${time}`)
    await gu.tap('submit-request')
    await gu.seeAt('request-requested', '等店里答复')
    const keeper = await come('keeper')
    await keeper.open(page('staff/queue', 'queue=after-sale'))
    await keeper.tap(`approve-${orderId}-${time}`)
    await keeper.answer('同意退款')
    await keeper.see('没有待处理的售后')
    expect(keeper.troubles()).toEqual([])
    await shop().pass('2 minutes')
    await gu.open(page('orders/order', `orderId=${orderId}`))
  }

  test('gu has bought so much that she is a gold member, with gift and voucher', async () => {
    await shop().ask('gu', 'members.join', {})
    const dear = [of('cherry-jj-10', 2), of('musang-king')]
    const earlier = await ordered(shop(), 'gu', dear, courier('gu'))
    await shipped(shop(), earlier)
    await shop().ask('gu', 'orders.receive', { requestId: randomUUID(), orderId: earlier })
    await shop().passTo(Date.parse('2027-03-08T10:00:00+08:00'))
    gu = await come('gu')
    await gu.open(page('members/me'))
    await gu.seeAt('member-card', '金卡会员')
    await gu.seeAt('points', '1371')
    await gu.seeAt('coupons', '3')
  })

  test('on the member day she takes the voucher and her points, and keeps the gift', async () => {
    await gu.open(page('orders/checkout', 'productId=shine-muscat&skuId=shine-muscat&quantity=2'))
    await gu.seeAt('choose-coupon', '最划算−¥30')
    await gu.tap('choose-coupon')
    await gu.tap(`coupon-${(await voucher())?._id}`)
    await gu.seeAt('choose-coupon', '−¥20')
    await gu.tap('points')
    await gu.seeAt('payable', '应付¥176.57')
    await gu.picture('gold-checkout')
    orderId = await gu.buy()
  })

  test('the receipt tells every fen, and its rows add up to what was paid', async () => {
    await gu.seeAt('payable', '实付¥176.57')
    const rows = await gu.readAll('step-')
    expect(rows).toEqual([
      '商品原价¥128 × 2 盒¥256',
      '会员日8.8 折，每盒 ¥112.64−¥30.72',
      '全场满减满 ¥129 减 ¥15−¥15',
      '金卡月度券减 ¥20−¥20',
      '积分抵扣用了 1371 积分−¥13.71',
      '运费到店自提，不收运费¥0',
    ])
    expect(rows.reduce((sum, row) => sum + fenOf(row), 0)).toBe(17_657)
    await gu.seeAt('money-in', '¥176.57')
    await gu.seeAt('benefit-coupon', '已用掉')
    await gu.seeAt('benefit-spent', '1371 积分')
    await gu.picture('gold-receipt')
  })

  test('received on a member day, it brings double points beside those of her level', async () => {
    await handOut(stage, gu)
    await gu.open(page('orders/order', `orderId=${orderId}`))
    await gu.seeAt('benefit-earned', '422 积分')
    await gu.open(page('points/account'))
    await gu.seeAt('entry-3', '金卡会员 1.2 倍，会员日 2 倍')
    await gu.seeAt('available', '422')
    await gu.picture('gold-points')
  })

  test('a half of it back is half of the money and of the points; the voucher stays used', async () => {
    await givesOneBack(1)
    await gu.seeAt('money-back', '退回¥88.29')
    await gu.seeAt('money-kept', '实际花费¥88.28')
    await gu.seeAt('refund-s1', '已退回')
    await gu.seeAt('benefit-back', '686 积分')
    await gu.seeAt('benefit-earned', '211 积分')
    await gu.seeAt('benefit-coupon', '已用掉')
    await gu.picture('gold-half-back')
    expect((await voucher())?.status).toBe('used')
  })

  test('the rest brings back the rest, to the fen, and the voucher with it', async () => {
    await givesOneBack(2)
    await gu.seeAt('money-back', '退回¥176.57')
    await gu.seeAt('money-kept', '实际花费¥0')
    await gu.seeAt('benefit-back', '1371 积分')
    await gu.seeAt('benefit-coupon', '已还给你')
    await gu.picture('gold-all-back')
    const [order] = await shop().documents<Order>('orders', { _id: orderId })
    expect(order?.refunds.map(({ amountFen }) => amountFen)).toEqual([8829, 8828])
    await gu.open(page('points/account'))
    await gu.seeAt('available', '1371')
    await gu.open(page('coupons/list'))
    await gu.seeAt(`use-${(await voucher())?._id}`, '去使用')
    expect(gu.troubles()).toEqual([])
  })
}
