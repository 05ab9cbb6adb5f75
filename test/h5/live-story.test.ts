/** A live session with two phones and a tablet in the cockpit, in a browser. */
import { readFileSync } from 'node:fs'
import type { Browser, Page, Response } from 'playwright-core'
import type { Shop } from '../harness/shop'
import { liveStory } from '../stories/live'
import { openLiveShop, type LiveStage } from '../stories/live-stage'
import type { Visitor } from '../stories/visitor'
import { openBrowser } from './browser'
import { browserVisitor } from './visitor'

jest.setTimeout(90_000)

const tablet = { width: 1024, height: 768 }

let shop: Shop
let browser: Browser
const pages = new Map<Visitor, Page>()

beforeAll(async () => {
  ;[shop, browser] = await Promise.all([openLiveShop(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await shop.close()
})

function pageOf(visitor: Visitor): Page {
  const page = pages.get(visitor)
  if (!page) throw new Error(`${visitor.openid} has no browser`)
  return page
}

/** What a browser tells a page of which another one takes the place. */
function goToTheBack(): void {
  Object.defineProperty(document, 'hidden', { value: true })
  document.dispatchEvent(new Event('visibilitychange'))
}

const isOfCockpit = (response: Response): boolean =>
  response.request().postData()?.includes('live.cockpit') ?? false

const isOfEvents = (response: Response): boolean =>
  response.request().postData()?.includes('events.record') ?? false

const stage: LiveStage = {
  asksForConsent: false,
  shop: () => shop,
  come: async (openid) => {
    const visitor = await browserVisitor(browser, shop, openid)
    const [page] = browser.contexts().at(-1)?.pages() ?? []
    if (page) pages.set(visitor, page)
    if (openid === 'cui') await page?.setViewportSize(tablet)
    return visitor
  },
  // Browsers ask as time goes by: what is awaited on a page comes by itself. What the cockpit lets
  // one do hangs on the clock, of which it hears when it asks.
  look: async (visitor) => {
    if (visitor.openid === 'cui') await pageOf(visitor).waitForResponse(isOfCockpit)
  },
  pay: async (visitor) => {
    const page = pageOf(visitor)
    await page.locator('#cashier-pay').tap()
    await page.locator('#cashier-pay').waitFor({ state: 'detached' })
  },
  putAway: async (visitor) => {
    const page = pageOf(visitor)
    await Promise.all([page.waitForResponse(isOfEvents), page.evaluate(goToTheBack)])
    await page.goto('about:blank')
  },
  // A page that is opened anew is in front.
  takeUp: () => Promise.resolve(),
  fileBy: async (visitor, id) => {
    const [download] = await Promise.all([
      pageOf(visitor).waitForEvent('download'),
      visitor.tap(id),
    ])
    return readFileSync(await download.path(), 'utf8')
  },
}

describe('a live session', () => liveStory(stage))
