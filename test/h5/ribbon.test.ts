import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './browser'
import { openStall, type Stall } from './stall'

jest.setTimeout(60_000)

const phone = { width: 375, height: 812 }
const minute = 60_000

let browser: Browser
let stall: Stall
let page: Page
/** What went wrong inside the page; a section that stumbles fails its test. */
let troubles: string[] = []

beforeAll(async () => {
  browser = await openBrowser()
  stall = await openStall()
})
afterAll(async () => {
  await browser.close()
  await stall.close()
})

beforeEach(async () => {
  troubles = []
  await stall.empty()
})
afterEach(async () => {
  await page.close()
  expect(troubles).toEqual([])
})

async function open(address: string): Promise<void> {
  page = await browser.newPage({ viewport: phone })
  page.setDefaultTimeout(10_000)
  page.on('pageerror', (error) => troubles.push(error.message))
  await page.goto(stall.url + address)
}

const payments = async () =>
  (await stall.get('payments')) as { state: string; openid: string; notices: unknown[] }[]
const orders = async () =>
  (await stall.get('collections/orders')) as { _id: string; status: string; heard: number }[]

describe('the ribbon', () => {
  test('lets another neighbour use this tab, and signs the requests with their name', async () => {
    await open('/?openid=bo')
    await page.click('#ribbon-tab')
    await page.selectOption('#ribbon-person', 'cai')
    await page.waitForURL('**/?openid=cai')
    await page.click('#buy')
    await page.locator('#cashier-pay').waitFor()
    expect(await payments()).toMatchObject([{ openid: 'cai' }])
  })

  test('asks the cloud nothing until it is opened', async () => {
    await open('/')
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.reload()
    await page.locator('#ribbon-tab').waitFor()
    expect(asked.filter((path) => path.startsWith('/_emulator/'))).toEqual([
      '/_emulator/assets/ribbon.js',
    ])
  })

  test('never hangs over the bar at the foot of the page, wherever it is dragged', async () => {
    await open('/')
    const tab = page.locator('#ribbon-tab')
    const start = await tab.boundingBox()
    if (!start) throw new Error('the ribbon does not hang')
    await page.mouse.move(start.x + 5, start.y + 5)
    await page.mouse.down()
    await page.mouse.move(20, phone.height - 5, { steps: 4 })
    await page.mouse.up()
    const end = await tab.boundingBox()
    expect(end?.x).toBe(0)
    expect((end?.y ?? phone.height) + (end?.height ?? 0)).toBeLessThan(phone.height - 100)
    expect(await page.locator('#ribbon-card').isVisible()).toBe(false)
  })

  test('moves the shop clock from the storefront', async () => {
    await open('/')
    const before = ((await stall.get('clock')) as { now: number }).now
    await page.click('#ribbon-tab')
    await page.click('text=+1 小时')
    await page.getByText('路上跑了 60 次定时任务').waitFor()
    const after = ((await stall.get('clock')) as { now: number }).now
    expect(after - before).toBeGreaterThanOrEqual(60 * minute)
  })
})

describe('the cashier', () => {
  const end = () => page.locator('#end:not(:empty)').textContent()

  async function buy(): Promise<void> {
    await open('/?openid=ann')
    await page.click('#buy')
    await page.locator('#cashier-pay').waitFor()
  }

  test('shows the sum and the shop, takes the money, and the order is paid', async () => {
    await buy()
    expect(await page.locator('.amount').textContent()).toBe('¥128.80')
    await page.getByText('青禾果园 · 阳光玫瑰').waitFor()
    await page.click('#cashier-pay')
    expect(await end()).toBe('get_brand_wcpay_request:ok')
    expect(await orders()).toMatchObject([{ status: 'paid', heard: 1 }])
  })

  test('with the notice held back for ever, the money is taken but the shop never hears', async () => {
    await buy()
    await page.click('#cashier-notify')
    await page.click('#cashier-notify-never')
    await page.click('#cashier-pay')
    expect(await end()).toBe('get_brand_wcpay_request:ok')
    expect(await payments()).toMatchObject([{ state: 'SUCCESS', notices: [] }])
    expect(await orders()).toMatchObject([{ status: 'unpaid', heard: 0 }])
  })

  test('refused by the bank, nothing is taken', async () => {
    await buy()
    await page.click('#cashier-refuse')
    await page.getByText('余额不足').waitFor()
    expect(await end()).toBe('get_brand_wcpay_request:fail')
    expect(await payments()).toMatchObject([{ state: 'PAYERROR' }])
  })

  test('left by its button or by Escape, the order stays unpaid', async () => {
    await buy()
    await page.click('#cashier-leave')
    expect(await end()).toBe('get_brand_wcpay_request:cancel')
    await page.click('#buy')
    await page.locator('#cashier-pay').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('#cashier-pay').waitFor({ state: 'detached' })
    expect(await payments()).toMatchObject([{ state: 'NOTPAY' }, { state: 'NOTPAY' }])
  })

  test('does not let one neighbour pay with the payment of another', async () => {
    await stall.call('orders.place', 'bo')
    const [of] = (await stall.get('payments')) as { prepayId: string }[]
    await open('/?openid=ann')
    const paying = page.evaluate(
      (prepayId) =>
        (window as unknown as { jutuanCashier(id: string): Promise<string> }).jutuanCashier(
          prepayId,
        ),
      of?.prepayId ?? '',
    )
    await page.click('#cashier-pay')
    await page.getByText('这是别人的支付单').waitFor()
    await page.click('#cashier-back')
    expect(await paying).toBe('fail')
  })
})
