/** 提现: how payable commission gets to a guide, and what happens where it does not. */
import { randomUUID } from 'node:crypto'
import { approve, askBack } from './counter'
import { earning, guide, placeOf, sale, shareCommission } from './guide-shop'
import { handOut } from './counter'
import {
  askedBy,
  asking,
  checked,
  decideTransfer,
  earner,
  expectHonestPayouts,
  ledgerOf,
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
  await small.shop.control('POST', 'settings', { transfers: 'accept' })
  await expectHonestPayouts(small)
})
afterAll(() => small.shop.close())

describe('a payout', () => {
  test('goes out of the ledger and waits for the guide, as WeChat wants it', async () => {
    const { openid, guideId } = await earner(small, 3000)
    const payout = await askedBy(small, openid)
    const [transfer] = await transfersTo(small, openid)
    expect(payout).toMatchObject({ amountFen: 3000, paidFen: 0, backFen: 0, endedAt: null })
    expect(payout.transfers).toMatchObject([
      {
        ...{ amountFen: 3000, status: 'sent', reason: '' },
        confirmBefore: (await small.shop.now()) + 24 * 3_600_000,
        confirm: { mchId: '1900000109', packageInfo: transfer?.packageInfo },
      },
    ])
    expect(transfer).toMatchObject({
      ...{ amount: 3000, state: 'WAIT_USER_CONFIRM', remark: '导购佣金' },
      reports: { 岗位类型: '导购', 报酬说明: '推广商品的佣金' },
    })
    expect(await ledgerOf(small, guideId)).toEqual([
      ['share', 3000],
      ['payout', -3000],
    ])
    expect(await payableOf(small, openid)).toBe(0)
  })

  test('that was confirmed is over, and the guide sees it at once', async () => {
    const { openid, guideId } = await earner(small)
    const { id, transfers } = await askedBy(small, openid)
    await decideTransfer(small, transfers[0]?.no ?? '', 'confirm')
    const now = await small.shop.now()
    expect(await checked(small, openid, id)).toMatchObject({
      ...{ paidFen: 3000, backFen: 0, endedAt: now },
      transfers: [{ status: 'paid', confirm: null, confirmBefore: null }],
    })
    expect((await placeOf(small, guideId)).payout).toBeNull()
    const { sums } = await small.shop.ask(openid, 'guides.desk', {})
    expect(sums).toMatchObject({ payableFen: 0, paidOutFen: 3000 })
  })

  test('is noticed as confirmed by the timer, where nobody asks', async () => {
    const { openid, guideId } = await earner(small)
    const { transfers } = await askedBy(small, openid)
    await decideTransfer(small, transfers[0]?.no ?? '', 'confirm')
    await small.minutes(6)
    expect(await payoutsOf(small, guideId)).toMatchObject([{ transfers: [{ status: 'paid' }] }])
    expect((await placeOf(small, guideId)).payout).toBeNull()
  })

  test('that nobody confirmed is payable again after a day', async () => {
    const { openid, guideId } = await earner(small)
    const { id } = await askedBy(small, openid)
    await small.shop.pass('23 hours')
    expect(await payableOf(small, openid)).toBe(0)
    await small.shop.pass('65 minutes')
    expect(await checked(small, openid, id)).toMatchObject({
      ...{ paidFen: 0, backFen: 3000 },
      transfers: [{ status: 'lapsed', reason: 'OVERDUE_CLOSE' }],
    })
    expect(await ledgerOf(small, guideId)).toEqual([
      ['share', 3000],
      ['payout', -3000],
      ['payout-back', 3000],
    ])
    expect(await payableOf(small, openid)).toBe(3000)
    expect((await askedBy(small, openid)).transfers).toMatchObject([{ status: 'sent' }])
  })

  test('that WeChat can’t pay is payable again, with the reason', async () => {
    const { openid } = await earner(small)
    const { id, transfers } = await askedBy(small, openid)
    await decideTransfer(small, transfers[0]?.no ?? '', 'fail')
    expect(await checked(small, openid, id)).toMatchObject({
      ...{ paidFen: 0, backFen: 3000 },
      transfers: [{ status: 'failed', reason: 'ACCOUNT_FROZEN' }],
    })
    expect(await payableOf(small, openid)).toBe(3000)
  })

  test('comes back whole where the shop’s account is empty', async () => {
    const { openid, guideId } = await earner(small)
    await small.shop.control('POST', 'settings', { transfers: 'refuse' })
    const payout = await askedBy(small, openid)
    expect(payout).toMatchObject({
      backFen: 3000,
      transfers: [{ status: 'failed', reason: 'NOT_ENOUGH' }],
    })
    expect(payout.endedAt).not.toBeNull()
    expect(await payableOf(small, openid)).toBe(3000)
    expect((await placeOf(small, guideId)).payout).toBeNull()
  })

  test('of a large sum is several transfers, and each has an end of its own', async () => {
    const { openid, guideId } = await earner(small, 50_010)
    const { id, transfers } = await askedBy(small, openid)
    expect(transfers.map(({ amountFen }) => amountFen)).toEqual([20_000, 20_000, 10_010])
    for (const [index, outcome] of (['confirm', 'lapse', 'fail'] as const).entries()) {
      expect((await placeOf(small, guideId)).payout?.id).toBe(id)
      await decideTransfer(small, transfers[index]?.no ?? '', outcome)
      await checked(small, openid, id)
    }
    expect(await checked(small, openid, id)).toMatchObject({ paidFen: 20_000, backFen: 30_010 })
    expect(await payableOf(small, openid)).toBe(30_010)
    expect((await placeOf(small, guideId)).payout).toBeNull()
  })

  test('may be for less, and never for more than there is', async () => {
    const { openid } = await earner(small, 3000)
    const refusal = (amountFen: number) =>
      small.shop.refusal(openid, 'payouts.ask', asking(amountFen))
    expect(await refusal(29)).toBe('payable_short')
    expect(await refusal(3001)).toBe('payable_short')
    expect((await askedBy(small, openid, 1000)).amountFen).toBe(1000)
    expect(await payableOf(small, openid)).toBe(2000)
  })

  test('takes along as much as one payout may', async () => {
    const { openid } = await earner(small, 500_000)
    expect((await askedBy(small, openid)).amountFen).toBe(400_000)
    expect(await payableOf(small, openid)).toBe(100_000)
  })

  test('is not begun before the last one is over', async () => {
    const { openid } = await earner(small, 3000)
    const { transfers } = await askedBy(small, openid, 1000)
    expect(await small.shop.refusal(openid, 'payouts.ask', asking(1000))).toBe('payout_underway')
    await decideTransfer(small, transfers[0]?.no ?? '', 'confirm')
    await small.minutes(6)
    expect((await askedBy(small, openid, 1000)).transfers).toMatchObject([{ status: 'sent' }])
  })

  test('is begun once by ten wishes at the same time', async () => {
    const { openid, guideId } = await earner(small, 3000)
    const ask = () => small.shop.refusal(openid, 'payouts.ask', asking(1000))
    const refusals = await Promise.all(Array.from({ length: 10 }, ask))
    expect(refusals.filter((code) => code === undefined)).toHaveLength(1)
    expect(refusals.filter((code) => code === 'payout_underway')).toHaveLength(9)
    expect(await payoutsOf(small, guideId)).toHaveLength(1)
  })

  test('is one wish: the same request id with another sum is refused', async () => {
    const { openid } = await earner(small, 3000)
    const wish = asking(1000)
    await small.shop.ask(openid, 'payouts.ask', wish)
    const other = { ...asking(2000), requestId: wish.requestId }
    expect(await small.shop.refusal(openid, 'payouts.ask', other)).toBe('request_reused')
  })
})

