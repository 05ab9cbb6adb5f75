import { openShop, type Shop } from '../harness/shop'
import { Neighbour, yuanIn } from './neighbour'
import { closePhones } from './phone'

jest.setTimeout(60_000)

let shop: Shop

beforeAll(async () => {
  shop = await openShop()
})
afterEach(closePhones)
afterAll(() => shop.close())

const path = 'pages/catalog/product/index'

/** Opens the page of a product on somebody's phone. */
const look = (name: string, productId: string) =>
  Neighbour.of(shop, name, { path, query: `productId=${productId}` })

describe('a product without a deal', () => {
  test('is bought in the variant and count that were chosen', async () => {
    const one = await look('en', 'cherry-j-2')
    const { phone } = one
    await phone.tap('#buy')
    await phone.tap('#sku-cherry-j-2-5jin')
    await phone.tap('#more')
    await phone.tap('#checkout')
    await one.fillIn()
    expect(yuanIn(phone.text('#payable'))).toBe(455)
    await one.submit()
    expect(phone.text('#status')).toContain('可以取货了')
    expect(yuanIn(phone.text('#money-in'))).toBe(455)
  })

  test('shows the price of the variant that is looked at', async () => {
    const { phone } = await look('ann', 'cherry-j-2')
    expect(phone.text()).toContain('¥99')
    await phone.tap('#sku-cherry-j-2-5jin')
    expect(phone.text()).toContain('¥235')
  })

  test('cannot be bought when it is sold out, and says so', async () => {
    const query = encodeURIComponent(JSON.stringify({ productId: 'fruit-basket' }))
    const pools = await shop.control<{ _id: string; available: number; loaded: number }[]>(
      'GET',
      `collections/pools?where=${query}`,
    )
    expect(pools.length).toBeGreaterThan(0)
    for (const pool of pools) {
      const empty = { ...pool, available: 0, loaded: pool.loaded - pool.available }
      await shop.control('PUT', `collections/pools/${encodeURIComponent(pool._id)}`, empty)
    }
    const { phone } = await look('ann', 'fruit-basket')
    expect(phone.text('#buy')).toBe('已售罄')
    expect(phone.one('#buy').hasAttribute('disabled')).toBe(true)
  })
})
