/** 购物车: what is kept, what becomes of it, and that it costs what an order costs. */
import { randomUUID } from 'node:crypto'
import { quote } from '@domain/orders/receipt'
import type { Instant } from '@domain/time'
import { expectNothingChanged } from './books'
import { openSmallShop, type Line, type SmallShop } from './small-shop'

jest.setTimeout(120_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterAll(() => small.shop.close())

const add = (openid: string, lines: Line[], requestId = randomUUID()) =>
  small.shop.call(openid, 'cart.add', { requestId, lines })

const set = (openid: string, lines: Line[]) => small.shop.call(openid, 'cart.set', { lines })

const see = async (openid: string) => (await small.shop.ask(openid, 'cart.see', {})).lines

/** What lies in the cart: SKU and pieces. */
const kept = async (openid: string) =>
  (await see(openid)).map(({ skuId, quantity }) => [skuId, quantity])

describe('adding', () => {
  test('puts what is new in front, and lets a line that is there grow', async () => {
    const ann = small.neighbour()
    const [one, other] = [await small.product(), await small.product()]
    expect(await add(ann, [small.line(one, 2)])).toMatchObject({ result: { pieces: 2 } })
    expect(await add(ann, [small.line(other)])).toMatchObject({ result: { pieces: 3 } })
    expect(await add(ann, [small.line(one, 3)])).toMatchObject({ result: { pieces: 6 } })
    expect(await kept(ann)).toEqual([
      [other, 1],
      [one, 5],
    ])
  })

  test('under one request id adds once, at the same time too', async () => {
    const [ann, productId, requestId] = [small.neighbour(), await small.product(), randomUUID()]
    const twins = Array.from({ length: 6 }, () => add(ann, [small.line(productId, 2)], requestId))
    for (const answer of await Promise.all(twins)) {
      expect(answer).toMatchObject({ result: { pieces: 2 } })
    }
    expect(await kept(ann)).toEqual([[productId, 2]])
  })

  test('in ten taps at the same time adds ten', async () => {
    const [ann, productId] = [small.neighbour(), await small.product()]
    const taps = Array.from({ length: 10 }, async () => {
      for (;;) {
        const answer = await add(ann, [small.line(productId)])
        if ('result' in answer) return
        expect(answer.error.code).toBe('busy')
      }
    })
    await Promise.all(taps)
    expect(await kept(ann)).toEqual([[productId, 10]])
  })

  test('never makes a line longer than an order takes', async () => {
    const [ann, productId] = [small.neighbour(), await small.product()]
    await add(ann, [small.line(productId, 60)])
    await add(ann, [small.line(productId, 60)])
    expect(await kept(ann)).toEqual([[productId, 99]])
  })

  test('refuses what is not on a shelf, and changes nothing', async () => {
    const productId = await small.product()
    await expectNothingChanged(small.shop, async () => {
      const unknown = [small.line(productId), small.line('none')]
      expect(await add('ann', unknown)).toMatchObject({ error: { code: 'product_unknown' } })
      const foreign = [small.line(productId, 1, 'none')]
      expect(await add('ann', foreign)).toMatchObject({ error: { code: 'sku_unknown' } })
    })
  })
})

test('a cart has fifty lines at most', async () => {
  const ann = small.neighbour()
  const skus = Array.from({ length: 51 }, (_, index) => ({
    ...{ id: `tea-${index}`, name: `第${index}种`, priceFen: 100, stock: 9 },
  }))
  const productId = await small.product({ skus: skus.slice(0, 50) })
  const other = await small.product()
  const all = skus.slice(0, 50).map(({ id }) => small.line(productId, 1, id))
  expect(await add(ann, all)).toMatchObject({ result: { pieces: 50 } })
  const full = { error: { code: 'cart_full', details: { most: 50 } } }
  expect(await add(ann, [small.line(other)])).toMatchObject(full)
  expect(await set(ann, [small.line(other)])).toMatchObject(full)
  expect(await set(ann, [small.line(productId, 0, 'tea-0'), small.line(other)])).toMatchObject({
    result: { pieces: 50 },
  })
})

test('setting a line to nothing takes it out, and an empty cart is one as well', async () => {
  const [ann, productId] = [small.neighbour(), await small.product()]
  await add(ann, [small.line(productId, 3)])
  expect(await set(ann, [small.line(productId, 0)])).toMatchObject({ result: { pieces: 0 } })
  expect(await see(ann)).toEqual([])
  expect(await see(small.neighbour())).toEqual([])
})

test('nobody sees the cart of somebody else', async () => {
  const [ann, productId] = [small.neighbour(), await small.product()]
  await add(ann, [small.line(productId)])
  expect(await see(small.neighbour())).toEqual([])
})

test('what became of a line is told, and the others stay as they are', async () => {
  const ann = small.neighbour()
  const sku = (id: string) => ({ id, name: id, priceFen: 500, stock: 9 })
  const sorts = [small.fresh('sort'), small.fresh('sort')] as const
  const [good, short, sold, gone] = [
    await small.product(),
    await small.product({ stock: 5 }),
    await small.product({ stock: 1 }),
    await small.product(),
  ]
  const sorted = await small.product({ skus: sorts.map(sku) })
  await add(ann, [small.line(good), small.line(short, 5), small.line(sold), small.line(gone)])
  await add(ann, [small.line(sorted, 1, sorts[0]), small.line(sorted, 1, sorts[1])])
  await small.buy(small.neighbour(), small.line(short, 3))
  await small.buy(small.neighbour(), small.line(sold))
  const index = small.file.products.findIndex(({ id }) => id === (gone as never))
  const [takenOff] = small.file.products.splice(index, 1)
  Object.assign(small.file.products.at(-1) as object, { skus: [sku(sorts[1])] })
  await small.renew()
  const told = (await see(ann)).map(({ skuId, left, trouble, line }) => [
    ...[skuId, left, trouble?.kind ?? 'fine', line?.sku.priceFen ?? null],
  ])
  expect(told.sort()).toEqual(
    [
      [good, 100, 'fine', 1000],
      [short, 2, 'short', 1000],
      [sold, 0, 'sold-out', 1000],
      [gone, 0, 'product-gone', null],
      [sorts[0], 0, 'sku-gone', null],
      [sorts[1], 9, 'fine', 500],
    ].sort(),
  )
  if (takenOff) small.file.products.push(takenOff)
})

test('costs by the shared rule what the cloud’s quote of it says', async () => {
  const ann = small.neighbour()
  const lines = [small.line(await small.product(), 3), small.line(await small.product(), 1)]
  await add(ann, lines)
  const cart = await small.shop.ask(ann, 'cart.see', {})
  const now = (await small.shop.now()) as Instant
  const basket = cart.lines.flatMap(({ line }) => line ?? [])
  const own = quote(basket, { ...cart.context, delivery: 'courier', now })
  const wanted = cart.lines.map(({ skuId, quantity }) => small.line(skuId, quantity))
  const asked = { lines: wanted, delivery: 'courier' } as const
  const { receipt } = await small.shop.ask(ann, 'orders.quote', asked)
  expect(own).toEqual(receipt)
  expect(receipt.payableFen).toBe(4600)
})

describe('an order of several lines, of which one is short', () => {
  /** What a wish is refused for, with the words that name the goods. */
  async function refusal(name: 'orders.quote' | 'orders.place', openid: string, input: object) {
    const answer = await small.shop.call(openid, name, input as never)
    return 'error' in answer ? answer.error : undefined
  }

  async function basket(left: number) {
    const skus = ['2斤装', '5斤装'].map((name) => {
      return { id: small.fresh('box'), name, priceFen: 900, stock: left + 1 }
    })
    const [ann, plenty, berries] = [
      small.neighbour(),
      await small.product(),
      await small.product({ name: '丹东红颜草莓', skus }),
    ]
    const scarce = skus[1]?.id ?? ''
    const lines = [small.line(plenty), small.line(berries, left + 1, scarce)]
    const placing = await small.shop.placing(ann, lines)
    // Somebody else is faster.
    await small.place(small.neighbour(), small.line(berries, 1, scarce))
    const short = { skuId: scarce, name: '丹东红颜草莓', variant: '5斤装', left }
    return { ann, plenty, lines, placing, short }
  }

  test.each([3, 0])('is refused by the name of that line, with %d left of it', async (left) => {
    const { ann, plenty, lines, placing, short } = await basket(left)
    const quoted = await refusal('orders.quote', ann, { lines, delivery: 'pick-up' })
    expect(quoted).toMatchObject({ code: 'stock_short', details: short })
    const placed = await refusal('orders.place', ann, placing)
    expect(placed).toMatchObject({ code: 'stock_short', details: short })
    expect(await small.stock({ skuId: plenty })).toMatchObject({ left: 100, held: 0 })
  })

  test('is told so before a price that moved as well', async () => {
    const { ann, placing, short } = await basket(2)
    const other = { ...placing, payableFen: placing.payableFen + 1 }
    const placed = await refusal('orders.place', ann, other)
    expect(placed).toMatchObject({ code: 'stock_short', details: short })
  })
})

test('what has no variants is short by its own name alone', async () => {
  const productId = await small.product({ name: '土鸡蛋', stock: 2 })
  const asked = { lines: [small.line(productId, 3)], delivery: 'pick-up' as const }
  const answer = await small.shop.call(small.neighbour(), 'orders.quote', asked)
  expect(answer).toMatchObject({
    error: { code: 'stock_short', details: { name: '土鸡蛋', variant: '', left: 2 } },
  })
})
