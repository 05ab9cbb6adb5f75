/** A camera before a poster of the mini-program: the built package, on a phone that can draw. */
import type { BrowserType } from 'playwright-core'
import { readCode } from '../harness/camera'
import { chromiumOptions } from '../harness/chromium'
import type { Shop } from '../harness/shop'

/** Where somebody is in the mini-program. */
interface Place {
  readonly route: string
  readonly query: Readonly<Record<string, string>>
}

/** Of the test environment: a phone without a screen draws nothing that could be read. */
const chromium = Reflect.get(globalThis, 'chromium') as () => BrowserType

/** Opens the same page as the same person in a browser, and reads the code in its poster. */
export async function scanned(shop: Shop, openid: string, place: Place): Promise<string> {
  const browser = await chromium().launch(chromiumOptions)
  try {
    const page = await browser.newPage()
    const query = new URLSearchParams(place.query).toString()
    const words = new URLSearchParams({ openid, path: place.route, query })
    await page.goto(`${shop.url}/_emulator/weapp?${words.toString()}`)
    return await readCode(page.locator('#poster img'))
  } finally {
    await browser.close()
  }
}
