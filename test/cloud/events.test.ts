/** What phones note: kept in one write, once, within limits, and read by nothing that sells. */
import { randomUUID } from 'node:crypto'
import type { InputOf } from '@domain/api'
import {
  CLOCK_AHEAD,
  EVENTS_KEPT,
  EVENTS_LATE,
  MOST_EVENTS,
  type ShopEvent,
} from '@domain/events/event'
import type { LiveId } from '@domain/ids'
import { DAY, type Instant } from '@domain/time'
import { everything, expectNothingChanged } from './books'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(180_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterAll(() => small.shop.close())

type Batch = InputOf<'events.record'>
type Told = Batch['events'][number]

const told = (at: number, own: Partial<Told> = {}): Told => ({
  ...{ kind: 'view', page: 'room', subject: null, liveId: 'live-1' as LiveId },
  ...{ at: at as Instant, ms: 0 },
  ...own,
})
const batch = (...events: Told[]): Batch => ({ requestId: randomUUID(), events })
const keptOf = async (memberId: string) => {
  const kept = await small.shop.documents<ShopEvent>('shop_events', { memberId })
  return kept.sort((one, other) => one.at - other.at)
}

test('a batch is kept as it was told, by who told it', async () => {
  const [ann, now] = [small.neighbour(), await small.shop.now()]
  const dwell = { kind: 'dwell' as const, ms: 9000 }
  const click = { kind: 'click' as const, subject: 'mango-1' as Told['subject'] }
  const wish = batch(told(now - 2000), told(now - 1000, click), told(now, dwell))
  expect(await small.shop.ask(ann, 'events.record', wish)).toEqual({ kept: 3 })
  expect(await keptOf(ann)).toMatchObject(wish.events.map((event) => ({ ...event, memberId: ann })))
})

test('asked again, and by twins, it is kept once', async () => {
  const [ann, now] = [small.neighbour(), await small.shop.now()]
  const wish = batch(told(now - 1), told(now))
  const twins = Array.from({ length: 10 }, () => small.shop.ask(ann, 'events.record', wish))
  for (const answer of await Promise.all(twins)) expect(answer).toEqual({ kept: 2 })
  await expectNothingChanged(small.shop, async () => {
    expect(await small.shop.ask(ann, 'events.record', wish)).toEqual({ kept: 2 })
  })
  expect(await keptOf(ann)).toHaveLength(2)
})

test('the same id of two phones keeps both batches', async () => {
  const [ann, bob] = small.neighbours(2) as [string, string]
  const wish = batch(told(await small.shop.now()))
  await small.shop.ask(ann, 'events.record', wish)
  await small.shop.ask(bob, 'events.record', wish)
  expect([(await keptOf(ann)).length, (await keptOf(bob)).length]).toEqual([1, 1])
})

test('as many as are allowed are kept in one call, and no more', async () => {
  const [ann, now] = [small.neighbour(), await small.shop.now()]
  const many = (count: number) => batch(...Array.from({ length: count }, () => told(now)))
  expect(await small.shop.refusal(ann, 'events.record', many(MOST_EVENTS + 1))).toBe(
    'input_invalid',
  )
  expect(await keptOf(ann)).toEqual([])
  interface Entry {
    readonly calls: readonly unknown[]
  }
  expect(await small.shop.ask(ann, 'events.record', many(MOST_EVENTS))).toEqual({
    kept: MOST_EVENTS,
  })
  const [last] = await small.shop.control<Entry[]>('GET', 'log?limit=1')
  expect(last?.calls).toHaveLength(1)
})

test('a clock that is far ahead is not believed, and what comes too late does not count', async () => {
  const [ann, now] = [small.neighbour(), await small.shop.now()]
  const wish = batch(
    ...[told(now - EVENTS_LATE - 1), told(now - EVENTS_LATE)],
    ...[told(now + CLOCK_AHEAD), told(now + CLOCK_AHEAD + 1), told(now + 400 * DAY)],
  )
  expect(await small.shop.ask(ann, 'events.record', wish)).toEqual({ kept: 4 })
  expect((await keptOf(ann)).map(({ at }) => at - now)).toEqual([
    -1 * EVENTS_LATE,
    0,
    0,
    CLOCK_AHEAD,
  ])
})

test('where all of it comes too late nothing is written', async () => {
  const [ann, now] = [small.neighbour(), await small.shop.now()]
  await expectNothingChanged(small.shop, async () => {
    const wish = batch(told(now - EVENTS_LATE - 1))
    expect(await small.shop.ask(ann, 'events.record', wish)).toEqual({ kept: 0 })
  })
})

test('nothing else in the shop is changed by it', async () => {
  const { shop_events: _before, ...before } = await everything(small.shop)
  const wish = batch(told(await small.shop.now()))
  await small.shop.ask(small.neighbour(), 'events.record', wish)
  const { shop_events: _after, ...after } = await everything(small.shop)
  expect(after).toEqual(before)
})

test('what happened a season ago is forgotten, and what is younger stays', async () => {
  const [ann, bob] = small.neighbours(2) as [string, string]
  await small.shop.ask(ann, 'events.record', batch(told(await small.shop.now())))
  await small.shop.control('POST', 'clock', { advance: 2 * DAY })
  await small.shop.ask(bob, 'events.record', batch(told(await small.shop.now())))
  await small.shop.control('POST', 'clock', { set: (await small.shop.now()) + EVENTS_KEPT - DAY })
  await small.minutes(3)
  expect([await keptOf(ann), (await keptOf(bob)).length]).toEqual([[], 1])
})
