/** 直播 while the cloud fails: what is done in a cockpit is done once, and whole. */
import { randomUUID } from 'node:crypto'
import type { AuditEntry } from '@domain/audit/audit'
import { expectPoolsToAddUp } from './books'
import {
  about,
  drop,
  end,
  pricing,
  plannedLive,
  roomOf,
  soldAs,
  startedLive,
  stocking,
  type PlannedLive,
} from './live-shop'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(300_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterEach(async () => {
  await allIsWell()
  await expectPoolsToAddUp(small.shop)
})
afterAll(() => small.shop.close())

const storm = (seed: number) =>
  small.shop.control('POST', 'faults', {
    ...{ seed, rates: { 'function.kill': 0.15, 'database.after': 0.1, 'function.duplicate': 0.2 } },
  })
const allIsWell = () => small.shop.control('POST', 'faults', {})

/** What is left of a deed, beside when it was. */
async function tracesOf({ liveId, first, backup }: PlannedLive) {
  const { startedAt, endedAt, requests, ...room } = await roomOf(small, liveId)
  const entries = await small.shop.documents<AuditEntry>('audit_entries', { subject: liveId })
  const sold = await Promise.all([soldAs(small, first), soldAs(small, backup)])
  return {
    room: { ...room, isStarted: startedAt !== null, isEnded: endedAt !== null },
    requests: Object.keys(requests).length,
    log: entries.map(({ action, before, after }) => ({ action, before, after })),
    sold: sold.map(({ priceFen, isOffered, stock, rev }) => ({ priceFen, isOffered, stock, rev })),
    left: (await small.stock({ dealId: first.dealId })).left,
  }
}

/** Names of this session and of its goods, as those of any other one. */
const nameless = (live: PlannedLive, traces: unknown): unknown => {
  const names = [live.liveId, live.templateId]
  const goods = [live.first, live.second, live.backup].map(({ productId }) => productId)
  const text = [...names, ...goods].reduce(
    (told, name, index) => told.replaceAll(new RegExp(`${name}(?!\\d)`, 'g'), `#${index}`),
    JSON.stringify(traces),
  )
  return JSON.parse(text)
}

type Deed = readonly [
  name: 'live.start' | 'live.end' | 'live.explain' | 'live.price' | 'live.stock' | 'live.announce',
  input: (live: PlannedLive) => object,
]

const deeds: readonly Deed[] = [
  ['live.start', ({ liveId }) => ({ requestId: randomUUID(), liveId })],
  ['live.end', ({ liveId }) => ({ requestId: randomUUID(), liveId })],
  ['live.explain', (live) => about(live, live.backup)],
  ['live.price', (live) => pricing(live, live.first, 700)],
  ['live.stock', (live) => stocking(live, live.first, -90)],
  ['live.stock', (live) => stocking(live, live.first, 90)],
  ['live.announce', ({ liveId }) => ({ requestId: randomUUID(), liveId, words: '欢迎' })],
]

const opened = (name: Deed[0]): Promise<PlannedLive> =>
  (name === 'live.start' ? plannedLive : startedLive)(small, { goods: { stock: 300 } })

describe.each(deeds)('%s', (name, inputOf) => {
  test('cut off anywhere and asked again is done once', async () => {
    const calm = await opened(name)
    await small.shop.ask('keeper', name, inputOf(calm) as never)
    const expected = nameless(calm, await tracesOf(calm))
    for (let seed = 0; seed < 6; seed += 1) {
      const live = await opened(name)
      const input = inputOf(live) as never
      await storm(seed)
      for (let tried = 0; tried < 3; tried += 1) await small.shop.call('keeper', name, input)
      await allIsWell()
      expect(await small.shop.call('keeper', name, input)).toHaveProperty('result')
      expect(nameless(live, await tracesOf(live))).toEqual(expected)
    }
  })
})

test('a coupon that is claimed in a storm comes once', async () => {
  const live = await startedLive(small)
  await drop(small, live)
  for (let seed = 0; seed < 4; seed += 1) {
    const ann = small.neighbour()
    const { liveId, templateId } = live
    const wish = { requestId: randomUUID(), liveId, templateId }
    await storm(seed)
    for (let tried = 0; tried < 3; tried += 1) await small.shop.call(ann, 'live.claim', wish)
    await allIsWell()
    expect(await small.shop.call(ann, 'live.claim', wish)).toHaveProperty('result')
    expect(await small.shop.documents('coupons', { memberId: ann })).toHaveLength(1)
  }
  await small.minutes(8)
  expect(await small.couponStock(live.templateId)).toEqual({ left: 1, held: 0, sold: 4 })
})

test('a stock that changes while somebody ends the session is in the record', async () => {
  const crowded = await openSmallShop({ workers: 3 })
  for (let seed = 0; seed < 3; seed += 1) {
    const live = await startedLive(crowded, { goods: { stock: 10 } })
    const delays = { seed, rates: { 'database.delay': 1 }, delayMs: 60 }
    await crowded.shop.control('POST', 'faults', delays)
    const wishes = Array.from({ length: 2 }, () => stocking(live, live.first, 1))
    const changing = wishes.map((wish) => crowded.shop.call('keeper', 'live.stock', wish))
    await Promise.all([...changing, end(crowded, live)])
    await crowded.shop.control('POST', 'faults', {})
    const stocked = { subject: live.liveId, action: 'live.stock' }
    const entries = await crowded.shop.documents<AuditEntry>('audit_entries', stocked)
    const { left } = await crowded.stock({ dealId: live.first.dealId })
    expect(left).toBe(10 + entries.length)
  }
  await crowded.shop.close()
})

test('a start that is cut off, and asked again after the end, sells nothing any more', async () => {
  const live = await plannedLive(small)
  const { liveId } = live
  const wish = { requestId: randomUUID(), liveId }
  await small.shop.ask('keeper', 'live.start', wish)
  // It was cut off just before its entry.
  const [entry] = await small.shop.documents<AuditEntry>('audit_entries', { subject: liveId })
  await small.shop.control('DELETE', `collections/audit_entries/${entry?._id ?? ''}`)
  await end(small, live)
  expect((await small.shop.ask('keeper', 'live.start', wish)).room.status).toBe('ended')
  expect((await soldAs(small, live.first)).endsAt).toBeLessThanOrEqual(await small.shop.now())
})

test('the timer starts a session once the cloud is well again', async () => {
  const { liveId } = await plannedLive(small, { startsAt: '+2m' })
  await small.shop.control('POST', 'faults', { seed: 1, rates: { 'database.before': 1 } })
  await small.minutes(3)
  await allIsWell()
  expect((await roomOf(small, liveId)).status).toBe('planned')
  await small.minutes(1)
  expect((await roomOf(small, liveId)).status).toBe('live')
})
