/** 商家转账 in the local cloud's pages: the panel's section, and the sheet to confirm on. */
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './browser'
import { openStall, type Stall } from './stall'

jest.setTimeout(60_000)

let browser: Browser
let stall: Stall
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  stall = await openStall()
})
afterAll(async () => {
  await browser.close()
  await stall.close()
})

beforeEach(async () => {
  await stall.empty()
  await stall.call('payouts.ask', 'ann')
  page = await browser.newPage({ viewport: { width: 375, height: 812 } })
  page.setDefaultTimeout(10_000)
})
afterEach(() => page.close())

interface Transfer {
  readonly state: string
  readonly failReason?: string
  readonly packageInfo: string
}

const transfers = async () => (await stall.get('transfers')) as Transfer[]

/** Opens the sheet as the storefront does inside WeChat; tells how it was left. */
async function collecting(packageInfo: string): Promise<() => Promise<string>> {
  await page.goto(`${stall.url}/?openid=ann`)
  await page.evaluate((wanted) => {
    interface Bridge {
      invoke(name: string, parameters: object, done: (answer: { err_msg: string }) => void): void
    }
    const { WeixinJSBridge } = window as unknown as { WeixinJSBridge: Bridge }
    const parameters = { mchId: '1900000109', appId: 'wx1', package: wanted }
    WeixinJSBridge.invoke('requestMerchantTransfer', parameters, ({ err_msg }) => {
      const end = document.querySelector('#end')
      if (end) end.textContent = err_msg
    })
  }, packageInfo)
  return async () => (await page.locator('#end:not(:empty)').textContent()) ?? ''
}

describe('the sheet on which money is confirmed', () => {
  test('shows how much it is and what for, and with a tap it is theirs', async () => {
    const [transfer] = await transfers()
    const end = await collecting(transfer?.packageInfo ?? '')
    expect(await page.locator('.amount').textContent()).toBe('¥12.34')
    await page.getByText('导购佣金').waitFor()
    await page.click('#collect-confirm')
    expect(await end()).toBe('requestMerchantTransfer:ok')
    expect(await transfers()).toMatchObject([{ state: 'SUCCESS' }])
  })

  test.each(['the button', 'Escape'])('left by %s it still waits', async (way) => {
    const [transfer] = await transfers()
    const end = await collecting(transfer?.packageInfo ?? '')
    await page.locator('#collect-confirm').waitFor()
    if (way === 'Escape') await page.keyboard.press('Escape')
    else await page.click('#collect-leave')
    expect(await end()).toBe('requestMerchantTransfer:cancel')
    expect(await transfers()).toMatchObject([{ state: 'WAIT_USER_CONFIRM' }])
  })

  test('says so where there is nothing to confirm', async () => {
    const end = await collecting('made-up')
    await page.getByText('找不到这笔转账').waitFor()
    await page.click('#collect-back')
    expect(await end()).toBe('requestMerchantTransfer:fail')
  })
})

describe('the panel', () => {
  const row = () => page.locator('[data-key=bill1]')

  test.each([
    ['替他确认', '已到账', { state: 'SUCCESS' }],
    ['过期', '没有转成', { state: 'FAIL', failReason: 'OVERDUE_CLOSE' }],
    ['失败', '没有转成', { state: 'FAIL', failReason: 'ACCOUNT_FROZEN' }],
  ])('decides in the person’s place: %s', async (label, word, told) => {
    await page.goto(`${stall.url}/_emulator#transfers`)
    await row().locator('summary').click()
    await row().getByText('岗位类型').waitFor()
    await row().getByText(label, { exact: true }).click()
    await row().getByText(word).waitFor()
    expect(await transfers()).toMatchObject([told])
  })

  test('empties the merchant’s account', async () => {
    await page.goto(`${stall.url}/_emulator#transfers`)
    await page.getByText('商户余额不足').click()
    await page.getByText('记下了').waitFor()
    expect(await stall.get('settings')).toMatchObject({ transfers: 'refuse' })
  })
})
