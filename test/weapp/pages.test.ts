import { randomUUID } from 'node:crypto'
import type { OrderId, ProductId } from '@domain/ids'
import type { Driver } from '../../emulator/phone/driver'
import { liveId } from '../harness/cockpit'
import { buysFrom, comesBy, takesPlace } from '../harness/guiding'
import { openShop, type Shop } from '../harness/shop'
import { untilSettled } from '../stories/street'
import { Neighbour } from './neighbour'
import { closePhones } from './phone'
import { place, type Place } from './places'

jest.setTimeout(60_000)

const ladder = 'ladder-muscat'
let shop: Shop
let orderId: string
let code: string
let teamId: string
let credited: string
let token: string
let lotteryId: string

/**
 * A shop in which ann has an order of a ladder that is settled, and li is a guide whose customer
 * bought something.
 */
beforeAll(async () => {
  shop = await openShop()
  orderId = await shop.join('ann', ladder, 'shine-muscat')
  await shop.pay(orderId)
  for (const name of ['bo', 'cai']) await shop.pay(await shop.join(name, ladder, 'shine-muscat'))
  lotteryId = await holdsLottery()
  await shop.pass('1 day')
  await untilSettled(shop, ladder)
  const { order } = await shop.ask('ann', 'orders.see', { orderId: orderId as OrderId })
  const opened = await shop.join('ding', 'group-kiwi', 'kiwi-zespri-6')
  await shop.pay(opened)
  const { team } = await shop.ask('ding', 'orders.see', { orderId: opened })
  teamId = team?.teamId ?? ''
  const lines = [{ productId: 'apple-fuji-3', skuId: 'apple-fuji-3', quantity: 1 }]
  await shop.ask('ann', 'cart.add', { requestId: randomUUID(), lines: lines as never })
  code = order.delivery.kind === 'pick-up' ? order.delivery.code : ''
  await takesPlace(shop, 'li', 'guide-01')
  credited = await buysFrom(shop, 'li', 'en')
  const target = { kind: 'product', id: 'cherry-j-2' as ProductId } as const
  token = await comesBy(shop, 'en', 'li', target)
})
/** The keeper starts the session early, and opens a lottery in it. */
async function holdsLottery(): Promise<string> {
  await shop.pass('90 minutes')
  await shop.ask('keeper', 'live.start', { requestId: randomUUID(), liveId })
  const terms = { requestId: randomUUID(), liveId, place: 0, minutes: 5 }
  const { lottery } = await shop.ask('keeper', 'lottery.open', terms)
  return lottery._id
}

afterEach(async () => {
  closePhones()
  await shop.control('POST', 'faults', {})
})
afterAll(() => shop.close())

