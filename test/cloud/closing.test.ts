import { createHash } from 'node:crypto'
import type { PublicRow } from '@domain/groupbuy/contract'
import type { DealStatus } from '@domain/groupbuy/ladder'
import type { DealId } from '@domain/ids'
import { expectNothingChanged, expectPoolsToAddUp } from './books'
import { openSmallShop, type SmallShop } from './small-shop'
import type { Terms } from './written'

jest.setTimeout(180_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterEach(() => expectPoolsToAddUp(small.shop))
afterAll(() => small.shop.close())

/** So many neighbours join and pay, one after the other. */
async function joined(count: number, terms: Terms) {
  const goal = await small.ladder({ endsAt: '+2m', ...terms })
  const neighbours = small.neighbours(count)
  for (const openid of neighbours) await small.buy(openid, small.joining(goal))
  return { ...goal, dealId: goal.dealId as DealId, neighbours }
}

async function statementOf(dealId: DealId, openid = 'passer-by') {
  const first = await small.shop.ask(openid, 'groupbuy.statement', { dealId, page: 0 })
  const rows: PublicRow[] = [...first.rows]
  for (let page = 1; page < first.statement.pages; page += 1) {
    rows.push(...(await small.shop.ask(openid, 'groupbuy.statement', { dealId, page })).rows)
  }
  return { ...first, rows }
}

describe('the life of a ladder', () => {
  test('goes from open over closing and settling to settled, a tick each', async () => {
    await small.wholeMinute()
    const { dealId } = await joined(2, { steps: [[2, 900]] })
    const life: [minute: number, status: DealStatus][] = []
    for (let minute = 0; minute <= 5; minute += 1) {
      life.push([minute, (await small.deal(dealId)).status])
      await small.shop.pass('1 minute')
    }
    expect(life).toEqual([
      [0, 'open'],
      [1, 'open'],
      [2, 'closing'],
      [3, 'settling'],
      [4, 'settled'],
      [5, 'settled'],
    ])
  })

  test('waits with the count until nothing in it is unpaid', async () => {
    const { dealId, productId, neighbours } = await joined(1, {})
    const slow = small.neighbour()
    const orderId = await small.place(slow, small.joining({ dealId, productId }))
    await small.shop.ask(slow, 'orders.pay', { orderId })
    await small.shop.control('POST', 'faults', { rates: { 'wechat.before': 1 } })
    await small.minutes(5)
    expect((await small.deal(dealId)).status).toBe('closing')
    expect((await small.order(orderId)).status).toBe('unpaid')
    await small.shop.control('POST', 'faults', {})
    await small.minutes(4)
    expect((await small.order(orderId)).status).toBe('expired')
    expect((await small.deal(dealId)).outcome).toMatchObject({ people: neighbours.length })
  })

  test('counts a payment of the last second', async () => {
    const goal = await small.ladder({ endsAt: '+2m', steps: [[2, 900]] })
    const [ann, bo] = small.neighbours(2) as [string, string]
    await small.buy(ann, small.joining(goal))
    const orderId = await small.place(bo, small.joining(goal))
    await small.shop.ask(bo, 'orders.pay', { orderId })
    await small.shop.pass('119 seconds')
    await small.shop.pay(orderId, { outcome: 'success', notify: 'late' })
    await small.minutes(5)
    expect((await small.deal(goal.dealId)).outcome).toMatchObject({ people: 2, finalPriceFen: 900 })
  })

  test('with nobody in it settles with an empty statement', async () => {
    const { dealId } = await joined(0, {})
    await small.minutes(6)
    const { statement, rows } = await statementOf(dealId)
    expect(statement).toMatchObject({ people: 0, step: 0, pages: 0 })
    expect(rows).toEqual([])
  })
})

describe('the close brings everyone to the final price', () => {
  const refundsIn = async (dealId: DealId) => {
    const orders = await small.shop.documents<Stored>('orders', { 'deal.id': dealId })
    return orders
      .sort((one, other) => other.payment.paidFen - one.payment.paidFen)
      .map(({ status, payment, refunds }) => [
        status,
        payment.paidFen,
        ...refunds.map(({ reason, amountFen, status: now }) => `${reason} ${amountFen} ${now}`),
      ])
  }
  interface Stored {
    readonly status: string
    readonly payment: { readonly paidFen: number }
    readonly refunds: readonly { reason: string; amountFen: number; status: string }[]
  }

  test('with one difference refund for whoever paid more, and none for the others', async () => {
    const { dealId } = await joined(4, {
      steps: [
        [2, 900],
        [4, 700],
      ],
    })
    await small.minutes(6)
    expect(await refundsIn(dealId)).toEqual([
      ['paid', 1000, 'difference 300 succeeded'],
      ['paid', 1000, 'difference 300 succeeded'],
      ['paid', 900, 'difference 200 succeeded'],
      ['paid', 900, 'difference 200 succeeded'],
    ])
    expect((await small.deal(dealId)).outcome).toMatchObject({ people: 4, finalPriceFen: 700 })
  })

  test('and nobody pays more when people left and the price went up again', async () => {
    const { dealId, neighbours } = await joined(3, { steps: [[2, 900]] })
    const orders = await small.shop.documents<{ _id: string; memberId: string }>('orders', {
      'deal.id': dealId,
    })
    for (const leaving of neighbours.slice(0, 2)) {
      const own = orders.find(({ memberId }) => memberId === leaving)
      expect(await small.refund(leaving, own?._id as never)).toHaveProperty('result')
    }
    await small.minutes(6)
    expect((await small.deal(dealId)).outcome).toMatchObject({ people: 1, finalPriceFen: 1000 })
    expect(await refundsIn(dealId)).toContainEqual(['paid', 900])
  })

  test('below the first step everyone keeps the goods at the base price', async () => {
    const { dealId } = await joined(1, { below: 'sell-at-base' })
    await small.minutes(6)
    expect(await refundsIn(dealId)).toEqual([['paid', 1000]])
    expect((await statementOf(dealId)).statement).toMatchObject({ step: 0, finalPriceFen: 1000 })
  })

  test('or below the first step everyone gets everything back', async () => {
    const { dealId } = await joined(1, { below: 'refund-all' })
    await small.minutes(6)
    expect(await refundsIn(dealId)).toEqual([['refunded', 1000, 'unformed 1000 succeeded']])
    const { statement, rows } = await statementOf(dealId)
    expect(statement).toMatchObject({ step: 0, finalPriceFen: null, sums: { refundFen: 1000 } })
    expect(rows).toMatchObject([{ paidFen: 1000, dueFen: 0, refundFen: 1000 }])
    expect(await small.stock({ dealId })).toMatchObject({ left: 50, sold: 0, people: 0 })
  })

  test('of several pieces in one order with one refund for all of them', async () => {
    const goal = await small.ladder({ endsAt: '+2m', steps: [[2, 900]], perMember: 3 })
    const [ann, bo] = small.neighbours(2) as [string, string]
    await small.buy(ann, small.joining(goal, 3))
    await small.buy(bo, small.joining(goal))
    await small.minutes(6)
    expect(await refundsIn(goal.dealId as DealId)).toEqual([
      ['paid', 3000, 'difference 300 succeeded'],
      ['paid', 1000, 'difference 100 succeeded'],
    ])
  })

  test('even when the timer is killed again and again: it goes on where it stopped', async () => {
    const { dealId } = await joined(30, {
      steps: [
        [2, 900],
        [30, 700],
      ],
    })
    await small.minutes(2)
    const faults = { seed: 7, rates: { 'function.kill': 0.03 } }
    await small.shop.control('POST', 'faults', faults)
    await small.minutes(8)
    await small.shop.control('POST', 'faults', {})
    const log = await small.shop.control<{ function: string; ok: boolean }[]>('GET', 'log?limit=20')
    const killed = log.filter((entry) => entry.function === 'timer' && !entry.ok)
    expect(killed.length).toBeGreaterThan(0)
    await small.minutes(25)
    const { statement, rows } = await statementOf(dealId)
    expect(statement).toMatchObject({ people: 30, sums: { orders: 30, dueFen: 21_000 } })
    expect(statement.sums.paidFen - statement.sums.refundFen).toBe(21_000)
    const numbers = rows.map(({ refundNo }) => refundNo)
    const all = await small.shop.control<{ outRefundNo: string; refundFee: number }[]>(
      'GET',
      'refunds',
    )
    const sent = all.filter(({ outRefundNo }) => numbers.includes(outRefundNo))
    expect(sent).toHaveLength(30)
    expect(sent.reduce((sum, { refundFee }) => sum + refundFee, 0)).toBe(statement.sums.refundFen)
  })
})

describe('the public statement', () => {
  test('does not exist of an unknown deal, and is not ready before the ladder is settled', async () => {
    await small.wholeMinute()
    const { dealId } = await joined(2, { steps: [[2, 900]] })
    const refusal = (id: string) =>
      small.shop.refusal('ann', 'groupbuy.statement', { dealId: id as DealId, page: 0 })
    expect(await refusal('none')).toBe('deal_unknown')
    for (const status of ['open', 'open', 'closing', 'settling']) {
      expect((await small.deal(dealId)).status).toBe(status)
      expect(await refusal(dealId)).toBe('statement_unready')
      await small.minutes(1)
    }
    expect(await refusal(dealId)).toBeUndefined()
  })

  test('can be added up and its digest made again by anyone', async () => {
    const { dealId, neighbours } = await joined(5, {
      steps: [
        [2, 900],
        [4, 700],
      ],
    })
    await small.minutes(6)
    const { statement, rows, ownAlias } = await statementOf(dealId, neighbours[0])
    const sum = (figure: (row: PublicRow) => number) =>
      rows.reduce((all, row) => all + figure(row), 0)
    expect(statement.sums).toEqual({
      orders: rows.length,
      pieces: sum(({ quantity }) => quantity),
      paidFen: sum(({ paidFen }) => paidFen),
      dueFen: sum(({ dueFen }) => dueFen),
      refundFen: sum(({ refundFen }) => refundFen),
    })
    const lines = rows.map(({ alias, quantity, paidFen, dueFen, refundFen, refundNo }) =>
      [alias, quantity, paidFen, dueFen, refundFen, refundNo ?? '-'].join(','),
    )
    const digest = createHash('sha256').update(lines.join('\n')).digest('hex')
    expect(statement.digest).toBe(digest)
    expect(rows.map(({ alias }) => alias)).toContain(ownAlias)
    expect(new Set(rows.map(({ alias }) => alias)).size).toBe(5)
  })

  test('names no member, no order and no phone number', async () => {
    const { dealId, neighbours } = await joined(2, { steps: [[2, 900]] })
    await small.minutes(6)
    const told = await statementOf(dealId)
    expect(Object.keys(told.rows[0] ?? {}).sort()).toEqual([
      ...['alias', 'dueFen', 'paidFen', 'quantity', 'refundFen', 'refundNo'],
    ])
    const text = JSON.stringify(told)
    for (const openid of neighbours) expect(text).not.toContain(`"${openid}"`)
    expect(text).not.toMatch(/13\d{9}|orderId|memberId|phone/)
  })

  test('comes in pages, and a page beyond the last one is empty', async () => {
    const { dealId } = await joined(1, {})
    await small.minutes(6)
    const beyond = await small.shop.ask('ann', 'groupbuy.statement', { dealId, page: 1 })
    expect(beyond.rows).toEqual([])
    expect(beyond.statement.pages).toBe(1)
  })

  test('stays as it is when more time passes', async () => {
    const { dealId } = await joined(2, { steps: [[2, 900]] })
    await small.minutes(30)
    await expectNothingChanged(small.shop, () => small.minutes(3))
    expect((await statementOf(dealId)).rows).toHaveLength(2)
  })
})

describe('what the operator watches', () => {
  test('is what may have to go back at the most, until it went back', async () => {
    const { dealId } = await joined(3, {
      steps: [
        [2, 900],
        [4, 700],
      ],
    })
    const watched = async () => {
      const { deals } = await small.shop.ask('keeper', 'groupbuy.watch', {})
      return deals.find((deal) => deal.dealId === dealId)
    }
    const paid = { people: 3, orders: 3, pieces: 3, paidFen: 2900 }
    expect(await watched()).toMatchObject({ ...paid, priceFen: 900, worstRefundFen: 800 })
    await small.minutes(6)
    expect(await watched()).toMatchObject({ ...paid, worstRefundFen: 0, refundedFen: 200 })
  })
})
