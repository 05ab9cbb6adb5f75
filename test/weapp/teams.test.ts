import type { Order } from '@domain/orders/order'
import { openShop, type Shop } from '../harness/shop'
import type { BookedRefund } from '../stories/street'
import { Neighbour, yuanIn } from './neighbour'
import { closePhones } from './phone'

jest.setTimeout(60_000)

const kiwi = 'group-kiwi'
const egg = 'newcomer-egg'
/** Everybody has a telephone of their own: neighbours who share one count as one customer. */
const numbers = ['ann', 'bo', 'cai', 'ding', 'en', 'fang', 'gu', 'hua'] as const
type Name = (typeof numbers)[number]

let shop: Shop
const street = new Map<Name, Neighbour>()

beforeAll(async () => {
  shop = await openShop()
})
afterAll(async () => {
  closePhones()
  await shop.close()
})

function the(name: Name): Neighbour {
  const known = street.get(name)
  if (!known) throw new Error(`${name} did not come`)
  return known
}

async function comes(name: Name, link: { path?: string; query?: string } = {}): Promise<Neighbour> {
  const neighbour = await Neighbour.of(shop, name, link)
  street.set(name, neighbour)
  return neighbour
}

/** Opens what a friend has shared. */
function follows(name: Name, shared: { readonly path: string }): Promise<Neighbour> {
  const [path = '', query = ''] = shared.path.replace(/^\//, '').split('?')
  return comes(name, { path, query })
}

/** From the tap that takes a seat through checkout; what they do at the cashier they know. */
async function takesSeat({ name, phone }: Neighbour, button: string): Promise<string> {
  const neighbour = the(name as Name)
  await phone.tap(button)
  await phone.waitFor(() => phone.has('#submit'))
  await neighbour.fillIn()
  await phone.input('#phone', `1380000000${numbers.indexOf(name as Name)}`)
  return neighbour.submit()
}

/** From home to a team of one’s own, up to the page of the team. */
async function opensTeam(name: Name, dealId: string): Promise<string> {
  const neighbour = await comes(name)
  const { phone } = neighbour
  await phone.tap(`#deal-${dealId}`)
  await phone.waitFor(() => phone.has('#open-team'))
  const orderId = await takesSeat(neighbour, '#open-team')
  await phone.tap('#see-team')
  await phone.waitFor(() => phone.has('#team-open'))
  return orderId
}

async function order(orderId: string): Promise<Order | undefined> {
  const [found] = await shop.documents<Order>('orders', { _id: orderId })
  return found
}

describe('a team of three', () => {
  const orders = new Map<Name, string>()
  let shared: { readonly path: string; readonly title: string }

  test('is opened from home at the leader’s price', async () => {
    orders.set('ann', await opensTeam('ann', kiwi))
    const { phone } = the('ann')
    expect(phone.text('#team-open')).toBe('还差 2 人成团')
    expect(phone.text('#own-seat')).toContain('团长')
    expect(phone.text('#own')).toBe('你在团里，付款已收到')
    expect((await order(orders.get('ann') ?? ''))?.payment?.paidFen).toBe(3490)
  })

  test('is shared, and a friend who follows joins at the team’s price', async () => {
    shared = await the('ann').phone.share()
    expect(shared.title).toBe('还差 2 人，¥36.90 一起买佳沛阳光金奇异果 6枚')
    const bo = await follows('bo', shared)
    expect(bo.phone.text('#join')).toBe('参团 ¥36.90')
    orders.set('bo', await takesSeat(bo, '#join'))
    expect(bo.phone.has('#status-waiting')).toBe(true)
    expect(yuanIn(bo.phone.text('#money-in'))).toBe(36.9)
  })

  test('keeps the seat of a friend who is still paying, and says so to others', async () => {
    const cai = await follows('cai', shared)
    cai.intends('leave')
    orders.set('cai', await takesSeat(cai, '#join'))
    const { phone } = await follows('ding', shared)
    expect(phone.has('#team-full')).toBe(true)
    expect(phone.text('#in-payment')).toContain('有 1 个位子的人正在付款')
    expect(phone.has('#join')).toBe(false)
    await phone.tap('#to-offer')
    await phone.waitFor(() => phone.has('#open-team'))
    expect(phone.text()).toContain('现在没有正在凑人的团')
  })

  test('is complete with the third payment, and the first phone sees it by itself', async () => {
    const { phone } = the('cai')
    await phone.tap('#pay')
    await phone.waitFor(() => phone.has('#status-paid'))
    const ann = the('ann').phone
    await ann.pass(16_000)
    await ann.waitFor(() => ann.has('#team-formed'))
    expect(ann.text('#team-formed')).toBe('3 个人齐了，成团')
    for (const orderId of orders.values()) expect((await order(orderId))?.status).toBe('paid')
  })

  test('takes nobody any more', async () => {
    const { phone } = await follows('en', shared)
    expect(phone.has('#team-formed')).toBe(true)
    expect(phone.has('#join')).toBe(false)
    expect(phone.text('#to-offer')).toBe('自己开一个团')
  })
})

describe('a team that nobody completes', () => {
  const orders = new Map<Name, string>()
  let shared: { readonly path: string }

  test('waits for its time to be over', async () => {
    orders.set('fang', await opensTeam('fang', kiwi))
    shared = await the('fang').phone.share()
    const gu = await follows('gu', shared)
    orders.set('gu', await takesSeat(gu, '#join'))
    expect(gu.phone.has('#status-waiting')).toBe(true)
    const { phone } = await comes('hua', {
      path: 'pages/teams/offer/index',
      query: `dealId=${kiwi}`,
    })
    expect(phone.text()).toContain('还差 1 人')
  })

  test('fails, and everyone gets all their money back', async () => {
    await shop.pass('1 day')
    for (let minute = 0; minute < 5; minute += 1) await shop.pass('1 minute')
    for (const [name, paid] of [
      ['fang', 3490],
      ['gu', 3690],
    ] as const) {
      const booked = await shop.control<BookedRefund[]>('GET', 'refunds')
      const refunds = booked.filter(({ outTradeNo }) => outTradeNo === orders.get(name))
      expect(refunds.map(({ state, refundFee }) => [state, refundFee])).toEqual([['SUCCESS', paid]])
      const { phone } = await follows(name, shared)
      expect(phone.text('#team-failed')).toBe('人没凑齐，这个团没有成')
      expect(phone.text('#own')).toBe('人没凑齐，全部款项已原路退回')
    }
  })
})

describe('a team for newcomers', () => {
  let shared: { readonly path: string }

  test('may be opened by anyone', async () => {
    await opensTeam('ann', egg)
    const { phone } = the('ann')
    expect(phone.text()).toContain('老带新')
    shared = await phone.share()
  })

  test('tells a customer why they can’t join, before anything is ordered', async () => {
    const before = await shop.documents<Order>('orders', { memberId: 'bo' })
    const { phone } = await follows('bo', shared)
    await phone.tap('#join')
    await phone.waitFor(() => phone.has('#refused'))
    expect(phone.text('#refused')).toContain('这个团只欢迎第一次在店里买的朋友')
    expect(phone.has('#join')).toBe(false)
    expect(await shop.documents<Order>('orders', { memberId: 'bo' })).toHaveLength(before.length)
    await phone.tap('#to-offer')
    await phone.waitFor(() => phone.has('#open-team'))
  })

  test('is completed by somebody who never bought here', async () => {
    const { phone } = await follows('hua', shared)
    await takesSeat(the('hua'), '#join')
    await phone.tap('#see-team')
    await phone.waitFor(() => phone.has('#team-formed'))
  })
})

test('nothing went wrong on any phone', () => {
  expect([...street.values()].flatMap(({ phone }) => phone.errors)).toEqual([])
})
