/** @jest-environment node */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { phoneRoutes } from '../../emulator/phone/routes'

const flags =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run ' +
  '--disable-background-networking --disable-component-update --disable-sync'
const weapp = mkdtempSync(path.join(tmpdir(), 'phone-routes-'))
const calls: string[] = []
let server: http.Server
let url = ''

beforeAll(async () => {
  cpSync(path.join(__dirname, 'fixture'), weapp, { recursive: true })
  const routes = phoneRoutes({ weapp })
  server = http.createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://127.0.0.1')
    void routes(request, response, asked).then((isDone) => {
      if (isDone) return
      calls.push(asked.pathname)
      response.writeHead(404)
      response.end()
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/_emulator/weapp`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(weapp, { recursive: true, force: true })
})

const get = async (name: string) => fetch(`${url}${name}`)
const greetingOf = (text: string) => (text.includes('换了') ? 'new' : 'old')

test('every other path is left to the rest of the cloud', async () => {
  expect((await fetch(url.replace('/weapp', '/panel'))).status).toBe(404)
  expect(calls).toEqual(['/_emulator/panel'])
})

test('the page brings its program, its styles and the ribbon', async () => {
  const html = await (await get('')).text()
  expect(html).toContain('/_emulator/assets/ribbon.js')
  for (const name of ['/main.js', '/phone.css']) expect((await get(name)).status).toBe(200)
})

test('files outside of the package are not found', async () => {
  expect((await get('/files/app.json')).status).toBe(200)
  expect((await get('/files/..%2f..%2f..%2fetc%2fpasswd')).status).toBe(404)
})

test('only reading is allowed', async () => {
  expect((await fetch(url, { method: 'POST' })).status).toBe(405)
})

test('the package is compiled again when one of its files changed', async () => {
  const first = await (await get('/package.json')).text()
  expect(await (await get('/package.json')).text()).toBe(first)
  writeFileSync(path.join(weapp, 'pages/mine/mine.wxml'), '<view id="shown">换了{{shown}}</view>')
  expect([greetingOf(first), greetingOf(await (await get('/package.json')).text())]).toEqual([
    'old',
    'new',
  ])
})

describe('in a browser', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags.split(' ') })
  }, 30_000)

  afterAll(() => browser.close())

  async function open(options: object, query = ''): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage()
    await page.goto(`${url}${query}`)
    await page.waitForSelector('#greeting')
    return page
  }

  test('fingers tap, pages open and close, rpx follow the width', async () => {
    const page = await open({
      viewport: { width: 390, height: 700 },
      hasTouch: true,
      isMobile: true,
    })
    await page.tap('#add-1')
    await page.waitForFunction(() => document.querySelector('#basket')?.textContent === '1')
    await page.tap('#row-2 .name')
    await page.waitForSelector('#id')
    expect(await page.textContent('.phone-title')).toBe('商品详情')
    await page.tap('.phone-back')
    await page.waitForSelector('#row-2', { state: 'visible' })
    const margin = await page.$eval('#add-1', (button) => getComputedStyle(button).marginLeft)
    expect(margin).toBe('10.4px')
  }, 30_000)

  test('on a desktop the phone stands in a frame and a mouse will do', async () => {
    const page = await open(
      { viewport: { width: 1100, height: 950 } },
      '?query=name%3Dbo&openid=bo',
    )
    expect(await page.textContent('#greeting')).toBe('你好 bo')
    const frame = await page.$eval('.phone', ({ clientWidth, clientHeight }) => [
      clientWidth,
      clientHeight,
    ])
    expect(frame).toEqual([375, 812])
    await page.click('.phone-tab >> text=我的')
    expect(await page.textContent('#shown')).toBe('换了1')
    expect(await page.evaluate(() => sessionStorage.getItem('jutuan.openid'))).toBe('bo')
  }, 30_000)
})
