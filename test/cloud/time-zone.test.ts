/** A shop on computers far away from Shanghai: its days and months are the shop's own. */
import type { Coupon } from '@domain/coupons/coupon'
import type { Member } from '@domain/members/member'
import { shopTime, type Instant } from '@domain/time'
import { handOut } from './counter'
import { accountOf, givePoints } from './points-shop'
import { openSmallShop, type SmallShop } from './small-shop'
import { writtenCoupon } from './written'

jest.setTimeout(120_000)

describe.each(['America/New_York', 'Pacific/Kiritimati'])('in %s', (zone) => {
  let small: SmallShop
  beforeAll(async () => {
    small = await openSmallShop({ at: '2028-02-29 23:50', zone })
    small.file.coupons = [writtenCoupon('monthly', { channel: 'monthly' })]
    const [plain, silver, gold] = small.file.memberLevels?.levels ?? []
    const levels = [plain, { ...silver, monthlyCouponId: 'monthly' }, gold]
    small.file.memberLevels = { window: 'this-month', levels: levels as never }
    await givePoints(small)
  })
  afterAll(() => small.shop.close())

  const read = (moment: number) => shopTime(moment as Instant, 'YYYY-MM-DD HH:mm')

  test('29 February ends at its own midnight: signing in, points, level and voucher', async () => {
    const ann = small.neighbour()
    const productId = await small.product({ priceFen: 6000 })
    await handOut(small, await small.buy(ann, small.line(productId)))
    expect((await small.shop.ask(ann, 'points.signIn', {})).streak).toBe(1)
    const { lots, signedOn } = await accountOf(small, ann)
    expect({ signedOn, ends: lots.map(({ expiresAt }) => read(expiresAt)) }).toEqual({
      signedOn: '2028-02-29',
      ends: ['2029-03-01 00:00'],
    })
    await small.minutes(3)
    const levelOf = async () =>
      (await small.shop.documents<Member>('members', { _id: ann }))[0]?.levelId
    const vouchersOf = async () =>
      (await small.shop.documents<Coupon>('coupons', { memberId: ann })).map(({ source }) => source)
    expect([await levelOf(), await vouchersOf()]).toEqual(['silver', ['monthly-2028-02']])

    await small.minutes(8)
    expect(read(await small.shop.now())).toMatch(/^2028-03-01 00:0/)
    // The month's spending begins anew, and with the level goes the voucher.
    expect([await levelOf(), await vouchersOf()]).toEqual(['plain', ['monthly-2028-02']])
    expect((await small.shop.ask(ann, 'points.signIn', {})).streak).toBe(2)
    const { days } = await small.shop.ask(ann, 'points.signs', { month: '2028-03' })
    expect(days.map(({ day }) => day)).toEqual(['2028-03-01'])
  })
})
