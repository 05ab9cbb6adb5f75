/** Posters in a browser: drawn, read by a camera, and opened by a friend. */
import type { Browser } from 'playwright-core'
import type { Touch } from '@domain/attribution/shareLink'
import { readCode } from '../harness/camera'
import { openShop, type Shop } from '../harness/shop'
import { openBrowser } from './browser'
import { Neighbour, places } from './neighbour'

jest.setTimeout(60_000)

let shop: Shop
let browser: Browser

beforeAll(async () => {
  ;[shop, browser] = await Promise.all([openShop(), openBrowser()])
  const invited = await shop.ask('keeper', 'guides.invite', {
    requestId: '5b0f6f5e-0a51-4d5c-8d7b-0a54b7b43f10',
    guideId: 'guide-01' as never,
    name: '李静',
    storeId: 'store-01' as never,
    kind: 'employee',
  })
  await shop.ask('li', 'guides.accept', { code: invited.invitation.code })
})
afterAll(async () => {
  await browser.close()
  await shop.close()
})

test.each(['picture', 'letter', 'plain'])(
  'the code of the poster “%s” opens what it shows, and is the guide’s own',
  async (template) => {
    const li = await Neighbour.come(browser, shop, 'li')
    await li.go(places.poster('product', 'cherry-jj-10'))
    await li.tap(`tab-${template}`)
    await li.page.locator('#poster img').waitFor()
    await li.picture('poster')
    const address = await readCode(li.page.locator('#poster img'))
    await li.leave()

    const friend = `friend-${template}`
    const visitor = await Neighbour.come(browser, shop, friend)
    await visitor.go(new URL(address).hash)
    await visitor.page.locator('#poster-entry').waitFor()
    const [touch] = await shop.documents<Touch>('touches', { memberId: friend })
    expect(touch).toMatchObject({ guideId: 'guide-01', channel: 'poster', sharerId: 'li' })
    expect(visitor.page.url()).toContain('productId=cherry-jj-10')
    expect(visitor.troubles).toEqual([])
    await visitor.leave()
  },
)

test('a poster of something that is not there says so', async () => {
  const li = await Neighbour.come(browser, shop, 'li')
  await li.go(places.poster('product', 'nothing'))
  await li.page.locator('#home').waitFor()
  expect(await li.page.textContent('body')).toContain('商品')
  await li.leave()
})
