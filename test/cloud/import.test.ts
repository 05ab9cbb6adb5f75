import { readFileSync } from 'node:fs'
import type { Product, Shop } from '@domain/catalog/product'
import type { DealId, ProductId } from '@domain/ids'
import { levelOf } from '@domain/members/level'
import type { Member } from '@domain/members/member'
import { expectNothingChanged, expectPoolsToAddUp } from './books'
import { Follower } from './changes'
import { handOut } from './counter'
import { faultsOf, openSmallShop, type SmallShop } from './small-shop'
import { writtenProduct } from './written'

jest.setTimeout(180_000)

const demo = 'demo/fruit-shop.json'

describe('importing again', () => {
  let small: SmallShop
  beforeAll(async () => {
    small = await openSmallShop()
  })
  afterEach(() => expectPoolsToAddUp(small.shop))
  afterAll(() => small.shop.close())

  const written = (id: string) =>
    small.file.products.find((product) => product.id === id) as unknown as Record<string, unknown>
  const writtenDeal = (id: string) =>
    small.file.groupBuys.find((deal) => deal.id === id) as unknown as Record<string, unknown>

  test('keeps orders, sold stock, people and the times of running deals', async () => {
    const goal = await small.ladder({ endsAt: '+2h' })
    const ann = small.neighbour()
    const orderId = await small.buy(ann, small.joining(goal))
    const [order, deal] = [await small.order(orderId), await small.deal(goal.dealId)]
    await small.minutes(3)
    await small.renew()
    expect(await small.order(orderId)).toEqual(order)
    expect(await small.deal(goal.dealId)).toMatchObject({
      startsAt: deal.startsAt,
      endsAt: deal.endsAt,
      status: 'open',
    })
    const stock = await small.stock({ dealId: goal.dealId })
    expect(stock).toEqual({ left: 49, held: 0, sold: 1, people: 1 })
  })

  test('writes no goods as long as the file says the same', async () => {
    await small.ladder()
    await small.coupon()
    const follower = new Follower(small.shop)
    await follower.written()
    await small.renew()
    const places = (await follower.written()).map(({ collection }) => collection)
    expect([...new Set(places)].sort()).toEqual(['file_times', 'shop'])
  })

  test('moves no date of what is there already: coupons, discounts, spend-and-save', async () => {
    const dates = { validFrom: '+0m', validUntil: '+9d' }
    const templateId = await small.coupon({ claimFrom: '-1h', claimUntil: '+2d', ...dates })
    const scope = { kind: 'product' as const, ids: [await small.product()] }
    const runs = { scope, startsAt: '-1h', endsAt: '+3d' }
    small.file.discounts.push({ id: 'spring', name: '春日', discountBps: 9900, ...runs } as never)
    const steps = [{ minFen: 900_000, offFen: 100 }]
    small.file.spendAndSave.push({ id: 'save', name: '满减', steps, ...runs } as never)
    await small.renew()
    const standing = async () => ({
      templates: await small.shop.documents('coupon_templates', { _id: templateId }),
      shop: await small.shop.documents('shop'),
    })
    const before = await standing()
    await small.minutes(3)
    await small.renew()
    expect(await standing()).toEqual(before)

    const [template] = before.templates as [{ claimUntil: number; claimFrom: number }]
    const written = small.file.coupons.find(({ id }) => (id as string) === templateId)
    Object.assign(written ?? {}, { claimUntil: '+5d' })
    await small.renew()
    const claimUntil = (await small.shop.now()) + 5 * 86_400_000
    expect((await standing()).templates).toEqual([{ ...template, claimUntil }])
  })

  test('raises and lowers a stock by the difference, around what is sold and held', async () => {
    const productId = await small.product({ stock: 150 })
    await small.buy(small.neighbour(), small.line(productId, 40))
    for (const [stock, left] of [
      [160, 120],
      [41, 1],
      [40, 0],
      [300, 260],
    ] as const) {
      written(productId)['stock'] = stock
      await small.renew()
      expect((await small.stock({ skuId: productId })).left).toBe(left)
    }
  })

  test('refuses a stock below what is sold or held already', async () => {
    const productId = await small.product({ stock: 10 })
    await small.place(small.neighbour(), small.line(productId, 4))
    const index = small.file.products.length - 1
    await expectNothingChanged(small.shop, async () => {
      const products = small.file.products.map((product) =>
        product.id === productId ? { ...product, stock: 3 } : product,
      )
      const place = `products[${index}].stock: 4 are sold or held already`
      expect(await faultsOf(small, { ...small.file, products })).toBe(place)
    })
  })

  test.each([
    ['price', { basePriceFen: 1001 }, 'its prices stand'],
    ['steps', { tiers: [{ people: 2, priceFen: 899 }] }, 'its prices stand'],
    ['rule below the first step', { belowFirstTier: 'refund-all' }, 'its prices stand'],
    ['goods', { productId: 'replacement' }, 'its goods stand'],
    ['limit', { perMember: 7 }, 'its limit stands'],
  ])('refuses another %s of a running ladder', async (_what, change, fault) => {
    const { dealId } = await small.ladder({ steps: [[2, 900]] })
    const groupBuys = small.file.groupBuys.map((deal) =>
      deal.id === dealId ? { ...deal, ...change } : deal,
    )
    const products = [...small.file.products, writtenProduct('replacement')]
    await expectNothingChanged(small.shop, async () => {
      const told = await faultsOf(small, { ...small.file, products, groupBuys })
      expect(told).toContain(`groupBuys "${dealId}": ${fault}`)
    })
  })

  test('renames a running ladder', async () => {
    const { dealId } = await small.ladder()
    Object.assign(writtenDeal(dealId), { name: '苹果阶梯团' })
    await small.renew()
    expect((await small.deal(dealId)).name).toBe('苹果阶梯团')
  })

  test('changes a price for the next order, not for the ones that stand', async () => {
    const productId = await small.product()
    const ann = small.neighbour()
    const orderId = await small.place(ann, small.line(productId))
    Object.assign(written(productId), { priceFen: 1200 })
    await small.renew()
    expect((await small.order(orderId)).receipt.payableFen).toBe(1000)
    const { receipt } = await small.shop.ask(ann, 'orders.quote', {
      lines: [small.line(productId)],
      delivery: 'pick-up',
    })
    expect(receipt.payableFen).toBe(1200)
    await small.shop.ask(ann, 'orders.pay', { orderId })
    expect((await small.booked(orderId)).totalFee).toBe(1000)
  })

  test('takes a product off the shelf that the file no longer names, and puts it back', async () => {
    const productId = await small.product()
    const ann = small.neighbour()
    const orderId = await small.place(ann, small.line(productId))
    const gone = small.file.products.pop()
    await small.renew()
    const isShown = async () => {
      const { products } = await small.shop.ask(ann, 'catalog.home', {})
      return products.some(({ _id }) => _id === productId)
    }
    expect(await isShown()).toBe(false)
    const wish = { productId: productId as ProductId }
    expect(await small.shop.refusal(ann, 'catalog.see', wish)).toBe('product_unknown')
    const placing = small.shop.placingAt(ann, [small.line(productId)], 1000)
    expect(await small.shop.refusal(ann, 'orders.place', placing)).toBe('product_unknown')
    expect((await small.shop.ask(ann, 'orders.see', { orderId })).order.status).toBe('unpaid')
    if (gone) small.file.products.push(gone)
    await small.renew()
    expect(await isShown()).toBe(true)
    expect((await small.stock({ skuId: productId })).held).toBe(1)
  })
})

