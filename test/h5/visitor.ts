import type { Browser } from 'playwright-core'
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
    picture: (name) => neighbour.picture(name),
    troubles: () => neighbour.troubles,
  }
}
