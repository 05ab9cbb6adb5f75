import { chromium, type Browser } from 'playwright-core'

const chromiumPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** A browser that talks to nobody but the pages it is given. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
