/** What guides live on, from the poster to the wallet, in a browser. */
import type { Browser } from 'playwright-core'
import { openShop, type Shop } from '../harness/shop'
import { guideFriendsStory, guideMaterialStory } from '../stories/guide-friends'
import { guidePayoutsStory } from '../stories/guide-payouts'
import { guidePosterStory } from '../stories/guide-poster'
import type { Stage } from '../stories/visitor'
import { openBrowser } from './browser'
import { browserVisitor } from './visitor'

jest.setTimeout(60_000)

let shop: Shop
let browser: Browser

beforeAll(async () => {
  ;[shop, browser] = await Promise.all([openShop(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await shop.close()
})

const stage: Stage = {
  shop: () => shop,
  come: (openid) => browserVisitor(browser, shop, openid),
}

describe('a guide’s material', () => guideMaterialStory(stage))
describe('friends of friends', () => guideFriendsStory(stage))
describe('a poster', () => guidePosterStory(stage))
describe('a guide’s money', () => guidePayoutsStory(stage))
