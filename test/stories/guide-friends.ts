/**
 * What a guide shares travels from friend to friend and stays the guide's; what was tampered with
 * is nobody's.
 */
import type { ShareLink } from '@domain/attribution/shareLink'
import type { CommissionEntry } from '@domain/commission/entry'
import type { FlashDeal } from '@domain/flashsale/flashSale'
import type { Order } from '@domain/orders/order'
import { expectVisitsOnly } from '../cloud/books'
import { takesPlace } from '../harness/guiding'
import { page, touchesOf, type Stage, type Visitor } from './visitor'

/** The token of the link in an address. */
function tokenIn(address: string): string {
  const token = new URLSearchParams(address.split('?')[1]).get('link')
  if (token === null) throw new Error(`${address} carries no link`)
  return token
}

/** The token with a letter of the other case, and with another character at its end. */
function tamperedWith(token: string): readonly string[] {
  const swapped = token.replace(/[a-z]/i, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  )
  return [swapped, `${token.slice(0, -1)}${token.endsWith('x') ? 'y' : 'x'}`]
}

/** Registers the tests of what a guide's material leads to. */
export function guideMaterialStory({ shop, come }: Stage): void {
  let liu: Visitor

  beforeAll(async () => {
    await takesPlace(shop(), 'liu', 'guide-04')
    liu = await come('liu')
  })

  /** Strawberries of Friday evening, while other flash sales run. */
  const strawberries = async () => {
    const deal = { saleId: 'flash-friday', productId: 'strawberry-99-1' }
    const [found] = await shop().documents<FlashDeal>('deals', deal)
    return found?._id ?? ''
  }

  test.each([
    { kind: 'live', key: () => 'live-weekend', seen: '周末鲜果直播 产地车厘子专场' },
    { kind: 'flash', key: strawberries, seen: '周五晚8点秒杀' },
    { kind: 'product', key: () => 'watermelon-qilin', seen: '麒麟西瓜 8斤' },
  ])('what is shared of a $kind leads to it, with a link of hers', async ({ kind, key, seen }) => {
    const id = await key()
    await liu.open(page('guides/material'))
    await liu.tap(`tab-${kind}`)
    await liu.tap(`share-${id}`)
    await liu.picture(`friends-1-${kind}-words`)
    const address = await liu.share('send')
    const guest = await come(`guest-${kind}`)
    await guest.open(address)
    await guest.see(seen)
    await guest.picture(`friends-2-${kind}`)
    expect(await touchesOf(shop(), guest.openid)).toMatchObject([
      { guideId: 'guide-04', channel: 'chat', target: { id } },
    ])
    expect([...liu.troubles(), ...guest.troubles()]).toEqual([])
  })

  test('the poster of a flash sale opens its session too', async () => {
    await liu.open(page('guides/material'))
    await liu.tap('tab-flash')
    await liu.tap(`share-${await strawberries()}`)
    await liu.tap('to-poster')
    const address = await liu.scan()
    await liu.picture('friends-3-flash-poster')
    const guest = await come('guest-poster')
    await guest.open(address)
    await guest.see('周五晚8点秒杀')
    expect([...liu.troubles(), ...guest.troubles()]).toEqual([])
  })
}

/** Registers the story's tests, each of which goes on where the one before stopped. */
export function guideFriendsStory(stage: Stage): void {
  const { shop, come } = stage
  let yang: Visitor
  let address: string
  let orderId: string

  /** Somebody opens what they were sent, and passes the page on. */
  async function passesOn(openid: string): Promise<void> {
    const friend = await come(openid)
    await friend.open(address)
    await friend.see('周末鲜果直播')
    address = await friend.share('share')
    expect(friend.troubles()).toEqual([])
  }

  const linkOf = async (sharerId: string) =>
    (await shop().documents<ShareLink>('share_links', { sharerId, _id: tokenIn(address) }))[0]

  test('yang shares a live; a friend passes it on, and so does the friend’s friend', async () => {
    await takesPlace(shop(), 'yang', 'guide-06')
    yang = await come('yang')
    await yang.open(page('guides/material'))
    await yang.tap('share-live-weekend')
    address = await yang.share('send')
    expect(await linkOf('yang')).toMatchObject({ guideId: 'guide-06', hops: 0 })
    await passesOn('mei')
    expect(await linkOf('mei')).toMatchObject({ guideId: 'guide-06', hops: 1 })
    await passesOn('hua')
    expect(await linkOf('hua')).toMatchObject({ guideId: 'guide-06', hops: 2 })
  })

  test('whoever buys at the end of that chain buys from yang', async () => {
    const dong = await come('dong')
    await dong.open(address)
    await dong.picture('friends-4-opened')
    await dong.tap('product-musang-king')
    await dong.tap('buy')
    await dong.tap('checkout')
    await dong.seeAt('payable', '应付¥383')
    orderId = await dong.buy()
    const [order] = await shop().documents<Order>('orders', { _id: orderId })
    expect(order?.attribution).toMatchObject({
      guideId: 'guide-06',
      won: { kind: 'touch', touch: { sharerId: 'hua', hops: 2 } },
    })
    const entries = await shop().documents<CommissionEntry>('commission_entries', {
      'source.orderId': orderId,
    })
    expect(entries.map(({ payee }) => payee).sort()).toEqual(['guide.guide-06', 'store.store-03'])
    expect(dong.troubles()).toEqual([])
  })

  test('yang reads by how many hands it came; the friends between earn nothing', async () => {
    await yang.open(page('guides/income'))
    await yang.tap(`income-${orderId}`)
    await yang.seeAt('sum', '¥11.49')
    await yang.seeAt('explanation', '这一单算杨雪的')
    await yang.seeAt('explanation', '朋友转了 2 手的直播链接（最早是杨雪分享的）')
    await yang.picture('friends-5-credit')
    expect(yang.troubles()).toEqual([])
  })

  test('a token that was tampered with opens nothing, says so, and changes nothing', async () => {
    const tu = await come('tu')
    await tu.open(page('catalog/product', 'productId=watermelon-qilin'))
    await tu.see('麒麟西瓜')
    for (const token of tamperedWith(tokenIn(address))) {
      await expectVisitsOnly(shop(), async () => {
        await tu.open(page('attribution/open', `scene=${token}`))
        await tu.see('这个链接打不开了')
        await tu.see('回首页看看')
        await tu.picture('friends-6-tampered')
        await tu.tap('home')
        await tu.see('秒杀')
        await tu.open(page('catalog/product', `productId=watermelon-qilin&link=${token}`))
        await tu.see('麒麟西瓜')
      })
    }
    expect(tu.troubles()).toEqual([])
  })

  test('what is bought after that is credited to nobody', async () => {
    const tu = await come('tu')
    const [, token] = tamperedWith(tokenIn(address))
    await tu.open(page('catalog/product', `productId=watermelon-qilin&link=${token}`))
    await tu.tap('buy')
    await tu.tap('checkout')
    const bought = await tu.buy()
    const [order] = await shop().documents<Order>('orders', { _id: bought })
    expect(order?.attribution).toMatchObject({ guideId: null, won: null, lost: [] })
    const source = { 'source.orderId': bought }
    expect(await shop().documents<CommissionEntry>('commission_entries', source)).toEqual([])
    const keeper = await come('keeper')
    await keeper.open(page('staff/attribution', `orderId=${bought}`))
    await keeper.seeAt('explanation', '这一单不算任何导购的')
    await keeper.picture('friends-7-nobody')
    expect([...tu.troubles(), ...keeper.troubles()]).toEqual([])
  })
}
