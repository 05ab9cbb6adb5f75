import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../h5/browser'
import { LocalCloud } from './local-cloud'

/** Eight red dots in a row: the smallest picture worth looking at. */
const picture = Buffer.from(
  'R0lGODlhCAABAIAAAP8AAP///yH5BAAAAAAALAAAAAAIAAEAAAIEhI+pVwA7',
  'base64',
)
const shop = new LocalCloud({ hello: { code: 'exports.main = () => ({})' } }, [
  ...['--weapp', path.resolve(__dirname, '../weapp/fixture')],
])

let browser: Browser
let page: Page

beforeAll(async () => {
  await shop.start()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await shop.close()
})
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 900, height: 900 } })
})
afterEach(() => page.close())

/** Opens a page on the phone; it is there when the phone in the browser says so. */
const open = async (route: string) => {
  await page.goto(`${shop.url}/_emulator/weapp?path=${route}`)
  await page.waitForFunction(() => 'phone' in window)
}

/** Begins to call an interface of `wx`; what it answers is asked for by `answer`. */
const call = (name: string, options: object = {}) =>
  page.evaluate(
    ([api, given]) => {
      const global = window as unknown as {
        phone: { phone: { wx: Record<string, (options: object) => void> } }
        answered: unknown
      }
      const complete = (answered: unknown) => Object.assign(global, { answered })
      global.phone.phone.wx[api]?.({ ...given, complete })
    },
    [name, options] as const,
  )
/** Who is new to the privacy guidelines is asked before anything private is handed over. */
const agree = () => page.click('.phone-answer:has-text("允许")')
const answer = () =>
  page
    .waitForFunction(() => (window as unknown as { answered?: unknown }).answered)
    .then((answered) => answered.jsonValue())
const isShown = (selector: string) =>
  page.waitForFunction(
    (found) => (document.querySelector<HTMLImageElement>(found)?.naturalWidth ?? 0) > 0,
    selector,
  )

