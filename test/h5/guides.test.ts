/** The guide's pages in a browser: becoming one, the workbench, and what the shop sees of it. */
import type { Browser } from 'playwright-core'
import type { OrderId } from '@domain/ids'
import { buysFrom, comesBy, invitation, received, takesPlace, thaws } from '../harness/guiding'
import { openShop, type Shop } from '../harness/shop'
import { openBrowser } from './browser'
import { Neighbour, places } from './neighbour'

jest.setTimeout(90_000)

let shop: Shop
let browser: Browser

beforeAll(async () => {
  ;[shop, browser] = await Promise.all([openShop(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await shop.close()
})

/** How much of the chart in sight is drawn in the colour of its line. */
const cherryPixels = ({ page }: Neighbour): Promise<number> =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas#trend-chart')
    const pen = canvas?.getContext('2d')
    if (!canvas || !pen) return 0
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height)
    let found = 0
    for (let at = 0; at < data.length; at += 4) {
      if (data[at] === 200 && data[at + 1] === 40 && data[at + 2] === 60) found += 1
    }
    return found
  })

/** What pages say to a guide who has just begun. */
const emptyPages = [
  ['income', '还没有收入'],
  ['customers', '还没有客户'],
  ['ranking', '谁先开张谁第一'],
  ['trend', '这些天还没有数据'],
  ['payouts', '还没有提现过'],
] as const

async function come(openid: string, place: string): Promise<Neighbour> {
  const neighbour = await Neighbour.come(browser, shop, openid)
  await neighbour.go(place)
  return neighbour
}

test('an invitation in the address opens the workbench, which is empty at first', async () => {
  const code = await invitation(shop, 'guide-01')
  const li = await come('li', places.accept(code))
  await li.picture('guide-accept')
  await li.tap('accept')
  await li.seeAt('accepted', '欢迎你，李静')
  await li.picture('guide-accepted')
  await li.tapTo('desk', 'to-desk')
  await li.seeAt('guide', '李静')
  await li.seeAt('stages', '还没有佣金')
  await li.picture('guide-desk-empty')
  for (const [place, words] of emptyPages) {
    await li.go(places[place])
    await li.see(words)
    await li.picture(`guide-${place}-empty`)
  }
  await li.go(places.me)
  await li.seeAt('guide-desk', '导购工作台')
  await li.picture('guide-me')
  expect(li.troubles).toEqual([])
  await li.leave()
})

