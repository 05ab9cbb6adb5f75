/** 限时折扣, 会员日, 满减 and freight: what an order is charged, and why it was not less. */
import type { InputOf } from '@domain/api'
import type { Receipt } from '@domain/orders/receipt'
import { instant, shopTime } from '@domain/time'
import { courier } from '../harness/shop'
import { expectPiecesToMatchOrders } from './books'
import { receive, ship } from './counter'
import { openSmallShop, type Line, type SmallShop } from './small-shop'

jest.setTimeout(120_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterEach(() => expectPiecesToMatchOrders(small.shop))
afterAll(() => small.shop.close())

const onProducts = (...ids: string[]) => ({ kind: 'product', ids })

/** A time on the shop's clock so many minutes from now, as the file writes it. */
const inMinutes = async (minutes: number) =>
  shopTime(instant((await small.shop.now()) + minutes * 60_000), 'YYYY-MM-DDTHH:mm[+08:00]')

/** Sets up a discount on one product. */
async function discount(productId: string, terms: object): Promise<string> {
  const id = small.fresh('discount')
  const times = { startsAt: '2027-01-01T00:00+08:00', endsAt: '2028-01-01T00:00+08:00' }
  const usual = { id, name: id, discountBps: 8000, scope: onProducts(productId), ...times }
  small.file.discounts.push({ ...usual, ...terms } as never)
  await small.renew()
  return id
}

async function saving(productIds: readonly string[], ...steps: (readonly [number, number])[]) {
  const id = small.fresh('save')
  const times = { startsAt: '2027-01-01T00:00+08:00', endsAt: '2028-01-01T00:00+08:00' }
  const written = steps.map(([minFen, offFen]) => ({ minFen, offFen }))
  const scope = onProducts(...productIds)
  small.file.spendAndSave.push({ id, name: id, scope, steps: written, ...times } as never)
  await small.renew()
  return id
}

/** Prices a basket for somebody. */
async function receiptFor(
  openid: string,
  lines: Line[],
  delivery: InputOf<'orders.quote'>['delivery'] = 'pick-up',
): Promise<Receipt> {
  return (await small.shop.ask(openid, 'orders.quote', { lines, delivery })).receipt
}

const skippedBy = ({ skipped }: Receipt, id: string) =>
  skipped.filter((one) => one.id === id).map(({ reason, why }) => ({ reason, ...why }))

/** Somebody who received goods worth so much. */
async function customerOf(fen: number): Promise<string> {
  const openid = small.neighbour()
  const productId = await small.product({ priceFen: fen })
  const orderId = await small.buySent(openid, small.line(productId))
  await ship(small, orderId)
  await receive(small, openid, orderId)
  return openid
}

describe('a discount for a time', () => {
  test('takes its part off, and is gone when it is over: what was seen is not charged', async () => {
    const productId = await small.product()
    await small.wholeMinute()
    await discount(productId, { startsAt: await inMinutes(-5), endsAt: await inMinutes(5) })
    const [ann, bo] = small.neighbours(2) as [string, string]
    const seen = await small.shop.placing(ann, [small.line(productId, 2)])
    expect(seen.payableFen).toBe(1600)
    await small.shop.pass('299 seconds')
    expect((await receiptFor(bo, [small.line(productId, 2)])).payableFen).toBe(1600)
    await small.shop.pass('1 second')
    const answer = await small.shop.call(ann, 'orders.place', seen)
    expect(answer).toMatchObject({
      error: { code: 'price_changed', details: { seenFen: 1600, payableFen: 2000 } },
    })
    expect(await small.shop.documents('orders', { memberId: ann })).toEqual([])
  })

  test('that has not begun is told with its start', async () => {
    const productId = await small.product()
    await small.wholeMinute()
    const id = await discount(productId, { startsAt: await inMinutes(10) })
    const startsAt = (await small.shop.now()) + 600_000
    const receipt = await receiptFor('ann', [small.line(productId)])
    expect(receipt.payableFen).toBe(1000)
    expect(skippedBy(receipt, id)).toEqual([{ reason: 'unstarted', startsAt }])
  })

  test('of two is the better one, and the other says so', async () => {
    const productId = await small.product()
    const [worse, better] = [
      await discount(productId, { discountBps: 9000 }),
      await discount(productId, { discountBps: 8500 }),
    ]
    const receipt = await receiptFor('ann', [small.line(productId)])
    expect(receipt.payableFen).toBe(850)
    expect(skippedBy(receipt, worse)).toEqual([
      { reason: 'better', unitFen: 900, paidUnitFen: 850 },
    ])
    expect(skippedBy(receipt, better)).toEqual([])
  })

  test('is not for what is bought in a deal, and the receipt tells which', async () => {
    const goal = await small.flash()
    const id = await discount(goal.productId, { discountBps: 4000 })
    const receipt = await receiptFor('ann', [small.joining(goal)])
    expect(receipt.payableFen).toBe(500)
    expect(skippedBy(receipt, id)).toMatchObject([{ reason: 'deal', unitFen: 400 }])
    expect((await receiptFor('ann', [small.line(goal.productId)])).payableFen).toBe(400)
  })
})

describe('a member day', () => {
  /** Every day of the month, so that today is one of them whatever the clock says. */
  const repeats = { every: 'day', at: '00:00', lasts: '24h' }
  const daily = { repeats, startsAt: undefined, endsAt: undefined, levelAtLeast: 'silver' }

  test('needs the level, which comes from what was received, and says whom it is for', async () => {
    const productId = await small.product()
    const id = await discount(productId, daily)
    const line = small.line(productId)
    const silver = await customerOf(5000)
    expect((await receiptFor(silver, [line])).payableFen).toBe(800)
    const receipt = await receiptFor(small.neighbour(), [line])
    expect(receipt.payableFen).toBe(1000)
    expect(skippedBy(receipt, id)).toEqual([
      { reason: 'level', levelId: 'silver', level: 'silver' },
    ])
  })

  test('is not had by what is only paid: the goods must have arrived', async () => {
    const productId = await small.product()
    await discount(productId, daily)
    const openid = small.neighbour()
    const orderId = await small.buySent(openid, small.line(await small.product({ priceFen: 9000 })))
    const price = async () => (await receiptFor(openid, [small.line(productId)])).payableFen
    expect(await price()).toBe(1000)
    await ship(small, orderId)
    expect(await price()).toBe(1000)
    await receive(small, openid, orderId)
    expect(await price()).toBe(800)
  })

  test('comes on its days of the month only, from midnight to midnight', async () => {
    const shop = await openSmallShop({ at: '2027-03-07 23:59' })
    const productId = await shop.product()
    const times = { repeats: { every: 'month', on: [8, 18], at: '00:00', lasts: '24h' } }
    const terms = { discountBps: 8800, scope: { kind: 'all' }, ...times }
    shop.file.discounts.push({
      id: 'day',
      name: '会员日',
      levelAtLeast: 'plain',
      ...terms,
    } as never)
    await shop.renew()
    const price = async () => (await shop.shop.placing('ann', [shop.line(productId)])).payableFen
    expect(await price()).toBe(1000)
    await shop.shop.pass('1 minute')
    expect(await price()).toBe(880)
    await shop.shop.passTo((await shop.shop.now()) + 86_400_000 - 1000)
    expect(await price()).toBe(880)
    await shop.shop.pass('1 second')
    expect(await price()).toBe(1000)
    await shop.shop.close()
  })
})

describe('spending and saving', () => {
  test('takes the highest step off, and says what the next one would take', async () => {
    const productId = await small.product()
    const id = await saving([productId], [3000, 300], [5000, 800])
    const told = async (quantity: number) => {
      const receipt = await receiptFor('ann', [small.line(productId, quantity)])
      return [receipt.payableFen, ...skippedBy(receipt, id)]
    }
    expect(await told(2)).toMatchObject([2000, { reason: 'missing', missing: 1000, offFen: 300 }])
    expect(await told(4)).toMatchObject([3700, { reason: 'next', missing: 1000, offFen: 800 }])
    expect(await told(5)).toEqual([4200])
  })

  test('comes after the discounts, and is spread over its lines to the fen', async () => {
    const [one, other] = [await small.product(), await small.product({ priceFen: 777 })]
    await discount(one, { discountBps: 9000 })
    await saving([one, other], [2500, 100])
    const receipt = await receiptFor('ann', [small.line(one, 2), small.line(other, 1)])
    expect(receipt).toMatchObject({ goodsFen: 2777, payableFen: 2477, savedFen: 300 })
    const parts = receipt.lines.map(({ payableFen }) => payableFen)
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(2477)
  })
})

describe('freight', () => {
  test('is paid for a parcel up to 49 yuan, and never for who picks up', async () => {
    const productId = await small.product()
    const of = async (quantity: number, delivery: 'courier' | 'pick-up') =>
      (await receiptFor('ann', [small.line(productId, quantity)], delivery)).payableFen
    expect([await of(4, 'courier'), await of(4, 'pick-up')]).toEqual([4600, 4000])
    expect([await of(5, 'courier'), await of(5, 'pick-up')]).toEqual([5000, 5000])
  })

  test('is charged by the way that the order names, whatever the phone has shown', async () => {
    const productId = await small.product()
    const ann = small.neighbour()
    const placing = await small.shop.placing(ann, [small.line(productId)])
    const sent = { ...placing, delivery: courier(ann) }
    expect(await small.shop.call(ann, 'orders.place', sent)).toMatchObject({
      error: { code: 'price_changed', details: { seenFen: 1000, payableFen: 1600 } },
    })
  })
})

test('a product in two sizes is priced and taken from its own stock, size by size', async () => {
  const [little, large] = [small.fresh('size'), small.fresh('size')]
  const skus = [
    { id: little, name: '2斤', priceFen: 1200, stock: 3 },
    { id: large, name: '5斤', priceFen: 2500, stock: 2 },
  ]
  const productId = await small.product({ skus })
  const lines = [small.line(productId, 1, little), small.line(productId, 2, large)]
  expect((await receiptFor('ann', lines)).payableFen).toBe(6200)
  await small.place('ann', ...lines)
  const more = { lines: [small.line(productId, 1, large)], delivery: 'pick-up' as const }
  expect(await small.shop.refusal('bo', 'orders.quote', more)).toBe('stock_short')
  expect((await small.stock({ skuId: little })).left).toBe(2)
})
