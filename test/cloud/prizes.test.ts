/** 奖品: what was won is ordered for nothing, by its winners alone. */
import { randomUUID } from 'node:crypto'
import type { CommissionEntry } from '@domain/commission/entry'
import type { PrizeDeal } from '@domain/live/deal'
import { CLAIM_WINDOW } from '@domain/lottery/lottery'
import { courier } from '../harness/shop'
import { expectNothingChanged, expectPiecesToMatchOrders } from './books'
import { handOut } from './counter'
import { brings, guide, shareCommission } from './guide-shop'
import {
  claimPrize,
  drawnLottery,
  enter,
  enteredBy,
  openedLottery,
  prizeLine,
  seen,
} from './lottery-shop'
import { givePoints } from './points-shop'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(240_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterEach(() => expectPiecesToMatchOrders(small.shop))
afterAll(() => small.shop.close())

async function won() {
  const drawn = await drawnLottery(small)
  const [winner, other] = drawn.winners as [string, string]
  return { ...drawn, winner, other }
}

/** What placing an order for a prize is refused for. */
async function refusal(openid: string, lottery: Parameters<typeof prizeLine>[1]) {
  const placing = small.shop.placingAt(openid, [prizeLine(small, lottery)], 0)
  return small.shop.refusal(openid, 'orders.place', placing)
}

describe('a winner', () => {
  test('orders the prize for nothing, freight included, and it is paid at once', async () => {
    const { lottery, winner } = await won()
    const lines = [prizeLine(small, lottery)]
    const orderId = await small.placeBy(courier(winner), winner, lines)
    const order = await small.order(orderId)
    expect(order).toMatchObject({
      ...{ status: 'paid', payment: { paidFen: 0 }, live: null, couponId: null },
      deal: { kind: 'prize', id: lottery.dealId },
      receipt: { payableFen: 0, freightFen: 0 },
    })
    expect(await seen(small, winner, lottery)).toMatchObject({ hasWon: true, isClaimed: true })
  })

  test('orders it once, however often and however many at once', async () => {
    const { lottery, winner } = await won()
    const place = () => {
      const placing = small.shop.placingAt(winner, [prizeLine(small, lottery)], 0)
      return small.shop.refusal(winner, 'orders.place', placing)
    }
    const tries = await Promise.all(Array.from({ length: 8 }, place))
    expect(tries.filter((code) => code === undefined)).toHaveLength(1)
    // A twin may look just when another one holds both pieces for a moment.
    const refused = tries.filter((code) => code !== undefined)
    expect(['member_limit', 'stock_short']).toEqual(expect.arrayContaining(refused))
    expect(await refusal(winner, lottery)).toBe('member_limit')
  })

  test('may not have two pieces of it', async () => {
    const { lottery, winner } = await won()
    const line = { ...prizeLine(small, lottery), quantity: 2 }
    const placing = small.shop.placingAt(winner, [line], 0)
    expect(await small.shop.refusal(winner, 'orders.place', placing)).toBe('member_limit')
  })

  test('who gives it back can have it again: it stays theirs', async () => {
    const { lottery, winner } = await won()
    const orderId = await claimPrize(small, winner, lottery)
    expect(await small.refund(winner, orderId)).toHaveProperty('result')
    await small.minutes(2)
    expect(await seen(small, winner, lottery)).toMatchObject({ hasWon: true, isClaimed: false })
    expect(await small.stock({ dealId: lottery.dealId })).toMatchObject({ left: 2, sold: 0 })
    await claimPrize(small, winner, lottery)
    expect(await seen(small, winner, lottery)).toMatchObject({ isClaimed: true })
  })

  test('has some days for it, and then no more', async () => {
    const { lottery, winner } = await won()
    const deal = await small.deal<PrizeDeal>(lottery.dealId)
    expect(deal.endsAt).toBe((await small.shop.now()) + CLAIM_WINDOW)
    await small.shop.passTo(deal.endsAt - 1)
    await claimPrize(small, winner, lottery)
    const late = await won()
    await small.shop.passTo((await small.deal<PrizeDeal>(late.lottery.dealId)).endsAt)
    expect(await refusal(late.winner, late.lottery)).toBe('deal_over')
  })
})

describe('whoever else', () => {
  test('entered and did not win, or never entered, is refused the prize', async () => {
    const { lottery, losers } = await won()
    await expectNothingChanged(small.shop, async () => {
      for (const openid of [...losers, small.neighbour()]) {
        expect(await refusal(openid, lottery)).toBe('prize_unwon')
      }
    })
  })

  test('would have it before the draw is refused, whoever wins later', async () => {
    const { lottery, entered } = await enteredBy(small, 3)
    for (const { openid } of entered) expect(await refusal(openid, lottery)).toBe('prize_unwon')
  })

  test('names another price or the shelf’s goods with it is refused', async () => {
    const { lottery, winner, live } = await won()
    const line = prizeLine(small, lottery)
    const placing = small.shop.placingAt(winner, [line], 1)
    expect(await small.shop.refusal(winner, 'orders.place', placing)).toBe('price_changed')
    const other = {
      ...line,
      productId: live.first.productId,
      skuId: live.first.productId,
    } as typeof line
    const swapped = small.shop.placingAt(winner, [other], 0)
    expect(await small.shop.refusal(winner, 'orders.place', swapped)).toBe('product_unknown')
  })
})

test('a prize earns nobody anything: no commission, no points, and no session its sale', async () => {
  await shareCommission(small, { freezeDaysAfterReceipt: 0 })
  await givePoints(small)
  const { openid: guideId } = await guide(small)
  const { live, lottery: open } = await openedLottery(small)
  const ann = small.neighbour()
  await brings(small, guideId, ann)
  await enter(small, ann, open)
  await small.shop.passTo(open.closesAt + 60_000)
  const wish = { requestId: randomUUID(), lotteryId: open._id }
  const { lottery } = await small.shop.ask('keeper', 'lottery.draw', wish)
  const placing = small.shop.placingAt(ann, [prizeLine(small, lottery)], 0)
  const { orderId } = await small.shop.ask(ann, 'orders.place', { ...placing, liveId: live.liveId })
  await handOut(small, orderId)
  await small.minutes(3)
  const posted = await small.shop.documents<CommissionEntry>('commission_entries', {
    'source.orderId': orderId,
  })
  expect(posted.filter(({ amountFen }) => amountFen !== 0)).toEqual([])
  expect((await small.order(orderId)).live).toBeNull()
  expect(await small.shop.ask(ann, 'points.see', {})).toMatchObject({ account: { available: 0 } })
  const { review } = await small.shop.ask('keeper', 'live.recount', { liveId: live.liveId })
  expect(review.figures).toMatchObject({
    ...{ gmvFen: 0, orders: 0, lotteries: [{ entries: 1, prizes: 2, claimed: 1 }] },
  })
})
