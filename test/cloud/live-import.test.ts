/** 直播 in the shop file: read in again before a session, and while it runs. */
import type { Deal } from '@domain/deals/deal'
import { LIVE_REMIND_AHEAD } from '@domain/live/reminder'
import type { LiveSession } from '@domain/live/session'
import type { Message } from '@domain/messages/message'
import { expectNothingChanged } from './books'
import {
  end,
  plannedLive,
  pricing,
  roomOf,
  soldAs,
  start,
  startedLive,
  stocking,
} from './live-shop'
import type { PlannedLive } from './live-shop'
import { faultsOf, openSmallShop, type SmallShop } from './small-shop'
import { writtenLadder } from './written'

jest.setTimeout(120_000)

let small: SmallShop
beforeEach(async () => {
  small = await openSmallShop()
})
afterEach(() => small.shop.close())

/** The first session as the file writes it. */
function written(): NonNullable<SmallShop['file']['live']>[number] {
  const [session] = small.file.live ?? []
  if (!session) throw new Error('The file has no session')
  return session
}

const sellAt = (livePriceFen: number, stock: number): void => {
  const [first] = written().products ?? []
  Object.assign(first as object, { livePriceFen, stock })
}

const dealsOf = ({ liveId }: PlannedLive) => small.shop.documents<Deal>('deals', { liveId })

async function sessionOf({ liveId }: PlannedLive): Promise<LiveSession | undefined> {
  const [session] = await small.shop.documents<LiveSession>('live_sessions', { _id: liveId })
  return session
}

test('the same file again changes nothing, before the session and in it', async () => {
  const live = await plannedLive(small)
  await small.renew()
  await expectNothingChanged(small.shop, async () => {
    await small.renew()
  })
  await start(small, live)
  await expectNothingChanged(small.shop, async () => {
    await small.renew()
  })
})

describe('before it starts, a session follows the file', () => {
  test('in prices, stock and what it sells', async () => {
    const live = await plannedLive(small)
    sellAt(750, 40)
    written().products?.splice(1, 1)
    await small.renew()
    expect(await soldAs(small, live.first)).toMatchObject({ priceFen: 750, stock: 40 })
    expect(await small.stock({ dealId: live.first.dealId })).toMatchObject({ left: 40 })
    expect((await dealsOf(live)).map(({ _id }) => _id).sort()).toEqual(
      [live.first.dealId, live.backup.dealId].sort(),
    )
    const { goods } = await small.shop.ask('ann', 'live.see', { liveId: live.liveId })
    expect(goods).toHaveLength(2)
  })

  test('and keeps its times where the file counts them from its import', async () => {
    const live = await plannedLive(small)
    const before = await sessionOf(live)
    await small.minutes(5)
    await small.renew()
    const { startsAt, endsAt } = (await sessionOf(live)) ?? {}
    expect({ startsAt, endsAt }).toEqual({ startsAt: before?.startsAt, endsAt: before?.endsAt })
    expect((await soldAs(small, live.first)).startsAt).toBe(startsAt)
    expect((await roomOf(small, live.liveId)).dueAt).toBe(startsAt)
  })

  test('also to another day, and reminds of that one', async () => {
    const live = await plannedLive(small)
    await small.shop.ask('ann', 'live.reserve', { liveId: live.liveId })
    written().startsAt = '2027-05-01T20:00+08:00'
    await small.renew()
    const startsAt = Date.parse('2027-05-01T20:00+08:00')
    expect((await sessionOf(live))?.startsAt).toBe(startsAt)
    expect((await soldAs(small, live.first)).startsAt).toBe(startsAt)
    expect((await roomOf(small, live.liveId)).dueAt).toBe(startsAt)
    const remindAt = startsAt - LIVE_REMIND_AHEAD
    const told = await small.shop.documents<Message>('messages', { subject: live.liveId })
    expect(told).toMatchObject([{ sendAt: remindAt, dueAt: remindAt }])
    expect(told[0]?.values.time2).toContain('5月1日')
  })
})

describe('once it has started, a session is run in its cockpit', () => {
  test('and the file changes neither price nor stock nor what it sells', async () => {
    const live = await startedLive(small)
    await small.shop.ask('keeper', 'live.price', pricing(live, live.first, 800))
    await small.shop.ask('keeper', 'live.stock', stocking(live, live.first, 7))
    sellAt(650, 3)
    written().products?.splice(1, 1)
    const before = await roomOf(small, live.liveId)
    await small.renew()
    expect(await soldAs(small, live.first)).toMatchObject({ priceFen: 800, stock: 17 })
    expect(await small.stock({ dealId: live.first.dealId })).toMatchObject({ left: 17 })
    expect(await dealsOf(live)).toHaveLength(3)
    expect(await roomOf(small, live.liveId)).toEqual(before)
  })

  test('also after its end', async () => {
    const live = await startedLive(small)
    await end(small, live)
    await small.renew()
    expect((await roomOf(small, live.liveId)).status).toBe('ended')
    const line = small.joining(live.first)
    const quoted = { lines: [line], delivery: 'pick-up' as const }
    expect(await small.shop.refusal('ann', 'orders.quote', quoted)).toBe('deal_over')
  })
})

describe('goods of a session', () => {
  test('can’t be in a group-buy of the shop at the same time', async () => {
    const live = await plannedLive(small)
    const { groupBuys, ...rest } = small.file
    const ladder = writtenLadder('ladder-x', live.first.productId)
    const faults = await faultsOf(small, { ...rest, groupBuys: [...groupBuys, ladder], live: [] })
    expect(faults).toBe(
      `groupBuys "ladder-x": "${live.first.productId}" is in "${live.first.dealId}", which runs in the shop`,
    )
  })

  test('can’t be in a group-buy that the file does not name any more', async () => {
    const { productId, dealId } = await small.ladder()
    small.file.groupBuys.pop()
    const products = [{ productId, role: 'main', livePriceFen: 900 }]
    const live = { id: 'sunday', title: '周日直播', startsAt: '+30m', lastsMinutes: 60, products }
    expect(await faultsOf(small, { ...small.file, live: [live] })).toBe(
      `live "sunday": "${productId}" is in "${dealId}", which runs in the shop`,
    )
  })
})
