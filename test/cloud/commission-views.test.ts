/** 分润 as guides and the shop read it, and what the ledger says after bad weather. */
import type { OrderId, StoreId } from '@domain/ids'
import { NEVER } from '@domain/holds/hold'
import { approve, askBack, handOut } from './counter'
import { expectHonestLedger } from './commission-books'
import { brings, guide, inviting, sale, shareCommission } from './guide-shop'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(240_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
beforeEach(() => shareCommission(small))
afterEach(async () => {
  await small.shop.control('POST', 'faults', {})
  await small.minutes(2)
  await expectHonestLedger(small)
})
afterAll(() => small.shop.close())

const sumsOf = async (openid: string) => (await small.shop.ask(openid, 'guides.desk', {})).sums

describe('what a guide reads', () => {
  test('is what each order brought and where it stands, the newest first', async () => {
    const { openid, buyer, orderId } = await sale(small, 10_000)
    await handOut(small, orderId)
    await small.minutes(1)
    const productId = await small.product({ priceFen: 2000, name: '阳光玫瑰' })
    const second = await small.buy(buyer, small.line(productId))
    const { rows } = await small.shop.ask(openid, 'commission.list', {})
    expect(rows).toMatchObject([
      {
        orderId: second,
        name: '阳光玫瑰',
        goods: 1,
        amountFen: 60,
        stage: 'pending',
        payableAt: NEVER,
      },
      { orderId, amountFen: 300, stage: 'frozen' },
    ])
    const stages = async (stage: 'pending' | 'frozen' | 'payable' | 'paid-out') =>
      (await small.shop.ask(openid, 'commission.list', { stage })).rows.map((row) => row.orderId)
    expect(await stages('pending')).toEqual([second])
    expect(await stages('frozen')).toEqual([orderId])
    expect(await stages('payable')).toEqual([])
    await small.refund(buyer, second)
    expect(await stages('pending')).toEqual([])
    await small.shop.pass('7 days')
    expect(await stages('payable')).toEqual([orderId])
  })

  test('is the entries of an order with why it is theirs, and of nobody else', async () => {
    const { openid, guideId, buyer, orderId } = await sale(small, 10_000)
    const seen = await small.shop.ask(openid, 'commission.see', { orderId })
    expect(seen).toMatchObject({
      entries: [{ payee: `guide.${guideId}`, amountFen: 300, source: { orderId, bps: 300 } }],
      attribution: { guideId, won: { kind: 'touch', touch: { guideId, hops: 0 } } },
      names: { [guideId]: '小李' },
      status: 'paid',
    })
    expect(JSON.stringify(seen)).not.toContain(`"${buyer}"`)
    expect(JSON.stringify(seen)).not.toContain(`"${openid}"`)
  })

  test('is nothing of what others brought', async () => {
    const [{ orderId }, other] = [await sale(small), await guide(small)]
    const see = (openid: string) => small.shop.refusal(openid, 'commission.see', { orderId })
    expect(await see(other.openid)).toBe('order_unknown')
    expect(await see(small.neighbour())).toBe('guide_missing')
    expect((await small.shop.ask(other.openid, 'commission.list', {})).rows).toEqual([])
    expect(await small.shop.refusal(small.neighbour(), 'commission.list', {})).toBe('guide_missing')
    expect(await small.shop.refusal(other.openid, 'commission.overview', {})).toBe('role_missing')
  })
})

test('who runs the shop sees what everybody has, guides and stores by their names', async () => {
  small.file.stores.push({ ...small.file.stores[0], id: 'store-09', name: '城北店' } as never)
  await small.renew()
  const told = inviting({ name: '小宁', storeId: 'store-09' as StoreId })
  const { openid, guideId } = await guide(small, told)
  const buyer = small.neighbour()
  await brings(small, openid, buyer)
  await small.buy(buyer, small.line(await small.product({ priceFen: 900_000 })))
  const { payees } = await small.shop.ask('keeper', 'commission.overview', {})
  expect(payees).toContainEqual({
    ...{ kind: 'guide', id: guideId, name: '小宁' },
    sums: expect.objectContaining({ pendingFen: 27_000, frozenFen: 0 }) as object,
  })
  expect(payees).toContainEqual({
    ...{ kind: 'store', id: 'store-09', name: '城北店' },
    sums: expect.objectContaining({ pendingFen: 18_000 }) as object,
  })
})

test.each(Array.from({ length: 3 }, (_, seed) => seed))(
  'whoever is cut off, late or doubled, the ledger says what orders decided (seed %d)',
  async (seed) => {
    const { openid, buyer } = await sale(small, 10_000)
    const productId = await small.product({ priceFen: 3333 })
    await small.shop.control('POST', 'faults', {
      seed,
      rates: { 'function.kill': 0.08, 'database.after': 0.08, 'database.duplicate': 0.05 },
    })
    const trying = async (act: () => Promise<unknown>) => {
      for (let tried = 0; tried < 3; tried += 1) await act().catch(() => undefined)
    }
    const ids: OrderId[] = []
    for (let count = 0; count < 3; count += 1) {
      await trying(async () => {
        const orderId = await small.buy(buyer, small.line(productId, 2))
        ids.push(orderId)
      })
    }
    await small.minutes(2)
    for (const orderId of ids) await trying(() => handOut(small, orderId))
    for (const orderId of ids.slice(0, 2)) {
      await trying(async () => {
        await approve(small, orderId, await askBack(small, buyer, orderId, [0, 1]))
      })
    }
    await small.shop.control('POST', 'faults', {})
    await small.minutes(5)
    await expectHonestLedger(small)
    expect(await sumsOf(openid)).toHaveProperty('pendingFen')
  },
)
