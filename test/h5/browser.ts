import { chromium, type Browser } from 'playwright-core'
import { chromiumOptions } from '../harness/chromium'

/** A browser that talks to nobody but the pages it is given. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch(chromiumOptions)
}
