/** 直播 in a browser: from the announcement to the prize, on a small screen. */
import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import type { InputOf } from '@domain/api'
import type { ActionName } from '@domain/functions'
import type { LotteryId, TemplateId } from '@domain/ids'
import type { LiveSession } from '@domain/live/session'
import { cherries, durian, liveId, seenBy } from '../harness/cockpit'
import { openShop, type Shop } from '../harness/shop'
import { openBrowser } from './browser'
import { Neighbour, places } from './neighbour'

jest.setTimeout(120_000)

let browser: Browser
let shop: Shop
let lotteryId: LotteryId
const everybody: Neighbour[] = []

beforeAll(async () => {
  browser = await openBrowser()
  shop = await openShop()
})
afterAll(async () => {
  await browser.close()
  await shop.close()
})
afterEach(async () => {
  const seen = everybody.splice(0)
  expect(seen.flatMap(({ troubles }) => troubles)).toEqual([])
  for (const { page } of seen) await page.context().close()
})

async function comes(openid: string, place: string): Promise<Neighbour> {
  const one = await Neighbour.come(browser, shop, openid)
  everybody.push(one)
  await one.go(place)
  return one
}

type Wish<Name extends ActionName> = Omit<InputOf<Name>, 'requestId' | 'liveId'>

/** The keeper does something in the cockpit. */
const does = <Name extends ActionName>(name: Name, wish: Wish<Name>) =>
  shop.ask('keeper', name, { requestId: randomUUID(), liveId, ...wish } as never)

const reason = '直播间的价格'
const priceFen = (fen: number) => fen as InputOf<'live.price'>['priceFen']

/** The page is no wider than the screen. */
async function fits({ page }: Neighbour): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(375)
}

test('a session is found on home and in its tab, looked at and reserved', async () => {
  const lin = await comes('lin', places.home)
  await lin.seeAt(`live-${liveId}`, '开播')
  await lin.picture('live-home-coming')
  await lin.go(places.lives)
  await lin.see('接下来')
  await lin.picture('live-list-coming')
  await lin.tapTo('session', `live-${liveId}`)
  await lin.seeAt('time', '今天 12:00 开播')
  await fits(lin)
  await lin.picture('live-session-coming')
  await lin.tap('reserve')
  await lin.seeAt('reserve', '已预约')
  await lin.picture('live-session-reserved')
  await lin.go(places.room(liveId))
  await lin.seeAt(`buy-${cherries}`, '未开播')
  await fits(lin)
  await lin.picture('live-room-coming')
})

test('a room that is not there, and a network that is not, say so', async () => {
  const lin = await comes('lin', places.room('nowhere'))
  await lin.see('没有这场直播')
  await lin.picture('live-room-unknown')
})

describe('while it runs', () => {
  beforeAll(async () => {
    await shop.pass('90 minutes')
    await does('live.start', {})
  })

  test('the room shows what is explained, and each change as it happens', async () => {
    const lin = await comes('lin', places.room(liveId))
    await lin.see('主播马上开讲')
    await lin.picture('live-room-waits')
    await does('live.explain', { dealId: cherries })
    await lin.seeAt('explained-name', '车厘子')
    await does('live.price', { dealId: cherries, priceFen: priceFen(7990), reason })
    await does('live.announce', { words: '车厘子降到 79.9，再补 50 份，今晚下单明早从产地发出' })
    await lin.seeAt('explained-price', '79.90')
    await lin.seeAt('announcements', '明早从产地发出')
    await fits(lin)
    await lin.picture('live-room-live')
    await lin.tap('watch')
    await lin.seeAt('how', '在微信里搜索并打开本店小程序')
    await lin.picture('live-room-how')
  })

  test('home has it in front', async () => {
    const lin = await comes('lin', places.home)
    await lin.seeAt(`live-${liveId}`, '正在直播')
    await lin.picture('live-home-live')
  })

  test('a coupon is claimed while it lasts; who comes too late sees that it is gone', async () => {
    await does('live.drop', { templateId: 'live-20' as TemplateId })
    const lin = await comes('lin', places.room(liveId))
    await lin.at('claim-live-20').waitFor()
    await lin.picture('live-room-coupon')
    await lin.tap('claim-live-20')
    await lin.seeAt('coupon-live-20', '已领到')
    await lin.picture('live-room-claimed')
    const pools = await shop.documents<{ _id: string }>('coupon_pools', { templateId: 'live-20' })
    for (const pool of pools) {
      await shop.control('PUT', `collections/coupon_pools/${encodeURIComponent(pool._id)}`, {
        ...pool,
        available: 0,
      })
    }
    const wu = await comes('wu', places.room(liveId))
    await wu.at('coupon-live-20').waitFor()
    await wu.picture('live-room-coupon-gone')
  })

  test('two taps buy at the live price; one that moves meanwhile is shown first', async () => {
    const mei = await comes('mei', places.room(liveId))
    await mei.tapTo('checkout', 'buy')
    await mei.fillIn()
    await mei.picture('live-checkout')
    await does('live.price', { dealId: cherries, priceFen: priceFen(8200), reason })
    await mei.tap('submit')
    await mei.at('order-at-new').waitFor()
    await mei.picture('live-price-changed')
    await mei.tap('order-at-new')
    await mei.visitCashier({ end: 'pay' })
    await mei.at('status-paid').waitFor()
    const [order] = await shop.documents<{ live: object }>('orders', { memberId: 'mei' })
    expect(order?.live).toMatchObject({ id: liveId })
    await mei.picture('live-order')
  })

  test('what is off the shelf or sold out stands greyed', async () => {
    await does('live.shelve', { dealId: durian, isOffered: false })
    await does('live.stock', { dealId: cherries, change: -239, reason })
    const lin = await comes('lin', places.room(liveId))
    await lin.seeAt(`buy-${durian}`, '已下架')
    await lin.seeAt('buy', '抢完了')
    await lin.picture('live-room-sold-out')
  })
})

