/** 会员中心: joining by a store's code, what members say of themselves, and the first screen. */
import type { Coupon } from '@domain/coupons/coupon'
import type { StoreId } from '@domain/ids'
import type { Member } from '@domain/members/member'
import { askBack, handOut, receive, ship } from './counter'
import { openSmallShop, type SmallShop } from './small-shop'
import { writtenCoupon, type WrittenCoupon } from './written'

jest.setTimeout(120_000)

/** A coupon that is called like its id. */
const coupon = (id: string, terms: Partial<WrittenCoupon> = {}) =>
  writtenCoupon(id, { name: id, ...terms })

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
  const [store] = small.file.stores
  small.file.stores.push({ ...store, id: 'store-02', name: '城北店' } as never)
  small.file.coupons = [
    coupon('welcome', { audience: 'newcomer' }),
    coupon('welcome-fruit', { audience: 'newcomer', total: 3 }),
    coupon('for-all'),
    coupon('voucher', { channel: 'monthly' }),
    coupon('gift', { channel: 'level-up' }),
  ]
  const [plain, silver, gold] = small.file.memberLevels?.levels ?? []
  small.file.memberLevels = {
    window: 'last-3-months',
    levels: [
      plain as never,
      { ...silver, monthlyCouponId: 'voucher' } as never,
      { ...gold, giftCouponId: 'gift' } as never,
    ],
  }
  await small.renew()
})
afterEach(() => small.shop.control('POST', 'faults', {}))
afterAll(() => small.shop.close())

const member = async (openid: string): Promise<Member | undefined> =>
  (await small.shop.documents<Member>('members', { _id: openid }))[0]

const couponsOf = (openid: string) => small.shop.documents<Coupon>('coupons', { memberId: openid })

const join = (openid: string, storeId?: string) =>
  small.shop.ask(openid, 'members.join', storeId ? { storeId: storeId as StoreId } : {})

/** Fills the pool of coupons that a test before has emptied. */
async function refill(): Promise<void> {
  small.file.coupons = small.file.coupons.map((one) => ({ ...one, total: 1000 }))
  await small.renew()
}

describe('joining', () => {
  test('by a store’s code makes a member of that store, with the coupons for newcomers', async () => {
    const ann = small.neighbour()
    const joined = await join(ann, 'store-02')
    expect(joined).toMatchObject({ joinedAt: await small.shop.now(), store: { name: '城北店' } })
    expect(joined.coupons.map(({ name }) => name)).toEqual(['welcome', 'welcome-fruit'])
    for (const given of joined.coupons) expect(given).not.toHaveProperty('memberId')
    expect(await couponsOf(ann)).toHaveLength(2)
  })

  test('again changes nothing: the first store stays, and nothing is given twice', async () => {
    await refill()
    const ann = small.neighbour()
    const first = await join(ann, 'store-01')
    await small.minutes(1)
    expect(await join(ann, 'store-02')).toEqual({ ...first, coupons: [] })
    expect(await join(ann)).toEqual({ ...first, coupons: [] })
    expect(await couponsOf(ann)).toHaveLength(2)
  })

  test('without a code leaves room for the first store', async () => {
    const ann = small.neighbour()
    expect(await join(ann)).toMatchObject({ store: null })
    expect(await join(ann, 'store-02')).toMatchObject({ store: { id: 'store-02' }, coupons: [] })
    expect(await join(ann, 'store-01')).toMatchObject({ store: { id: 'store-02' } })
  })

  test('ten times in the same moment is joining once', async () => {
    const ann = small.neighbour()
    const stores = ['store-01', 'store-02']
    const all = await Promise.all(Array.from({ length: 10 }, (_, n) => join(ann, stores[n % 2])))
    const { storeId, joinedAt } = (await member(ann)) ?? {}
    expect(all.map(({ joinedAt: at }) => at)).toEqual(all.map(() => joinedAt))
    expect(new Set(all.map(({ store }) => store?.id))).toEqual(new Set([storeId]))
    expect(await couponsOf(ann)).toHaveLength(2)
  })

  test('by forty at once gives each what is there, and no coupon that is not', async () => {
    small.file.coupons.push(coupon('welcome-rare', { audience: 'newcomer', total: 5 }))
    await small.renew()
    const neighbours = small.neighbours(40)
    const joined = await Promise.all(neighbours.map((openid) => join(openid, 'store-01')))
    const rare = joined.filter(({ coupons }) => coupons.some(({ name }) => name === 'welcome-rare'))
    expect(rare).toHaveLength(5)
    expect(joined.every(({ store }) => store?.id === 'store-01')).toBe(true)
    expect(await small.shop.documents('coupons', { templateId: 'welcome-rare' })).toHaveLength(5)
    small.file.coupons = small.file.coupons.filter(({ id }) => id !== 'welcome-rare')
    await small.renew()
  })

  test('brings who has received an order no coupons for newcomers', async () => {
    const ann = small.neighbour()
    const productId = await small.product({ priceFen: 1000 })
    await handOut(small, await small.buy(ann, small.line(productId)))
    expect(await join(ann, 'store-01')).toMatchObject({ coupons: [], store: { id: 'store-01' } })
    expect(await member(ann)).toMatchObject({ orders: 1, spentFen: 1000 })
  })

  test('a store that is not there is refused, and nobody is written down', async () => {
    const ann = small.neighbour()
    const wish = { storeId: 'store-99' as StoreId }
    expect(await small.shop.refusal(ann, 'members.join', wish)).toBe('store_unknown')
    expect(await member(ann)).toBeUndefined()
  })

  test('interrupted at any call is made good by joining again', async () => {
    const neighbours = small.neighbours(6)
    await small.shop.control('POST', 'faults', { seed: 8, rates: { 'function.kill': 0.12 } })
    for (let tries = 0; tries < 2; tries += 1) {
      await Promise.all(neighbours.map((openid) => small.shop.call(openid, 'members.join', {})))
    }
    await small.shop.control('POST', 'faults', {})
    for (const openid of neighbours) {
      expect(await join(openid)).toHaveProperty('joinedAt')
      expect((await couponsOf(openid)).map(({ name }) => name).sort()).toEqual([
        'welcome',
        'welcome-fruit',
      ])
    }
  })
})

