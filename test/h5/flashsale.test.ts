import type { Browser } from 'playwright-core'
import type { StockPool } from '@domain/holds/hold'
import type { Order } from '@domain/orders/order'
import { openShop, type Shop } from '../harness/shop'
import { openBrowser } from './browser'
import { Neighbour, places } from './neighbour'

jest.setTimeout(120_000)

let shop: Shop
let browser: Browser

beforeAll(async () => {
  ;[shop, browser] = await Promise.all([openShop(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await shop.close()
})

/** Leaves so many pieces of everything in the session that runs. */
async function leaves(pieces: number): Promise<void> {
  const deals = await shop.documents<{ _id: string }>('deals', { saleId: 'flash-now' })
  for (const deal of deals) {
    const pools = await shop.documents<StockPool>('pools', { dealId: deal._id })
    for (const [index, pool] of pools.entries()) {
      const available = index === 0 ? pieces : 0
      const loaded = pool.loaded - pool.available + available
      const changed = { ...pool, available, loaded }
      await shop.control('PUT', `collections/pools/${encodeURIComponent(pool._id)}`, changed)
    }
  }
}

test('the last pieces go; who comes too late is told when the next session is', async () => {
  await leaves(1)
  const ann = await Neighbour.come(browser, shop, 'ann')
  const bo = await Neighbour.come(browser, shop, 'bo')
  for (const neighbour of [ann, bo]) {
    await neighbour.go(places.home)
    await neighbour.tapTo('sessions', 'flash')
    await neighbour.picture('flash-sessions')
    await neighbour.tapTo('checkout', 'buy-mango-tainong-3')
    await neighbour.fillIn()
  }
  await ann.tap('submit')
  await ann.visitCashier({ end: 'pay' })
  await ann.at('status-paid').waitFor()
  await bo.tap('submit')
  await bo.seeAt('refusal', '已经卖完了')
  expect(await shop.documents<Order>('orders', { memberId: 'bo' })).toEqual([])

  await bo.go(places.sessions)
  await bo.seeAt('buy-mango-tainong-3', '抢完了')
  await leaves(0)
  await bo.go(`${places.sessions}?saleId=flash-now`)
  await bo.seeAt('session-sold-out', '这场抢完了，下一场 明天 10:00')
  await bo.picture('flash-sold-out')
  expect([...ann.troubles, ...bo.troubles]).toEqual([])
})

test('a browser keeps the wish to be reminded, and says what it can’t promise', async () => {
  const cai = await Neighbour.come(browser, shop, 'cai')
  await cai.go(`${places.sessions}?saleId=flash-friday`)
  await cai.tap('remind')
  await cai.see('浏览器里没法授权微信消息')
  await cai.seeAt('remind', '已设提醒')
  await cai.picture('flash-reminded')
  expect(await shop.documents('messages', { memberId: 'cai' })).toHaveLength(1)
})