describe('the phone in a browser', () => {
  test('takes pictures from the laptop, shows them, and shows the uploaded one', async () => {
    await open('pages/cart/cart')
    const asked = page.waitForEvent('filechooser')
    await page.click('#choose')
    await agree()
    const files = ['one.gif', 'two.gif'].map((name) => ({
      ...{ name, mimeType: 'image/gif', buffer: picture },
    }))
    await (await asked).setFiles(files)
    await isShown('.picture:nth-of-type(2) img, .picture img')
    await isShown('#uploaded img')
    const [stored] = await shop.get<{ path: string; bytes: number }[]>('/_emulator/files')
    expect(stored?.path).toBe('after-sale/售后 1.png')
    await page.click('.picture')
    await isShown('.phone-preview-picture')
    expect(await page.textContent('.phone-preview-count')).toBe('2/2')
    await page.click('.phone-preview-back')
    expect(await page.textContent('.phone-preview-count')).toBe('1/2')
    await page.click('.phone-preview-picture')
    expect(await page.$('.phone-preview')).toBeNull()
  })

  test('opens the address book as a sheet', async () => {
    await open('pages/cart/cart')
    await call('chooseAddress')
    await agree()
    await page.click('.phone-answer:has-text("徐汇区")')
    expect(await answer()).toMatchObject({ cityName: '上海市', errMsg: 'chooseAddress:ok' })
  })

  test('scans what is typed', async () => {
    await open('pages/cart/cart')
    await call('scanCode', { scanType: ['qrCode'] })
    await page.fill('.phone-field', ' 7310 2468 ')
    await page.click('.phone-answer:has-text("扫到了")')
    expect(await answer()).toMatchObject({ result: '7310 2468', scanType: 'QR_CODE' })
    await call('scanCode')
    await page.click('.phone-answer:has-text("取消")')
    await page.waitForFunction(() =>
      JSON.stringify((window as unknown as { answered: unknown }).answered).includes('cancel'),
    )
  })

  test('makes a picture smaller', async () => {
    await open('pages/cart/cart')
    const size = await page.evaluate(async (base64) => {
      const { phone } = window as unknown as {
        phone: {
          phone: {
            files: { keep(url: string): string; url(path: string): string }
            wx: { compressImage(options: object): Promise<{ tempFilePath: string }> }
          }
        }
      }
      const { files, wx } = phone.phone
      const src = files.keep(`data:image/gif;base64,${base64}`)
      const { tempFilePath } = await wx.compressImage({ src, compressedWidth: 4 })
      const image = new Image()
      image.src = files.url(tempFilePath)
      await image.decode()
      return [tempFilePath.split('.').pop(), image.naturalWidth, image.naturalHeight]
    }, picture.toString('base64'))
    expect(size).toEqual(['jpg', 4, 1])
  })

  test('shows the number of the cart on its tab', async () => {
    await open('pages/home/home')
    await call('setTabBarBadge', { index: 1, text: '3' })
    await page.waitForSelector('.phone-tab:nth-child(2) .phone-badge:text-is("3"):visible')
    await call('removeTabBarBadge', { index: 1 })
    await page.waitForSelector('.phone-tab:nth-child(2) .phone-badge', { state: 'hidden' })
  })

  test('lets a mouse push a carousel, without a tap', async () => {
    await open('pages/kit/kit')
    const carousel = await page.waitForSelector('#gallery')
    const box = await carousel.boundingBox()
    if (!box) throw new Error('the carousel is not on the screen')
    const height = box.y + box.height / 2
    await page.mouse.move(box.x + box.width * 0.9, height)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.2, height, { steps: 6 })
    await page.mouse.up()
    await page.waitForSelector('.phone-dots i:nth-child(2).phone-on')
  })

  test('turns the wheels of a region', async () => {
    await open('pages/kit/kit')
    await page.click('#region')
    await page.click('.phone-row:text-is("广东省")')
    await page.click('.phone-row:text-is("广州市")')
    await page.click('.phone-row:text-is("海珠区")')
    await page.click('.phone-answer:text-is("确定")')
    const heard = await page.evaluate(() => {
      const { phone } = window as unknown as {
        phone: { phone: { stack: { top: { instance: { data: { heard: unknown } } } } } }
      }
      return JSON.stringify(phone.phone.stack.top.instance.data.heard)
    })
    expect(heard).toContain('440105')
  })
})

describe('a page of the shop', () => {
  interface Put {
    readonly status: number
    readonly error?: { readonly code: string; readonly message: string }
  }

  /** Uploads from the page itself, as the H5 shop does. */
  const put = (name: string, bytes: number) =>
    page.evaluate(
      async ([file, size, base64]) => {
        const small = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        const body = size === 0 ? small : new Uint8Array(size)
        const headers = { 'content-type': 'image/gif' }
        const response = await fetch(`/_emulator/files/${file}`, { method: 'PUT', headers, body })
        return { status: response.status, ...((await response.json()) as object) }
      },
      [encodeURIComponent(name), bytes, picture.toString('base64')] as const,
    ) as Promise<Put>

  beforeEach(async () => {
    await page.goto(`${shop.url}/_emulator`)
  })

  test.each(['after-sale/1.gif', 'after-sale/没有结尾'])(
    'uploads a picture and shows it: %s',
    async (name) => {
      expect((await put(name, 0)).status).toBe(200)
      await page.evaluate((file) => {
        const image = document.createElement('img')
        image.id = 'shown'
        image.src = `/_emulator/files/${encodeURIComponent(file)}`
        document.body.append(image)
      }, name)
      await isShown('#shown')
    },
  )

  test('is told when a picture is too large, and when its name is no name', async () => {
    expect(await put('large.gif', 50 * 1024 * 1024 + 1)).toMatchObject({
      status: 413,
      error: { code: 'body_too_large', message: expect.stringContaining('52428800') as string },
    })
    expect(await put('a/../b.gif', 0)).toMatchObject({
      status: 400,
      error: { code: 'path_invalid' },
    })
    const missing = await shop.ask('GET', '/_emulator/files/none.gif')
    expect(missing).toMatchObject({
      status: 404,
      body: { error: { code: 'file_unknown', message: 'There is no file none.gif.' } },
    })
  })
})
