/** 复盘 on the mini-program: a review says exactly what happened, also as a file. */
import { randomUUID } from 'node:crypto'
import type { InputOf } from '@domain/api'
import type { Driver } from '../../emulator/phone/driver'
import { csvRows } from '../harness/csv'
import {
  buysLive,
  cherries,
  durian,
  goesLive,
  liveId,
  ordersLive,
  seenBy,
} from '../harness/cockpit'
import { openShop, type Shop } from '../harness/shop'
import { closePhones, openPhone, type OpenPhone } from './phone'

jest.setTimeout(60_000)

let shop: Shop
let phone: Driver

type PhoneEvent = InputOf<'events.record'>['events'][number]

async function notes(openid: string, kind: PhoneEvent['kind'], subject: string | null = null) {
  const at = (await shop.now()) as PhoneEvent['at']
  const ms = kind === 'dwell' ? 20_000 : 0
  const event = { kind, page: 'room', liveId, at, ms, subject: subject as PhoneEvent['subject'] }
  await shop.ask(openid, 'events.record', { requestId: randomUUID(), events: [event] })
}

/**
 * A session in which ann, bo and cai looked on and at the cherries; ann and bo tapped them, ann
 * bought two boxes, bo ordered one and did not pay, and cai bought a durian: who buys has tapped.
 */
beforeAll(async () => {
  shop = await openShop()
  await goesLive(shop)
  for (const name of ['ann', 'bo', 'cai']) {
    await notes(name, 'view')
    await notes(name, 'exposure', cherries)
  }
  await shop.pass('1 minute')
  await notes('ann', 'dwell')
  for (const name of ['ann', 'bo']) await notes(name, 'click', cherries)
  await buysLive(shop, 'ann', cherries, 2)
  await ordersLive(shop, 'bo', cherries)
  await buysLive(shop, 'cai', durian)
  await shop.pass('30 minutes')
  await shop.ask('keeper', 'live.end', { requestId: randomUUID(), liveId })
})
beforeEach(async () => {
  phone = await openReview()
})
afterEach(() => {
  expect(phone.errors).toEqual([])
  closePhones()
})
afterAll(() => shop.close())

function openReview(more: OpenPhone = {}) {
  const path = 'pages/charts/review/index'
  const where = { path, query: `liveId=${liveId}` }
  return openPhone({ cloud: shop.url, openid: 'keeper', ...where, ...more })
}

const sum = (key: string) => phone.text(`#sum-${key}`)

test('the figures are those of the session', () => {
  expect(sum('gmvFen')).toContain('¥506.60')
  expect(sum('orders')).toContain('3 单')
  expect(sum('paid')).toContain('2 单')
  expect(sum('buyers')).toContain('2 人')
  expect(sum('viewers')).toContain('3 人')
  expect(sum('orderToPayBps')).toMatch(/66\.[67]%/)
  expect(phone.text('#sums')).toContain('这是第一场，没有上一场可以比')
})

test('the funnel tells how many got how far', () => {
  expect(phone.text('#step-exposed')).toContain('3 人')
  expect(phone.text('#step-clicked')).toMatch(/3 人.*上一步的 100%/)
  expect(phone.text('#step-paid')).toContain('2 人')
})

test('each product tells what it did, the one that brought most first', () => {
  expect(phone.text('#products')).toMatch(/猫山王.*车厘子/)
  expect(phone.text(`#figures-${cherries}`)).toContain('¥168.30')
  expect(phone.text(`#figures-${cherries}`)).toContain('看到 3 · 点开 2 · 下单 2 · 卖出 2 件')
  const before = phone.all('#products [id^=figures-]').length
  expect(before).toBe(8)
})

test('the others come by a tap', async () => {
  await phone.tap('#more-products')
  expect(phone.all('#products [id^=figures-]').length).toBeGreaterThan(20)
})

test('a minute’s line is drawn, and said in words to who can’t see it', async () => {
  expect(phone.text('#minutes-label')).toMatch(/成交额，共 \d+ 分钟，最高 12:0\d ¥506\.60/)
  expect(phone.drawn('#minute-chart').join()).toContain('¥1000')
  await phone.tap('#metric-orders')
  expect(phone.text('#minutes-label')).toContain('订单')
})

