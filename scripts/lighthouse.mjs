// npm run lighthouse: how light and how usable the H5 pages are, as Lighthouse sees them on a slow
// phone, with the compression and the caching of a real host. Ends badly where a bound is broken.
import { createServer } from 'node:net'
import { chromium } from 'playwright-core'
import { order, pay } from './bench-shop.mjs'
import { ensureBrowser } from './browser.mjs'
import { ensureInstalled } from './install.mjs'

ensureInstalled()
const { build } = await import('./build.mjs')
const { default: lighthouse } = await import('lighthouse')
const { openDemo } = await import('./demo-cloud.mjs')

/** Points of 100, and the share of the screen that moves by itself. */
const BOUNDS = { performance: 92, accessibility: 95, shift: 0.05 }

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

async function measure(address, port) {
  const { lhr } = await lighthouse(address, {
    port,
    output: [],
    logLevel: 'error',
    onlyCategories: ['performance', 'accessibility'],
  })
  const points = (category) => Math.round(100 * lhr.categories[category].score)
  const figure = (audit) => lhr.audits[audit].numericValue
  return {
    performance: points('performance'),
    accessibility: points('accessibility'),
    shift: +figure('cumulative-layout-shift').toFixed(3),
    'first words ms': Math.round(figure('first-contentful-paint')),
    'largest part ms': Math.round(figure('largest-contentful-paint')),
    'blocked ms': Math.round(figure('total-blocking-time')),
    'KB loaded': Math.round(figure('total-byte-weight') / 1024),
    missed: Object.values(lhr.audits)
      .filter(({ id, score }) => score === 0 && isOf(lhr.categories.accessibility, id))
      .map(({ id }) => id)
      .join(),
  }
}

const isOf = ({ auditRefs }, audit) =>
  auditRefs.some(({ id, weight }) => id === audit && weight > 0)

const isKept = ({ performance, accessibility, shift }) =>
  performance >= BOUNDS.performance &&
  accessibility >= BOUNDS.accessibility &&
  shift <= BOUNDS.shift

await build()
const { url, close } = await openDemo()
const port = await freePort()
const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
})
try {
  const line = { productId: 'cherry-jj-10', skuId: 'cherry-jj-10', dealId: 'ladder-cherry' }
  const orderId = await order(url, 'ann', line)
  await pay(url, 'ann', orderId)
  const pages = {
    home: '',
    product: '#/pages/catalog/product/index?productId=cherry-j-2',
    ladder: '#/pages/groupbuy/ladder/index?dealId=ladder-cherry',
    order: `#/pages/orders/order/index?orderId=${orderId}`,
  }
  const measured = {}
  for (const [name, place] of Object.entries(pages)) {
    measured[name] = await measure(`${url}/?openid=ann${place}`, port)
  }
  console.table(measured)
  if (!Object.values(measured).every(isKept)) process.exitCode = 1
} finally {
  await browser.close()
  await close()
}
