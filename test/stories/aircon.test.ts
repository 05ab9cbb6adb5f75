/**
 * The live of 13.4 million yuan, replayed second by second: every order is its guide's, and
 * everybody gets exactly their part, to the fen, also after 37 of them took money back.
 */
import { randomUUID } from 'node:crypto'
import type { CommissionEntry } from '@domain/commission/entry'
import type { OrderId } from '@domain/ids'
import type { Order } from '@domain/orders/order'
import { openShop, type Shop } from '../harness/shop'
import { savedFile } from '../cloud/written'
import { moneyOf, posted, reckoned, type Kept } from './aircon-books'
import { REMOTE, scenario, shopFile, STARTS_AT, type LiveSale } from './aircon-file'
import { AirconLive } from './aircon-live'
import { chosen } from './aircon-refunds'

jest.setTimeout(900_000)

const SEED = 20_270_301

let shop: Shop
let live: AirconLive
const sold: { readonly sale: LiveSale; readonly orderId: OrderId }[] = []

beforeAll(async () => {
  const saved = savedFile(shopFile)
  shop = await openShop({ at: STARTS_AT, file: saved.path })
  saved.remove()
  live = new AirconLive(shop)
  await live.staff()
  await live.start()
  for (const sale of scenario.orders) sold.push({ sale, orderId: await live.play(sale) })
})
afterAll(() => shop.close())

const keptOf = ({ guideId, productId }: LiveSale): Kept => ({
  ...{ guideId, productId, pieces: 1, inLive: true },
})

const ordersNow = async (): Promise<ReadonlyMap<OrderId, Order>> => {
  const orders = await shop.documents<Order>('orders')
  return new Map(orders.map((order) => [order._id, order]))
}

const entriesNow = () => shop.documents<CommissionEntry>('commission_entries')

/** The ledger agrees with the orders, and nobody got more than the cap. */
async function expectBalance(sales: readonly Kept[]): Promise<void> {
  const [orders, entries] = [await ordersNow(), await entriesNow()]
  expect(posted(entries)).toEqual(reckoned(sales))
  const ids = new Set(entries.map(({ _id }) => _id))
  expect(ids.size).toBe(entries.length)
  for (const { source } of entries) expect(orders.has(source?.orderId as OrderId)).toBe(true)
  const shared = Object.values(posted(entries)).reduce((sum, fen) => sum + fen, 0)
  expect(shared * 10_000).toBeLessThanOrEqual(moneyOf(sales) * shopFile.commission.maxTotalBps)
  expect(
    [...orders.values()].filter(({ todo }) => todo.some(({ task }) => task === 'commission')),
  ).toEqual([])
}

test('510 orders come to 13,400,000.00 yuan', async () => {
  const orders = await ordersNow()
  expect(sold).toHaveLength(510)
  expect(new Set(sold.map(({ orderId }) => orderId)).size).toBe(510)
  const paid = sold.map(({ orderId }) => orders.get(orderId)?.payment?.paidFen ?? 0)
  expect(paid.reduce<number>((sum, fen) => sum + fen, 0)).toBe(1_340_000_000)
})

test('every order is placed at its second, in the room, and credited to its guide', async () => {
  const orders = await ordersNow()
  const startsAt = Date.parse(`${STARTS_AT.replace(' ', 'T')}:00+08:00`)
  for (const { sale, orderId } of sold) {
    const order = orders.get(orderId)
    expect([sale.n, order?.attribution.guideId]).toEqual([sale.n, sale.guideId])
    expect([sale.n, order?.placedAt]).toEqual([sale.n, startsAt + sale.second * 1000])
    expect(order?.live).toEqual({ id: 'ac-live', hostId: 'ac-host' })
  }
})

test('who came by a friend’s link is credited to the guide with whom the chain began', async () => {
  const orders = await ordersNow()
  const hopsOf = (orderId: OrderId) => {
    const won = orders.get(orderId)?.attribution.won
    return won?.kind === 'touch' ? won.touch.hops : undefined
  }
  const friends = sold.filter(({ sale }) => sale.via === 'friend')
  expect(friends).toHaveLength(141)
  for (const { orderId } of friends) expect(hopsOf(orderId)).toBeGreaterThanOrEqual(1)
  for (const { sale, orderId } of sold) if (sale.via === 'direct') expect(hopsOf(orderId)).toBe(0)
})

