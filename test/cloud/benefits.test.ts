/** What levels bring: a voucher each month, a gift for reaching one. */
import type { Coupon } from '@domain/coupons/coupon'
import type { Member } from '@domain/members/member'
import { askBack, approve, receive, ship } from './counter'
import { openSmallShop, type SmallShop } from './small-shop'
import { writtenCoupon } from './written'

jest.setTimeout(300_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop({ at: '2027-12-30 10:00' })
  small.file.coupons = [
    writtenCoupon('monthly-silver', { channel: 'monthly', total: 1000 }),
    writtenCoupon('monthly-gold', { channel: 'monthly', total: 1000 }),
    writtenCoupon('gift-gold', { channel: 'level-up' }),
  ]
  const [plain, silver, gold] = small.file.memberLevels?.levels ?? []
  small.file.memberLevels = {
    window: 'all-time',
    levels: [
      plain,
      { ...silver, monthlyCouponId: 'monthly-silver' },
      { ...gold, monthlyCouponId: 'monthly-gold', giftCouponId: 'gift-gold' },
    ] as never,
  }
  await small.renew()
})
afterEach(() => small.shop.control('POST', 'faults', {}))
afterAll(() => small.shop.close())

/** Buys for so much, and gets it. */
async function received(openid: string, priceFen: number) {
  const orderId = await small.buySent(openid, small.line(await small.product({ priceFen })))
  await ship(small, orderId)
  await receive(small, openid, orderId)
  return orderId
}

/** What somebody was given, as `coupon for what`, in the order of time. */
async function given(openid: string): Promise<string[]> {
  const coupons = await small.shop.documents<Coupon>('coupons', { memberId: openid })
  return coupons
    .sort((one, other) => one.claimedAt - other.claimedAt || (one.source < other.source ? -1 : 1))
    .map(({ templateId, source }) => `${templateId} for ${source}`)
}

const member = async (openid: string) =>
  (await small.shop.documents<Member>('members', { _id: openid }))[0]

/** Brings the clock to a moment in the shop's time. */
const until = (text: string) => small.shop.passTo(Date.parse(`${text.replace(' ', 'T')}:00+08:00`))

test('a voucher comes once a month, over the new year and the 29th of February', async () => {
  const ann = small.neighbour()
  await received(ann, 6000)
  await small.minutes(3)
  const december = ['monthly-silver for monthly-2027-12']
  expect(await given(ann)).toEqual(december)
  await until('2027-12-31 23:59')
  expect(await given(ann)).toEqual(december)
  await until('2028-01-01 00:01')
  const january = [...december, 'monthly-silver for monthly-2028-01']
  expect(await given(ann)).toEqual(january)
  await until('2028-01-31 23:59')
  expect(await given(ann)).toEqual(january)
  await until('2028-02-01 00:01')
  const february = [...january, 'monthly-silver for monthly-2028-02']
  expect(await given(ann)).toEqual(february)
  await until('2028-02-29 23:59')
  expect(await given(ann)).toEqual(february)
  await until('2028-03-01 00:01')
  expect(await given(ann)).toEqual([...february, 'monthly-silver for monthly-2028-03'])
})

test('who rises within a month has the voucher of the level on which they first stood', async () => {
  const ann = small.neighbour()
  await received(ann, 6000)
  await small.minutes(2)
  await received(ann, 20_000)
  await small.minutes(2)
  expect(await given(ann)).toEqual([
    'monthly-silver for monthly-2028-03',
    'gift-gold for level-gold',
  ])
  expect((await member(ann))?.levelId).toBe('gold')
  await until('2028-04-01 00:01')
  expect((await given(ann)).at(-1)).toBe('monthly-gold for monthly-2028-04')
})

test('who rises from nothing has the voucher of the new level at once', async () => {
  const ann = small.neighbour()
  await received(ann, 25_000)
  await small.minutes(2)
  expect((await given(ann)).sort()).toEqual([
    'gift-gold for level-gold',
    'monthly-gold for monthly-2028-04',
  ])
})

test('who falls and rises again has no second gift, and no second voucher', async () => {
  const ann = small.neighbour()
  const productId = await small.product({ priceFen: 10_000 })
  const orderId = await small.buySent(ann, small.line(productId, 2))
  await ship(small, orderId)
  await receive(small, ann, orderId)
  await small.minutes(2)
  const before = await given(ann)
  expect(before).toHaveLength(2)
  await approve(small, orderId, await askBack(small, ann, orderId, [0, 2]))
  await small.minutes(2)
  expect((await member(ann))?.levelId).toBe('plain')
  await received(ann, 30_000)
  await small.minutes(2)
  expect((await member(ann))?.levelId).toBe('gold')
  expect(await given(ann)).toEqual(before)
})

test('who is not on a level with a voucher has none, however many months pass', async () => {
  const ann = small.neighbour()
  await received(ann, 1000)
  await until('2028-05-01 00:01')
  expect(await given(ann)).toEqual([])
})

test('a timer that is killed again and again gives each voucher once', async () => {
  const neighbours = small.neighbours(5)
  for (const openid of neighbours) await received(openid, 6000)
  await small.minutes(2)
  await until('2028-05-31 23:58')
  await small.shop.control('POST', 'faults', { seed: 3, rates: { 'function.kill': 0.05 } })
  await small.minutes(8)
  await small.shop.control('POST', 'faults', {})
  // Pieces that were held by who was killed come back after five minutes.
  await small.minutes(7)
  for (const openid of neighbours) {
    const all = await given(openid)
    expect(all.filter((one) => one.endsWith('monthly-2028-06'))).toHaveLength(1)
    expect(new Set(all).size).toBe(all.length)
  }
})

test('a voucher of which none is left comes the day after there is one again', async () => {
  const total = (coupons: number) => {
    small.file.coupons = small.file.coupons.map((one) =>
      one.id === 'monthly-silver' ? { ...one, total: coupons } : one,
    )
    return small.renew()
  }
  const issued = await small.shop.documents('coupons', { templateId: 'monthly-silver' })
  await total(issued.length)
  const ann = small.neighbour()
  await received(ann, 6000)
  await small.minutes(3)
  expect(await given(ann)).toEqual([])
  await total(1000)
  await small.minutes(3)
  expect(await given(ann)).toEqual([])
  await until('2028-06-02 00:01')
  expect(await given(ann)).toEqual(['monthly-silver for monthly-2028-06'])
})

test('a level whose voucher is new is given from the next look on', async () => {
  const ann = small.neighbour()
  await received(ann, 1000)
  small.file.coupons.push(writtenCoupon('monthly-plain', { channel: 'monthly', total: 1000 }))
  const [plain, ...others] = small.file.memberLevels?.levels ?? []
  small.file.memberLevels = {
    window: 'all-time',
    levels: [{ ...plain, monthlyCouponId: 'monthly-plain' }, ...others] as never,
  }
  await small.renew()
  await small.minutes(3)
  expect(await given(ann)).toEqual(['monthly-plain for monthly-2028-06'])
})