describe('whose a payout is', () => {
  test('the guide’s alone: others do not even learn that it is there', async () => {
    const [mei, ning] = [await earner(small), await guide(small)]
    const { id } = await askedBy(small, mei.openid)
    const asked = { payoutId: id }
    expect(await small.shop.refusal(ning.openid, 'payouts.check', asked)).toBe('payout_unknown')
    expect(await small.shop.refusal(small.neighbour(), 'payouts.check', asked)).toBe(
      'guide_missing',
    )
    expect((await small.shop.ask(ning.openid, 'payouts.list', {})).payouts).toEqual([])
  })

  test('who is no guide has nothing to ask for', async () => {
    const stranger = small.neighbour()
    expect(await small.shop.refusal(stranger, 'payouts.ask', asking())).toBe('guide_missing')
    expect(await small.shop.refusal(stranger, 'payouts.list', {})).toBe('guide_missing')
  })

  test('who left keeps what was earned', async () => {
    const { openid, guideId } = await earner(small)
    const leaving = { requestId: randomUUID(), guideId, isActive: false, reason: '离职了' }
    await small.shop.ask('keeper', 'guides.activate', leaving)
    expect((await askedBy(small, openid)).transfers).toMatchObject([{ status: 'sent' }])
  })
})

describe('money that was paid out and has to be taken back', () => {
  test('is a debt that everybody sees, and the next commission pays it', async () => {
    const sold = await earning(small, 100_000)
    const { openid, guideId, buyer, orderId } = sold
    const { id, transfers } = await askedBy(small, openid)
    await decideTransfer(small, transfers[0]?.no ?? '', 'confirm')
    await checked(small, openid, id)
    await approve(small, orderId, await askBack(small, buyer, orderId, [0, 1]))
    expect(await payableOf(small, openid)).toBe(-3000)
    const { sums } = await small.shop.ask(openid, 'guides.desk', {})
    expect(sums).toMatchObject({ payableFen: -3000, paidOutFen: 3000 })
    expect(await small.shop.refusal(openid, 'payouts.ask', asking())).toBe('payable_short')
    const productId = await small.product({ priceFen: 150_000 })
    const next = await small.buy(buyer, small.line(productId))
    await handOut(small, next)
    expect(await payableOf(small, openid)).toBe(1500)
    expect(await askedBy(small, openid)).toMatchObject({ amountFen: 1500 })
    expect((await ledgerOf(small, guideId)).map(([kind]) => kind)).toEqual([
      ...['share', 'payout', 'change', 'share', 'payout'],
    ])
  })

  test('is not sent in the first place while it is frozen', async () => {
    await shareCommission(small, { freezeDaysAfterReceipt: 7 })
    const { openid, orderId } = await sale(small, 100_000)
    await handOut(small, orderId)
    expect(await small.shop.refusal(openid, 'payouts.ask', asking())).toBe('payable_short')
    await small.shop.pass('7 days')
    expect(await askedBy(small, openid)).toMatchObject({ amountFen: 3000 })
  })
})

test('the list goes back payout by payout', async () => {
  const { openid } = await earner(small, 30_000)
  for (let count = 0; count < 21; count += 1) {
    const { id, transfers } = await askedBy(small, openid, 1000)
    await decideTransfer(small, transfers[0]?.no ?? '', 'confirm')
    await checked(small, openid, id)
    await small.shop.pass('1 second')
  }
  const first = await small.shop.ask(openid, 'payouts.list', {})
  expect(first).toMatchObject({ payableFen: 9000, hasMore: true })
  expect(first.payouts).toHaveLength(20)
  const before = first.payouts.at(-1)?.askedAt
  const rest = await small.shop.ask(openid, 'payouts.list', before ? { before } : {})
  expect(rest).toMatchObject({ hasMore: false })
  expect(rest.payouts).toHaveLength(1)
})
