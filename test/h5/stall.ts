/**
 * A stall: the built local cloud with a shop of three small functions and one page, enough to see
 * what
 * the control panel, the ribbon and the cashier do. Every stall has its own data and its own port.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Sends somebody 12.34 yuan (商家转账), signed as a merchant does. */
const payOut = `
const { createSign, randomBytes } = require('node:crypto')
async function payOut(openid, number) {
  const { env } = process
  const path = '/v3/fund-app/mch-transfer/transfer-bills'
  const body = JSON.stringify({
    appid: env.MCH_APP_ID, out_bill_no: number, openid, transfer_amount: 1234,
    transfer_remark: '导购佣金', transfer_scene_id: '1005',
    transfer_scene_report_infos: [
      { info_type: '岗位类型', info_content: '导购' },
      { info_type: '报酬说明', info_content: '推广商品的佣金' },
    ],
  })
  const timestamp = String(Math.floor(Date.now() / 1000))
  const nonce = randomBytes(16).toString('hex')
  const signed = ['POST', path, timestamp, nonce, body, ''].join('\\n')
  const signature = createSign('RSA-SHA256').update(signed).sign(env.MCH_PRIVATE_KEY, 'base64')
  const fields = { mchid: env.MCH_ID, nonce_str: nonce, signature, timestamp,
    serial_no: env.MCH_SERIAL }
  const told = Object.entries(fields).map(([name, value]) => name + '="' + value + '"').join(',')
  const headers = { authorization: 'WECHATPAY2-SHA256-RSA2048 ' + told }
  const answer = await fetch(env.WECHAT_PAY_URL + path, { method: 'POST', headers, body })
  if (!answer.ok) throw new Error(await answer.text())
}`

const trade = `${payOut}
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async ({ name }) => {
  if (name === 'orders.break') throw new Error('the scales are broken')
  const { OPENID } = cloud.getWXContext()
  if (name === 'payouts.ask') return payOut(OPENID, 'bill1')
  const orders = cloud.database().collection('orders')
  const { total } = await orders.count()
  const outTradeNo = 'grape-' + (total + 1)
  await orders.add({ data: { _id: outTradeNo, memberId: OPENID, status: 'unpaid', heard: 0 } })
  const { payment } = await cloud.cloudPay.unifiedOrder({
    body: '青禾果园 · 阳光玫瑰', outTradeNo, totalFee: 12880, spbillCreateIp: '127.0.0.1',
    subMchId: '1900000109', envId: 'jutuan-local', functionName: 'pay-notify',
  })
  console.log('placed', outTradeNo)
  return { result: { payment } }
}`

const payNotify = `
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async ({ outTradeNo }) => {
  const db = cloud.database()
  const data = { status: 'paid', heard: db.command.inc(1) }
  await db.collection('orders').doc(outTradeNo).update({ data })
  return { errcode: 0 }
}`

const timer = `exports.main = async () => ({ swept: true })`

const page = `<!doctype html>
<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body>
  <button id="buy">买一串葡萄</button>
  <p id="end"></p>
  <script>
    document.querySelector('#buy').onclick = async () => {
      const body = JSON.stringify({ name: 'orders.place' })
      const answer = await fetch('/_emulator/call/trade', { method: 'POST', body })
      const { result } = await answer.json()
      WeixinJSBridge.invoke('getBrandWCPayRequest', result.payment, ({ err_msg }) => {
        document.querySelector('#end').textContent = err_msg
      })
    }
  </script>
</body></html>`

const shop: Readonly<Record<string, string>> = {
  'functions/trade/index.js': trade,
  'functions/pay-notify/index.js': payNotify,
  'functions/pay-notify/config.json': '{"clients":false}',
  'functions/timer/index.js': timer,
  'functions/timer/config.json':
    '{"clients":false,"triggers":[{"name":"tick","type":"timer","config":"0 * * * * * *"}]}',
  'database.json': '{"collections":{"orders":{"permission":"ADMINONLY","indexes":[]}}}',
  'pages/index.html': page,
}

/** A stall that is open. */
export interface Stall {
  readonly url: string
  /** Asks the control API. */
  get(address: string): Promise<unknown>
  /** Makes it as it was when it opened; the clock stays where it is. */
  empty(): Promise<void>
  /** Calls the stall's function as somebody; gives back the HTTP status. */
  call(name: string, openid: string): Promise<number>
  close(): Promise<void>
}

/** Opens a stall; rejects with what the cloud printed when it does not start. */
export async function openStall(): Promise<Stall> {
  const folder = mkdtempSync(join(tmpdir(), 'jutuan-stall-'))
  for (const [file, content] of Object.entries(shop)) {
    mkdirSync(join(folder, file, '..'), { recursive: true })
    writeFileSync(join(folder, file), content)
  }
  // The functions find wx-server-sdk where the shop's own functions find it.
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  const cloud = spawn(process.execPath, ['dist/emulator/main.js', ...optionsFor(folder)])
  const url = await addressOf(cloud)
  const post = (body: object, openid: string) => ({
    method: 'POST',
    headers: { 'x-openid': openid, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return {
    url,
    get: async (address) => (await fetch(`${url}/_emulator/${address}`)).json() as Promise<unknown>,
    empty: async () => {
      await fetch(`${url}/_emulator/reset`, { method: 'POST' })
    },
    call: async (name, openid) =>
      (await fetch(`${url}/_emulator/call/trade`, post({ name }, openid))).status,
    close: async () => {
      cloud.kill()
      if (cloud.exitCode === null) await once(cloud, 'exit')
      rmSync(folder, { recursive: true })
    },
  }
}

function optionsFor(folder: string): string[] {
  return [
    ['--port', '0'],
    ['--data', ':memory:'],
    ['--functions', join(folder, 'functions')],
    ['--database', join(folder, 'database.json')],
    ['--pages', join(folder, 'pages')],
  ].flat()
}

function addressOf(cloud: ChildProcess): Promise<string> {
  return new Promise((found, lost) => {
    let printed = ''
    const read = (chunk: Buffer) => {
      printed += chunk.toString()
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0]
      if (url) found(url)
    }
    cloud.stdout?.on('data', read)
    cloud.stderr?.on('data', read)
    cloud.once('exit', () => lost(new Error(`The local cloud did not start: ${printed}`)))
  })
}