describe('a guide with customers', () => {
  let orderId: OrderId

  beforeAll(async () => {
    await takesPlace(shop, 'wang', 'guide-04')
    for (const friend of ['ann', 'bo', 'cai']) await comesBy(shop, friend, 'li')
    await comesBy(shop, 'ding', 'wang')
    await shop.pass('1 minute')
    await shop.ask('ann', 'members.profile', { nickname: '一个名字很长很长很长的热心邻居' })
    orderId = await buysFrom(shop, 'li', 'ding', 'shine-muscat')
    await buysFrom(shop, 'li', 'bo')
  })

  test('sees income, stages and why an order is hers', async () => {
    const li = await come('li', places.guideDesk)
    await li.seeAt('today-orders', '2 单')
    await li.seeAt('today-visitors', '4 人')
    await li.picture('guide-desk')
    await li.tapTo('income', 'stage-pending')
    await li.seeAt(`income-${orderId}`, '等顾客收货')
    await li.picture('guide-income')
    await li.tapTo('credit', `income-${orderId}`)
    await li.seeAt('explanation', '这一单算李静的')
    await li.seeAt('lost', '以最后一次为准')
    await li.picture('guide-credit')
    expect(li.troubles).toEqual([])
    await li.leave()
  })

  test('sees who came, who bought, and how the days went', async () => {
    const li = await come('li', places.customers)
    await li.seeAt('customers', '一个名字很长')
    await li.picture('guide-customers')
    await li.tap('tab-unbought')
    await li.seeAt('customers', '还没买过')
    await li.picture('guide-unbought')
    await li.go(places.trend)
    await li.seeAt('sums', '4')
    expect(await cherryPixels(li)).toBeGreaterThan(200)
    await li.picture('guide-trend')
    await li.tap('tab-incomeFen')
    await li.tap('span-30')
    await li.see('2/1')
    await li.picture('guide-trend-30')
    await li.go(places.ranking)
    await li.seeAt('rank-guide-01', '2 单')
    await li.picture('guide-ranking')
    expect(li.troubles).toEqual([])
    await li.leave()
  })

  test('shares material with words of her own shop', async () => {
    const li = await come('li', places.material)
    await li.at('share-live-weekend').waitFor()
    await li.picture('guide-material')
    await li.tap('tab-product')
    await li.tap('share-cherry-j-2')
    await li.seeAt('words', '点开就能看到')
    await li.picture('guide-share')
    await li.tap('send')
    await li.see('链接已复制')
    expect(li.troubles).toEqual([])
    await li.leave()
  })

  test('asks for a payout and confirms it', async () => {
    await received(shop, 'ding', orderId)
    const frozen = await come('li', places.guideDesk)
    await frozen.seeAt('stage-frozen', '收货后 7 天，最早')
    await frozen.picture('guide-desk-frozen')
    await frozen.leave()
    await thaws(shop)
    const li = await come('li', places.payouts)
    await li.seeAt('ask', '提现 ¥7.23')
    await li.picture('guide-payouts')
    await li.tap('ask')
    await li.answer('提现')
    await li.see('待你确认')
    await li.picture('guide-payouts-sent')
    await li.page.locator('[id^="collect-"]:visible').first().tap()
    await li.page.locator('#collect-confirm').tap()
    await li.see('已到账')
    await li.picture('guide-payouts-paid')
    expect(li.troubles).toEqual([])
    await li.leave()
  })

  test('is looked after by who runs the shop', async () => {
    const keeper = await come('keeper', places.guides)
    await keeper.seeAt('guide-guide-01', '李静')
    await keeper.picture('staff-guides')
    await keeper.tap('invite')
    await keeper.picture('staff-invite')
    await keeper.type('name', '新来的小陈')
    await keeper.tap('kind-agent')
    await keeper.tap('send-code')
    await keeper.see('复制邀请码')
    await keeper.picture('staff-invited')
    await keeper.go(places.payees)
    await keeper.seeAt('payee-guide-01', '李静')
    await keeper.picture('staff-payees')
    await keeper.go(places.attribution(orderId))
    await keeper.seeAt('explanation', '这一单算李静的')
    await keeper.tap('assign')
    await keeper.picture('staff-choice')
    await keeper.tap('choose-guide-04')
    await keeper.at('reason-words').locator('textarea').fill('顾客一直由刘洋服务')
    await keeper.picture('staff-reason')
    await keeper.tap('reason-now')
    await keeper.seeAt('changes', '顾客一直由刘洋服务')
    await keeper.picture('staff-attribution')
    await keeper.go(places.replay)
    await keeper.tap('rule-first-touch')
    await keeper.tap('span-30')
    await keeper.tap('run')
    await keeper.at('outcome').waitFor()
    await keeper.picture('staff-replay')
    await keeper.go(places.desk)
    await keeper.at('to-guides').waitFor()
    await keeper.picture('staff-desk')
    expect(keeper.troubles).toEqual([])
    await keeper.leave()
  })
})

test('who is no guide is told how to become one', async () => {
  const eve = await come('eve', places.guideDesk)
  await eve.see('你还不是导购')
  await eve.picture('guide-none')
  await eve.tapTo('accept', 'to-accept')
  await eve.type('code', 'NOTACODE')
  await eve.tap('accept')
  await eve.see('邀请码不对，请核对一下')
  await eve.leave()
})
