/** Looking for goods, the cart and the checkout in the built mini-program. */
import type { ProductId, SkuId } from '@domain/ids'
import { openShop, type Shop } from '../harness/shop'
import { Neighbour, yuanIn } from './neighbour'
import { closePhones } from './phone'

jest.setTimeout(60_000)

let shop: Shop

beforeAll(async () => {
  shop = await openShop()
})
afterEach(async () => {
  closePhones()
  await shop.control('POST', 'faults', {})
})
afterAll(() => shop.close())

const cartLink = { path: 'pages/cart/cart/index' }
const line = (productId: string, quantity: number, skuId = productId) => ({
  productId: productId as ProductId,
  skuId: skuId as SkuId,
  quantity,
})

/** Somebody at their cart, with these lines in it. */
async function atCart(name: string, ...lines: ReturnType<typeof line>[]): Promise<Neighbour> {
  for (const wanted of lines) {
    const requestId = crypto.randomUUID()
    await shop.ask(name, 'cart.add', { requestId, lines: [wanted] })
  }
  return Neighbour.of(shop, name, cartLink)
}

const quantitiesOf = async (name: string) =>
  (await shop.ask(name, 'cart.see', {})).lines.map(({ skuId, quantity }) => [skuId, quantity])

/** Leaves nothing of a shelf's stock; answers how to bring all of it back. */
async function sellOut(where: object): Promise<() => Promise<void>> {
  interface Stock {
    readonly _id: string
    readonly available: number
    readonly loaded: number
  }
  const stocks = await shop.documents<Stock>('pools', { ...where, dealId: null })
  const put = async (stock: Stock) => {
    await shop.control('PUT', `collections/pools/${encodeURIComponent(stock._id)}`, stock)
  }
  for (const stock of stocks) {
    await put({ ...stock, available: 0, loaded: stock.loaded - stock.available })
  }
  return async () => {
    for (const stock of stocks) await put(stock)
  }
}

describe('looking for something', () => {
  test('the shelves show what stands on the one that was turned to', async () => {
    const { phone } = await Neighbour.of(shop, 'ann', { path: 'pages/catalog/shelf/index' })
    expect(phone.has('#product-cherry-j-2')).toBe(true)
    await phone.tap('#category-pantry')
    await phone.waitFor(() => phone.has('#product-walnut-3'))
    expect(phone.has('#product-cherry-j-2')).toBe(false)
  })

  test('words find products, in the order that is asked for, and are remembered', async () => {
    const { phone } = await Neighbour.of(shop, 'ann', { path: 'pages/catalog/search/index' })
    await phone.input('#words', '  车厘子 ')
    await phone.tap('#go')
    await phone.waitFor(() => phone.has('#product-cherry-j-2'))
    const idsOf = () => phone.all('[id^="product-"]').map(({ id }) => id)
    await phone.tap('#sort-cheapest')
    await phone.waitFor(() => idsOf()[0] === 'product-cherry-j-2')
    await phone.tap('#sort-dearest')
    await phone.waitFor(() => idsOf()[0] === 'product-cherry-jj-10')
    const again = await Neighbour.of(shop, 'ann', { path: 'pages/catalog/search/index' })
    expect(phone.errors).toEqual([])
    expect(again.phone.errors).toEqual([])
  })

  test('what is not there is said, with a way on', async () => {
    const query = `words=${encodeURIComponent('火龙果干')}`
    const link = { path: 'pages/catalog/search/index', query }
    const { phone } = await Neighbour.of(shop, 'ann', link)
    expect(phone.text()).toContain('没有找到「火龙果干」')
    await phone.tap('#shelves')
    expect(phone.place().route).toBe('pages/catalog/shelf/index')
  })
})