describe('a lottery', () => {
  beforeAll(async () => {
    const { lottery } = await does('lottery.open', { place: 0, minutes: 5 })
    lotteryId = lottery._id
  })

  test('is entered, drawn, drawn again by the phone, and the prize ordered for nothing', async () => {
    const room = await comes('lin', places.room(liveId))
    await room.seeAt(`lottery-${lotteryId}`, '现在可以参与')
    await room.picture('live-room-lottery')
    const lin = await comes('lin', places.lottery(lotteryId))
    await lin.picture('lottery-open')
    await lin.tap('enter')
    await lin.seeAt('state', '你参与了，等开奖')
    await fits(lin)
    await lin.picture('lottery-entered')
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
      await shop.ask(name, 'lottery.enter', { lotteryId })
    }
    await shop.pass('6 minutes')
    const late = await comes('wu', places.lottery(lotteryId))
    await late.seeAt('state', '马上开奖')
    await late.picture('lottery-sealed')
    await shop.ask('keeper', 'lottery.draw', { requestId: randomUUID(), lotteryId })
    const { lotteries } = await seenBy(shop, 'lin')
    const hasWon = lotteries.find(({ _id }) => _id === lotteryId)?.hasWon ?? false
    await lin.seeAt('state', hasWon ? '你中奖了' : '这次没有中')
    await lin.picture(hasWon ? 'lottery-won' : 'lottery-lost')
    await lin.tap('verify')
    await lin.seeAt('holds', '全部对得上')
    await lin.tap('more')
    await lin.picture('lottery-verified')
  })

  test('looks its part to a winner and to a loser', async () => {
    const views = await Promise.all(
      ['a', 'b', 'c', 'd', 'e', 'f', 'lin'].map(async (name) => ({
        name,
        view: await shop.ask(name, 'lottery.see', { lotteryId }),
      })),
    )
    const winner = views.find(({ view }) => view.hasWon)?.name ?? ''
    const loser = views.find(({ view }) => !view.hasWon)?.name ?? ''
    const lucky = await comes(winner, places.lottery(lotteryId))
    await lucky.seeAt('state', '你中奖了')
    await lucky.picture('lottery-winner')
    await lucky.tapTo('checkout', 'claim')
    await lucky.fillIn()
    await lucky.picture('lottery-checkout')
    await lucky.tap('submit')
    await lucky.at('status-paid').waitFor()
    await lucky.picture('lottery-order')
    const unlucky = await comes(loser, places.lottery(lotteryId))
    await unlucky.seeAt('state', '这次没有中')
    await unlucky.picture('lottery-loser')
  })
})

describe('afterwards', () => {
  test('names that are very long keep their place', async () => {
    const [session] = await shop.documents<LiveSession>('live_sessions', { _id: liveId })
    const title = '一个特别特别长的直播名字用来看看三百七十五像素宽的手机上会不会把别的东西挤出去'
    await shop.control('PUT', `collections/live_sessions/${liveId}`, { ...session, title })
    for (const [name, place] of [
      ['home', places.home],
      ['list', places.lives],
      ['session', places.live(liveId)],
      ['room', places.room(liveId)],
    ] as const) {
      const lin = await comes('lin', place)
      await lin.see('一个特别特别长的直播名字')
      await fits(lin)
      await lin.picture(`live-long-${name}`)
    }
    await shop.control('PUT', `collections/live_sessions/${liveId}`, session)
  })

  test('the room tells that it is over, and the tab what there was', async () => {
    await does('live.end', {})
    const lin = await comes('lin', places.room(liveId))
    await lin.seeAt('over', '这场直播结束了')
    await lin.picture('live-room-over')
    await lin.go(places.live(liveId))
    await lin.seeAt('time', '这场直播结束了')
    await lin.picture('live-session-over')
    await lin.go(places.lives)
    await lin.see('往期回顾')
    await lin.picture('live-list-over')
    await lin.go(places.home)
    await lin.seeAt(`live-${liveId}`, '播过')
    await lin.picture('live-home-over')
  })
})