describe('an import that is cut off', () => {
  let small: SmallShop
  beforeAll(async () => {
    small = await openSmallShop()
  })
  afterEach(() => small.shop.control('POST', 'faults', {}))
  afterAll(() => small.shop.close())

  /** Everybody stands on the level that the shop has for what they spent. */
  async function expectLevelsToFit(): Promise<void> {
    const [shop] = await small.shop.documents<Shop>('shop')
    const members = await small.shop.documents<Member>('members')
    expect(members.length).toBeGreaterThan(0)
    for (const { levelId, spentFen } of members)
      expect(levelId).toBe(shop?.levels && levelOf(shop.levels, spentFen)?.id)
    expect(shop?.levelsChangedAt).toBeNull()
  }

  const silverFrom = (spendFen: number) => {
    const { window, levels } = small.file.memberLevels ?? never()
    const changed = levels.map((level) =>
      level.name === 'silver' ? { ...level, spendFen } : level,
    )
    small.file.memberLevels = { window, levels: changed as never }
  }

  test('once the shop has its new levels leaves everybody to the timer', async () => {
    const openid = small.neighbour()
    const productId = await small.product({ priceFen: 3000 })
    await handOut(small, await small.buy(openid, small.line(productId)))
    silverFrom(2000)
    await small.renew()
    const [shop] = await small.shop.documents<Shop>('shop')
    // What follows is written down with the levels themselves: nothing of it can get lost.
    expect(shop?.levelsChangedAt).toBe(await small.shop.now())
    await small.minutes(2)
    await expectLevelsToFit()
    expect(await small.shop.documents('members', { levelId: 'silver' })).toHaveLength(1)
  })

  test.each([1, 2, 3, 4, 5, 6])('anywhere leaves no old levels behind: seed %d', async (seed) => {
    silverFrom(seed % 2 === 0 ? 2000 : 5000)
    await small.shop.control('POST', 'faults', { seed, rates: { 'function.kill': 0.08 } })
    await small.shop.call('keeper', 'shopfile.import', { file: small.file, pictures: {} })
    await small.minutes(2)
    await small.shop.control('POST', 'faults', {})
    await small.minutes(3)
    await expectLevelsToFit()
    await small.renew()
    await small.minutes(2)
    await expectLevelsToFit()
    await expectPoolsToAddUp(small.shop)
  })
})

