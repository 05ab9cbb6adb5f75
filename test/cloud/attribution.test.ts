/** 溯源: links that are never lost, and orders that know whose they are. */
import type { ShareLink } from '@domain/attribution/shareLink'
import type { DealId, LinkId, ProductId } from '@domain/ids'
import type { Member } from '@domain/members/member'
import { brings, creditOf, customersOf, guide, linkOf, open, touchesOf } from './guide-shop'
import { session } from './guide-wishes'
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

const linkDocument = async (link: LinkId) => {
  const [found] = await small.shop.documents<ShareLink>('share_links', { _id: link })
  return found
}

describe('a share link', () => {
  test('is the same one each time, one for each target and channel', async () => {
    const { openid } = await guide(small)
    const target = { kind: 'product', id: (await small.product()) as ProductId } as const
    const ask = () =>
      small.shop.ask(openid, 'attribution.share', { target, channels: ['chat', 'poster', 'chat'] })
    const first = await ask()
    expect(await ask()).toEqual(first)
    const { chat, poster } = first.links
    expect(new Set([chat, poster, await linkOf(small, openid)]).size).toBe(3)
  })

  test('asked for by ten at the same time is one', async () => {
    const { openid } = await guide(small)
    const links = await Promise.all(Array.from({ length: 10 }, () => linkOf(small, openid)))
    expect(new Set(links).size).toBe(1)
    expect(await small.shop.documents('share_links', { sharerId: openid })).toHaveLength(1)
  })

  test('is a token that says nothing and fits the scene of a code', async () => {
    const { openid } = await guide(small)
    expect(await linkOf(small, openid)).toMatch(/^[2-9a-km-np-z]{20}$/)
  })

  test('leads to every kind of thing, and to nothing that is not there', async () => {
    const { openid } = await guide(small)
    const [productId, ladder, team] = [
      await small.product(),
      await small.ladder(),
      await small.team(),
    ]
    const orderId = await small.buy(small.neighbour(), small.joining(team))
    const { _id: teamId } = await small.teamOf(orderId)
    const targets = [
      { kind: 'home' },
      { kind: 'product', id: productId },
      { kind: 'deal', id: ladder.dealId },
      { kind: 'team', id: teamId },
      { kind: 'live', id: await session(small) },
      { kind: 'store', id: 'store-01' },
    ] as never[]
    for (const target of targets) {
      const link = await linkOf(small, openid, target)
      expect(await open(small, small.neighbour(), link)).toMatchObject({ result: { target } })
      if ((target as { kind: string }).kind === 'home') continue
      const gone = { ...(target as object), id: 'not-there' } as never
      const refused = { target: gone, channels: ['chat'] as never }
      expect(await small.shop.refusal(openid, 'attribution.share', refused)).toMatch(/_unknown$/)
    }
  })

  test('tells which kind of deal it leads to', async () => {
    const { openid } = await guide(small)
    const { dealId } = await small.ladder()
    const link = await linkOf(small, openid, { kind: 'deal', id: dealId as DealId })
    expect(await open(small, small.neighbour(), link)).toMatchObject({
      result: { dealKind: 'ladder' },
    })
  })

  test('leads to a code that only its sharer can make', async () => {
    const { openid } = await guide(small)
    const link = await linkOf(small, openid, { kind: 'home' }, 'code')
    const { file, path } = await small.shop.ask(openid, 'attribution.code', { link })
    expect(path).toBe(`pages/attribution/open/index?scene=${link}`)
    expect(file).toMatch(/^cloud:\/\/.+\.png$/)
    expect(await small.shop.refusal(small.neighbour(), 'attribution.code', { link })).toBe(
      'link_unknown',
    )
  })
})

