/** What membership is worth, from the store's code to the last fen, in a browser. */
import type { Browser } from 'playwright-core'
import { openShop, type Shop } from '../harness/shop'
import { goldMemberStory } from '../stories/gold-member'
import { newcomerStory } from '../stories/newcomer'
import type { Stage } from '../stories/visitor'
import { openBrowser } from './browser'
import { browserVisitor } from './visitor'

jest.setTimeout(60_000)

let shop: Shop
let browser: Browser

beforeAll(async () => {
  ;[shop, browser] = await Promise.all([openShop({ at: '2027-03-07 22:00' }), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await shop.close()
})

const stage: Stage = {
  shop: () => shop,
  come: (openid) => browserVisitor(browser, shop, openid),
}

describe('a newcomer', () => newcomerStory(stage))
describe('a gold member', () => goldMemberStory(stage))
