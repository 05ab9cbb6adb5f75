import type { Browser } from 'playwright-core'
import { readCode } from '../harness/camera'
import type { Shop } from '../harness/shop'
import type { Visitor } from '../stories/visitor'
import { Neighbour } from './neighbour'

/** A visitor with a browser. */
export async function browserVisitor(
  browser: Browser,
  shop: Shop,
  openid: string,
): Promise<Visitor> {
  const neighbour = await Neighbour.come(browser, shop, openid)
  const { page } = neighbour
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  return {
    openid,
    open: async (address) => {
      // From another site: an address that differs in its hash alone would not be loaded anew.
      await page.goto('about:blank')
      await neighbour.go(`#/${address}`)
    },
    tap: (id) => neighbour.tap(id),
    type: (id, text) => neighbour.type(id, text),
    answer: (words) => neighbour.answer(words),
    see: (words) => neighbour.see(words),
    seeAt: (id, words) => neighbour.seeAt(id, words),
    hear: (words) => neighbour.see(words),
    readAll: async (beginning) => {
      const found = page.locator(`[id^="${beginning}"]:visible`)
      await found.first().waitFor()
      return found.allTextContents()
    },
    buy: async () => {
      await neighbour.fillIn()
      await neighbour.tap('submit')
      await neighbour.visitCashier({ end: 'pay' })
      await neighbour.at('status-paid').waitFor()
      return neighbour.orderId()
    },
    share: async (id) => {
      await neighbour.tap(id)
      await neighbour.see('链接已复制')
      return placeIn(await page.evaluate(() => navigator.clipboard.readText()))
    },
    scan: async () => placeIn(await readCode(page.locator('#poster img'))),
    collect: async (what) => {
      await page.locator('[id^="collect-"]:visible').first().tap()
      await page.locator(`#collect-${what}`).waitFor()
      await neighbour.picture(`collect-${what}`)
      await page.locator(`#collect-${what}`).tap()
    },
    picture: (name) => neighbour.picture(name),
    troubles: () => neighbour.troubles,
  }
}

/** The page of the shop that a text with a link leads to. */
function placeIn(text: string): string {
  const [, place] = /#\/(\S+)$/.exec(text) ?? []
  if (place === undefined) throw new Error(`"${text}" leads to no page`)
  return place
}
