/** 中控台 on the mini-program: a session run by taps, while a shopper’s phone sees each change. */
import { randomUUID } from 'node:crypto'
import type { Driver } from '../../emulator/phone/driver'
import { buysLive, cherries, durian, liveId, seenBy } from '../harness/cockpit'
import { openShop, type Shop } from '../harness/shop'
import { closePhones, openPhone, type OpenPhone } from './phone'

jest.setTimeout(60_000)

let shop: Shop
let cockpit: Driver

async function open(page: string, more: OpenPhone = {}) {
  const path = `pages/${page}/index`
  const phone = await openPhone({ cloud: shop.url, openid: 'keeper', path, ...more })
  expect(phone.errors).toEqual([])
  return phone
}

const openCockpit = () => open('cockpit/cockpit', { query: `liveId=${liveId}` })
const room = async () => (await seenBy(shop, 'ann')).room
const goods = async (dealId: string) =>
  (await seenBy(shop, 'ann')).goods.find((one) => one.dealId === dealId)

/** Waits until the phone says it in passing. */
const hears = (words: string) => cockpit.waitFor(() => cockpit.toasts.includes(words))

/** Opens the sheet of a product. */
async function opens(dealId: string): Promise<void> {
  await cockpit.tap(`#goods-${dealId}`)
  await cockpit.waitFor(() => cockpit.has('#explain'))
}

const isResting = (target: string) => cockpit.one(target).hasAttribute('disabled')

beforeAll(async () => {
  shop = await openShop()
})
beforeEach(async () => {
  cockpit = await openCockpit()
})
afterEach(async () => {
  expect(cockpit.errors).toEqual([])
  closePhones()
  await shop.control('POST', 'faults', {})
})
afterAll(() => shop.close())

test('the way to it leads from the desk by the list of sessions', async () => {
  const phone = await open('staff/desk')
  await phone.tap('#to-live-desk')
  await phone.waitFor(() => phone.has(`#session-${liveId}`))
  expect(phone.text(`#session-${liveId}`)).toContain('未开播')
  expect(phone.text(`#session-${liveId}`)).toContain('今天 12:00 · 28 款商品')
  await phone.tap(`#cockpit-${liveId}`)
  await phone.waitFor(() => phone.has('#readiness'))
})

describe('before the session', () => {
  test('tells what is ready and what is missing, line by line', () => {
    expect(cockpit.text('#ready-priced')).toContain('28 款都定好了')
    expect(cockpit.text('#ready-crew')).toContain('主播、副播、场控都到位')
    expect(cockpit.text('#ready-members')).toMatch(/0 人，要 8000 人，还差 8000 人.*待办/)
    expect(cockpit.text('#crew')).toContain('主播 李静')
  })

  test('can’t be started more than an hour early, and says from when on', () => {
    expect(isResting('#start')).toBe(true)
    expect(cockpit.text('#head')).toContain('今天 11:00 起可以开播')
  })

  test('ticks a poster of the warm-up, and takes the tick back', async () => {
    await cockpit.tap('#poster-7-2')
    await hears('记下了，这天发了 2 张')
    expect(cockpit.text('#ready-warm-up')).toContain('发了 2 张，一共要发 21 张')
    await cockpit.tap('#poster-7-2')
    await hears('记下了，这天发了 1 张')
    expect((await shop.ask('keeper', 'live.cockpit', { liveId })).room.warmedUp).toEqual({ 7: 1 })
  })

  test('explains, drops and draws nothing yet, and says why', async () => {
    await opens(cherries)
    expect(isResting('#explain')).toBe(true)
    expect(cockpit.text()).toContain('开播后才能用')
    await cockpit.tap('#close')
    expect(isResting('#drop-live-20')).toBe(true)
    expect(isResting('#open-0')).toBe(true)
  })

  test('changes a price within its limits, with a reason', async () => {
    await opens(cherries)
    await cockpit.tap('#price')
    expect(cockpit.text()).toContain('现在 ¥84.15，原价 ¥99')
    await cockpit.input('#new-price', '120')
    await cockpit.tap('#change')
    expect(cockpit.toasts).toContain('直播价要在 0.01 到 ¥99 之间')
    await cockpit.input('#new-price', '79.9')
    await cockpit.tap('#change')
    expect(cockpit.toasts).toContain('请选一个原因，或写明原因')
    await cockpit.tap('#reason-0')
    await cockpit.tap('#change')
    await hears('改好了，现在 ¥79.90')
    expect((await goods(cherries))?.priceFen).toBe(7990)
    expect(cockpit.text(`#goods-${cherries}`)).toContain('¥79.90')
  })

  test('asks once more before a price falls to less than a half', async () => {
    await opens(durian)
    await cockpit.tap('#price')
    await cockpit.input('#new-price', '33.8')
    await cockpit.input('#other-reason', '开场福利')
    await cockpit.tap('#change')
    await cockpit.answer('再看看')
    expect((await goods(durian))?.priceFen).toBe(33830)
  })
})

