import type { StockPool } from '@domain/holds/hold'
import type { Order } from '@domain/orders/order'
import { openShop, type Shop } from '../harness/shop'
import { Neighbour, yuanIn } from './neighbour'
import { closePhones, openPhone } from './phone'

jest.setTimeout(60_000)

const page = { path: 'pages/flashsale/sessions/index' }
let shop: Shop

beforeAll(async () => {
  shop = await openShop()
})
afterEach(closePhones)
afterAll(() => shop.close())

/** Leaves so many pieces of an item of the session that runs. */
async function leaves(productId: string, pieces: number): Promise<void> {
  const deals = await shop.documents<{ _id: string }>('deals', { saleId: 'flash-now', productId })
  const pools = await shop.documents<StockPool>('pools', { dealId: deals[0]?._id })
  expect(pools.length).toBeGreaterThan(0)
  for (const [index, pool] of pools.entries()) {
    const available = index === 0 ? pieces : 0
    const loaded = pool.loaded - pool.available + available
    const changed = { ...pool, available, loaded }
    await shop.control('PUT', `collections/pools/${encodeURIComponent(pool._id)}`, changed)
  }
}

/** From the page of the sessions to a checkout with a name and a store. */
async function wants(one: Neighbour, productId: string): Promise<void> {
  await one.phone.tap(`#buy-${productId}`)
  await one.fillIn()
}

test('home shows what is in the sale of now, and leads to its sessions', async () => {
  const { phone } = await Neighbour.of(shop, 'ann')
  expect(phone.text('#flash')).toContain('还剩 5 小时 59 分')
  expect(phone.text('#flash-mango-tainong-3')).toContain('¥9.90')
  expect(phone.text('#flash-mango-tainong-3')).toContain('剩 100')
  await phone.tap('#flash')
  await phone.waitFor(() => phone.has('#session-name'))
  expect(phone.text('#session-name')).toBe('限时秒杀')
})

test('who buys pays the price of the sale, and may have no more than the limit', async () => {
  const one = await Neighbour.of(shop, 'bo', page)
  expect(one.phone.text('#item-mango-tainong-3')).toContain('每人限 1 袋')
  await wants(one, 'mango-tainong-3')
  await one.submit()
  expect(yuanIn(one.phone.text('#money-in'))).toBe(9.9)
  await one.phone.back()
  await wants(one, 'mango-tainong-3')
  await one.phone.tap('#submit')
  await one.phone.waitFor(() => one.phone.has('#refusal'))
  expect(one.phone.text('#refusal')).toContain('每人限购 1 件')
})

describe('the last piece', () => {
  test('is sold once: who comes a moment later hears so, and is charged nothing', async () => {
    await leaves('avocado-6', 1)
    const [fast, slow] = [
      await Neighbour.of(shop, 'cai', page),
      await Neighbour.of(shop, 'ding', page),
    ]
    await wants(fast, 'avocado-6')
    await wants(slow, 'avocado-6')
    await fast.submit()
    await slow.phone.tap('#submit')
    await slow.phone.waitFor(() => slow.phone.has('#refusal'))
    expect(slow.phone.text('#refusal')).toContain('已经卖完了')
    expect(await shop.documents<Order>('orders', { memberId: 'ding' })).toEqual([])
  })

  test('leaves the item greyed, while the rest of the session goes on', async () => {
    const { phone } = await Neighbour.of(shop, 'ding', page)
    expect(phone.text('#buy-avocado-6')).toBe('抢完了')
    expect(phone.one('#buy-avocado-6').hasAttribute('disabled')).toBe(true)
    expect(phone.text('#buy-mango-tainong-3')).toBe('去抢')
    expect(phone.has('#session-sold-out')).toBe(false)
  })
})

test('when everything is gone, the next session is named', async () => {
  await leaves('mango-tainong-3', 0)
  const { phone } = await Neighbour.of(shop, 'ding', { ...page, query: 'saleId=flash-now' })
  expect(phone.text('#session-sold-out')).toContain('这场抢完了，下一场 明天 10:00')
  expect(phone.text('#session-sold-out')).toContain('有人过时没付款')
})

describe('a session for some', () => {
  const link = { ...page, query: 'saleId=flash-099' }

  test('says to the others why they can’t buy', async () => {
    await shop.control('PUT', 'collections/members/en', {
      _id: 'en',
      levelId: 'lv1',
      spentFen: 50_000,
      orders: 1,
      averageOrderFen: 50_000,
      lastOrderAt: await shop.now(),
      favouriteCategoryId: 'season',
      reckonAt: 9_000_000_000_000_000,
      rev: 1,
    })
    const { phone } = await Neighbour.of(shop, 'en', link)
    expect(phone.text('#audience')).toBe('只对店里选定的一部分会员开放，你不在其中')
    expect(phone.text('#buy-banana-3')).toBe('不能抢')
    expect(phone.one('#buy-banana-3').hasAttribute('disabled')).toBe(true)
  })

  test('is open to those whom it is for', async () => {
    const { phone } = await Neighbour.of(shop, 'fang', link)
    expect(phone.text('#audience')).toBe('专属场，你可以抢')
    expect(phone.text('#buy-banana-3')).toBe('去抢')
  })
})

describe('a reminder', () => {
  const friday = { ...page, query: 'saleId=flash-friday' }
  const visit = (openid: string, consents: boolean) =>
    openPhone({ ...friday, cloud: shop.url, openid, consents: () => consents })

  test('is kept for who allows a message, and comes before the session starts', async () => {
    const phone = await visit('gu', true)
    await phone.tap('#remind')
    await phone.waitFor(() => phone.text('#remind') === '已设提醒')
    expect(phone.toasts).toContain('开抢前会给你发一条微信提醒')
    await shop.passTo(Date.parse('2027-03-05T20:00:00+08:00'))
    const messages = await shop.control<unknown[]>('GET', 'messages?openid=gu')
    expect(messages).toHaveLength(1)
  })

  test('is not kept against somebody’s will', async () => {
    await shop.passTo(Date.parse('2027-03-05T23:00:00+08:00'))
    const phone = await visit('hua', false)
    await phone.tap('#remind')
    expect(phone.toasts).toContain('没有得到允许，就不发提醒了')
    expect(phone.text('#remind')).toBe('提醒我')
    expect(await shop.documents('messages', { memberId: 'hua' })).toEqual([])
  })
})
