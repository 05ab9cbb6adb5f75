/** 中控台 in a browser: on a phone and on a tablet, in every state, with its review and its file. */
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { csvRows } from '../harness/csv'
import { buysLive, cherries, durian, liveId, seenBy } from '../harness/cockpit'
import { openShop, type Shop } from '../harness/shop'
import { openBrowser } from './browser'
import { Neighbour, phone, places } from './neighbour'

jest.setTimeout(90_000)

const tablet = { width: 1024, height: 768 }
/** Two screens: a phone’s, and that of a tablet lying on the table. */
const screens = [
  ['phone', phone],
  ['tablet', tablet],
] as const

let shop: Shop
let browser: Browser

beforeAll(async () => {
  ;[shop, browser] = await Promise.all([openShop(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await shop.close()
})

async function keeperAt(place: string, viewport = phone): Promise<Neighbour> {
  const keeper = await Neighbour.come(browser, shop, 'keeper', viewport)
  await keeper.go(place)
  return keeper
}

const cockpit = places.cockpit(liveId)

/** A picture of the whole page, as far down as it goes. */
async function wholePicture(one: Neighbour, name: string): Promise<void> {
  await one.page.waitForTimeout(300)
  await one.picture(name)
}

async function leaves(one: Neighbour): Promise<void> {
  expect(one.troubles).toEqual([])
  await one.leave()
}

describe('before the session', () => {
  test.each(screens)(
    'a %s shows the list of sessions and what is to be ready',
    async (name, size) => {
      const keeper = await keeperAt(places.liveDesk, size)
      await keeper.seeAt(`session-${liveId}`, '未开播')
      await keeper.picture(`lives-${name}`)
      await keeper.tapTo('cockpit', `cockpit-${liveId}`)
      await keeper.seeAt('ready-members', '要 8000 人')
      await wholePicture(keeper, `cockpit-planned-${name}`)
      await leaves(keeper)
    },
  )

  test('a tablet gives the cockpit its whole width, in two columns', async () => {
    const keeper = await keeperAt(cockpit, tablet)
    await keeper.at('show').waitFor()
    const spaceOf = async (id: string) => {
      const { x = 0, width = 0 } = (await keeper.at(id).boundingBox()) ?? {}
      return { left: x, right: x + width, width }
    }
    const [show, ready] = [await spaceOf('show'), await spaceOf('readiness')]
    expect(show.width).toBeGreaterThan(0)
    expect(ready.left).toBeGreaterThanOrEqual(show.right)
    expect(ready.right).toBeGreaterThan(960)
    await keeper.go(places.desk)
    await keeper.at('queue-ship').waitFor()
    const desk = await spaceOf('queue-ship')
    expect(desk.width).toBeGreaterThan(0)
    expect(desk.width).toBeLessThan(430)
    await leaves(keeper)
  })

  test('a phone shows one part at a time', async () => {
    const keeper = await keeperAt(cockpit)
    await keeper.at('readiness').waitFor()
    for (const part of ['show', 'talk', 'log']) {
      await keeper.tap(`tab-${part}`)
      await keeper.picture(`cockpit-planned-${part}`)
    }
    expect(await keeper.page.locator('#readiness:visible').count()).toBe(0)
    await leaves(keeper)
  })
})

describe('the session', () => {
  beforeAll(async () => {
    const { session } = await seenBy(shop, 'ann')
    await shop.passTo(session.startsAt - 60_000)
  })

  test('is run from a tablet', async () => {
    const keeper = await keeperAt(cockpit, tablet)
    await keeper.tap('start')
    await keeper.see('没准备好')
    await keeper.picture('cockpit-question')
    await keeper.answer('开播')
    await keeper.seeAt('time', '已播')
    await keeper.tap('explain-next')
    await keeper.seeAt('explained', '车厘子')
    await keeper.tap('announce')
    await keeper.tap('template-2')
    await keeper.picture('cockpit-announce-tablet')
    await keeper.tap('send')
    await keeper.seeAt('announcements', '马上抽奖，报名免费，每人一次')
    await keeper.tap('drop-live-20')
    await keeper.answer('发券')
    await keeper.seeAt('coupon-live-20', '已发')
    await keeper.tap('open-0')
    await keeper.answer('开始抽奖')
    await keeper.seeAt('prize-0', '还能参加')
    await buysLive(shop, 'ann', cherries, 2)
    await shop.pass('5 seconds')
    await keeper.seeAt('paid-orders', '1')
    await wholePicture(keeper, 'cockpit-live-tablet')
    await keeper.tap(`goods-${durian}`)
    await keeper.at('explain').waitFor()
    await keeper.picture('cockpit-goods-tablet')
    await leaves(keeper)
  })

  test('and from a phone', async () => {
    const keeper = await keeperAt(cockpit)
    await keeper.seeAt('explained', '车厘子')
    await keeper.picture('cockpit-live')
    for (const part of ['talk', 'ready', 'log', 'show']) {
      await keeper.tap(`tab-${part}`)
      await keeper.at(`tab-${part}`).scrollIntoViewIfNeeded()
      await keeper.picture(`cockpit-live-${part}`)
    }
    await keeper.tap(`goods-${durian}`)
    await keeper.picture('cockpit-goods')
    await keeper.tap('price')
    await keeper.type('new-price', '299')
    await keeper.tap('reason-1')
    await keeper.picture('cockpit-price')
    await keeper.tap('change')
    await keeper.seeAt(`goods-${durian}`, '¥299')
    await keeper.tap(`goods-${durian}`)
    await keeper.tap('stock')
    await keeper.type('pieces', '12')
    await keeper.picture('cockpit-stock')
    await keeper.tap('reason-0')
    await keeper.tap('change')
    await keeper.see('加了 12 件')
    expect((await seenBy(shop, 'ann')).goods.find((one) => one.dealId === durian)).toMatchObject({
      priceFen: 29_900,
    })
    await leaves(keeper)
  })

  test('is drawn, ended and looked back at', async () => {
    await shop.pass('4 minutes')
    const keeper = await keeperAt(cockpit)
    await keeper.tap('tab-talk')
    await keeper.page.locator('[id^="draw-lottery"]:visible').tap()
    await keeper.seeAt('prize-0', '没有人参加')
    await keeper.picture('cockpit-drawn')
    await keeper.tap('end')
    await keeper.answer('下播')
    await keeper.see('播了')
    await keeper.picture('cockpit-ended')
    await keeper.tapTo('review', 'review')
    await keeper.seeAt('sum-gmvFen', '¥168.30')
    await keeper.picture('review')
    await keeper.at('minutes').scrollIntoViewIfNeeded()
    await keeper.picture('review-minutes')
    await keeper.at('notes').scrollIntoViewIfNeeded()
    await keeper.picture('review-notes')
    await leaves(keeper)
  })
})

describe('the review', () => {
  test('fills a tablet, and draws its line', async () => {
    const keeper = await keeperAt(places.review(liveId), tablet)
    await keeper.seeAt('sum-gmvFen', '¥168.30')
    await keeper.tap('recount')
    await keeper.see('重新统计好了')
    await keeper.picture('review-tablet')
    const inks = await keeper.page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('canvas#minute-chart')
      const pen = canvas?.getContext('2d')
      if (!canvas || !pen) return 0
      const { data } = pen.getImageData(0, 0, canvas.width, canvas.height)
      let count = 0
      for (let at = 0; at < data.length; at += 4) {
        if ((data[at] ?? 0) > 180 && (data[at + 1] ?? 0) < 60) count += 1
      }
      return count
    })
    expect(inks).toBeGreaterThan(100)
    await leaves(keeper)
  })

  test('is downloaded as a file that a spreadsheet reads', async () => {
    const keeper = await keeperAt(places.review(liveId))
    await keeper.at('save-file').waitFor()
    const [download] = await Promise.all([
      keeper.page.waitForEvent('download'),
      keeper.tap('save-file'),
    ])
    expect(download.suggestedFilename()).toMatch(/^复盘-2027-03-01-.*\.csv$/)
    const rows = csvRows(readFileSync(await download.path(), 'utf8'))
    expect(rows.find(([name]) => name === '成交额')).toEqual(['成交额', '168.30', ''])
    expect(rows.find(([name]) => name === '付款')).toEqual(['付款', '1', ''])
    await leaves(keeper)
  })
})

test('the record tells who did what, and leads from the desk', async () => {
  const keeper = await keeperAt(places.desk)
  await keeper.tapTo('audit', 'to-audit')
  await keeper.seeAt('lines', '改价')
  await keeper.seeAt('lines', '卖得慢，降一点')
  await keeper.picture('audit')
  await leaves(keeper)
})

test('long names, an empty list and a cloud that fails are told without breaking the page', async () => {
  await shop.control('POST', 'faults', { rates: { 'database.before': 1 } })
  const keeper = await keeperAt(cockpit)
  await keeper.see('再试一次')
  await keeper.picture('cockpit-failed')
  await shop.control('POST', 'faults', {})
  await keeper.tap('retry')
  await keeper.at('head').waitFor()
  await keeper.leave()
  const shopper = await Neighbour.come(browser, shop, 'ann')
  await shopper.go(cockpit)
  await shopper.see('这里只对店员开放')
  await shopper.picture('cockpit-shopper')
  await shopper.leave()
})
