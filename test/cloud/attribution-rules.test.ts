/** 溯源: what nobody can forge, and what the shop itself decides. */
import { createHash, randomUUID } from 'node:crypto'
import type { LiveId, ProductId } from '@domain/ids'
import { newLinkId } from '@server/kit/ids'
import { everything, expectNothingChanged } from './books'
import {
  brings,
  creditOf,
  guide,
  linkOf,
  open,
  sale,
  shareCommission,
  touchesOf,
} from './guide-shop'
import { session } from './guide-wishes'
import { end } from './live-shop'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(180_000)

let small: SmallShop
beforeAll(async () => {
  small = await openSmallShop()
})
afterAll(() => small.shop.close())

/** Buys a fruit and tells whom the order is credited to. */
async function boughtBy(openid: string) {
  return creditOf(small, await small.buy(openid, small.line(await small.product())))
}

describe('what changes nothing', () => {
  test('an unknown token, and one of another case', async () => {
    const link = await linkOf(small, (await guide(small)).openid)
    const swapped = [link.toUpperCase(), `${link.slice(0, -1)}${link.at(-1) === 'a' ? 'b' : 'a'}`]
    const ann = small.neighbour()
    await expectNothingChanged(small.shop, async () => {
      for (const token of [...swapped, `${link}2`, link.slice(1), 'home']) {
        expect(await open(small, ann, token)).toMatchObject({ error: { code: 'link_unknown' } })
      }
    })
    expect(await boughtBy(ann)).toBeNull()
  })

  test('one’s own link', async () => {
    const { openid } = await guide(small)
    const link = await linkOf(small, openid)
    await expectNothingChanged(small.shop, async () => {
      expect(await open(small, openid, link)).toMatchObject({
        result: { target: { kind: 'home' } },
      })
    })
    expect(await boughtBy(openid)).toBeNull()
  })

  test('another link of one’s own, to whatever it leads and by whichever way', async () => {
    const { openid } = await guide(small)
    const productId = (await small.product()) as ProductId
    const links = [
      await linkOf(small, openid, { kind: 'home' }, 'poster'),
      await linkOf(small, openid, { kind: 'product', id: productId }, 'wecom'),
    ]
    await expectNothingChanged(small.shop, async () => {
      for (const link of links) expect(await open(small, openid, link)).toHaveProperty('result')
    })
  })

  test('the same opening again, by whoever heard of its request id', async () => {
    const { openid } = await guide(small)
    const [ann, requestId] = [small.neighbour(), randomUUID()]
    const link = await linkOf(small, openid)
    await open(small, ann, link, requestId)
    await expectNothingChanged(small.shop, async () => {
      await open(small, ann, link, requestId)
    })
    const bo = small.neighbour()
    const before = await everything(small.shop)
    await open(small, bo, link, requestId)
    // Whoever else says the same opens the link for themselves, and nothing of Ann's is touched.
    const after = await everything(small.shop)
    const others = (books: Record<string, unknown>, name: string) =>
      (books[name] as { memberId: string }[]).filter(({ memberId }) => memberId !== bo)
    for (const name of ['touches', 'guide_customers']) {
      expect(others(after, name)).toEqual(others(before, name))
    }
    const { touches: _touches, guide_customers: _customers, ...rest } = before
    expect(after).toMatchObject(rest)
    expect(await touchesOf(small, bo)).toHaveLength(1)
  })

  test('three thousand tokens that somebody guesses', async () => {
    await linkOf(small, (await guide(small)).openid)
    const letters = '23456789abcdefghijkmnpqrstuvwxyz'
    const guess = (number: number): string => {
      const bytes = createHash('sha256').update(`guess ${number}`).digest().subarray(0, 20)
      return Array.from(bytes, (byte) => letters.charAt(byte % 32)).join('')
    }
    const ann = small.neighbour()
    await expectNothingChanged(small.shop, async () => {
      for (let from = 0; from < 3000; from += 50) {
        const numbers = Array.from({ length: 50 }, (_number, index) => from + index)
        const answers = await Promise.all(numbers.map((number) => open(small, ann, guess(number))))
        expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveProperty('size', 1)
        expect(answers[0]).toMatchObject({ error: { code: 'link_unknown' } })
      }
    })
  })
})

test('of 100,000 tokens no two are the same, and every letter is as likely in every place', () => {
  const tokens = Array.from({ length: 100_000 }, () => newLinkId())
  expect(new Set(tokens).size).toBe(100_000)
  expect(tokens.every((token) => /^[2-9a-km-np-z]{20}$/.test(token))).toBe(true)
  for (let place = 0; place < 20; place += 1) {
    const counts = new Map<string, number>()
    for (const token of tokens) {
      counts.set(token.charAt(place), (counts.get(token.charAt(place)) ?? 0) + 1)
    }
    expect(counts.size).toBe(32)
    // 3125 on the average; ten standard deviations are 550.
    for (const count of counts.values()) expect(Math.abs(count - 3125)).toBeLessThan(550)
  }
})

/** Where it would show that somebody was credited or owed something. */
const earned = ['commission_entries', 'guide_customers', 'bindings', 'guides', 'payouts', 'touches']

