import { randomUUID } from 'node:crypto'
import type { TemplateId } from '@domain/ids'
import type { Order } from '@domain/orders/order'
import { cherries, durian, liveId } from '../harness/cockpit'
import { openShop, type Shop } from '../harness/shop'
import { Neighbour } from './neighbour'
import { closePhones } from './phone'

jest.setTimeout(60_000)

const channels = 'channels/sphDemoFruitShop'
const notice = 'finderlivenotice-demo'
const session = { path: 'pages/live/session/index', query: `liveId=${liveId}` }
const room = { path: 'pages/live/room/index', query: `liveId=${liveId}` }
const wish = () => ({ requestId: randomUUID(), liveId })
const reason = '直播间的价格'

let shop: Shop

/** A shop whose session begins in two hours, with a notice of it at 视频号. */
beforeAll(async () => {
  shop = await openShop()
  const startsAt = Date.parse('2027-03-01T12:00:00+08:00')
  await shop.control('POST', channels, { notice: { noticeId: notice, startsAt } })
})
afterEach(() => {
  closePhones()
})
afterAll(() => shop.close())

/** Waits until a phone shows a text somewhere. */
const reads = ({ phone }: Neighbour, target: string, words: string) =>
  phone.waitFor(() => phone.has(target) && phone.text(target).includes(words), 8000)

/** Lets so much time pass on a phone that it has asked what is new. */
const looks = ({ phone }: Neighbour) => phone.pass(13_000)

describe('before a session', () => {
  test('home tells how long it still is, and leads to it', async () => {
    const one = await Neighbour.of(shop, 'ann')
    expect(one.phone.text(`#live-${liveId}`)).toContain('还有 1 小时 59 分 开播')
    await one.phone.tap(`#live-${liveId}`)
    await reads(one, '#title', '周末鲜果直播')
  })

  test('the tab of live sessions has it among those to come', async () => {
    const one = await Neighbour.of(shop, 'ann')
    await one.phone.tab('直播')
    await reads(one, `#live-${liveId}`, '28 件好物')
    expect(one.phone.text()).toContain('接下来')
    expect(one.phone.text()).not.toContain('往期回顾')
  })

  test('its page has the time, who hosts it, and what will be shown, about when, at which price', async () => {
    const { phone } = await Neighbour.of(shop, 'ann', session)
    expect(phone.text('#time')).toBe('今天 12:00 开播')
    expect(phone.text('#crew')).toMatch(/^主播 .+ · 搭档 .+$/)
    expect(phone.text('#product-cherry-j-2')).toContain('约 12:00')
    expect(phone.text('#product-cherry-j-2')).toContain('¥84.15')
    expect(phone.text('#product-musang-king')).toContain('约 12:05')
    expect(phone.text()).not.toContain('加推')
  })

  test('who reserves it is asked by WeChat, and has it reserved at 视频号 too', async () => {
    const one = await Neighbour.of(shop, 'bo', session)
    await one.phone.tap('#reserve')
    await reads(one, '#reserve', '已预约')
    expect(one.phone.toasts).toContain('预约好了，开播前会给你发一条微信提醒')
    const kept = await shop.documents('messages', { subject: liveId, memberId: 'bo' })
    expect(kept).toHaveLength(1)
    await one.phone.waitFor(() => one.phone.phone.calls.some(isCall('reserveChannelsLive')))
    await one.phone.pass(1000)
    const account = await shop.control<{ reservedBy: string[] }>('GET', channels)
    expect(account.reservedBy).toEqual(['bo'])
  })

  test('who refuses WeChat’s question is not reminded, and not asked once more by 视频号', async () => {
    const one = await Neighbour.of(shop, 'cai', { ...session, consents: () => false })
    await one.phone.tap('#reserve')
    await one.phone.waitFor(() => one.phone.toasts.includes('没有得到允许，就不发提醒了'))
    expect(one.phone.text('#reserve')).toBe('预约提醒')
    expect(one.phone.phone.calls.some(isCall('reserveChannelsLive'))).toBe(false)
    expect(await shop.documents('messages', { subject: liveId, memberId: 'cai' })).toEqual([])
  })

  test('its room shows all goods, and sells nothing yet', async () => {
    const { phone } = await Neighbour.of(shop, 'ann', room)
    expect(phone.text('#time')).toContain('开播')
    expect(phone.text(`#buy-${cherries}`)).toBe('未开播')
    expect(phone.one(`#buy-${cherries}`).hasAttribute('disabled')).toBe(true)
    expect(phone.text()).toContain('全部 24 件')
  })
})

const isCall =
  (wanted: string) =>
  ({ name }: { readonly name: string }): boolean =>
    name === wanted

