/**
 * Neighbours with phones of their own: the built H5 storefront, used by taps as shoppers use it.
 */
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import type { Shop } from '../harness/shop'

/** The screen of a small phone. */
export const phone = { width: 375, height: 812 }

/** Where the pages are, as their addresses say it. */
export const places = {
  home: '',
  me: '#/pages/members/me/index',
  shelf: (categoryId: string) => `#/pages/catalog/shelf/index?categoryId=${categoryId}`,
  product: (productId: string) => `#/pages/catalog/product/index?productId=${productId}`,
  ladder: (dealId: string) => `#/pages/groupbuy/ladder/index?dealId=${dealId}`,
  statement: (dealId: string) => `#/pages/groupbuy/statement/index?dealId=${dealId}`,
  offer: (dealId: string) => `#/pages/teams/offer/index?dealId=${dealId}`,
  team: (teamId: string) => `#/pages/teams/team/index?teamId=${teamId}`,
  sessions: '#/pages/flashsale/sessions/index',
  checkout: (skuId: string) =>
    `#/pages/orders/checkout/index?productId=${skuId}&skuId=${skuId}&quantity=1`,
  search: '#/pages/catalog/search/index',
  cart: '#/pages/cart/cart/index',
  orders: '#/pages/orders/list/index',
  order: (orderId: string) => `#/pages/orders/order/index?orderId=${orderId}`,
  afterSale: (orderId: string, no?: number) =>
    `#/pages/orders/aftersale/index?orderId=${orderId}${no === undefined ? '' : `&no=${no}`}`,
  couponCenter: '#/pages/coupons/center/index',
  coupons: '#/pages/coupons/list/index',
  storeCodes: '#/pages/staff/codes/index',
  join: (scene: string) => `#/pages/members/join/index?scene=${scene}`,
  levels: '#/pages/members/levels/index',
  profile: '#/pages/members/profile/index',
  settings: '#/pages/members/settings/index',
  points: '#/pages/points/account/index',
  signs: '#/pages/points/signs/index',
  mall: '#/pages/points/mall/index',
  wallet: '#/pages/messages/wallet/index',
  desk: '#/pages/staff/desk/index',
  queue: (queue: string) => `#/pages/staff/queue/index?queue=${queue}`,
  guideDesk: '#/pages/guides/desk/index',
  income: '#/pages/guides/income/index',
  credit: (orderId: string) => `#/pages/guides/credit/index?orderId=${orderId}`,
  trend: '#/pages/charts/trend/index',
  customers: '#/pages/guides/customers/index',
  material: '#/pages/guides/material/index',
  ranking: '#/pages/guides/ranking/index',
  payouts: '#/pages/guides/payouts/index',
  accept: (code: string) => `#/pages/guides/accept/index?code=${code}`,
  guides: '#/pages/staff/guides/index',
  payees: '#/pages/staff/payees/index',
  attribution: (orderId: string) => `#/pages/staff/attribution/index?orderId=${orderId}`,
  replay: '#/pages/staff/replay/index',
  audit: '#/pages/staff/audit/index',
  liveDesk: '#/pages/cockpit/sessions/index',
  cockpit: (liveId: string) => `#/pages/cockpit/cockpit/index?liveId=${liveId}`,
  review: (liveId: string) => `#/pages/charts/review/index?liveId=${liveId}`,
  lives: '#/pages/live/list/index',
  live: (liveId: string) => `#/pages/live/session/index?liveId=${liveId}`,
  room: (liveId: string) => `#/pages/live/room/index?liveId=${liveId}`,
  lottery: (lotteryId: string) => `#/pages/live/lottery/index?lotteryId=${lotteryId}`,
  poster: (kind: string, id: string) => `#/pages/attribution/poster/index?kind=${kind}&id=${id}`,
  shipment: (orderId: string) => `#/pages/staff/handout/index?orderId=${orderId}`,
} as const

/** A page by the folder that it is in. */
export type PageName =
  | 'home'
  | 'me'
  | 'shelf'
  | 'cart'
  | 'search'
  | 'product'
  | 'ladder'
  | 'statement'
  | 'offer'
  | 'team'
  | 'sessions'
  | 'checkout'
  | 'list'
  | 'order'
  | 'aftersale'
  | 'join'
  | 'levels'
  | 'profile'
  | 'settings'
  | 'account'
  | 'signs'
  | 'mall'
  | 'wallet'
  | 'desk'
  | 'queue'
  | 'handout'
  | 'center'
  | 'codes'
  | 'income'
  | 'credit'
  | 'trend'
  | 'customers'
  | 'material'
  | 'ranking'
  | 'payouts'
  | 'accept'
  | 'guides'
  | 'payees'
  | 'attribution'
  | 'replay'
  | 'audit'
  | 'cockpit'
  | 'review'
  | 'poster'
  | 'session'
  | 'room'
  | 'lottery'

/** How a visit to the cashier goes; the notice is how WeChat tells the shop of a payment. */
export type Visit =
  | { readonly end: 'pay'; readonly notify?: 'once' | 'twice' | 'late' | 'never' }
  | { readonly end: 'refuse' | 'leave' }