describe('who opened a guide’s link', () => {
  test('may browse first, buy much later and by another way: the order is the guide’s', async () => {
    const { openid, guideId } = await guide(small)
    const ann = small.neighbour()
    await brings(small, openid, ann)
    await small.shop.ask(ann, 'catalog.home', {})
    await small.minutes(3)
    await small.shop.ask(ann, 'catalog.search', { sort: 'cheapest', skip: 0 })
    expect(await boughtBy(ann)).toBe(guideId)
  })

  test('may register only afterwards, and is the guide’s new member', async () => {
    const { openid, guideId } = await guide(small)
    const ann = small.neighbour()
    await brings(small, openid, ann)
    await small.shop.ask(ann, 'members.join', {})
    const [member] = await small.shop.documents<Member>('members', { _id: ann })
    expect(member?.broughtBy).toBe(guideId)
    expect(await boughtBy(ann)).toBe(guideId)
  })

  test('was nobody’s new member who had joined before', async () => {
    const { openid } = await guide(small)
    const ann = small.neighbour()
    await small.shop.ask(ann, 'members.join', {})
    await brings(small, openid, ann)
    await small.shop.ask(ann, 'members.join', { storeId: 'store-01' as never })
    const [member] = await small.shop.documents<Member>('members', { _id: ann })
    expect(member).toMatchObject({ broughtBy: null, storeId: 'store-01' })
  })

  test('leaves a touch each time, and is one customer', async () => {
    const { openid, guideId } = await guide(small)
    const ann = small.neighbour()
    const link = await brings(small, openid, ann)
    await small.minutes(1)
    await open(small, ann, link)
    expect(await touchesOf(small, ann)).toHaveLength(2)
    const [customer, ...others] = await customersOf(small, guideId)
    expect(others).toEqual([])
    expect(customer).toMatchObject({ memberId: ann, visits: 2, orders: 0, lastOrderAt: null })
  })

  test('who goes on to another guide is the other one’s, and the order tells so', async () => {
    const [li, wang] = [await guide(small), await guide(small, { name: '小王' })]
    const ann = small.neighbour()
    await brings(small, li.openid, ann)
    await small.minutes(1)
    await brings(small, wang.openid, ann)
    const orderId = await small.buy(ann, small.line(await small.product()))
    const { attribution } = await small.order(orderId)
    expect(attribution).toMatchObject({ guideId: wang.guideId, guideName: '小王' })
    expect(attribution.won).toMatchObject({ kind: 'touch', touch: { guideId: wang.guideId } })
    expect(attribution.lost).toMatchObject([
      { touch: { guideId: li.guideId }, because: 'later-touch' },
    ])
  })
})

describe('a friend’s re-share', () => {
  test('two hops away still credits the guide with whom it began', async () => {
    const { openid, guideId } = await guide(small)
    const [ann, bo, cai] = [small.neighbour(), small.neighbour(), small.neighbour()]
    await brings(small, openid, ann)
    const first = await brings(small, ann, bo)
    const second = await brings(small, bo, cai)
    expect(await boughtBy(cai)).toBe(guideId)
    expect(await linkDocument(first)).toMatchObject({ guideId, hops: 1, sharerId: ann })
    expect(await linkDocument(second)).toMatchObject({ guideId, hops: 2, parentId: first })
  })

  test('of who came by nobody credits nobody', async () => {
    const [ann, bo] = [small.neighbour(), small.neighbour()]
    await brings(small, ann, bo)
    expect(await boughtBy(bo)).toBeNull()
    expect(await touchesOf(small, bo)).toMatchObject([{ guideId: null, hops: 0 }])
  })

  test('goes over to another guide with the friend, and old links stay as they were', async () => {
    const [li, wang] = [await guide(small), await guide(small)]
    const [ann, bo] = [small.neighbour(), small.neighbour()]
    await brings(small, li.openid, ann)
    const before = await linkOf(small, ann)
    await small.minutes(1)
    await brings(small, wang.openid, ann)
    const after = await linkOf(small, ann)
    expect(after).not.toBe(before)
    await open(small, bo, before)
    expect(await boughtBy(bo)).toBe(li.guideId)
  })
})

test('a poster shows the price now, who invites, and a link of the sharer’s own', async () => {
  const { openid } = await guide(small, { name: '小李' })
  const productId = await small.product({ priceFen: 1500, originalPriceFen: 1990 })
  const target = { kind: 'product', id: productId } as never
  const poster = await small.shop.ask(openid, 'attribution.poster', { target })
  expect(poster).toMatchObject({
    ...{ name: productId, priceFen: 1500, usualFen: 1990, endsAt: null },
    ...{ shopName: '小果铺', sharer: { name: '小李', avatar: null } },
  })
  expect(poster.link).toBe(await linkOf(small, openid, target, 'poster'))
  const { dealId } = await small.team({ priceFen: 800 })
  const deal = { kind: 'deal', id: dealId } as never
  const ofDeal = await small.shop.ask(openid, 'attribution.poster', { target: deal })
  expect(ofDeal).toMatchObject({ priceFen: 800, usualFen: 1000 })
  expect(ofDeal.endsAt).toBeGreaterThan(await small.shop.now())
})