describe('who would cheat', () => {
  test('a guide who buys by a friend’s re-share of their own link earns nothing', async () => {
    const { openid } = await guide(small)
    const friend = small.neighbour()
    await brings(small, openid, friend)
    await brings(small, friend, openid)
    const line = small.line(await small.product())
    const { orders: _orders, ...before } = await everything(small.shop)
    const orderId = await small.buy(openid, line)
    const { attribution } = await small.order(orderId)
    expect(attribution).toMatchObject({ guideId: null, lost: [{ because: 'self' }] })
    const after = await everything(small.shop)
    for (const name of earned) expect([name, after[name]]).toEqual([name, before[name]])
  })

  test.each([
    ['attribution.share', { guideId: 'guide-1', target: { kind: 'home' }, channels: ['chat'] }],
    ['attribution.share', { sharerId: 'ann', target: { kind: 'home' }, channels: ['chat'] }],
    ['attribution.open', { requestId: randomUUID(), link: 'x', guideId: 'guide-1' }],
    ['attribution.open', { requestId: randomUUID(), link: 'x', memberId: 'ann' }],
    ['guides.customers', { tab: 'all', guideId: 'guide-1' }],
    ['commission.list', { guideId: 'guide-1' }],
  ] as const)('nobody names a guide or a member to %s: %j', async (name, input) => {
    await expectNothingChanged(small.shop, async () => {
      const refused = await small.shop.refusal(small.neighbour(), name, input as never)
      expect(refused).toBe('input_invalid')
    })
  })

  test('an order that names a guide is refused', async () => {
    const ann = small.neighbour()
    const placing = await small.shop.placing(ann, [small.line(await small.product())])
    await expectNothingChanged(small.shop, async () => {
      for (const forged of [{ guideId: 'guide-1' }, { attribution: { guideId: 'guide-1' } }]) {
        const wish = { ...placing, ...forged }
        expect(await small.shop.refusal(ann, 'orders.place', wish)).toBe('input_invalid')
      }
    })
  })

  test('another guide reads nothing of what one earned, of whom, and from which orders', async () => {
    await shareCommission(small)
    const [{ orderId, guideId, buyer }, other] = [await sale(small), await guide(small)]
    await expectNothingChanged(small.shop, async () => {
      for (const openid of [other.openid, small.neighbour()]) {
        const told = await Promise.all([
          small.shop.call(openid, 'guides.customers', { tab: 'all' }),
          small.shop.call(openid, 'commission.list', {}),
          small.shop.call(openid, 'guides.desk', {}),
          small.shop.call(openid, 'guides.trend', { days: 30 }),
          small.shop.call(openid, 'payouts.list', {}),
          small.shop.call(openid, 'commission.see', { orderId }),
          small.shop.call(openid, 'attribution.explain', { orderId }),
          small.shop.call(openid, 'attribution.see', { orderId }),
          small.shop.call(openid, 'commission.overview', {}),
        ])
        for (const secret of [orderId, guideId, buyer]) {
          expect(JSON.stringify(told)).not.toContain(secret)
        }
        expect(told.slice(-4).every((answer) => 'error' in answer)).toBe(true)
      }
    })
  })
})

describe('the shop’s own rule', () => {
  test('binds customers to the first guide where it protects them, for its days', async () => {
    await shareCommission(small, { rule: 'protected-binding', bindingDays: 2 })
    const [li, wang] = [await guide(small), await guide(small)]
    const ann = small.neighbour()
    await brings(small, li.openid, ann)
    await small.minutes(1)
    await brings(small, wang.openid, ann)
    expect(await boughtBy(ann)).toBe(li.guideId)
    await small.shop.pass('2 days')
    await brings(small, wang.openid, ann)
    expect(await boughtBy(ann)).toBe(wang.guideId)
  })

  test('is told on the order with its version, which counts changes', async () => {
    await shareCommission(small, { rule: 'last-guide-touch', bindingDays: 30 })
    const ruleOf = async () => {
      const orderId = await small.buy(small.neighbour(), small.line(await small.product()))
      return (await small.order(orderId)).attribution.rule
    }
    const before = await ruleOf()
    expect(before).toMatchObject({ kind: 'last-guide-touch', days: 30 })
    expect(await ruleOf()).toEqual(before)
    await shareCommission(small, { rule: 'first-touch' })
    expect(await ruleOf()).toMatchObject({ kind: 'first-touch', version: before.version + 1 })
    await shareCommission(small)
  })

  test('lets guides buy for themselves where it says so', async () => {
    await shareCommission(small, { selfPurchase: true })
    const { openid, guideId } = await guide(small)
    await brings(small, openid, openid)
    expect(await boughtBy(openid)).toBe(guideId)
    await shareCommission(small)
  })
})

describe('an order from the page of a live', () => {
  const placing = async () => {
    const ann = small.neighbour()
    return { ann, wish: await small.shop.placing(ann, [small.line(await small.product())]) }
  }
  const liveOf = async (liveId: LiveId) => {
    const { ann, wish } = await placing()
    const { orderId } = await small.shop.ask(ann, 'orders.place', { ...wish, liveId })
    return (await small.order(orderId)).live
  }

  test('is of the live while it runs, with its host', async () => {
    const { guideId } = await guide(small)
    small.file.guides = [
      { id: guideId, name: '小李', storeId: 'store-01' as never, kind: 'employee' },
    ]
    const liveId = await session(small, guideId)
    expect(await liveOf(liveId)).toEqual({ id: liveId, hostId: guideId })
    await end(small, { liveId })
    expect(await liveOf(liveId)).toBeNull()
  })

  test('of a live that there is not is refused', async () => {
    const { ann, wish } = await placing()
    const input = { ...wish, liveId: 'no-such-live' as LiveId }
    expect(await small.shop.refusal(ann, 'orders.place', input)).toBe('live_unknown')
  })
})
