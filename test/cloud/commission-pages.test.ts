/** 收入明细: a guide's income page by page, however long they have been at it. */
import type { IncomeRow } from '@domain/commission/contract'
import { incomeRowKey, type CommissionEntry } from '@domain/commission/entry'
import { payeeKey } from '@domain/commission/rule'
import { commissionStages, type CommissionStage } from '@domain/commission/sums'
import { NEVER } from '@domain/holds/hold'
import type { GuideId, OrderId, PayoutId } from '@domain/ids'
import { MINUTE } from '@domain/time'
import type { Fen } from '@domain/money'
import { guide } from './guide-shop'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(120_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterAll(() => small.shop.close())

/** What one order, or one payout, left in the ledger, by what it is and how it stands. */
interface Left {
  readonly about: OrderId | PayoutId
  readonly stage: CommissionStage
  readonly amounts: readonly number[]
  readonly at: number
}

/** The entries of one row. */
function entriesOf(guideId: GuideId, left: Left, now: number): CommissionEntry[] {
  const { about: id, stage, at } = left
  const payee = payeeKey({ kind: 'guide', id: guideId })
  const isPayout = stage === 'paid-out'
  const times = { pending: NEVER, frozen: now + MINUTE * 60, payable: at, 'paid-out': at }
  const row = incomeRowKey(payee, { id, since: at as CommissionEntry['at'] })
  return left.amounts.map((amountFen, index) => ({
    ...{ _id: `${id}.${index}.guide`, payee, kind: 'share' as const, row },
    ...{ amountFen: amountFen as Fen, at: (at + index) as CommissionEntry['at'] },
    payableAt: times[stage] as CommissionEntry['payableAt'],
    source: isPayout ? null : sourceOf(id as OrderId, index),
    payoutId: isPayout ? (id as PayoutId) : null,
    opens: index > 0 ? null : isPayout ? ('payout' as const) : ('order' as const),
  }))
}

const sourceOf = (orderId: OrderId, line: number): CommissionEntry['source'] => ({
  ...{ orderId, line, role: 'guide', ruleVersion: 1, bps: 300 as never },
  ...{ keptFen: 1000 as Fen, name: `第 ${line + 1} 样` },
})

/** Writes so many rows of each stage, ten of them at each moment; every seventh went back whole. */
async function keepBooks(guideId: GuideId, rows: number): Promise<Left[]> {
  const now = await small.shop.now()
  const all = commissionStages.flatMap((stage) =>
    Array.from({ length: rows }, (_row, index): Left => {
      const at = now - Math.ceil((index + 1) / 10) * MINUTE
      const amounts = index % 7 === 6 ? [30, 20, -50] : [index + 1, 30]
      return { about: small.fresh('o') as OrderId, stage, amounts, at }
    }),
  )
  const entries = all.flatMap((left) => entriesOf(guideId, left, now))
  for (let from = 0; from < entries.length; from += 5000) {
    const part = entries.slice(from, from + 5000)
    await small.shop.control('POST', 'collections/commission_entries', part)
  }
  return all
}

/** Every page of a list, one after the other. */
async function pages(openid: string, stage?: CommissionStage): Promise<IncomeRow[]> {
  const read: IncomeRow[] = []
  for (;;) {
    const last = read.at(-1)
    const { rows, hasMore } = await small.shop.ask(openid, 'commission.list', {
      ...(stage && { stage }),
      ...(last && { before: { row: last.row, payableAt: last.payableAt } }),
    })
    expect(rows.length).toBe(hasMore ? 20 : rows.length)
    read.push(...rows)
    if (!hasMore) return read
  }
}

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0)

describe('income, page by page', () => {
  test('is every order and payout once, the newest first', async () => {
    const { openid, guideId } = await guide(small)
    const all = await keepBooks(guideId, 33)
    await keepBooks((await guide(small)).guideId, 5)
    const read = await pages(openid)
    expect(read).toHaveLength(all.length)
    expect(new Set(read.map(({ row }) => row)).size).toBe(all.length)
    expect(read.map(({ row }) => row)).toEqual(
      read
        .map(({ row }) => row)
        .sort()
        .reverse(),
    )
    const told = read.map(({ at, amountFen, stage }) => `${stage} ${at} ${amountFen}`).sort()
    const kept = all.map(({ stage, at, amounts }) => `${stage} ${at} ${sumOf(amounts)}`)
    expect(told).toEqual(kept.sort())
  })

  test.each(commissionStages)('of the stage %s is what stands there, once', async (stage) => {
    const { openid, guideId } = await guide(small)
    const all = await keepBooks(guideId, 49)
    const read = await pages(openid, stage)
    const kept = all.filter((left) => left.stage === stage && sumOf(left.amounts) !== 0)
    expect(kept).toHaveLength(42)
    expect(read.map(({ amountFen }) => amountFen).sort()).toEqual(
      kept.map(({ amounts }) => sumOf(amounts)).sort(),
    )
    expect(new Set(read.map((row) => row.stage))).toEqual(new Set([stage]))
    const times = read.map(({ payableAt, at }) => [payableAt, at] as const)
    expect(times).toEqual([...times].sort((one, other) => other[0] - one[0] || other[1] - one[1]))
  })

  test('tells nothing of the payable as frozen by a forged last row, nor the other way', async () => {
    const { openid, guideId } = await guide(small)
    await keepBooks(guideId, 3)
    const before = { row: `${'9'.repeat(15)}.zz.zz` as IncomeRow['row'], payableAt: NEVER }
    for (const stage of commissionStages) {
      const { rows } = await small.shop.ask(openid, 'commission.list', { stage, before })
      expect(rows.map((row) => row.stage)).toEqual([stage, stage, stage])
    }
  })
})

describe('a guide of 20,000 orders', () => {
  /** The fastest of some tries: what it costs, whatever else the machine is doing. */
  async function timeOf(openid: string, stage: CommissionStage | undefined): Promise<number> {
    const times: number[] = []
    for (let tried = 0; tried < 7; tried += 1) {
      const began = performance.now()
      await small.shop.ask(openid, 'commission.list', stage ? { stage } : {})
      times.push(performance.now() - began)
    }
    return Math.min(...times)
  }

  test('waits for a page no longer than one of 200', async () => {
    const [novice, veteran] = [await guide(small), await guide(small)]
    await keepBooks(novice.guideId, 50)
    await keepBooks(veteran.guideId, 5000)
    for (const stage of [undefined, ...commissionStages]) {
      const few = await timeOf(novice.openid, stage)
      const many = await timeOf(veteran.openid, stage)
      // Reading all 5,000 of a stage takes about 200 ms, and those of one page about 10 ms.
      expect([stage, many < 5 * few + 20]).toEqual([stage, true])
    }
  })
})

test('a run of orders that went back whole hides nothing that stands behind it', async () => {
  const { openid, guideId } = await guide(small)
  const now = await small.shop.now()
  const lost = Array.from({ length: 130 }, (_row, index): Left => {
    const amounts = index === 129 ? [70] : [50, -50]
    return { about: small.fresh('o') as OrderId, stage: 'payable', amounts, at: now - index - 1 }
  })
  const entries = lost.flatMap((left) => entriesOf(guideId, left, now))
  await small.shop.control('POST', 'collections/commission_entries', entries)
  const list = await small.shop.ask(openid, 'commission.list', { stage: 'payable' })
  expect(list).toMatchObject({ rows: [{ amountFen: 70 }], hasMore: false })
})