test('it is counted anew by a tap, with the same result', async () => {
  const before = phone.text('#sums')
  await phone.tap('#recount')
  await phone.waitFor(() => phone.toasts.includes('重新统计好了'))
  expect(phone.text('#sums')).toBe(before)
})

test('what is to be done better is noted, once, and stays', async () => {
  await phone.tap('#note')
  expect(phone.toasts).toContain('先写几个字')
  await phone.input('#note-words', '车厘子放到前半小时讲')
  await phone.tap('#note')
  await phone.waitFor(() => phone.toasts.includes('记下了'))
  expect(phone.text('#notes')).toContain('车厘子放到前半小时讲')
  const again = await openReview()
  expect(again.texts('#notes').join()).toContain('车厘子放到前半小时讲')
})

describe('the file', () => {
  test('has all of it, in yuan, and a spreadsheet reads it', async () => {
    await phone.tap('#save-file')
    await phone.waitFor(() => phone.toasts.includes('表格导出好了'))
    const [sent] = phone.phone.files.sent
    expect(sent?.name).toBe('复盘-2027-03-01-周末鲜果直播-产地车厘子专场.csv')
    const rows = csvRows(sent?.text ?? '')
    const row = (name: string) => rows.find(([first]) => first === name)
    expect(row('场次')).toEqual(['场次', '周末鲜果直播 产地车厘子专场'])
    expect(row('成交额')).toEqual(['成交额', '506.60', ''])
    expect(row('付款')).toEqual(['付款', '2', ''])
    expect(row('点开商品')).toEqual(['点开商品', '3'])
    expect(row('智利J级车厘子 2斤')).toEqual([
      ...['智利J级车厘子 2斤', '3', '2', '2', '1', '2', '168.30', '0'],
    ])
    const paidByMinute = rows
      .filter(
        ([at, , , paid]) => /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(at ?? '') && paid !== undefined,
      )
      .reduce((total, [, , , paid]) => total + Number(paid), 0)
    expect(paidByMinute).toBeCloseTo(506.6)
  })

  test('stays away when the person thinks better of it', async () => {
    const leaving = await openReview({ consents: () => false })
    await leaving.tap('#save-file')
    expect(leaving.phone.files.sent).toEqual([])
    expect(leaving.toasts).not.toContain('表格导出好了')
  })
})

describe('the session before it', () => {
  test('is compared with in words', async () => {
    const [kept] = await shop.documents<Record<string, unknown>>('live_reviews', { _id: liveId })
    const [room] = await shop.documents<Record<string, unknown>>('live_rooms', { _id: liveId })
    const figures = kept?.figures as Record<string, unknown>
    const startedAt = Number(room?.startedAt) - 7 * 24 * 60 * 60_000
    const before = { ...figures, gmvFen: 60_660, paid: 2, viewers: 1, orderToPayBps: 5000 }
    await shop.control('PUT', 'collections/live_rooms/live-before', {
      ...room,
      ...{ _id: 'live-before', startedAt, endedAt: startedAt + 1 },
    })
    await shop.control('PUT', 'collections/live_reviews/live-before', {
      ...kept,
      ...{ _id: 'live-before', figures: before },
    })
    phone = await openReview()
    expect(sum('gmvFen')).toContain('比上一场少 ¥100')
    expect(sum('paid')).toContain('和上一场一样')
    expect(sum('viewers')).toContain('比上一场多 2 人')
    expect(sum('orderToPayBps')).toMatch(/比上一场高 16\.[67] 个百分点/)
  })
})

test('a review is not for shoppers, and there is none of a session that did not start', async () => {
  const shopper = await openReview({ openid: 'ann' })
  expect(shopper.text()).toContain('这里只对店员开放')
  const { sessions } = await shop.ask('ann', 'live.list', {})
  expect(sessions.map(({ _id }) => _id)).toContain(liveId)
  expect((await seenBy(shop, 'ann')).room.status).toBe('ended')
})