describe('the session', () => {
  beforeAll(async () => {
    const { session } = await seenBy(shop, 'ann')
    await shop.passTo(session.startsAt - 120_000)
  })

  test('is started by a tap, after a question', async () => {
    await cockpit.tap('#start')
    expect(cockpit.dialog?.content).toContain('没准备好')
    await cockpit.answer('开播')
    await hears('开播了')
    expect((await room()).status).toBe('live')
    expect(cockpit.text('#head')).toContain('直播中')
    expect(cockpit.text('#time')).toContain('已播')
  })

  test('explains one product after the other, with its script and its time', async () => {
    await cockpit.tap('#explain-next')
    await cockpit.waitFor(() => cockpit.text('#explained').includes('车厘子'))
    expect((await room()).explaining?.dealId).toBe(cherries)
    expect(cockpit.text('#script')).toContain('坏一颗退一颗的钱')
    expect(cockpit.text('#time-left')).toMatch(/还有 (5:00|4:59)/)
    expect(cockpit.text('#next-name')).toContain('猫山王')
    await shop.pass('6 minutes')
    await cockpit.pass(10_000)
    await cockpit.waitFor(() => cockpit.text('#time-left').includes('超时'))
  })

  test('skips a product, and brings in a backup', async () => {
    await cockpit.tap('#skip-next')
    await hears('跳过了 马来西亚猫山王榴莲 4斤')
    expect((await room()).shown[durian]).toBe('skipped')
    const { products } = await shop.ask('keeper', 'live.cockpit', { liveId })
    const backup = products.find(({ role }) => role === 'backup')?.goods
    expect(backup?.isOffered).toBe(false)
    await opens(backup?.dealId ?? '')
    expect(cockpit.text('#explain')).toBe('补位：上架并讲解')
    await cockpit.tap('#explain')
    await cockpit.waitFor(() => !cockpit.has('#explain'))
    expect((await room()).explaining?.dealId).toBe(backup?.dealId)
    expect(await goods(backup?.dealId ?? '')).toMatchObject({ isOffered: true })
  })

  test('takes a product off the shelf and puts it on again', async () => {
    await opens(cherries)
    await cockpit.tap('#shelve')
    await hears('已下架，直播间里暂时买不了')
    expect(await goods(cherries)).toMatchObject({ isOffered: false })
    expect(cockpit.text('#shelve')).toBe('上架')
    await cockpit.tap('#shelve')
    await hears('已上架，可以买了')
    expect(await goods(cherries)).toMatchObject({ isOffered: true })
  })

  test('adds to a stock and takes from it, never more than is left', async () => {
    const before = (await goods(cherries))?.left ?? 0
    await opens(cherries)
    await cockpit.tap('#stock')
    await cockpit.input('#pieces', '20')
    expect(cockpit.text('#left-after')).toBe(`改后可卖 ${before + 20} 件`)
    await cockpit.tap('#reason-0')
    await cockpit.tap('#change')
    await hears('加了 20 件')
    expect((await goods(cherries))?.left).toBe(before + 20)
    await opens(cherries)
    await cockpit.tap('#stock')
    await cockpit.tap('#way-less')
    await cockpit.input('#pieces', String(before + 21))
    await cockpit.tap('#change')
    expect(cockpit.toasts).toContain(`最多减 ${before + 20} 件：卖出的和下单未付的动不了`)
    await cockpit.input('#pieces', '20')
    await cockpit.tap('#reason-2')
    await cockpit.tap('#change')
    await hears('减了 20 件')
    expect((await goods(cherries))?.left).toBe(before)
  })

  test('tells the room something, once, though the answer was lost and it is tapped again', async () => {
    await cockpit.tap('#announce')
    await cockpit.tap('#template-0')
    await shop.control('POST', 'faults', { rates: { 'function.after': 1 } })
    await cockpit.tap('#send')
    await shop.control('POST', 'faults', {})
    await cockpit.tap('#send')
    await hears('公告发出去了')
    expect((await room()).announcements.map(({ words }) => words)).toEqual([
      '刚补了货，刚才没抢到的朋友可以再看看',
    ])
  })

  test('drops a coupon, which can be claimed from then on', async () => {
    await cockpit.tap('#drop-live-20')
    await cockpit.answer('发券')
    await hears('发出去了，直播间里可以领了')
    expect(cockpit.has('#drop-live-20')).toBe(false)
    const { coupons } = await seenBy(shop, 'ann')
    expect(coupons).toHaveLength(1)
    for (const { template } of coupons) {
      const wish = { requestId: randomUUID(), liveId, templateId: template._id }
      await shop.ask('ann', 'live.claim', wish)
    }
    await cockpit.pass(10_000)
    await cockpit.waitFor(() => cockpit.text('#coupon-live-20').includes('领了 1 张，还剩 299 张'))
  })

  test('opens a lottery for some minutes and draws it, not sooner', async () => {
    await cockpit.tap('#minutes-5')
    await cockpit.tap('#open-0')
    expect(cockpit.dialog?.content).toContain('开 5 分钟')
    await cockpit.answer('开始抽奖')
    await hears('抽奖开始了')
    const [lottery] = (await seenBy(shop, 'ann')).lotteries
    if (!lottery) throw new Error('The room has no lottery')
    const { _id: lotteryId } = lottery
    await shop.ask('ann', 'lottery.enter', { lotteryId })
    expect(isResting(`#draw-${lotteryId}`)).toBe(true)
    expect(cockpit.text('#prize-0')).toContain('还能参加')
    await shop.pass('6 minutes')
    const later = await openCockpit()
    await later.tap(`#draw-${lotteryId}`)
    await later.waitFor(() => later.toasts.includes('开奖了，名单已公布'))
    expect(later.text('#prize-0')).toContain('1 人参加，1 人中奖')
    const drawn = await shop.ask('ann', 'lottery.see', { lotteryId })
    expect(drawn).toMatchObject({ status: 'drawn', hasWon: true })
  })

  test('shows what is paid as it comes in', async () => {
    expect(cockpit.text('#paid-orders')).toBe('0')
    await buysLive(shop, 'bo', cherries, 2)
    await shop.pass('5 seconds')
    await cockpit.pass(10_000)
    await cockpit.waitFor(() => cockpit.text('#paid-orders') === '1')
    expect(cockpit.text('#paid')).toBe('¥159.80')
    expect(cockpit.text(`#goods-${cherries}`)).toContain('售 2')
  })

  test('keeps a record of what was done, the newest first', () => {
    const log = cockpit.text('#log')
    for (const deed of ['开播', '改价', '价格 ¥84.15 → ¥79.90', '补了货', '开奖']) {
      expect(log).toContain(deed)
    }
    expect(log.indexOf('开奖')).toBeLessThan(log.indexOf('开抽奖'))
  })

  test('is ended by a tap, after a question; whoever comes too late is told', async () => {
    await cockpit.tap('#end')
    await cockpit.answer('下播')
    await hears('已下播')
    expect((await room()).status).toBe('ended')
    expect(cockpit.has('#now')).toBe(false)
    expect(isResting('#announce')).toBe(true)
    expect(cockpit.text('#announcements')).toContain('这一场已经结束')
    await cockpit.tap('#review')
    await cockpit.waitFor(() => cockpit.has('#sum-gmvFen'))
  })
})

test('a shopper finds no cockpit, and no way to one', async () => {
  const shopper = await open('cockpit/cockpit', { openid: 'ann', query: `liveId=${liveId}` })
  expect(shopper.text()).toContain('这里只对店员开放')
  const me = await open('members/me', { openid: 'ann' })
  expect(me.has('#desk')).toBe(false)
  expect(me.has('#live-desk')).toBe(false)
})

test('who runs lives, and has no business at the counter, finds the way from the own page', async () => {
  await shop.control('PUT', 'collections/staff/zhou', { _id: 'zhou', role: 'crew' })
  const me = await open('members/me', { openid: 'zhou' })
  expect(me.has('#desk')).toBe(false)
  await me.tap('#live-desk')
  await me.tap(`#cockpit-${liveId}`)
  await me.waitFor(() => me.has('#head'))
})

test('a session that is not there is told as such', async () => {
  const phone = await open('cockpit/cockpit', { query: 'liveId=nothing' })
  expect(phone.text()).toContain('没有这场直播')
})