describe('while it runs', () => {
  beforeAll(async () => {
    await shop.pass('90 minutes')
    await shop.ask('keeper', 'live.start', wish())
    await shop.ask('keeper', 'live.explain', { ...wish(), dealId: cherries })
  })

  test('home has it in front, and leads right into the room', async () => {
    const one = await Neighbour.of(shop, 'ann')
    expect(one.phone.text(`#live-${liveId}`)).toContain('正在直播')
    await one.phone.tap(`#live-${liveId}`)
    await reads(one, '#explained-name', '车厘子')
    expect(one.phone.text('#explained-price')).toContain('84.15')
    expect(one.phone.text('#explained-left')).toContain('还剩 240')
  })

  test('the stream is opened from a tap, and what 视频号 refuses is told', async () => {
    await shop.control('POST', channels, { stream: 'live' })
    const one = await Neighbour.of(shop, 'ann', room)
    await one.phone.tap('#watch')
    const opened = await one.phone.waitFor(() =>
      one.phone.phone.calls.find(isCall('openChannelsLive')),
    )
    expect(opened?.options).toMatchObject({ finderUserName: 'sphDemoFruitShop' })
    await shop.control('POST', channels, { stream: 'never' })
    await one.phone.tap('#watch')
    await one.phone.waitFor(() =>
      one.phone.toasts.some((words) => words.includes('没能打开视频号')),
    )
  })

  test('a price, a stock and what is explained change as they happen', async () => {
    const one = await Neighbour.of(shop, 'ding', room)
    const priceFen = 7990 as never
    await shop.ask('keeper', 'live.price', { ...wish(), dealId: cherries, priceFen, reason })
    await looks(one)
    await reads(one, '#explained-price', '79.90')
    expect(one.phone.one('#explained-price').className.split(' ')).toHaveLength(2)
    expect(one.phone.text(`#goods-${cherries}`)).toContain('79.90')
    await shop.ask('keeper', 'live.explain', { ...wish(), dealId: durian })
    await looks(one)
    await reads(one, '#explained-name', '猫山王')
    expect(one.phone.text(`#goods-${cherries}`)).toContain('讲过了')
    // What moved was the other one's price.
    expect(one.phone.one('#explained-price').className.split(' ')).toHaveLength(1)
  })

  test('what is said to the room stands on top, the newest first', async () => {
    const one = await Neighbour.of(shop, 'ding', room)
    for (const words of ['今晚下单都送冰袋', '车厘子再补 50 份', '最后十分钟', '谢谢大家']) {
      await shop.ask('keeper', 'live.announce', { ...wish(), words })
      await shop.pass('1 minute')
    }
    await looks(one)
    await reads(one, '#announcements', '谢谢大家')
    expect(one.phone.text('#announcements')).not.toContain('今晚下单都送冰袋')
  })

  test('two taps buy at the live price, and the order counts to the session', async () => {
    const one = await Neighbour.of(shop, 'en', room)
    await one.phone.tap(`#buy-${cherries}`)
    await one.fillIn()
    expect(one.phone.text('#truth')).toContain('直播价')
    const orderId = await one.submit()
    const [order] = await shop.documents<Order>('orders', { _id: orderId })
    expect(order).toMatchObject({ deal: { kind: 'live', id: cherries }, live: { id: liveId } })
    expect(order?.receipt.payableFen).toBe(7990)
  })

  test('a price that moves at the checkout is shown, and nothing else is charged', async () => {
    const one = await Neighbour.of(shop, 'fang', room)
    await one.phone.tap(`#buy-${cherries}`)
    await one.fillIn()
    const priceFen = 8200 as never
    await shop.ask('keeper', 'live.price', { ...wish(), dealId: cherries, priceFen, reason })
    await one.phone.tap('#submit')
    await one.phone.waitFor(() => one.phone.has('#order-at-new'))
    expect(one.phone.text()).toContain('还没有下单，也没有扣款')
    expect(await shop.documents('orders', { memberId: 'fang' })).toEqual([])
    await one.phone.tap('#order-at-new')
    await one.phone.waitFor(() => one.phone.has('#status'))
    const [order] = await shop.documents<Order>('orders', { memberId: 'fang' })
    expect(order?.payment?.paidFen).toBe(8200)
  })

  test('a coupon that is dropped can be claimed once, and then is used', async () => {
    const one = await Neighbour.of(shop, 'gu', room)
    expect(one.phone.has('#coupon-live-20')).toBe(false)
    const templateId = 'live-20' as TemplateId
    await shop.ask('keeper', 'live.drop', { ...wish(), templateId })
    await looks(one)
    await reads(one, '#coupon-live-20', '领取')
    await one.phone.tap('#claim-live-20')
    await reads(one, '#coupon-live-20', '已领到')
    expect(one.phone.has('#claim-live-20')).toBe(false)
    expect(one.phone.toasts).toContain('领到了，下单时会自动选最划算的')
  })

  test('something off the shelf, and something sold out, can’t be bought, and say why', async () => {
    const one = await Neighbour.of(shop, 'gu', room)
    await shop.ask('keeper', 'live.shelve', { ...wish(), dealId: durian, isOffered: false })
    const change = -300
    const dealId = `${liveId}-tangerine-wogan-3` as typeof durian
    await shop.ask('keeper', 'live.stock', { ...wish(), dealId, change, reason })
    await looks(one)
    await reads(one, `#buy-${durian}`, '已下架')
    await reads(one, `#buy-${dealId}`, '抢完了')
    await shop.ask('keeper', 'live.shelve', { ...wish(), dealId: durian, isOffered: true })
  })
})

describe('after a session', () => {
  beforeAll(() => shop.ask('keeper', 'live.end', wish()))

  test('its room says that it is over, and keeps what there was', async () => {
    const { phone } = await Neighbour.of(shop, 'ann', room)
    expect(phone.text('#over')).toContain('这场直播结束了')
    expect(phone.text(`#buy-${cherries}`)).toBe('已结束')
    expect(phone.has('#explaining')).toBe(false)
  })

  test('the tab has it among those gone by, and home as one to look back at', async () => {
    const { phone } = await Neighbour.of(shop, 'ann')
    expect(phone.text(`#live-${liveId}`)).toContain('播过')
    await phone.tab('直播')
    await phone.waitFor(() => phone.text().includes('往期回顾'))
  })
})
