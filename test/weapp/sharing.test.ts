import type { ShareLink, Touch } from '@domain/attribution/shareLink'
import { openShop, type Shop } from '../harness/shop'
import { closePhones, openPhone } from './phone'

jest.setTimeout(60_000)

const product = { path: 'pages/catalog/product/index', query: 'productId=cherry-jj-10' }

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
  const invitation = {
    requestId: '5b0f6f5e-0a51-4d5c-8d7b-0a54b7b43f10',
    guideId: 'guide-01',
    name: '李静',
    storeId: 'store-01',
    kind: 'employee',
  }
  const invited = await shop.ask('keeper', 'guides.invite', invitation as never)
  await shop.ask('li', 'guides.accept', { code: invited.invitation.code })
})
afterEach(closePhones)
afterAll(() => shop.close())

/** What a friend gets who is sent a page. */
async function sharedBy(openid: string, place: { path: string; query: string } = product) {
  const phone = await openPhone({ cloud: shop.url, openid, ...place })
  await phone.waitFor(() => phone.has('#poster-entry'))
  const { path } = await phone.share()
  const [page = '', query = ''] = path.replace(/^\//, '').split('?')
  return { path: page, query }
}

const follow = async (openid: string, shared: { path: string; query: string }) => {
  const phone = await openPhone({ cloud: shop.url, openid, ...shared, scene: 1007 })
  await phone.waitFor(() => phone.has('#poster-entry'))
  return phone
}

async function touchesOf(memberId: string): Promise<Touch[]> {
  return shop.documents<Touch>('touches', { memberId })
}

async function linkIn(query: string): Promise<ShareLink | undefined> {
  const token = new URLSearchParams(query).get('link') ?? ''
  const [link] = await shop.documents<ShareLink>('share_links', { _id: token })
  return link
}

test('a page that a guide shares carries a link of theirs, and opens as it did before', async () => {
  const shared = await sharedBy('li')
  expect(shared.path).toBe(product.path)
  expect(await linkIn(shared.query)).toMatchObject({
    sharerId: 'li',
    guideId: 'guide-01',
    channel: 'chat',
    hops: 0,
    target: { kind: 'product', id: 'cherry-jj-10' },
  })
})

test('whoever opens it leaves a touch, with where WeChat says that they came from', async () => {
  await follow('ann', await sharedBy('li'))
  const [touch] = await touchesOf('ann')
  expect(touch).toMatchObject({ sharerId: 'li', guideId: 'guide-01', scene: 1007 })
})

test('what a friend passes on is still the guide’s, one hop further', async () => {
  await follow('bo', await sharedBy('li'))
  const passedOn = await sharedBy('bo')
  expect(await linkIn(passedOn.query)).toMatchObject({
    sharerId: 'bo',
    guideId: 'guide-01',
    hops: 1,
  })
  await follow('cai', passedOn)
  expect(await touchesOf('cai')).toMatchObject([{ sharerId: 'bo', guideId: 'guide-01' }])
})

test('a touch that could not be told without a network is told with the next page', async () => {
  const shared = await sharedBy('li')
  const phone = await openPhone({ cloud: shop.url, openid: 'ding', ...product })
  await phone.waitFor(() => phone.has('#poster-entry'))
  await phone.network(false)
  await phone.background()
  await phone.foreground(shared)
  expect(await touchesOf('ding')).toEqual([])
  await phone.network(true)
  await phone.background()
  await phone.foreground(product)
  await phone.idle()
  expect(await touchesOf('ding')).toMatchObject([{ guideId: 'guide-01' }])
})

test('a code leads to what it is for; one that is not ours says so and leads home', async () => {
  const { links } = await shop.ask('li', 'attribution.share', {
    target: { kind: 'product', id: 'cherry-jj-10' as never },
    channels: ['code'],
  })
  const open = { path: 'pages/attribution/open/index' }
  const phone = await openPhone({
    cloud: shop.url,
    openid: 'en',
    ...open,
    query: `scene=${links.code ?? ''}`,
  })
  await phone.waitFor(() => phone.place().route === product.path)
  expect(await touchesOf('en')).toMatchObject([{ channel: 'code', guideId: 'guide-01' }])

  const query = `scene=${(links.code ?? '').toUpperCase()}`
  const lost = await openPhone({ cloud: shop.url, openid: 'fang', ...open, query })
  await lost.waitFor(() => lost.has('#home'))
  expect(lost.text()).toContain('这个链接打不开了')
  expect(await touchesOf('fang')).toEqual([])
})

test('a poster names the product, its price and who invites, and can be saved', async () => {
  const place = { path: 'pages/attribution/poster/index', query: 'kind=product&id=cherry-jj-10' }
  const phone = await openPhone({ cloud: shop.url, openid: 'li', ...place })
  await phone.waitFor(() => phone.has('#poster'))
  const drawn = phone.drawn('#poster-canvas').join('\n')
  expect(drawn).toContain('智利JJ车厘子 10斤礼盒')
  expect(drawn).toContain('李静 推荐给你')
  expect(drawn).toContain('"499"')
  await phone.tap('#save')
  expect(phone.calls('saveImageToPhotosAlbum')).toHaveLength(1)
})
