import { randomUUID } from 'node:crypto'
import { openShop, type Shop } from '../harness/shop'
import { untilSettled } from '../stories/street'
import { Neighbour, yuanIn } from './neighbour'
import { closePhones } from './phone'

jest.setTimeout(60_000)

const ladder = 'ladder-muscat'
let shop: Shop
let orderId: string

/** A shop in which ann has an order of a ladder that is settled. */
beforeAll(async () => {
  shop = await openShop()
  orderId = await shop.join('ann', ladder, 'shine-muscat')
  await shop.pay(orderId)
  for (const name of ['bo', 'cai']) await shop.pay(await shop.join(name, ladder, 'shine-muscat'))
  await shop.pass('1 day')
  await untilSettled(shop, ladder)
})
afterEach(async () => {
  closePhones()
  await shop.control('POST', 'faults', {})
})
afterAll(() => shop.close())

/** A page, how to get to it, and something that only stands there when its content does. */
interface Place {
  readonly path: string
  readonly query?: () => string
  readonly shows: string
  /** Whether it draws itself anew when it is pulled down. */
  readonly pulls?: boolean
}

const places: readonly Place[] = [
  { path: 'pages/catalog/home/index', shows: '#deal-ladder-cherry', pulls: true },
  {
    path: 'pages/catalog/shelf/index',
    query: () => 'categoryId=daily',
    shows: '#product-apple-fuji-3',
    pulls: true,
  },
  {
    path: 'pages/catalog/product/index',
    query: () => 'productId=cherry-j-2',
    shows: '#buy',
    pulls: true,
  },
  { path: 'pages/members/me/index', shows: '#call-store-01' },
  {
    path: 'pages/groupbuy/ladder/index',
    query: () => 'dealId=ladder-cherry',
    shows: '#rules',
    pulls: true,
  },
  {
    path: 'pages/groupbuy/statement/index',
    query: () => `dealId=${ladder}`,
    shows: '#sum-refund',
    pulls: true,
  },
  {
    path: 'pages/orders/checkout/index',
    query: () => 'productId=apple-fuji-3&skuId=apple-fuji-3&quantity=2',
    shows: '#submit',
  },
  {
    path: 'pages/orders/list/index',
    shows: '#tab-all',
    pulls: true,
  },
  {
    path: 'pages/orders/order/index',
    query: () => `orderId=${orderId}`,
    shows: '#money-back',
    pulls: true,
  },
]

const visit = ({ path, query }: Place, name = 'ann') =>
  Neighbour.of(shop, name, { path, ...(query && { query: query() }) })

/** Every call of a function fails before it comes to anything. */
const breakDown = () =>
  shop.control('POST', 'faults', { seed: 1, rates: { 'database.before': 1 } })

test('every page of the package is among those that are looked at here', async () => {
  const { phone } = await Neighbour.of(shop, 'ann')
  expect([...phone.phone.program.pages].sort()).toEqual(places.map(({ path }) => path).sort())
})

describe.each(places)('$path', (place) => {
  const { shows, pulls = false } = place

  test('shows what is there, without a class that does not exist', async () => {
    const { phone } = await visit(place)
    expect(phone.has(shows)).toBe(true)
    const classes = phone.all('*').flatMap(({ className }) => className.split(' '))
    expect(classes).not.toContain('undefined')
    expect(phone.text()).not.toMatch(/undefined|NaN|\[object/)
    expect(phone.errors).toEqual([])
  })

  test('shows its shape while it waits', async () => {
    const { phone } = await visit(place)
    console.log(place.path, phone.phone.calls.length)
  })
})