test('guides, stores and host have what headquarters’ own books say, to the fen', async () => {
  await expectBalance(sold.map(({ sale }) => keptOf(sale)))
  const { payees } = await shop.ask('keeper', 'commission.overview', {})
  const pending = payees.map(({ kind, id, sums }) => [`${kind}.${id}`, sums.pendingFen])
  expect(Object.fromEntries(pending)).toEqual(reckoned(sold.map(({ sale }) => keptOf(sale))))
})

describe('when 37 buyers take money back', () => {
  const kept: Kept[] = []

  beforeAll(async () => {
    await shop.pass('1 hour')
    kept.push(...(await takeBack()))
  })

  test('everybody has their part of what was kept, and no more', async () => {
    await expectBalance(kept)
  })

  test('what was received is payable after a week, and the rest still waits', async () => {
    const orders = await ordersNow()
    await shop.pass('7 days')
    await shop.pass('2 minutes')
    const { payees } = await shop.ask('keeper', 'commission.overview', {})
    const sumOf = (stage: 'pendingFen' | 'frozenFen' | 'payableFen') =>
      payees.reduce((sum, { sums }) => sum + sums[stage], 0)
    const received = [...orders.values()].filter(({ status }) => status === 'received')
    const dueOf = ({ commission }: Order) =>
      (commission?.posted ?? []).reduce((sum, { amountFen }) => sum + amountFen, 0)
    const payable = received.reduce((sum, order) => sum + dueOf(order), 0)
    expect(payable).toBeGreaterThan(0)
    expect([sumOf('payableFen'), sumOf('frozenFen')]).toEqual([payable, 0])
    expect(sumOf('pendingFen')).toBe(
      Object.values(reckoned(kept)).reduce((sum, fen) => sum + fen, 0) - payable,
    )
  })

  /**
   * Twenty-five give a whole order back, before or after they have it; twelve come back for three
   * remote controls and return one of them. What everybody kept.
   */
  async function takeBack(): Promise<Kept[]> {
    const { before, afterwards, partly, received } = chosen(sold, SEED)
    for (const { sale, orderId } of before) await giveBack(sale.buyer, orderId)
    for (const { orderId } of [...afterwards, ...received]) await handOut(orderId)
    for (const { sale, orderId } of afterwards) await returnPieces(sale.buyer, orderId, 1)
    for (const { sale } of partly) {
      const { buyer, guideId } = sale
      const bought = { pieces: 3, inLive: false }
      const orderId = await live.buy(buyer, guideId, REMOTE.id, bought)
      await handOut(orderId)
      await returnPieces(buyer, orderId, 1)
    }
    await shop.pass('5 minutes')
    const gone = new Set([...before, ...afterwards].map(({ orderId }) => orderId))
    return [
      ...sold.filter(({ orderId }) => !gone.has(orderId)).map(({ sale }) => keptOf(sale)),
      ...partly.map(({ sale }): Kept => {
        return { guideId: sale.guideId, productId: REMOTE.id, pieces: 2, inLive: false }
      }),
    ]
  }
})

const giveBack = (buyer: string, orderId: OrderId) =>
  shop.ask(buyer, 'orders.refund', { requestId: randomUUID(), orderId })

async function handOut(orderId: OrderId): Promise<void> {
  const [order] = await shop.documents<Order>('orders', { _id: orderId })
  const code = order?.delivery.kind === 'pick-up' ? order.delivery.code : ''
  await shop.ask('keeper', 'fulfilment.verify', { requestId: randomUUID(), code })
}

async function returnPieces(buyer: string, orderId: OrderId, quantity: number): Promise<void> {
  const pieces = [{ line: 0, quantity }]
  const why = { reason: 'unwanted' as const, words: '', pictures: [] }
  await shop.ask(buyer, 'aftersale.request', { requestId: randomUUID(), orderId, pieces, ...why })
  const answer = { orderId, no: 1, verdict: 'approve' as const, words: '' }
  await shop.ask('keeper', 'aftersale.answer', { requestId: randomUUID(), ...answer })
}
