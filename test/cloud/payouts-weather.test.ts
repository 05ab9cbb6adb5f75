/** 提现 while the cloud or WeChat Pay fails: money goes out once, and nothing is lost. */
import {
  askedBy,
  asking,
  decideTransfer,
  earner,
  expectHonestPayouts,
  payableOf,
  payoutsOf,
  transfersTo,
} from './payout-desk'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(240_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterEach(async () => {
  await small.shop.control('POST', 'faults', {})
  await expectHonestPayouts(small)
})
afterAll(() => small.shop.close())

describe('in bad weather', () => {
  test('what WeChat did not take is sent again by the timer', async () => {
    const { openid } = await earner(small)
    await small.shop.control('POST', 'faults', { seed: 1, rates: { 'wechat.before': 1 } })
    const { transfers } = await askedBy(small, openid)
    expect(transfers).toMatchObject([{ status: 'waiting', confirm: null }])
    expect(await transfersTo(small, openid)).toEqual([])
    await small.shop.control('POST', 'faults', {})
    await small.minutes(3)
    expect(await transfersTo(small, openid)).toMatchObject([{ amount: 3000 }])
  })

  test('what WeChat took without our hearing of it is sent once all the same', async () => {
    const { openid, guideId } = await earner(small)
    await small.shop.control('POST', 'faults', { seed: 1, rates: { 'wechat.after': 1 } })
    expect((await askedBy(small, openid)).transfers).toMatchObject([{ status: 'waiting' }])
    const [sent, ...others] = await transfersTo(small, openid)
    expect(others).toEqual([])
    await decideTransfer(small, sent?.outBillNo ?? '', 'confirm')
    await small.shop.control('POST', 'faults', {})
    await small.minutes(3)
    expect(await payoutsOf(small, guideId)).toMatchObject([{ transfers: [{ status: 'paid' }] }])
    expect(await transfersTo(small, openid)).toHaveLength(1)
  })

  test.each(Array.from({ length: 4 }, (_, seed) => seed))(
    'a payout that is cut off anywhere is finished, or never began (seed %d)',
    async (seed) => {
      const { openid, guideId } = await earner(small, 50_000)
      await small.shop.control('POST', 'faults', {
        ...{ seed, rates: { 'function.kill': 0.12, 'database.after': 0.05 } },
      })
      const wish = asking()
      for (let tried = 0; tried < 3; tried += 1) {
        await small.shop.call(openid, 'payouts.ask', wish)
        await small.minutes(1)
      }
      await small.shop.control('POST', 'faults', {})
      await small.minutes(4)
      const { payout } = await small.shop.ask(openid, 'payouts.ask', wish)
      expect(payout.transfers).toMatchObject([
        { status: 'sent' },
        { status: 'sent' },
        { status: 'sent' },
      ])
      expect(await payoutsOf(small, guideId)).toHaveLength(1)
      expect(await transfersTo(small, openid)).toHaveLength(3)
      expect(await payableOf(small, openid)).toBe(0)
    },
  )
})
