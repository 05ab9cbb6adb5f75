/**
 * A live session, from the reminder to the last word: what the crew does in the cockpit is what
 * both phones see, and what is charged.
 */
import type { Order } from '@domain/orders/order'
import type { Coupon } from '@domain/coupons/coupon'
import { cherries, durian, liveId, ordersLive, seenBy } from '../harness/cockpit'
import { takesPlace } from '../harness/guiding'
import { liveLotteryStory } from './live-lottery'
import { liveReviewStory } from './live-review'
import { at, fillsIn, LiveCast, type LiveStage } from './live-stage'
import type { BookedPayment } from './street'
import { page, type Visitor } from './visitor'

/** Registers the story's tests, each of which goes on where the one before stopped. */
export function liveStory(stage: LiveStage): void {
  const cast = new LiveCast(stage)
  beforeAll(() => cast.come())
  describe('is waited for', () => waitingStory(cast))
  describe('is run', () => runningStory(cast))
  describe('holds a lottery', () => liveLotteryStory(cast))
  describe('is over', () => liveReviewStory(cast))
}

function waitingStory(cast: LiveCast): void {
  const { stage } = cast
  let gao: Visitor

  /** What WeChat has delivered to ann. */
  const inbox = () => cast.shop.control<{ page: string }[]>('GET', 'messages?openid=ann')

  test('ann reserves it by a tap, and is told whether WeChat will remind her', async () => {
    const { ann } = cast
    await ann.open(at('live/session', liveId))
    await ann.seeAt('time', '今天 12:00 开播')
    await ann.tap('reserve')
    await ann.seeAt('reserve', '已预约')
    await ann.picture('live-01-reserved')
  })

  test('bo comes by a link of gao’s, a guide, and sees who has invited him', async () => {
    const { bo, shop } = cast
    await takesPlace(shop, 'gao', 'guide-04')
    gao = await stage.come('gao')
    await gao.open(page('guides/material'))
    await gao.tap(`share-${liveId}`)
    await bo.open(await gao.share('send'))
    await bo.seeAt('invited', '刘洋')
    await bo.picture('live-02-invited')
  })

  test('a cockpit is nothing for a shopper or a guide; the crew finds what is missing', async () => {
    const { cui, shop } = cast
    for (const stranger of [await stage.come('eve'), gao]) {
      await stranger.open(at('cockpit/cockpit', liveId))
      await stranger.see('这里只对店员开放')
      expect(stranger.troubles()).toEqual([])
    }
    const { session } = await seenBy(shop, 'ann')
    await shop.passTo(session.startsAt - 30 * 60_000)
    await cui.open(page('cockpit/sessions'))
    await cui.picture('live-03-sessions')
    await cui.tap(`cockpit-${liveId}`)
    await cui.seeAt('ready-reminders', '1 人预约了')
    await cui.seeAt('ready-members', '要 8000 人')
    await cui.seeAt('ready-warm-up', '发了 0 张，一共要发 21 张')
    await cui.picture('live-04-readiness')
  })

  test('ann is reminded once, shortly before it starts', async () => {
    expect(await inbox()).toEqual([])
    await cast.shop.pass('21 minutes')
    const reminded = stage.asksForConsent ? [{ page: at('live/session', liveId) }] : []
    expect(await inbox()).toMatchObject(reminded)
    await cast.shop.pass('2 minutes')
    expect(await inbox()).toHaveLength(reminded.length)
  })
}

