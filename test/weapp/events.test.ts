import { randomUUID } from 'node:crypto'
import type { ShopEvent } from '@domain/events/event'
import { cherries, liveId } from '../harness/cockpit'
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
  await shop.ask('keeper', 'live.explain', { ...wish(), dealId: cherries })
})
afterEach(closePhones)
afterAll(() => shop.close())

describe('what phones note', () => {
  const noted = (memberId: string) => shop.documents<ShopEvent>('shop_events', { memberId })

  test('is who came, how long they stayed, what they saw and what they tapped', async () => {
    const one = await Neighbour.of(shop, 'hui', room)
    await one.phone.pass(40_000)
    await one.phone.tap(`#buy-${cherries}`)
    await one.phone.pass(20_000)
    const events = await noted('hui')
    const kinds = new Set(events.map(({ kind }) => kind))
    expect(kinds).toEqual(new Set(['view', 'dwell', 'exposure', 'click']))
    expect(events.filter(({ kind }) => kind === 'view')).toMatchObject([{ page: 'room', liveId }])
    expect(events.find(({ kind }) => kind === 'click')?.subject).toBe(cherries)
    const stays = events.filter(({ kind }) => kind === 'dwell').map(({ ms }) => ms)
    expect(Math.max(...stays)).toBe(30_000)
  })

  test('is how long it took on the phone, also when the cloud’s clock goes on by an hour', async () => {
    const one = await Neighbour.of(shop, 'may', room)
    await shop.pass('1 hour')
    await one.phone.pass(12_000)
    await one.phone.background()
    await one.phone.pass(1_000)
    const stays = (await noted('may')).filter(({ kind }) => kind === 'dwell')
    expect(stays).toHaveLength(1)
    const [{ ms } = { ms: NaN }] = stays
    expect(ms).toBeGreaterThanOrEqual(12_000)
    expect(ms).toBeLessThan(20_000)
  })

  test('waits on the phone until there is a network again, and then comes once', async () => {
    const one = await Neighbour.of(shop, 'ivy', room)
    await one.phone.network(false)
    await one.phone.pass(65_000)
    expect(await noted('ivy')).toEqual([])
    await one.phone.network(true)
    await one.phone.pass(20_000)
    const events = await noted('ivy')
    expect(events.filter(({ kind }) => kind === 'view')).toHaveLength(1)
    const stays = events.filter(({ kind }) => kind === 'dwell').map(({ ms }) => ms)
    expect(stays).toHaveLength(2)
    // A timer may ring a few milliseconds late, and the next one is then that much shorter.
    for (const stay of stays) expect(Math.abs(stay - 30_000)).toBeLessThan(1_000)
  })
})
