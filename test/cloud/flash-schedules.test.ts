/** 秒杀: sessions that come again, prepared by the timer across days, weeks and months. */
import { shopTime } from '@domain/time'
import { expectNothingChanged, expectPiecesToMatchOrders } from './books'
import { openSmallShop, type SmallShop } from './small-shop'
import { writtenProduct, writtenSale } from './written'

jest.setTimeout(180_000)

let small: SmallShop
beforeEach(async () => {
  // A Tuesday, an hour before the last day of a month that has 31.
  small = await openSmallShop({ at: '2027-03-30 23:00' })
})
afterEach(async () => {
  await small.shop.control('POST', 'faults', {})
  await expectPiecesToMatchOrders(small.shop)
  await small.shop.close()
})

/** The sessions that were made so far, as the shop's clock has them. */
async function sessionsOf(saleId: string): Promise<string[]> {
  const sessions = await small.sessions(saleId)
  return sessions.map(({ startsAt, endsAt }) =>
    [shopTime(startsAt, 'M-D HH:mm'), shopTime(endsAt, 'HH:mm')].join(' to '),
  )
}

const passDays = async (days: number) => {
  for (let day = 0; day < days; day += 1) {
    await small.shop.control('POST', 'clock', { advance: 24 * 3_600_000 })
    // A long way has no tick for each minute: one more brings all that is due.
    await small.minutes(1)
  }
}

/** Whether a piece can be had in the session that runs now. */
const isOnSale = async (saleId: string, productId: string) => {
  const now = await small.shop.now()
  const sessions = await small.sessions(saleId)
  const running = sessions.find(({ startsAt, endsAt }) => startsAt <= now && now < endsAt)
  if (!running) return false
  const lines = [small.joining({ dealId: running._id, productId })]
  const quoted = { lines, delivery: 'pick-up' as const }
  return (await small.shop.refusal('ann', 'orders.quote', quoted)) === undefined
}

test('every day: the session that runs and the next one are there, also past midnight', async () => {
  const repeats = { every: 'day' as const, at: '22:30', lasts: '3h' }
  const { saleId, productId } = await small.flash({ repeats })
  expect(await sessionsOf(saleId)).toEqual(['3-30 22:30 to 01:30', '3-31 22:30 to 01:30'])
  expect(await isOnSale(saleId, productId)).toBe(true)
  await small.shop.pass('2 hours')
  expect(await isOnSale(saleId, productId)).toBe(true)
  await small.shop.pass('30 minutes')
  expect(await isOnSale(saleId, productId)).toBe(false)
  await small.shop.pass('21 hours')
  await small.minutes(1)
  expect(await isOnSale(saleId, productId)).toBe(true)
  expect(await sessionsOf(saleId)).toEqual([
    ...['3-30 22:30 to 01:30', '3-31 22:30 to 01:30', '4-1 22:30 to 01:30'],
  ])
})

test('every Friday and Wednesday: the days between have none', async () => {
  const repeats = { every: 'week' as const, on: ['wed', 'fri'], at: '20:00', lasts: '2h' } as const
  const { saleId } = await small.flash({ repeats: repeats as never })
  expect(await sessionsOf(saleId)).toEqual(['3-31 20:00 to 22:00'])
  await passDays(1)
  expect(await sessionsOf(saleId)).toEqual(['3-31 20:00 to 22:00', '4-2 20:00 to 22:00'])
  await passDays(2)
  expect((await sessionsOf(saleId)).at(-1)).toBe('4-7 20:00 to 22:00')
})

test('every 31st: months without one are passed over', async () => {
  const repeats = { every: 'month' as const, on: [31], at: '00:00', lasts: '24h' }
  const { saleId, productId } = await small.flash({ repeats })
  expect(await sessionsOf(saleId)).toEqual(['3-31 00:00 to 00:00'])
  expect(await isOnSale(saleId, productId)).toBe(false)
  await small.shop.pass('1 hour')
  expect(await isOnSale(saleId, productId)).toBe(true)
  await small.minutes(1)
  expect(await sessionsOf(saleId)).toEqual(['3-31 00:00 to 00:00', '5-31 00:00 to 00:00'])
})

test('each session has its own stock and its own limit for a member', async () => {
  const repeats = { every: 'day' as const, at: '22:30', lasts: '3h' }
  const { saleId, productId } = await small.flash({ repeats, stock: 1, perMember: 1 })
  const [today, tomorrow] = await small.sessions(saleId)
  const goal = { productId, dealId: today?._id ?? '' }
  await small.buy('ann', small.joining(goal))
  const again = small.shop.placingAt('ann', [small.joining(goal)], 500)
  expect(await small.shop.refusal('ann', 'orders.place', again)).toMatch(/stock_short|member_limit/)
  await passDays(1)
  await small.buy('ann', small.joining({ productId, dealId: tomorrow?._id ?? '' }))
  expect(await small.stock({ dealId: goal.dealId })).toMatchObject({ left: 0, sold: 1 })
})

describe('sessions are never made twice', () => {
  const repeats = { every: 'day' as const, at: '22:30', lasts: '3h' }

  test('by importing the file again, or by more ticks', async () => {
    const { saleId, dealId, productId } = await small.flash({ repeats, stock: 5 })
    await small.buy('ann', small.joining({ dealId, productId }))
    await small.renew()
    await expectNothingChanged(small.shop, async () => {
      await small.renew()
      await small.minutes(3)
    })
    expect(await sessionsOf(saleId)).toHaveLength(2)
    expect(await small.stock({ dealId })).toMatchObject({ left: 4, held: 1 })
  })

  test('by a timer that is killed while it makes them', async () => {
    const productIds = Array.from({ length: 6 }, () => small.fresh('fruit'))
    small.file.products.push(...productIds.map((id) => writtenProduct(id)))
    small.file.flashSales.push(writtenSale('daily', productIds, { repeats, stock: 160 }))
    await small.renew()
    await small.shop.pass('23 hours')
    await small.shop.control('POST', 'faults', { seed: 5, rates: { 'function.kill': 0.1 } })
    await small.minutes(40)
    const log = await small.shop.control<{ function: string; ok: boolean }[]>('GET', 'log?limit=60')
    expect(log.some((entry) => entry.function === 'timer' && !entry.ok)).toBe(true)
    await small.shop.control('POST', 'faults', {})
    await small.minutes(3)
    const deals = await small.sessions('daily')
    expect(deals).toHaveLength(6 * 3)
    for (const { _id } of deals) expect((await small.stock({ dealId: _id })).left).toBe(160)
  })
})

test('a SKU that is in another deal at the time is left out, the others are there', async () => {
  const { dealId, productId } = await small.team()
  const other = await small.product()
  // The file no longer names the team group-buy, but it still runs in the shop.
  small.file.groupBuys.splice(0)
  small.file.flashSales.push(writtenSale('beside', [productId, other]))
  await small.renew()
  expect((await small.sessions('beside')).map((deal) => deal.productId)).toEqual([other])
  expect((await small.deal(dealId)).productId).toBe(productId)
})