function runningStory(cast: LiveCast): void {
  const paymentsOf = async (openid: string) => {
    const orders = await cast.shop.documents<Order>('orders', { memberId: openid })
    const booked = await cast.shop.control<BookedPayment[]>('GET', 'payments')
    return booked.filter(({ outTradeNo }) => orders.some(({ _id }) => _id === outTradeNo))
  }

  test('the crew starts it, and both phones are in it at once', async () => {
    const { ann, bo, cui } = cast
    for (const phone of [ann, bo]) {
      await phone.open(at('live/room', liveId))
      await phone.seeAt(`buy-${durian}`, '未开播')
    }
    await ann.picture('live-05-room-before')
    await cui.tap('start')
    await cui.answer('开播')
    await cui.seeAt('time', '已播')
    await cast.bothSee('explaining', '主播马上开讲')
  })

  test('what is explained next is what both phones show next', async () => {
    const { ann, bo, cui } = cast
    await cui.tap('explain-next')
    await cui.seeAt('explained', '车厘子')
    await cast.bothSee('explained-name', '车厘子')
    await cui.tap('explain-next')
    await cui.seeAt('explained', '猫山王')
    await cui.picture('live-06-explaining')
    await cast.bothSee('explained-name', '猫山王')
    for (const phone of [ann, bo]) await phone.seeAt('explained-left', '还剩 60')
    await ann.picture('live-07-explained')
  })

  test('the price falls on both phones, also on bo’s, who stands at the checkout', async () => {
    const { ann, bo, cui } = cast
    await bo.tap('buy')
    await fillsIn(bo)
    await bo.seeAt('truth', '直播价')
    await cui.tap('manage')
    await cui.tap('price')
    await cui.type('new-price', '318.3')
    await cui.tap('reason-0')
    await cui.picture('live-08-price')
    await cui.tap('change')
    await cui.seeAt(`goods-${durian}`, '¥318.30')
    await cast.sees(ann, 'explained-price', '318.30')
    await ann.picture('live-09-fallen')
    await bo.tap('submit')
    await bo.see('还没有下单，也没有扣款')
    await bo.picture('live-10-price-changed')
    expect(await paymentsOf('bo')).toEqual([])
  })

  test('bo orders at the new price, and never another sum was asked of him', async () => {
    const { ann, bo, cui, stage } = cast
    await bo.tap('order-at-new')
    await stage.pay(bo)
    await bo.seeAt('payable', '实付¥318.30')
    await bo.picture('live-11-paid')
    expect(await paymentsOf('bo')).toMatchObject([{ state: 'SUCCESS', totalFee: 31_830 }])
    await cast.sees(cui, 'paid-orders', '1')
    await cast.sees(ann, 'explained-left', '还剩 59')
  })

  test('off the shelf, ann can’t buy it and is told why; on it again, she can', async () => {
    const { ann, cui } = cast
    await ann.tap('buy')
    await fillsIn(ann)
    await cast.shelves(durian)
    await cui.seeAt('now', '已下架')
    await ann.tap('submit')
    await ann.seeAt('refusal', '这件商品主播暂时下架了')
    await ann.picture('live-12-off-shelf')
    expect(await paymentsOf('ann')).toEqual([])
    await ann.open(at('live/room', liveId))
    await ann.seeAt('buy', '已下架')
    await cast.shelves(durian)
    await cast.sees(ann, 'buy', '去抢')
  })

  test('what the crew tells the room is read on both phones', async () => {
    const { ann, bo, cui } = cast
    await bo.open(at('live/room', liveId))
    await cui.tap('announce')
    await cui.tap('template-3')
    await cui.tap('send')
    await cui.seeAt('announcements', '冷链明天发出')
    await cast.bothSee('announcements', '今天下单，冷链明天发出，坏果包赔')
    await ann.picture('live-13-announced')
  })

  test('a coupon that is dropped is ann’s once, on whichever of her phones she taps', async () => {
    const { ann, cui, shop, stage } = cast
    await cui.tap('drop-live-20')
    await cui.answer('发券')
    await cui.seeAt('coupon-live-20', '已发')
    const other = await stage.come('ann')
    await other.open(at('live/room', liveId))
    await other.readAll('claim-live-20')
    await cast.sees(ann, 'coupon-live-20', '领取')
    await ann.picture('live-14-dropped')
    await ann.tap('claim-live-20')
    await ann.seeAt('coupon-live-20', '已领到')
    await ann.picture('live-15-claimed')
    await other.tap('claim-live-20')
    await other.hear('这张券你已经有过了')
    await other.seeAt('coupon-live-20', '已领到')
    await other.picture('live-16-claimed-twice')
    expect(await shop.documents<Coupon>('coupons', { memberId: 'ann' })).toHaveLength(1)
    expect(other.troubles()).toEqual([])
    await stage.putAway(other)
  })

  test('ann uses it on an order of the session, while somebody else orders and walks away', async () => {
    const { ann, cui, shop } = cast
    await ann.tap('buy')
    await ann.seeAt('step-coupon', '直播间专享满129减20')
    await ann.seeAt('payable', '应付¥298.30')
    await ann.buy()
    await ann.seeAt('payable', '实付¥298.30')
    await ann.picture('live-17-with-coupon')
    const [order] = await shop.documents<Order>('orders', { memberId: 'ann' })
    expect(order).toMatchObject({ live: { id: liveId }, deal: { kind: 'live', id: durian } })
    await ordersLive(shop, 'dan', cherries)
    await cast.sees(cui, 'paid-orders', '2')
    await cui.seeAt('paid', '¥616.60')
    await cui.picture('live-18-cockpit')
    cast.expectNoTroubles()
  })
}
