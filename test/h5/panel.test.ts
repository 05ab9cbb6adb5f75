import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './browser'
import { openStall, type Stall } from './stall'

jest.setTimeout(60_000)

const phone = { width: 375, height: 812 }
const desk = { width: 1280, height: 800 }
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

async function open(address: string, viewport = desk): Promise<void> {
  page = await browser.newPage({ viewport })
  page.setDefaultTimeout(10_000)
  page.on('pageerror', (error) => troubles.push(error.message))
  await page.goto(stall.url + address)
}

const orders = async () =>
  (await stall.get('collections/orders')) as { _id: string; status: string; heard: number }[]
const row = (key: string) => page.locator(`[data-key="${key}"]`)

describe('the control panel', () => {
  test('shows who is who, and whoever is added can open the storefront as themselves', async () => {
    await open('/_emulator')
    await page.getByText('店主老陈').waitFor()
    await page.fill('[name=openid]', 'gao')
    await page.fill('[name=nickname]', '高阿姨')
    await page.click('text=添一位')
    const card = page.locator('[data-openid=gao]')
    await card.waitFor()
    expect(await card.getByText('打开商城').getAttribute('href')).toBe('/?openid=gao')
    expect(await stall.get('people')).toContainEqual({ openid: 'gao', nickname: '高阿姨' })
  })

  test('takes no openid of digits alone, which the SDK would turn into a number', async () => {
    await open('/_emulator#people')
    await page.fill('[name=openid]', '12345')
    await page.fill('[name=nickname]', '数字')
    await page.click('text=添一位')
    await page.locator('[name=openid]:invalid').waitFor()
    expect(await stall.get('people')).not.toContainEqual({ openid: '12345', nickname: '数字' })
  })

  test('moves the clock by a quarter of an hour and lists every timer that ran on the way', async () => {
    await open('/_emulator#clock')
    await page.locator('#clock-date', { hasText: '星期' }).waitFor()
    const before = ((await stall.get('clock')) as { now: number }).now
    await page.click('#advance-15')
    await page.locator('#clock-ticks', { hasText: '共 15 次，都跑完了' }).waitFor()
    const after = ((await stall.get('clock')) as { now: number }).now
    expect(after - before).toBeGreaterThanOrEqual(15 * minute)
    expect(await page.locator('tbody tr').count()).toBe(15)
  })

  test('stops the clock, and lets it run on', async () => {
    await open('/_emulator#clock')
    await page.locator('#clock-date', { hasText: '星期' }).waitFor()
    await page.click('text=让时间停住')
    await page.locator('#clock-date', { hasText: '已停住' }).waitFor()
    expect(await stall.get('clock')).toMatchObject({ frozen: true })
    await page.click('text=让时间停住')
    await page.locator('#clock-date:not(:has-text("已停住"))').waitFor()
    expect(await stall.get('clock')).toMatchObject({ frozen: false })
  })

  test('pays for somebody, and the shop hears of it twice when told so', async () => {
    await stall.call('orders.place', 'bo')
    await open('/_emulator#payments')
    await row('grape-1').locator('summary').click()
    await row('grape-1').getByText('两次').click()
    await row('grape-1').getByText('付款成功').click()
    await row('grape-1').getByText('已支付').waitFor()
    expect(await orders()).toMatchObject([{ status: 'paid', heard: 2 }])
  })

  test('changes a document, after a warning, and removes one only when asked twice', async () => {
    await stall.call('orders.place', 'ann')
    await open('/_emulator#documents/orders')
    await row('grape-1').locator('summary').click()
    await page.getByText('直接改数据会绕过商城的规则').waitFor()
    const text = await row('grape-1').locator('textarea').inputValue()
    await row('grape-1').locator('textarea').fill(text.replace('unpaid', 'lost'))
    await page.click('text=保存改动')
    await page.getByText('文档已经保存').waitFor()
    expect(await orders()).toMatchObject([{ _id: 'grape-1', status: 'lost' }])

    await page.click('text=删除文档')
    await page.click('dialog .plain')
    expect(await orders()).toHaveLength(1)
    await page.click('text=删除文档')
    await page.click('dialog .danger')
    await page.getByText('没有符合的文档').waitFor()
    expect(await orders()).toEqual([])
  })

  test('keeps what somebody is typing into a document while the shop changes it', async () => {
    await stall.call('orders.place', 'ann')
    await open('/_emulator#documents/orders')
    await row('grape-1').locator('summary').click()
    await row('grape-1').locator('textarea').fill('half a thought')
    await fetch(`${stall.url}/_emulator/collections/orders/grape-1`, {
      method: 'PUT',
      body: '{"status":"paid"}',
    })
    const read = page.waitForResponse('**/collections/orders?*')
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await read
    await page.waitForTimeout(200)
    expect(await row('grape-1').locator('textarea').inputValue()).toBe('half a thought')
  })

  test('finds documents by a condition, and refuses one that is no JSON', async () => {
    for (const openid of ['ann', 'bo', 'cai']) await stall.call('orders.place', openid)
    await open('/_emulator#documents/orders')
    await page.fill('[name=where]', '{"memberId":"bo"}')
    await page.click('text=查找')
    await row('grape-1').waitFor({ state: 'detached' })
    await row('grape-2').waitFor()
    await page.fill('[name=where]', 'memberId = bo')
    await page.click('text=查找')
    await page.getByText('条件要写成一个 JSON 对象').waitFor()
  })

  test('shows a function as soon as it has run: its calls, its words, and its failure', async () => {
    await open('/_emulator#log')
    await stall.call('orders.place', 'fang')
    await stall.call('orders.break', 'ding')
    const placed = page.locator('.row', { hasText: '芳芳' })
    await placed.locator('summary').click()
    await placed.getByText('unifiedOrder').waitFor()
    await placed.getByText('placed grape-1').waitFor()
    await page.click('text=只看出错')
    await placed.waitFor({ state: 'hidden' })
    const broken = page.locator('.row.trouble', { hasText: '丁丁' })
    await broken.locator('summary').click()
    await broken.getByText('the scales are broken').waitFor()
  })

  test('lets things go wrong at a rate, and stops all of it with one button', async () => {
    await open('/_emulator#faults')
    await page.locator('[name="database.delay"]').fill('250')
    await page.click('text=照这样来')
    await page.locator('#faults-state.on').waitFor()
    expect(await stall.get('faults')).toMatchObject({ rates: { 'database.delay': 0.25 } })
    await page.click('#faults-off')
    await page.locator('#faults-state:not(.on)').waitFor()
    expect(await stall.get('faults')).toMatchObject({ rates: { 'database.delay': 0 } })
  })

  test('lets a stream of 视频号 begin and end, once somebody has asked about it', async () => {
    await open('/_emulator#channels')
    await page.getByText('还没有视频号').waitFor()
    await stall.get('channels/sphFruit')
    const account = row('sphFruit')
    await account.getByText('没开过播').first().waitFor()
    await account.locator('summary').click()
    await account.locator('label', { hasText: '直播中' }).click()
    await account.locator('.tag', { hasText: '直播中' }).waitFor()
    expect(await stall.get('channels/sphFruit')).toMatchObject({ stream: 'live' })
  })

  test('starts over only after asking', async () => {
    await stall.call('orders.place', 'ann')
    await open('/_emulator#settings')
    await page.click('#reset')
    await page.click('dialog .plain')
    expect(await orders()).toHaveLength(1)
    await page.click('#reset')
    await page.click('dialog .danger')
    await page.getByText('店铺回到了最初的样子').waitFor()
    expect(await orders()).toEqual([])
  })

  test('says what to do when the cloud cannot be reached, and goes on when it can', async () => {
    await open('/_emulator#payments')
    await page.getByText('还没有支付单').waitFor()
    await page.route('**/_emulator/payments', (route) => route.abort())
    await page.getByText('连不上本地云').waitFor()
    await page.unroute('**/_emulator/payments')
    await page.click('text=再试一次')
    await page.getByText('还没有支付单').waitFor()
  })

  test('fits a phone: no section is wider than the screen', async () => {
    await stall.call('orders.place', 'ann')
    await open('/_emulator', phone)
    const links = page.locator('nav a')
    await links.first().waitFor()
    for (const link of await links.all()) {
      await link.click()
      await page.locator('.section > *').first().waitFor()
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect([await link.textContent(), width]).toEqual([await link.textContent(), phone.width])
    }
  })
})