describe('the first screen', () => {
  test('of a stranger shows what there is to come', async () => {
    expect(await small.shop.ask('passer-by', 'members.see', {})).toMatchObject({
      ...{ joinedAt: null, store: null, coupons: 0, orders: {}, signedToday: false },
      points: { rule: null, balance: 0, expiring: null },
      welcomes: true,
      growth: {
        ...{ level: { id: 'plain' }, spentFen: 0, reckonAt: null },
        next: { level: { id: 'silver' }, missingFen: 5000 },
      },
    })
  })

  test('counts coupons, and orders by where they stand', async () => {
    const ann = small.neighbour()
    await join(ann)
    const productId = await small.product({ priceFen: 3000 })
    const line = small.line(productId)
    await small.place(ann, line)
    await small.buy(ann, line)
    const [sent, received, asked] = [
      await small.buySent(ann, line),
      await small.buySent(ann, line),
      await small.buySent(ann, line),
    ]
    for (const orderId of [sent, received, asked]) await ship(small, orderId)
    for (const orderId of [received, asked]) await receive(small, ann, orderId)
    await askBack(small, ann, asked, [0, 1])
    await small.cancel(ann, await small.place(ann, line))
    const seen = await small.shop.ask(ann, 'members.see', {})
    expect(seen.orders).toEqual({
      ...{ unpaid: 1, paid: 1, shipped: 1, received: 2 },
      'after-sale': 1,
    })
    expect(seen.coupons).toBe((await couponsOf(ann)).filter((c) => c.status === 'unused').length)
    expect(seen.growth).toMatchObject({
      ...{ level: { id: 'silver' }, spentFen: 6000 },
      next: { level: { id: 'gold' }, missingFen: 14_000 },
    })
  })

  test('keeps to three calls however many orders there were', async () => {
    const ann = small.neighbour()
    const productId = await small.product()
    for (let n = 0; n < 8; n += 1) await handOut(small, await small.buy(ann, small.line(productId)))
    const [before] = await small.shop.control<{ seq: number }[]>('GET', 'log?limit=1')
    await small.shop.ask(ann, 'members.see', {})
    const [entry] = await small.shop.control<{ calls: unknown[] }[]>(
      'GET',
      `log?after=${before?.seq ?? 0}&limit=10`,
    )
    expect(entry?.calls).toHaveLength(3)
  })
})

describe('the levels', () => {
  test('are shown with what they bring, by name', async () => {
    const { levels } = await small.shop.ask('passer-by', 'members.levels', {})
    expect(levels.map(({ level, monthly, gift }) => [level.id, monthly, gift])).toEqual([
      ['plain', null, null],
      ['silver', 'voucher', null],
      ['gold', null, 'gift'],
    ])
  })

  test('explain each change, the newest first', async () => {
    const ann = small.neighbour()
    const productId = await small.product({ priceFen: 6000 })
    const orderId = await small.buySent(ann, small.line(productId))
    await ship(small, orderId)
    await receive(small, ann, orderId)
    await small.shop.pass('94 days')
    await small.minutes(2)
    const { growth, history } = await small.shop.ask(ann, 'members.levels', {})
    expect(growth).toMatchObject({ level: { id: 'plain' }, spentFen: 0 })
    expect(history.map(({ from, to, spentFen, because }) => [from, to, spentFen, because])).toEqual(
      [
        ['silver', 'plain', 0, 'window'],
        ['plain', 'silver', 6000, 'received'],
      ],
    )
  })

  test('are reckoned anew for everybody when the shop changes them', async () => {
    const ann = small.neighbour()
    const productId = await small.product({ priceFen: 6000 })
    await handOut(small, await small.buy(ann, small.line(productId)))
    expect((await member(ann))?.levelId).toBe('silver')
    const before = small.file.memberLevels
    const [plain, silver, gold] = before?.levels ?? []
    small.file.memberLevels = {
      window: 'last-3-months',
      levels: [plain, { ...silver, spendFen: 7000 }, gold] as never,
    }
    await small.renew()
    await small.minutes(1)
    const { levelId, levelHistory } = (await member(ann)) ?? {}
    expect(levelId).toBe('plain')
    expect(levelHistory?.at(-1)).toMatchObject({ from: 'silver', to: 'plain', because: 'rule' })
    small.file.memberLevels = before
    await small.renew()
    await small.minutes(1)
    expect((await member(ann))?.levelId).toBe('silver')
  })
})
