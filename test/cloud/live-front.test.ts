/** 直播 on the first page: the one session that matters now. */
import type { LiveBrief } from '@domain/live/contract'
import { end, plannedLive, start, type PlannedLive } from './live-shop'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(120_000)

let small: SmallShop

beforeAll(async () => {
  small = await openSmallShop()
})
afterAll(() => small.shop.close())

const front = async (): Promise<LiveBrief | null> => {
  const { live } = await small.shop.ask('ann', 'catalog.home', {})
  return live
}

let first: PlannedLive
let second: PlannedLive

test('a shop without sessions has none there', async () => {
  expect(await front()).toBeNull()
})

test('of the sessions to come, the soonest is there, as the list has it', async () => {
  second = await plannedLive(small, { startsAt: '+1d' })
  first = await plannedLive(small)
  const { sessions } = await small.shop.ask('ann', 'live.list', {})
  expect(await front()).toEqual(sessions[0])
  expect(await front()).toMatchObject({ _id: first.liveId, status: 'planned', products: 3 })
})

test('one that runs stands before those to come', async () => {
  await small.shop.pass('20 minutes')
  await start(small, first)
  expect(await front()).toMatchObject({ _id: first.liveId, status: 'live' })
})

test('once it is over, the next one is there', async () => {
  await end(small, first)
  expect(await front()).toMatchObject({ _id: second.liveId, status: 'planned' })
})

test('with none to come, the last one can be looked back at for two days', async () => {
  await small.shop.pass('1 day')
  await end(small, second)
  expect(await front()).toMatchObject({ _id: second.liveId, status: 'ended' })
  await small.shop.pass('3 days')
  expect(await front()).toBeNull()
})