describe('the cart', () => {
  test('empty, it leads to the shelves', async () => {
    const { phone } = await Neighbour.of(shop, 'empty', cartLink)
    expect(phone.text()).toContain('购物车还是空的')
    await phone.tap('#shop')
    expect(phone.place().route).toBe('pages/catalog/shelf/index')
  })

  test('takes what is added on the way, and says how many on its tab', async () => {
    const { phone } = await Neighbour.of(shop, 'bo', { path: 'pages/catalog/shelf/index' })
    await phone.tap('#category-pantry')
    await phone.waitFor(() => phone.has('#add-walnut-3'))
    await phone.tap('#add-walnut-3')
    await phone.waitFor(() => phone.calls('setTabBarBadge').length > 0)
    expect(phone.calls('setTabBarBadge').at(-1)).toMatchObject({ text: '1' })
    expect(await quantitiesOf('bo')).toEqual([['walnut-3', 1]])
  })

  test('shows another count and its price at once, and tells the cloud when taps rest', async () => {
    const { phone } = await atCart('cai', line('apple-fuji-3', 1))
    const before = yuanIn(phone.text('#total'))
    for (const _ of [1, 2, 3]) await phone.tap('#more-apple-fuji-3')
    expect(yuanIn(phone.text('#total'))).toBeGreaterThan(before)
    await phone.pass(1000)
    const told = phone
      .calls('cloud.callFunction')
      .filter((options) => JSON.stringify(options).includes('cart.set'))
    expect(told).toHaveLength(1)
    expect(await quantitiesOf('cai')).toEqual([['apple-fuji-3', 4]])
  })

  test('restores a count that could not be told, and says why', async () => {
    const { phone } = await atCart('ding', line('apple-fuji-3', 2))
    await phone.network(false)
    await phone.tap('#more-apple-fuji-3')
    expect(phone.text('#count-apple-fuji-3')).toBe('3')
    await phone.pass(1000)
    await phone.waitFor(() => phone.text('#count-apple-fuji-3') === '2')
    expect(phone.calls('showToast').at(-1)).toMatchObject({ title: '网络不通，请检查后再试' })
  })

  test('says how much is missing to the next 满减, and takes it off as soon as it is there', async () => {
    const { phone } = await atCart('en', line('cherry-j-2', 1, 'cherry-j-2-2jin'))
    expect(yuanIn(phone.text('#total'))).toBe(94)
    expect(phone.text('#ahead')).toContain('再买 ¥30 减 ¥15')
    await phone.tap('#more-cherry-j-2-2jin')
    expect(yuanIn(phone.text('#total'))).toBe(183)
  })

  test('orders only what is chosen, and remembers what is left out', async () => {
    const one = await atCart('fang', line('apple-fuji-3', 1), line('walnut-3', 1))
    await one.phone.tap('#choose-walnut-3')
    const { phone } = one
    expect(phone.text('#checkout')).toBe('去结算 (1)')
    await phone.tap('#choose-all')
    expect(phone.text('#checkout')).toBe('去结算 (2)')
    await phone.tap('#choose-all')
    expect(phone.one('#checkout').hasAttribute('disabled')).toBe(true)
  })

  test('keeps apart what can’t be had, says why, and is rid of it by one tap', async () => {
    const one = await atCart('gao', line('fruit-basket', 3), line('apple-fuji-3', 1))
    const fillAgain = await sellOut({ productId: 'fruit-basket' })
    const { phone } = one
    await phone.pullDown()
    expect(phone.text('#trouble-fruit-basket')).toContain('卖完了')
    await phone.tap('#clear')
    await phone.waitFor(() => !phone.has('#troubled'))
    await phone.waitFor(() => !phone.has('#trouble-fruit-basket'))
    expect(await quantitiesOf('gao')).toEqual([['apple-fuji-3', 1]])
    await fillAgain()
  })
})

describe('an order from the cart', () => {
  test('has all chosen lines, and leaves the others in the cart', async () => {
    const one = await atCart('hua', line('walnut-3', 1), line('apple-fuji-3', 2))
    const { phone } = one
    await phone.tap('#choose-walnut-3')
    await phone.tap('#checkout')
    await one.fillIn()
    expect(phone.text('#payable')).toContain('应付')
    await one.submit()
    await phone.waitFor(() => phone.text('#status').includes('取货'))
    expect(await quantitiesOf('hua')).toEqual([['walnut-3', 1]])
  })

  test('names what somebody else was faster to take', async () => {
    const one = await atCart(
      'jo',
      line('apple-fuji-3', 1),
      line('cherry-j-2', 1, 'cherry-j-2-2jin'),
    )
    const { phone } = one
    await phone.tap('#checkout')
    await one.fillIn()
    const fillAgain = await sellOut({ skuId: 'cherry-j-2-2jin' })
    await phone.tap('#submit')
    await phone.waitFor(() => phone.has('#refusal'))
    expect(phone.text('#refusal')).toContain('「智利J级车厘子 2斤（2斤）」已经卖完了')
    await fillAgain()
  })

  test('goes by courier to an address of the address book', async () => {
    const one = await atCart('ivy', line('apple-fuji-3', 1))
    const { phone } = one
    await phone.tap('#checkout')
    await phone.waitFor(() => phone.has('#submit'))
    expect(phone.text('#deliver-courier')).toContain('免运费')
    await phone.tap('#deliver-courier')
    await phone.tap('#submit')
    expect(phone.calls('showToast').at(-1)).toMatchObject({ title: '请选择收货地址' })
    await phone.tap('#choose-address')
    await phone.waitFor(() => phone.has('#address'))
    const orderId = await one.submit()
    const [order] = await shop.documents<{ delivery: object }>('orders', { _id: orderId })
    expect(order?.delivery).toMatchObject({ kind: 'courier' })
  })
})
