/**
 * A guide's poster: whoever came by it once and buys days later is hers, and it ends in her wallet.
 */
import type { CommissionEntry } from '@domain/commission/entry'
import type { Guide } from '@domain/guides/guide'
import type { Order } from '@domain/orders/order'
import { thaws } from '../harness/guiding'
import { handOut, page, touchesOf, type Stage, type Visitor } from './visitor'

/** What WeChat Pay says of money that was sent to somebody. */
interface BookedTransfer {
  readonly openid: string
  readonly amount: number
  readonly state: string
}

/** Registers the story's tests, each of which goes on where the one before stopped. */
export function guidePosterStory(stage: Stage): void {
  const { shop, come } = stage
  let lin: Visitor
  let qiu: Visitor
  let guide: Guide | undefined
  let orderId: string

  const placeOfLin = async () => (await shop().documents<Guide>('guides', { name: '林小满' }))[0]
  const entry = (line: string) => `${orderId}.0.${line}.1`

  test('the keeper invites lin, and by the code she is a guide', async () => {
    const keeper = await come('keeper')
    await keeper.open(page('staff/guides'))
    await keeper.tap('invite')
    await keeper.type('name', '林小满')
    await keeper.tap('store-store-02')
    await keeper.tap('kind-agent')
    await keeper.tap('send-code')
    await keeper.see('复制邀请码')
    guide = await placeOfLin()
    await keeper.seeAt(`code-${guide?._id}`, guide?.invitation?.code ?? '-')
    expect(keeper.troubles()).toEqual([])
    lin = await come('lin')
    await lin.open(page('guides/accept'))
    await lin.type('code', guide?.invitation?.code ?? '')
    await lin.picture('poster-1-code')
    await lin.tap('accept')
    await lin.seeAt('accepted', '欢迎你，林小满')
    await lin.tap('to-desk')
    await lin.seeAt('guide', '林小满')
    expect(await placeOfLin()).toMatchObject({ memberId: 'lin', storeId: 'store-02' })
  })

  test('the code of her poster, read from its pixels, opens what the poster shows', async () => {
    await lin.open(page('guides/material'))
    await lin.tap('tab-product')
    await lin.tap('share-cherry-j-2')
    await lin.picture('poster-2-material')
    await lin.tap('to-poster')
    const address = await lin.scan()
    await lin.picture('poster-3-poster')
    qiu = await come('qiu')
    await qiu.open(address)
    await qiu.see('智利J级车厘子 2斤')
    await qiu.picture('poster-4-opened')
    expect(await touchesOf(shop(), 'qiu')).toMatchObject([
      { guideId: guide?._id, sharerId: 'lin', channel: 'poster', hops: 0 },
    ])
  })

  test('who looks around and leaves is told to her, as somebody who has not bought', async () => {
    await qiu.tap('cart')
    await qiu.see('购物车')
    await lin.open(page('guides/customers'))
    await lin.tap('tab-unbought')
    await lin.seeAt('customers', '还没买过')
    await lin.picture('poster-5-unbought')
    await lin.open(page('guides/desk'))
    await lin.seeAt('today-visitors', '1 人')
  })

  test('three days later qiu finds the shop by another way, searches, and buys', async () => {
    for (let day = 0; day < 3; day += 1) await shop().pass('1 day')
    await qiu.open(page('catalog/home'))
    await qiu.tap('search')
    await qiu.type('words', '车厘子')
    await qiu.tap('go')
    await qiu.seeAt('sort-shelf', '综合')
    await qiu.tap('product-cherry-j-2')
    await qiu.tap('buy')
    await qiu.tap('checkout')
    await qiu.seeAt('payable', '应付¥94')
    orderId = await qiu.buy()
    const [order] = await shop().documents<Order>('orders', { _id: orderId })
    expect(order?.attribution).toMatchObject({
      guideId: guide?._id,
      won: { kind: 'touch', touch: { channel: 'poster', sharerId: 'lin' } },
    })
    expect(await touchesOf(shop(), 'qiu')).toHaveLength(1)
  })

  test('the order explains itself, to the guide and to who runs the shop', async () => {
    await lin.open(page('guides/desk'))
    await lin.seeAt('stage-pending', '¥2.82')
    await lin.tap('stage-pending')
    await lin.seeAt(`income-${orderId}`, '等顾客收货')
    await lin.picture('poster-6-income')
    await lin.tap(`income-${orderId}`)
    await lin.seeAt('sum', '¥2.82')
    await lin.seeAt('entries', '导购分成 3%，货款实收 ¥94')
    await lin.seeAt('explanation', '这一单算林小满的')
    await lin.seeAt('explanation', '打开了林小满的商品海报')
    await lin.seeAt('explanation', '这是下单前 15 天里最后一次打开导购的链接，所以算数')
    await lin.picture('poster-7-credit')
    const keeper = await come('keeper')
    await keeper.open(page('staff/queue', 'queue=pick-up'))
    await keeper.picture('poster-8-queue')
    await keeper.tap(`whose-${orderId}`)
    await keeper.seeAt('explanation', '打开了林小满的商品海报')
    await keeper.picture('poster-8-keeper')
    expect(keeper.troubles()).toEqual([])
  })

  test('received, her commission is frozen until the day that the page names', async () => {
    await handOut(stage, qiu)
    await lin.open(page('guides/desk'))
    await lin.seeAt('stage-frozen', '收货后 7 天，最早 3月11日')
    await lin.seeAt('stage-frozen', '¥2.82')
    await lin.picture('poster-9-frozen')
    const [noted] = await shop().documents<CommissionEntry>('commission_entries', {
      _id: entry('guide'),
    })
    expect(noted?.amountFen).toBe(282)
    expect(noted?.payableAt).toBeGreaterThan(await shop().now())
  })

  test('after the freeze she asks for it, and what she confirms is hers', async () => {
    await thaws(shop())
    await lin.open(page('guides/desk'))
    await lin.seeAt('stage-payable', '¥2.82')
    await lin.picture('poster-10-payable')
    await lin.tap('to-payout')
    await lin.seeAt('ask', '提现 ¥2.82')
    await lin.tap('ask')
    await lin.answer('提现')
    await lin.see('待你确认')
    await lin.picture('poster-11-sent')
    await lin.collect('leave')
    await lin.hear('还没确认，过期前都可以再点')
    await lin.collect('confirm')
    await lin.see('已到账 ¥2.82')
    await lin.seeAt('payable', '¥0')
    await lin.picture('poster-12-paid')
    const booked = await shop().control<BookedTransfer[]>('GET', 'transfers')
    expect(booked.filter(({ openid }) => openid === 'lin')).toMatchObject([
      { amount: 282, state: 'SUCCESS' },
    ])
    expect([...lin.troubles(), ...qiu.troubles()]).toEqual([])
  })
}
