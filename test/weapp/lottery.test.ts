import { randomUUID } from 'node:crypto'
import type { LotteryId } from '@domain/ids'
import type { Order } from '@domain/orders/order'
import { liveId } from '../harness/cockpit'
import { openShop, type Shop } from '../harness/shop'
import { Neighbour } from './neighbour'
import { closePhones } from './phone'

jest.setTimeout(60_000)

const room = { path: 'pages/live/room/index', query: `liveId=${liveId}` }
const wish = () => ({ requestId: randomUUID(), liveId })

let shop: Shop

beforeAll(async () => {
  shop = await openShop()
  await shop.pass('90 minutes')
  await shop.ask('keeper', 'live.start', wish())
})
afterEach(closePhones)
afterAll(() => shop.close())

/** Waits until a phone shows a text somewhere. */
const reads = ({ phone }: Neighbour, target: string, words: string) =>
  phone.waitFor(() => phone.has(target) && phone.text(target).includes(words), 8000)

describe('a lottery', () => {
  let lotteryId: LotteryId

  beforeAll(async () => {
    const { lottery } = await shop.ask('keeper', 'lottery.open', {
      ...wish(),
      place: 0,
      minutes: 5,
    })
    lotteryId = lottery._id
  })

  const opens = (name: string) =>
    Neighbour.of(shop, name, {
      path: 'pages/live/lottery/index',
      query: `lotteryId=${lotteryId}`,
    })

  test('is on in the room, with its rules in full and the fingerprint of its seed', async () => {
    const one = await Neighbour.of(shop, 'ann', room)
    expect(one.phone.text(`#lottery-${lotteryId}`)).toContain('现在可以参与')
    await one.phone.tap(`#lottery-${lotteryId}`)
    await reads(one, '#state', '现在可以参与')
    expect(one.phone.text('#rules')).toContain('一个人参与一次')
    expect(one.phone.text('#proof')).toMatch(/[0-9a-f]{64}/)
    expect(one.phone.text('#proof')).toContain('还没到公布的时候')
  })

  test('is entered by a tap, once, and tells one’s own code', async () => {
    for (const name of ['ann', 'bo', 'cai']) {
      const one = await opens(name)
      await one.phone.tap('#enter')
      await reads(one, '#state', '你参与了，等开奖')
      expect(one.phone.has('#own-code')).toBe(true)
      expect(one.phone.has('#enter')).toBe(false)
    }
  })

  test('is drawn; the phone draws again and comes to the same; who won orders for nothing', async () => {
    await shop.pass('6 minutes')
    const waiting = await opens('ann')
    await shop.call('keeper', 'lottery.draw', { requestId: randomUUID(), lotteryId })
    await waiting.phone.pass(21_000)
    await reads(waiting, '#state', '你中奖了')
    await waiting.phone.tap('#verify')
    await reads(waiting, '#holds', '全部对得上')
    await waiting.phone.tap('#more')
    await waiting.phone.waitFor(() => !waiting.phone.has('#more'))
    await waiting.phone.tap('#claim')
    await waiting.fillIn()
    expect(waiting.phone.text('#truth')).toContain('不用付钱')
    const orderId = await waiting.submit()
    const [order] = await shop.documents<Order>('orders', { _id: orderId })
    expect(order).toMatchObject({ deal: { kind: 'prize' }, live: null })
    expect(order?.receipt.payableFen).toBe(0)
  })

  test('says that there was nothing to win for who did not enter', async () => {
    const one = await opens('xia')
    expect(one.phone.text('#state')).toBe('已经开奖，你没有参与')
    expect(one.phone.one('#still').hasAttribute('disabled')).toBe(true)
  })

  test('whose list was changed afterwards is found out', async () => {
    const [page] = await shop.documents<{ _id: string; codes: string[] }>('lottery_pages', {
      lotteryId,
    })
    if (!page) throw new Error('there is no page')
    const codes = ['0'.repeat(16), ...page.codes.slice(1)]
    await shop.control('PUT', `collections/lottery_pages/${page._id}`, { ...page, codes })
    const one = await opens('xia')
    await one.phone.tap('#verify')
    await reads(one, '#fails', '名单和截止时公布的指纹对不上')
  })
})