const home = place('catalog/home', '#deal-ladder-cherry')
const product = place('catalog/product', '#buy', { query: () => 'productId=cherry-j-2' })
const ladderPage = place('groupbuy/ladder', '#rules', { query: () => 'dealId=ladder-cherry' })
const statement = place('groupbuy/statement', '#sum-refund', { query: () => `dealId=${ladder}` })
const shelf = place('catalog/shelf', '#product-apple-fuji-3', { query: () => 'categoryId=daily' })
const order = place('orders/order', '#money-back', { query: () => `orderId=${orderId}` })
const places: readonly Place[] = [
  ...[home, shelf, product, ladderPage, statement, order],
  // The card may be missing: the ways to everything else do not wait for it.
  place('members/me', '#orders-all', { waits: false }),
  place('members/join', '#join', { query: () => 'scene=s.store-01', pulls: false }),
  place('members/levels', '#level-lv1'),
  place('members/profile', '#birthday', { pulls: false }),
  place('members/settings', '#clear-profile', { waits: false, pulls: false }),
  place('points/account', '#available'),
  place('points/signs', '#sign-in'),
  place('points/mall', '#available'),
  place('messages/wallet', '#add-orderShipped'),
  place('coupons/center', '#mine'),
  place('coupons/list', '#to-center'),
  place('orders/checkout', '#submit', {
    query: () => 'productId=apple-fuji-3&skuId=apple-fuji-3&quantity=2',
    pulls: false,
  }),
  place('orders/list', () => `#order-${orderId}`),
  place('orders/aftersale', '#more-0', { query: () => `orderId=${orderId}` }),
  place('teams/offer', '#open-team', { query: () => 'dealId=group-kiwi' }),
  place('teams/team', '#goods', { query: () => `teamId=${teamId}` }),
  place('flashsale/sessions', '#session-name'),
  place('catalog/search', '#product-cherry-j-2', {
    query: () => `words=${encodeURIComponent('车厘子')}`,
  }),
  place('cart/cart', '#choose-all'),
  place('staff/desk', '#queue-pick-up', { who: 'keeper' }),
  place('staff/codes', '#code-store-01', { pulls: false, who: 'keeper' }),
  place('staff/queue', () => `#staff-${orderId}`, {
    query: () => 'queue=pick-up',
    who: 'keeper',
  }),
  place('staff/handout', '#hand-over', {
    query: () => `code=${code}`,
    pulls: false,
    who: 'keeper',
  }),
  place('staff/guides', '#guide-guide-01', { who: 'keeper' }),
  place('staff/payees', '#payee-guide-01', { who: 'keeper' }),
  place('staff/attribution', '#explanation', {
    query: () => `orderId=${credited}`,
    who: 'keeper',
  }),
  place('staff/replay', '#run', { waits: false, pulls: false, who: 'keeper' }),
  place('staff/audit', '#lines', { who: 'keeper' }),
  place('cockpit/sessions', '#review-live-weekend', { who: 'keeper' }),
  place('cockpit/cockpit', '#readiness', {
    query: () => 'liveId=live-weekend',
    who: 'keeper',
  }),
  place('charts/review', '#sum-gmvFen', { query: () => 'liveId=live-weekend', who: 'keeper' }),
  place('live/list', `#live-${liveId}`),
  place('live/session', '#title', { query: () => `liveId=${liveId}` }),
  place('live/room', '#over', { query: () => `liveId=${liveId}` }),
  place('live/lottery', '#state', { query: () => `lotteryId=${lotteryId}` }),
  // It leads on at once, in place of itself.
  place('attribution/open', '#buy', { query: () => `scene=${token}`, pulls: false }),
  place('attribution/poster', '#save', { waits: false, pulls: false }),
  place('guides/desk', '#today-income', { who: 'li' }),
  place('guides/income', () => `#income-${credited}`, { who: 'li' }),
  place('guides/credit', '#entries', { query: () => `orderId=${credited}`, who: 'li' }),
  place('charts/trend', '#sums', { who: 'li' }),
  place('guides/customers', '#customers', { who: 'li' }),
  place('guides/material', '#share-group-kiwi', { who: 'li' }),
  place('guides/ranking', '#board', { who: 'li' }),
  place('guides/payouts', '#ask', { who: 'li' }),
  place('guides/accept', '#accept', { waits: false, pulls: false }),
]

const linkTo = ({ path, query }: Place) => ({ path, ...(query && { query: query() }) })
const addressOf = ({ path, query }: Place): string => `/${path}?${query?.() ?? ''}`
const visit = async (one: Place) => (await Neighbour.of(shop, one.who, linkTo(one))).phone

/** The phone of somebody who has seen nothing of the shop yet. */
const elsewhere = async (who = 'ann') =>
  (await Neighbour.of(shop, who, { path: statement.path, query: 'dealId=nowhere' })).phone

test('every page of the package is looked at here', async () => {
  const phone = await elsewhere()
  expect([...phone.phone.program.pages].sort()).toEqual(places.map(({ path }) => path).sort())
})

