// Takes the README's pictures (docs/pictures) of the demo shop, as a small phone shows it:
//   npm run build && node scripts/photograph.mjs [name …]
// The shop is opened for it in a cloud of its own and filled with neighbours who really buy.
import { randomUUID } from 'node:crypto'
import { chromium } from 'playwright-core'
import { order, pay, teamOf } from './bench-shop.mjs'
import { ensureBrowser } from './browser.mjs'
import { openDemo } from './demo-cloud.mjs'

const wanted = process.argv.slice(2)
const { url, close } = await openDemo()

const control = (place, body) =>
  fetch(`${url}/_emulator/${place}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** A neighbour buys one piece of something. */
async function buy(openid, productId, deal = {}) {
  const orderId = await order(url, openid, { productId, skuId: productId, ...deal })
  await pay(url, openid, orderId)
  return orderId
}

/** Ann asks for something. */
const ask = (name, input) =>
  fetch(`${url}/_emulator/call/shop`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': 'ann' },
    body: JSON.stringify({ name, input }),
  })

async function fillShop() {
  for (let n = 1; n <= 4; n += 1) {
    await buy(`muscat-${n}`, 'shine-muscat', { dealId: 'ladder-muscat' })
  }
  for (let n = 1; n <= 112; n += 1) {
    await buy(`cherry-${n}`, 'cherry-jj-10', { dealId: 'ladder-cherry' })
  }
  const opening = await buy('kiwi-1', 'kiwi-zespri-6', { dealId: 'group-kiwi' })
  const teamId = await teamOf(url, 'kiwi-1', opening)
  const cherries = await buy('ann', 'cherry-jj-10', { dealId: 'ladder-cherry' })
  const lines = ['banana-3', 'apple-fuji-3', 'honey-500'].map((productId) => ({
    productId,
    skuId: productId,
    quantity: 2,
  }))
  await ask('cart.add', { requestId: randomUUID(), lines })
  await ask('members.join', { storeId: 'store-01' })
  await ask('coupons.claim', { requestId: randomUUID(), templateId: 'full-99-15' })
  await ask('points.signIn', {})
  return { teamId, cherries }
}

/** The pictures by their names: a page of the shop, after the clock was moved by so much. */
const pagesOf = ({ teamId, cherries }) => ({
  home: '',
  product: '#/pages/catalog/product/index?productId=cherry-j-2',
  cart: '#/pages/cart/cart/index',
  checkout: '#/pages/orders/checkout/index?from=cart',
  sessions: '#/pages/flashsale/sessions/index',
  team: `#/pages/teams/team/index?teamId=${teamId}`,
  ladder: '#/pages/groupbuy/ladder/index?dealId=ladder-cherry',
  order: `#/pages/orders/order/index?orderId=${cherries}`,
  me: '#/pages/members/me/index',
  levels: '#/pages/members/levels/index',
  coupons: '#/pages/coupons/center/index',
  points: '#/pages/points/signs/index',
  mall: '#/pages/points/mall/index',
})

const DAY_AND_MORE = 25 * 60 * 60 * 1000

async function photograph(page, name, place) {
  if (wanted.length > 0 && !wanted.includes(name)) return
  await page.goto(`${url}/?openid=ann${place}`)
  // A new address with the same path only moves within the page: it is read anew.
  await page.reload()
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(400)
  await page.addStyleTag({ content: '#jutuan-ribbon { display: none !important }' })
  await page.screenshot({ path: `docs/pictures/${name}.png` })
  console.log(name)
}

const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
})
const screen = { width: 375, height: 812 }
const context = await browser.newContext({ viewport: screen, hasTouch: true, isMobile: true })
const page = await context.newPage()
try {
  const filled = await fillShop()
  for (const [name, place] of Object.entries(pagesOf(filled))) await photograph(page, name, place)
  await control('clock', { advance: DAY_AND_MORE })
  const statement = '#/pages/groupbuy/statement/index?dealId=ladder-muscat'
  await photograph(page, 'statement', statement)
  const desk = await browser.newPage({ viewport: { width: 1200, height: 750 } })
  await desk.goto(`${url}/_emulator`)
  await desk.waitForTimeout(800)
  if (wanted.length === 0 || wanted.includes('panel')) {
    await desk.screenshot({ path: 'docs/pictures/panel.png' })
  }
} finally {
  await browser.close()
  await close()
}
