/** 预售 on the mini-program: every page before and after the payment says when the goods come. */
import type { InputOf } from '@domain/api'
import { shopTime, type Instant } from '@domain/time'
import { savedFile, writtenLadder, writtenProduct, writtenShop } from '../cloud/written'
import { ordered } from '../harness/ordering'
import { courier, openShop, type Shop } from '../harness/shop'
import { closePhones, openPhone } from './phone'

jest.setTimeout(60_000)

const preSale = { shipsAt: '+6d' }
const times = { startsAt: '-1h', endsAt: '+5d', preSale }

type Line = InputOf<'orders.quote'>['lines'][number]

let shop: Shop
/** As every page says it: 3月7日. */
let day: string

beforeAll(async () => {
  const file = writtenShop()
  file.products.push(writtenProduct('cherry', { name: '车厘子' }))
  file.groupBuys.push(writtenLadder('cherries', 'cherry', times))
  const saved = savedFile(file)
  shop = await openShop({ file: saved.path })
  saved.remove()
  const [deal] = await shop.documents<{ shipsAt: Instant }>('deals', { _id: 'cherries' })
  day = shopTime(deal?.shipsAt ?? (0 as Instant), 'M月D日')
})
afterEach(closePhones)
afterAll(() => shop.close())

const open = async (openid: string, path: string, query: string) => {
  const phone = await openPhone({ cloud: shop.url, openid, path: `pages/${path}/index`, query })
  expect(phone.errors).toEqual([])
  return phone
}

const goods = 'productId=cherry&skuId=cherry&quantity=1&dealId=cherries'

test.each([
  ['the product', 'catalog/product', 'productId=cherry', 'page'],
  ['the ladder', 'groupbuy/ladder', 'dealId=cherries', '#pre-sale'],
  ['the rules of the ladder', 'groupbuy/ladder', 'dealId=cherries', '#rules'],
  ['the checkout', 'orders/checkout', goods, '#truth'],
])('%s says on which day the goods are shipped', async (_what, path, query, place) => {
  const phone = await open('ann', path, query)
  const text = () => (place === 'page' ? phone.text() : phone.text(place))
  await phone.waitFor(() => place === 'page' || phone.has(place))
  expect(text()).toContain(`预计 ${day} 发货`)
})

test('once it is paid, shopper and staff go on reading the day until it is there', async () => {
  const line = { productId: 'cherry', skuId: 'cherry', quantity: 1, dealId: 'cherries' }
  const orderId = await ordered(shop, 'bo', [line as Line], courier('bo'))
  await shop.pass('5 days')
  await shop.pass('5 minutes')
  const query = `orderId=${orderId}`
  const before = await open('bo', 'orders/order', query)
  expect(before.text('#status-paid')).toBe('预售备货中')
  expect(before.text('#status')).toContain(`预计 ${day} 发货`)
  const keeper = await open('keeper', 'staff/queue', 'queue=ship')
  expect(keeper.text(`#staff-${orderId}`)).toContain(`说好 ${day} 发货`)
  await shop.pass('1 day')
  const there = await open('bo', 'orders/order', query)
  expect(there.text('#status-paid')).toBe('等待发货')
})