function never(): never {
  throw new Error('the shop has levels')
}

describe('the demo shop', () => {
  let small: SmallShop
  beforeAll(async () => {
    small = await openSmallShop()
    const { status, stderr } = small.shop.importFile(demo)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
  afterAll(() => small.shop.close())

  const file = JSON.parse(readFileSync(demo, 'utf8')) as Record<string, unknown[]>

  test('stands on the shelves whole, every product with its picture', async () => {
    const home = await small.shop.ask('ann', 'catalog.home', {})
    expect(home.products).toHaveLength(file['products']?.length ?? 0)
    for (const { picture } of home.products) expect(picture).toMatch(/^cloud:\/\/.+\.webp$/)
    expect(home.stores).toHaveLength(file['stores']?.length ?? 0)
    const named = (deals: readonly { deal: { _id: string } }[]) => deals.map(({ deal }) => deal._id)
    expect(named(home.deals.ladders)).toEqual(['ladder-cherry', 'ladder-muscat'])
    expect(named(home.deals.teams)).toEqual(['group-kiwi', 'newcomer-egg'])
    expect(home.deals.flash.map(({ product }) => product._id)).toContain('mango-tainong-3')
  })

  test('keeps the sections that no part of the shop uses yet', async () => {
    const kept = await small.shop.documents<{ _id: string; section: unknown }>('kept_sections')
    const sections = new Map(kept.map(({ _id, section }) => [_id, section]))
    for (const name of ['fission']) {
      expect({ name, section: sections.get(name) }).toEqual({ name, section: file[name] })
    }
  })

  test('has the stock that the file says, and pools that add up', async () => {
    const products = await small.shop.documents<Product>('products', { onShelf: true })
    expect(products).toHaveLength(40)
    expect(await small.stock({ dealId: 'ladder-cherry' as DealId })).toMatchObject({ left: 1200 })
    await expectPoolsToAddUp(small.shop)
  })

  test('can be brought in a second time', () => {
    expect(small.shop.importFile(demo).status).toBe(0)
  })
})