export class Neighbour {
  /** What went wrong inside the page or on the way to the cloud. */
  readonly troubles: string[] = []
  /** What the shop refused, which is no trouble: each is told to the shopper. */
  readonly refusals: string[] = []

  private constructor(
    readonly openid: string,
    readonly page: Page,
    private readonly url: string,
  ) {
    page.setDefaultTimeout(15_000)
    page.on('pageerror', (error) => this.troubles.push(error.message))
    page.on('console', (message) => {
      // What could not be loaded is told below, with its address.
      const isLoading = message.text().startsWith('Failed to load resource')
      if (message.type() === 'error' && !isLoading) this.troubles.push(message.text())
    })
    page.on('response', (response) => {
      if (response.status() < 400) return
      const isRefusal = response.status() === 400 && response.url().includes('/_emulator/call/')
      const list = isRefusal ? this.refusals : this.troubles
      list.push(`${response.status()} ${response.url()}`)
    })
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? ''
      // A page that is left takes its requests with it.
      if (why !== 'net::ERR_ABORTED') this.troubles.push(`${why} ${request.url()}`)
    })
  }

  /** Comes to the shop with a phone that nobody used before. */
  static async come(
    browser: Browser,
    shop: Shop,
    openid: string,
    viewport = phone,
  ): Promise<Neighbour> {
    const context = await browser.newContext({
      viewport,
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    })
    return new Neighbour(openid, await context.newPage(), shop.url)
  }

  async go(place: string): Promise<void> {
    await this.page.goto(`${this.url}/?openid=${this.openid}${place}`)
  }

  /** The thing with this id on the page in front; pages below it keep theirs. */
  at(id: string): Locator {
    return this.page.locator(`#${id}:visible`).last()
  }

  async tap(id: string): Promise<void> {
    await this.at(id).tap()
  }

  /** Taps what leads to another page, and waits until that page alone is in sight. */
  async tapTo(page: PageName, id: string): Promise<void> {
    await this.tap(id)
    await this.page.waitForFunction((name) => {
      const inSight = [...document.querySelectorAll('.taro_page')].filter(
        (one) => getComputedStyle(one).display !== 'none',
      )
      return inSight.length === 1 && inSight[0]?.id.includes(`/${name}/index`)
    }, page)
  }

  /** Waits until the thing is in sight, and reads it. */
  async read(id: string): Promise<string> {
    await this.at(id).waitFor()
    return (await this.at(id).textContent()) ?? ''
  }

  /** Waits until the thing says so; a page that reads anew shows its old words until then. */
  async seeAt(id: string, words: string | RegExp): Promise<void> {
    await this.at(id).filter({ hasText: words }).waitFor()
  }

  /** Waits until the words are in sight. */
  async see(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).locator('visible=true').first().waitFor()
  }

  async type(id: string, text: string): Promise<void> {
    await this.at(id).locator('input, textarea').fill(text)
  }

  /** Fills in who picks up and where, as far as this phone does not know it yet. */
  async fillIn(storeId = 'store-01'): Promise<void> {
    await this.tap('choose-store')
    await this.tap(`store-${storeId}`)
    await this.type('name', this.openid)
    await this.type('phone', '13800000000')
  }

  /** Answers the question that stands over the page. */
  async answer(words: string): Promise<void> {
    await this.page.getByText(words, { exact: true }).last().tap()
  }

  /** What is done at the cashier, until it is closed. */
  async visitCashier(visit: Visit): Promise<void> {
    const { page } = this
    await page.locator('#cashier-pay').waitFor()
    if (visit.end === 'pay' && visit.notify) {
      await page.locator('#cashier-notify').tap()
      await page.locator(`#cashier-notify-${visit.notify}`).check()
    }
    await page.locator(`#cashier-${visit.end}`).tap()
    await page.locator('#cashier-pay').waitFor({ state: 'detached' })
  }

  /** The order that the page in front shows. */
  orderId(): string {
    return /orderId=(\w+)/.exec(this.page.url())?.[1] ?? ''
  }

  /** Drags the page down from its top, as one does to have it read again. */
  async pullDown(): Promise<void> {
    const touch = await this.page.context().newCDPSession(this.page)
    const finger = (type: string, y?: number) =>
      touch.send('Input.dispatchTouchEvent', {
        type: type as 'touchStart',
        touchPoints: y === undefined ? [] : [{ x: 180, y }],
      })
    await finger('touchStart', 150)
    for (let y = 170; y <= 410; y += 40) await finger('touchMove', y)
    await finger('touchEnd')
    await touch.detach()
  }

  /** Leaves out troubles that the test itself has made. */
  forget(words: string): void {
    const others = this.troubles.filter((trouble) => !trouble.includes(words))
    this.troubles.splice(0, Infinity, ...others)
  }

  /** Keeps a picture to look at, in the folder that the environment names. */
  async picture(name: string): Promise<void> {
    const folder = process.env['JUTUAN_PICTURES']
    if (folder) await this.page.screenshot({ path: join(folder, `${name}.png`) })
  }

  async leave(): Promise<void> {
    await this.page.context().close()
  }
}