describe.each(places)('$path', (one) => {
  test('shows what is there', async () => {
    const phone = await visit(one)
    expect(phone.has(one.shows())).toBe(true)
    expect(phone.text()).not.toMatch(/undefined|NaN|\[object/)
    const classes = phone.all('*').flatMap(({ className }) => className.split(' '))
    expect(classes).not.toContain('undefined')
    expect(phone.errors).toEqual([])
  })
})

describe.each(places.filter(({ waits }) => waits))('$path', (one) => {
  test('shows its shape while it waits for the cloud', async () => {
    const phone = await elsewhere(one.who)
    phone.phone.stack.reLaunch(addressOf(one))
    await phone.waitFor(() => phone.has('#waiting'))
    await phone.waitFor(() => phone.has(one.shows()))
    expect(phone.has('#waiting')).toBe(false)
  })

  test('says so when the cloud fails, and comes back with a tap', async () => {
    const phone = await elsewhere(one.who)
    await shop.control('POST', 'faults', { rates: { 'database.before': 1 } })
    phone.phone.stack.reLaunch(addressOf(one))
    await phone.waitFor(() => phone.has('#retry'), 15_000)
    expect(phone.text()).toContain('没有产生任何扣款')
    await shop.control('POST', 'faults', {})
    await phone.tap('#retry')
    await phone.waitFor(() => phone.has(one.shows()))
  })

  test('says so without a network, and comes back with a tap', async () => {
    const phone = await elsewhere(one.who)
    await phone.network(false)
    phone.phone.stack.reLaunch(addressOf(one))
    await phone.waitFor(() => phone.has('#retry'))
    expect(phone.text()).toContain('网络不通，请检查后再试')
    await phone.network(true)
    await phone.tap('#retry')
    expect(phone.has(one.shows())).toBe(true)
  })
})

describe.each(places.filter(({ pulls }) => pulls))('$path', (one) => {
  test('keeps what it shows when it is pulled down without a network', async () => {
    const phone = await visit(one)
    await phone.network(false)
    await phone.pullDown()
    expect(phone.text('#retry')).toContain('网络不通，显示的是刚才的内容')
    expect(phone.has(one.shows())).toBe(true)
    await phone.network(true)
    await phone.pullDown()
    expect(phone.has('#retry')).toBe(false)
    expect(phone.calls('stopPullDownRefresh')).toHaveLength(2)
  })
})

describe('an address that leads nowhere', () => {
  test.each([
    ['catalog/product', 'productId=nothing', '这件商品找不到了，可能已经下架'],
    ['catalog/product', '', '这件商品找不到了，可能已经下架'],
    ['groupbuy/ladder', 'dealId=nothing', '这个活动找不到了'],
    ['groupbuy/statement', 'dealId=nothing', '这个活动找不到了'],
    ['teams/offer', 'dealId=nothing', '这个活动找不到了'],
    ['teams/team', 'teamId=nothing', '这个团找不到了'],
    ['groupbuy/statement', 'dealId=ladder-cherry', '结算单还没出来'],
    ['orders/checkout', 'productId=nothing&skuId=nothing', '这件商品找不到了，可能已经下架'],
    ['orders/checkout', 'dealId=ladder-cherry', '这件商品找不到了，可能已经下架'],
    ['orders/order', 'orderId=nothing', '这笔订单找不到了'],
    ['guides/desk', '', '你还不是导购'],
    ['guides/income', '', '你还不是导购'],
    ['staff/attribution', 'orderId=nothing', '这里只对店员开放'],
    ['staff/audit', '', '这里只对店员开放'],
    ['cockpit/cockpit', 'liveId=live-weekend', '这里只对店员开放'],
    ['charts/review', 'liveId=live-weekend', '这里只对店员开放'],
  ])('%s?%s says %s', async (page, query, sentence) => {
    const { phone } = await Neighbour.of(shop, 'ann', { path: `pages/${page}/index`, query })
    expect(phone.text()).toContain(sentence)
    expect(phone.errors).toEqual([])
  })

  test('an order of somebody else is not shown', async () => {
    const { phone } = await Neighbour.of(shop, 'bo', linkTo(order))
    expect(phone.text()).toContain('这笔订单找不到了')
  })
})

describe('sharing', () => {
  test.each([home, shelf, product, ladderPage])('$path opens for a friend', async (one) => {
    const phone = await visit(one)
    const { path, title } = await phone.share()
    const [to = '', query = ''] = path.replace(/^\//, '').split('?')
    const friend = await Neighbour.of(shop, 'bo', { path: to, query })
    expect(title).not.toBe('')
    expect(friend.phone.place().route).toBe(one.path)
    expect(friend.phone.has(one.shows())).toBe(true)
  })
})

describe('a running ladder', () => {
  /** How often the phone asks the cloud in so many seconds. */
  async function asked(phone: Driver, seconds: number): Promise<number> {
    const before = phone.calls('cloud.callFunction').length
    for (let second = 0; second < seconds; second += 1) await phone.pass(1000)
    return phone.calls('cloud.callFunction').length - before
  }

  test('is asked after ever more slowly, and not at all while nobody looks', async () => {
    const phone = await visit(ladderPage)
    const soon = await asked(phone, 15)
    const later = await asked(phone, 30)
    expect(soon).toBeGreaterThanOrEqual(3)
    expect(later).toBeGreaterThanOrEqual(1)
    expect(later).toBeLessThanOrEqual(3)
    await phone.background()
    expect(await asked(phone, 30)).toBe(0)
    await phone.foreground()
    expect(await asked(phone, 4)).toBeGreaterThanOrEqual(1)
  })

  test('is asked after quickly again when somebody came', async () => {
    const phone = await visit(ladderPage)
    await asked(phone, 30)
    await shop.pay(await shop.join('ding', 'ladder-cherry', 'cherry-jj-10'))
    await asked(phone, 15)
    expect(await asked(phone, 10)).toBeGreaterThanOrEqual(2)
  })
})
