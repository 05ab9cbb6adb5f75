/**
 * A newcomer: scans a store's code, buys with the coupon for it, has points and a level, redeems.
 */
import type { StoreId } from '@domain/ids'
import type { Coupon } from '@domain/coupons/coupon'
import { handOut, page, type Stage, type Visitor } from './visitor'

/** Registers the story's tests, each of which goes on where the one before stopped. */
export function newcomerStory(stage: Stage): void {
  const { shop, come } = stage
  let ann: Visitor
  let orderId: string

  const couponOf = async (channel: string) => {
    const [coupon] = await shop().documents<Coupon>('coupons', { memberId: 'ann', channel })
    return coupon?._id ?? ''
  }

  test('ann scans the code at the counter, joins by one tap, and has a coupon', async () => {
    const storeId = 'store-02' as StoreId
    const { path } = await shop().ask('keeper', 'members.storeCode', { storeId })
    ann = await come('ann')
    await ann.open(path)
    await ann.seeAt('store', '滨江店邀请你加入会员')
    await ann.picture('newcomer-invited')
    await ann.tap('join')
    await ann.seeAt('joined', '欢迎加入')
    await ann.seeAt('coupon-welcome-10', '新人无门槛券')
    await ann.picture('newcomer-joined')
  })

  test('her first order takes the coupon by itself, and says what it will bring', async () => {
    await ann.tap('to-me')
    await ann.seeAt('coupons', '1')
    await ann.tap('coupons')
    await ann.tap(`use-${await couponOf('claim')}`)
    await ann.tap('product-musang-king')
    await ann.tap('buy')
    await ann.tap('checkout')
    await ann.seeAt('step-coupon', '新人无门槛券减 ¥10−¥10')
    await ann.seeAt('payable', '应付¥373')
    orderId = await ann.buy()
    await ann.seeAt('benefit-coupon', '已用掉')
    await ann.seeAt('benefit-earned', '收货后得 373 积分')
    await ann.seeAt('benefit-gift', '收货后送 1 张')
    await ann.picture('newcomer-paid')
  })

  test('with the goods come the points and the level', async () => {
    await handOut(stage, ann)
    await ann.open(page('orders/order', `orderId=${orderId}`))
    await ann.seeAt('benefit-earned', '373 积分')
    await ann.seeAt('benefit-gift', '1 张，在我的优惠券里')
    await ann.open(page('members/me'))
    await ann.seeAt('member-card', '银卡会员')
    await ann.seeAt('member-card', '还差 ¥627 升金卡会员')
    await ann.seeAt('points', '373')
    await ann.picture('newcomer-card')
    await ann.tap('points')
    await ann.seeAt('entry-1', '实付 ¥373，每元 1 分')
    await ann.picture('newcomer-points')
  })

  test('she redeems points for a coupon, which lies with her other ones', async () => {
    await ann.tap('to-mall')
    await ann.tap('redeem-pm-coupon-5')
    await ann.answer('兑换')
    await ann.seeAt('item-pm-coupon-5', '还差 27 积分')
    await ann.tap('to-coupons')
    await ann.seeAt(`coupon-${await couponOf('points')}`, '积分兑换5元券')
    await ann.picture('newcomer-coupons')
    expect(ann.troubles()).toEqual([])
  })
}
