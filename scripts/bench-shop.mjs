// A shop for the benchmark: the demo's goods in a durable local cloud of its own, and its buyers.
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { addressOf, kill } from './servers.mjs'
import { importShop } from './import-shop.mjs'

/** Opens the shop; `change` alters the demo's shop file. */
export async function openShop(change) {
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
  const url = await addressOf(cloud)
  await importShop(url, file)
  const close = async () => {
    await kill(cloud)
    rmSync(folder, { recursive: true, force: true })
  }
  return { url, close }
}

/** The demo's ladder with so many pieces, one a member. */
export const ladder = (stock) => ({
  change: (file) => {
    const cherry = file.groupBuys.find(({ id }) => id === 'ladder-cherry')
    Object.assign(cherry, { stock, perMember: 1 })
  },
  deal: { _id: 'ladder-cherry' },
})

/** The demo's flash sale with so many pieces, one a member. */
export const flashSale = (stock) => ({
  change: (file) => {
    const sale = file.flashSales.find(({ id }) => id === 'flash-now')
    sale.items = [{ ...sale.items[0], stock, perMember: 1 }]
  },
  deal: { saleId: 'flash-now' },
})

const VISITORS = 50_000
const A_BATCH = 2_000

/** Lets so many touches of links have been left: each visitor's one after the other, by guides. */
export async function loadTouches(url, count) {
  const { now } = await (await fetch(`${url}/_emulator/clock`)).json()
  const touch = (number) => ({
    _id: `touch-${number}`,
    memberId: `buyer-${number % VISITORS}`,
    linkId: `link-${number % 997}`,
    sharerId: `friend-${number % 4999}`,
    guideId: `guide-${String((number % 12) + 1).padStart(2, '0')}`,
    channel: 'chat',
    target: { kind: 'home' },
    hops: number % 3,
    scene: 1007,
    at: now - 60_000 - (number % 1_000_000_000),
  })
  for (let from = 0; from < count; from += A_BATCH) {
    const size = Math.min(A_BATCH, count - from)
    const touches = Array.from({ length: size }, (_, index) => touch(from + index))
    const { imported } = await post(`${url}/_emulator/collections/touches`, touches)
    if (imported !== size) throw new Error('the touches were not loaded')
  }
}

/** How many orders are credited to a guide. */
export async function credited(url) {
  const where = encodeURIComponent(JSON.stringify({ 'attribution.guideId': { $ne: null } }))
  const found = await fetch(`${url}/_emulator/collections/orders?where=${where}&limit=10000`)
  return (await found.json()).length
}

/** Sends a body, as somebody where a name is given. */
export async function post(url, body, openid) {
  const headers = { 'content-type': 'application/json', ...(openid && { 'x-openid': openid }) }
  return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json()
}

const call = (url, openid, name, input) =>
  post(`${url}/_emulator/call/trade`, { name, input }, openid)

/** Calls an action of a function, e.g. `shop/live.room`; answers `result` or `error`. */
export function callAction(url, openid, address, input) {
  const [where, name] = address.split('/')
  return post(`${url}/_emulator/call/${where}`, { name, input }, openid)
}

/** Documents of a collection, as the local cloud has them. */
export async function documentsOf(url, collection, where) {
  const query = `where=${encodeURIComponent(JSON.stringify(where))}&limit=10000`
  return (await fetch(`${url}/_emulator/collections/${collection}?${query}`)).json()
}

/** What somebody would pay for these lines now, in fen. */
export async function payableOf(url, openid, lines) {
  const quoted = await call(url, openid, 'orders.quote', { lines, delivery: 'pick-up' })
  return quoted.result.receipt.payableFen
}

/** Orders one piece at the price that stands; asks again when it falls or the cloud is busy. */
export async function order(url, openid, line) {
  const lines = [{ ...line, quantity: 1 }]
  for (;;) {
    const quoted = await call(url, openid, 'orders.quote', { lines, delivery: 'pick-up' })
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

/** Pays an order at the cashier; answers when the notice has been processed. */
export async function pay(url, openid, orderId) {
  await call(url, openid, 'orders.pay', { orderId })
  await post(`${url}/_emulator/payments/${orderId}`, { outcome: 'success' })
}

/** The team that an order opened. */
export async function teamOf(url, openid, orderId) {
  const { result } = await call(url, openid, 'orders.see', { orderId })
  return result.team.teamId
}

/** The deals of a kind, as the local cloud has them. */
export async function dealsOf(url, where) {
  const query = encodeURIComponent(JSON.stringify(where))
  return (await fetch(`${url}/_emulator/collections/deals?where=${query}`)).json()
}

/** How many pieces of a deal went out beyond what was loaded: must be none. */
export async function oversold(url, dealId) {
  const where = encodeURIComponent(JSON.stringify({ dealId }))
  const pools = await (await fetch(`${url}/_emulator/collections/pools?where=${where}`)).json()
  const out = pools.reduce((sum, { sold, holds }) => {
    const held = Object.values(holds).reduce((all, { n }) => all + n, 0)
    return sum + sold + held
  }, 0)
  return Math.max(0, out - pools.reduce((sum, { loaded }) => sum + loaded, 0))
}

/** Counts the functions' SDK calls by the local cloud's own log, which keeps only the newest. */
export function countCalls(url) {
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
