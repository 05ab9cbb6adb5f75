// npm run bench: what the shop does a second, in figures: a table here and JSON in
// bench/figures.json.
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { ensureInstalled } from './install.mjs'

ensureInstalled()
const { build } = await import('./build.mjs')
const { importShop } = await import('./import-shop.mjs')

const CHERRIES = { productId: 'cherry-jj-10', skuId: 'cherry-jj-10', dealId: 'ladder-cherry' }

/** A shop with a durable local cloud of its own; `change` alters the demo's shop file. */
async function openShop(change) {
  const folder = mkdtempSync(path.join(tmpdir(), 'jutuan-bench-'))
  const file = path.join(folder, 'shop.json')
  const shop = JSON.parse(readFileSync('demo/fruit-shop.json', 'utf8'))
  for (const product of shop.products) delete product.pictures
  change(shop)
  writeFileSync(file, JSON.stringify(shop))
  const cloud = spawn(process.execPath, [
    'dist/emulator/main.js',
    ...['--port', '0', '--data', path.join(folder, 'data')],
    ...['--functions', 'dist/cloudfunctions', '--database', 'cloudfunctions/database.json'],
  ])
  const url = await new Promise((resolve, reject) => {
    cloud.stdout.on('data', (text) => {
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(String(text)) ?? []
      if (address) resolve(address)
    })
    cloud.once('exit', () => reject(new Error('the local cloud did not start')))
  })
  await importShop(url, file)
  const close = async () => {
    const gone = new Promise((resolve) => cloud.once('exit', resolve))
    cloud.kill('SIGKILL')
    await gone
    rmSync(folder, { recursive: true, force: true })
  }
  return { url, close }
}

async function post(url, body, openid) {
  const headers = { 'content-type': 'application/json', ...(openid && { 'x-openid': openid }) }
  return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json()
}

const call = (url, openid, name, input) =>
  post(`${url}/_emulator/call/trade`, { name, input }, openid)

/** Orders one at the price that stands; asks again when it falls or the cloud is busy. */
async function buy(url, openid) {
  const lines = [{ ...CHERRIES, quantity: 1 }]
  for (;;) {
    const quoted = await call(url, openid, 'orders.quote', { lines })
    if (quoted.error?.code === 'stock_short') return undefined
    if (quoted.error) continue
    const delivery = { kind: 'pick-up', storeId: 'store-01', name: openid, phone: '13800000000' }
    const { payableFen } = quoted.result.receipt
    const placing = { requestId: randomUUID(), lines, delivery, payableFen }
    const placed = await call(url, openid, 'orders.place', placing)
    if (placed.result) return placed.result.orderId
    if (placed.error.code === 'stock_short') return undefined
  }
}

/** Everybody at once, so many in flight; how long each took in ms. */
async function crowd(count, atOnce, each) {
  const waiting = Array.from({ length: count }, (_, index) => index)
  const times = []
  const walker = async () => {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
      const started = performance.now()
      await each(index)
      times.push(performance.now() - started)
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: atOnce }, walker))
  return { seconds: (performance.now() - started) / 1000, times: times.sort((a, b) => a - b) }
}

const at = (times, share) => Math.round(times[Math.floor((times.length - 1) * share)] ?? 0)

/** Counts the functions' SDK calls by the local cloud's own log, which keeps only the newest. */
function countCalls(url) {
  let seen = 0
  let calls = 0
  const read = async () => {
    const log = await (await fetch(`${url}/_emulator/log?after=${seen}&limit=2000`)).json()
    for (const entry of log) {
      seen = Math.max(seen, entry.seq)
      calls += entry.calls.length
    }
  }
  const timer = setInterval(() => void read(), 500)
  return async () => {
    clearInterval(timer)
    await read()
    return calls
  }
}

/** How many pieces went out beyond what was loaded: must be none. */
async function oversold(url) {
  const where = encodeURIComponent(JSON.stringify({ dealId: CHERRIES.dealId }))
  const answer = await fetch(`${url}/_emulator/collections/pools?where=${where}`)
  const pools = await answer.json()
  const out = pools.reduce((sum, { sold, holds }) => {
    const held = Object.values(holds).reduce((all, { n }) => all + n, 0)
    return sum + sold + held
  }, 0)
  return Math.max(0, out - pools.reduce((sum, { loaded }) => sum + loaded, 0))
}

async function measure(name, { stock, buyers, atOnce, pays }) {
  const shop = await openShop((file) => {
    const cherry = file.groupBuys.find(({ id }) => id === CHERRIES.dealId)
    Object.assign(cherry, { stock, perMember: 1 })
  })
  try {
    let orders = 0
    const counted = countCalls(shop.url)
    const { seconds, times } = await crowd(buyers, atOnce, async (index) => {
      const openid = `buyer-${index}`
      const orderId = await buy(shop.url, openid)
      if (!orderId) return
      orders += 1
      if (!pays) return
      await call(shop.url, openid, 'orders.pay', { orderId })
      await post(`${shop.url}/_emulator/payments/${orderId}`, { outcome: 'success' })
    })
    const calls = await counted()
    return {
      name,
      buyers,
      orders,
      'buyers/s': +(buyers / seconds).toFixed(1),
      'orders/s': +(orders / seconds).toFixed(1),
      'p50 ms': at(times, 0.5),
      'p99 ms': at(times, 0.99),
      'SDK calls/buyer': +(calls / buyers).toFixed(1),
      oversold: await oversold(shop.url),
    }
  } finally {
    await shop.close()
  }
}

await build(['cloudfunctions', 'emulator'])
const figures = [
  await measure('ladder: 1,000 buyers quote, order and pay', {
    stock: 1200,
    buyers: 1000,
    atOnce: 50,
    pays: true,
  }),
  await measure('pool of 100 pieces, 1,000 buyers', {
    stock: 100,
    buyers: 1000,
    atOnce: 100,
    pays: false,
  }),
]
console.table(figures)
mkdirSync('bench', { recursive: true })
const [{ model }] = cpus()
const machine = { cpu: model, cores: cpus().length, node: process.version }
writeFileSync('bench/figures.json', `${JSON.stringify({ machine, figures }, null, 2)}\n`)
