/** 秒杀: a session from before its start until it is sold out. */
import { randomUUID } from 'node:crypto'
import type { FlashSession } from '@domain/flashsale/contract'
import type { SaleId } from '@domain/ids'
import type { Instant } from '@domain/time'
import { expectPiecesToMatchOrders } from './books'
import { receive, ship } from './counter'
import { openSmallShop, type Line, type SmallShop } from './small-shop'

jest.setTimeout(180_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterEach(() => expectPiecesToMatchOrders(small.shop))
afterAll(() => small.shop.close())

/** What a member sees of a flash sale. */
async function seen(openid: string, saleId: string): Promise<FlashSession[]> {
  const { sessions } = await small.shop.ask(openid, 'flashsale.see', {})
  return sessions.filter((session) => session.saleId === (saleId as SaleId))
}

/** Somebody who received goods worth so much. */
async function customerOf(fen: number): Promise<string> {
  const openid = small.neighbour()
  const productId = await small.product({ priceFen: fen })
  const orderId = await small.buySent(openid, small.line(productId))
  await ship(small, orderId)
  await receive(small, openid, orderId)
  return openid
}

const place = async (openid: string, line: Line, payableFen = 500) => {
  const placing = small.shop.placingAt(openid, [line], payableFen)
  const answer = await small.shop.call(openid, 'orders.place', placing)
  return 'error' in answer ? answer.error.code : answer.result
}

const placedIn = (answers: readonly unknown[]) =>
  answers.filter((answer) => typeof answer === 'object').length

describe('a session', () => {
  test('can be seen before it starts, and bought in from its very second on', async () => {
    const goal = await small.flash({ startsAt: '+5m', endsAt: '+1h', stock: 7 })
    const [session] = await seen('passer-by', goal.saleId)
    expect(session?.items).toMatchObject([{ left: 7, deal: { priceFen: 500 } }])
    const lines = [small.joining(goal)]
    const quoted = { lines, delivery: 'pick-up' } as const
    await small.shop.passTo((session?.startsAt ?? 0) - 1000)
    expect(await small.shop.refusal('ann', 'orders.quote', quoted)).toBe('deal_unstarted')
    await small.shop.passTo(session?.startsAt ?? 0)
    const { receipt } = await small.shop.ask('ann', 'orders.quote', quoted)
    expect(receipt.payableFen).toBe(500)
    await small.shop.passTo((session?.endsAt ?? 0) - 1000)
    expect(await small.shop.refusal('ann', 'orders.quote', quoted)).toBeUndefined()
    await small.shop.passTo(session?.endsAt ?? 0)
    expect(await small.shop.refusal('ann', 'orders.quote', quoted)).toBe('deal_over')
    expect(await seen('ann', goal.saleId)).toEqual([])
  })

  test('says at once when it is sold out, to everybody beyond the last piece', async () => {
    const goal = await small.flash({ stock: 3 })
    const answers = await Promise.all(
      small.neighbours(12).map((openid) => place(openid, small.joining(goal))),
    )
    expect(placedIn(answers)).toBe(3)
    const others = answers.filter((answer) => typeof answer === 'string')
    expect(new Set(others)).toEqual(new Set(['stock_short']))
    expect((await seen('ann', goal.saleId))[0]?.items[0]?.left).toBe(0)
    const quoted = { lines: [small.joining(goal)], delivery: 'pick-up' as const }
    expect(await small.shop.refusal('ann', 'orders.quote', quoted)).toBe('stock_short')
  })

  test('keeps the limit of a member who orders eight times in the same moment', async () => {
    const goal = await small.flash({ perMember: 2 })
    const ann = small.neighbour()
    const wishes = Array.from({ length: 8 }, () => place(ann, small.joining(goal)))
    const answers = await Promise.all(wishes)
    expect(placedIn(answers)).toBe(2)
    expect(new Set(answers.filter((answer) => typeof answer === 'string'))).toEqual(
      new Set(['member_limit']),
    )
    expect(await small.stock({ dealId: goal.dealId })).toMatchObject({ left: 8, held: 2 })
  })

  test('holds a piece for as many minutes as it says, then the next one has it', async () => {
    const goal = await small.flash({ stock: 1, payMinutes: 10 })
    const [ann, bo] = small.neighbours(2) as [string, string]
    const orderId = await small.place(ann, small.joining(goal))
    const { placedAt, payBefore } = await small.order(orderId)
    expect(payBefore - placedAt).toBe(10 * 60_000)
    await small.shop.passTo(payBefore - 1000)
    await small.shop.ask(ann, 'orders.pay', { orderId })
    expect(await place(bo, small.joining(goal))).toBe('stock_short')
    await small.shop.passTo(payBefore)
    expect(await small.shop.refusal(ann, 'orders.pay', { orderId })).toBe('order_cannot')
    await small.minutes(1)
    expect((await small.order(orderId)).status).toBe('expired')
    const second = await small.buy(bo, small.joining(goal))
    expect((await small.order(second)).status).toBe('paid')
  })

  test('can be paid after its end by who ordered before it', async () => {
    const goal = await small.flash({ endsAt: '+2m' })
    const ann = small.neighbour()
    const orderId = await small.place(ann, small.joining(goal))
    await small.minutes(3)
    await small.paid(ann, orderId)
    expect((await small.order(orderId)).status).toBe('paid')
  })

  test('has a stock of its own: the shelf is not touched', async () => {
    const goal = await small.flash({ stock: 2 })
    const { productId } = goal
    await small.buy(small.neighbour(), small.joining(goal))
    const left = await small.stock({ skuId: productId, dealId: null })
    expect(left).toMatchObject({ left: 100, held: 0 })
    const { product, deals } = await small.shop.ask('ann', 'catalog.see', {
      productId: productId as never,
    })
    expect(product.skus).toMatchObject([{ left: 100, priceFen: 1000 }])
    expect(deals.flash).toMatchObject([{ left: 1, deal: { priceFen: 500 } }])
  })
})

describe('who may buy', () => {
  test('is everybody from a level on, and the level comes from what was received', async () => {
    const goal = await small.flash({ audience: 'level:silver' })
    const [stranger, silver, gold] = [
      small.neighbour(),
      await customerOf(5000),
      await customerOf(20_000),
    ]
    expect(await place(stranger, small.joining(goal))).toBe('audience_other')
    expect((await seen(stranger, goal.saleId))[0]?.audience).toEqual({
      ...{ kind: 'level', name: 'silver', isIn: false },
    })
    expect((await seen(silver, goal.saleId))[0]?.audience.isIn).toBe(true)
    expect(placedIn([await place(silver, small.joining(goal))])).toBe(1)
    expect(placedIn([await place(gold, small.joining(goal))])).toBe(1)
  })

  test('is a segment: those who spend little on the average', async () => {
    const goal = await small.flash({ audience: 'segment:thrifty' })
    const [stranger, little, much] = [
      small.neighbour(),
      await customerOf(2900),
      await customerOf(3000),
    ]
    expect(placedIn([await place(stranger, small.joining(goal))])).toBe(1)
    expect(placedIn([await place(little, small.joining(goal))])).toBe(1)
    expect(await place(much, small.joining(goal))).toBe('audience_other')
    expect((await seen(much, goal.saleId))[0]?.audience).toMatchObject({
      ...{ kind: 'segment', name: '', isIn: false },
    })
  })

  test('is whoever has not received anything yet', async () => {
    const goal = await small.flash({ audience: 'newcomer' })
    expect(placedIn([await place(small.neighbour(), small.joining(goal))])).toBe(1)
    expect(await place(await customerOf(1000), small.joining(goal))).toBe('audience_other')
  })
})

describe('a reminder', () => {
  interface Message {
    readonly templateId: string
    readonly page: string
  }
  const messagesOf = (openid: string) =>
    small.shop.control<Message[]>('GET', `messages?openid=${openid}`)

  async function coming() {
    const { saleId } = await small.flash({ startsAt: '+20m', endsAt: '+1h' })
    const [session] = await small.sessions(saleId)
    return { saleId: saleId as SaleId, startsAt: session?.startsAt ?? (0 as Instant) }
  }

  test('goes out once, five minutes before, to who consented; without consent none', async () => {
    const sale = await coming()
    const [ann, bo] = small.neighbours(2) as [string, string]
    const consent = { openid: ann, templateId: 'flash-start', count: 2 }
    await small.shop.control('POST', 'messages/consents', consent)
    const tap = { requestId: randomUUID(), kinds: ['flashStart' as const] }
    await small.shop.ask(ann, 'messages.consent', tap)
    const { remindAt } = await small.shop.ask(ann, 'flashsale.remind', sale)
    expect(sale.startsAt - remindAt).toBe(5 * 60_000)
    await small.shop.ask(ann, 'flashsale.remind', sale)
    await small.shop.ask(bo, 'flashsale.remind', sale)
    expect((await seen(ann, sale.saleId))[0]?.isReminded).toBe(true)
    expect((await seen('passer-by', sale.saleId))[0]?.isReminded).toBe(false)
    await small.shop.passTo(remindAt - 1000)
    expect(await messagesOf(ann)).toEqual([])
    await small.minutes(2)
    await small.shop.ask(ann, 'flashsale.remind', sale)
    await small.minutes(2)
    expect(await messagesOf(ann)).toMatchObject([{ templateId: 'flash-start' }])
    expect(await messagesOf(bo)).toEqual([])
    const [refused] = await small.shop.documents<{ trouble: string }>('messages', {
      memberId: bo,
    })
    expect(refused?.trouble).toBe('no-consent')
  })

  test('is not to be had for what runs already, or for no session', async () => {
    const sale = await coming()
    const other = { ...sale, startsAt: (sale.startsAt + 1) as Instant }
    expect(await small.shop.refusal('ann', 'flashsale.remind', other)).toBe('deal_unknown')
    await small.shop.passTo(sale.startsAt)
    expect(await small.shop.refusal('ann', 'flashsale.remind', sale)).toBe('deal_over')
  })
})
