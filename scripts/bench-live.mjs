// A big live for the benchmark: sixty products, everybody orders one piece and pays, others poll.
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { at, crowd } from './bench-crowd.mjs'
import { callAction, documentsOf, openShop, post } from './bench-shop.mjs'

const LIVE = 'bench'
const PRODUCTS = 60
/** How often a watcher's phone asks: the shortest pause that the room page makes. */
const POLL_EVERY_MS = 3000

const idOf = (place) => `live-goods-${place}`
const dealOf = (place) => `${LIVE}-${idOf(place)}`
const priceOf = (place) => 900 + 10 * place

/** Puts a session into the shop file that begins now, with so many pieces of each product. */
const sessionOf = (pieces) => (file) => {
  const places = Array.from({ length: PRODUCTS }, (_, place) => place)
  const [{ id: categoryId }] = file.categories
  const product = (place) => ({
    ...{
      id: idOf(place),
      name: `直播商品 ${place}`,
      priceFen: 2000,
      unit: '箱',
      stock: 0,
      categoryId,
    },
  })
  file.products.push(...places.map(product))
  const products = places.map((place) => {
    return { productId: idOf(place), role: 'main', livePriceFen: priceOf(place), stock: pieces }
  })
  file.live = [{ id: LIVE, title: '万人直播', startsAt: '+0m', lastsMinutes: 120, products }]
}

/** Asks until the cloud is not busy; a refusal is an error here. */
async function ask(url, openid, address, input) {
  for (;;) {
    const { result, error } = await callAction(url, openid, address, input)
    if (result) return result
    if (error.code !== 'busy') throw new Error(`${address}: ${error.code}`)
  }
}

/** Looks at the room once, orders one piece at its price, and pays. */
async function buy(url, openid, place) {
  const [skuId, dealId, payableFen] = [idOf(place), dealOf(place), priceOf(place)]
  const now = Date.now()
  const told = { page: 'room', liveId: LIVE, at: now, ms: 0 }
  const events = ['view', 'exposure', 'click'].map((kind) => {
    return { kind, subject: kind === 'view' ? null : dealId, ...told }
  })
  await ask(url, openid, 'shop/events.record', { requestId: randomUUID(), events })
  const started = performance.now()
  const delivery = { kind: 'pick-up', storeId: 'store-01', name: openid, phone: '13800000000' }
  const lines = [{ productId: skuId, skuId, quantity: 1, dealId }]
  const placing = { requestId: randomUUID(), lines, delivery, payableFen, liveId: LIVE }
  const { orderId } = await ask(url, openid, 'trade/orders.place', placing)
  await ask(url, openid, 'trade/orders.pay', { orderId })
  await post(`${url}/_emulator/payments/${orderId}`, { outcome: 'success' })
  return performance.now() - started
}

/** Phones that stay in the room and ask for news until it is over. */
function watchers(url, count) {
  let isOver = false
  const watch = async (number) => {
    await wait((POLL_EVERY_MS * number) / count)
    const view = await ask(url, `watcher-${number}`, 'shop/live.see', { liveId: LIVE })
    let [rev, mark] = [view.room.rev, view.mark]
    while (!isOver) {
      const { room, figures } = await ask(url, `watcher-${number}`, 'shop/live.room', {
        ...{ liveId: LIVE, rev, mark },
      })
      rev = room?.rev ?? rev
      mark = figures?.mark ?? mark
      await wait(POLL_EVERY_MS)
    }
  }
  const watching = Promise.all(Array.from({ length: count }, (_, number) => watch(number)))
  return async () => {
    isOver = true
    await watching
  }
}

/** Calls and bytes by action, read from the local cloud's own log, which keeps only the newest. */
function countActions(url) {
  const sums = new Map()
  let seen = 0
  const read = async () => {
    const log = await (await fetch(`${url}/_emulator/log?after=${seen}&limit=2000`)).json()
    for (const { seq, action, calls, answerBytes, function: name } of log) {
      seen = Math.max(seen, seq)
      const key = action ?? name
      const sum = sums.get(key) ?? { count: 0, calls: 0, bytes: 0 }
      sums.set(key, {
        count: sum.count + 1,
        calls: sum.calls + calls.length,
        bytes: sum.bytes + answerBytes,
      })
    }
  }
  const timer = setInterval(() => void read(), 500)
  return async () => {
    clearInterval(timer)
    await read()
    return sums
  }
}

/** What went out of the session's pools beyond what was loaded: must be none. */
async function oversold(url) {
  const pools = await documentsOf(url, 'pools', { dealId: { $regex: `^${LIVE}-` } })
  const out = ({ sold, holds }) => sold + Object.values(holds).reduce((all, { n }) => all + n, 0)
  return pools.reduce((sum, pool) => sum + Math.max(0, out(pool) - pool.loaded), 0)
}

/**
 * Compares the review with what the crowd ordered, product by product; throws where they differ.
 */
async function expectReview(url, places) {
  const { review } = await ask(url, 'keeper', 'staff/live.review', { liveId: LIVE })
  const { gmvFen, orders, paid, buyers, products } = review.figures
  const wanted = Array.from({ length: PRODUCTS }, (_, place) => {
    const pieces = places.filter((own) => own === place).length
    return [dealOf(place), pieces, pieces * priceOf(place)].join()
  })
  const counted = products.map(({ dealId, pieces, paidFen }) => [dealId, pieces, paidFen].join())
  const sum = places.reduce((all, place) => all + priceOf(place), 0)
  const isSame =
    [gmvFen, orders, paid, buyers].join() === [sum, ...Array(3).fill(places.length)].join()
  if (!isSame || counted.sort().join() !== wanted.sort().join()) {
    throw new Error('the review is not what was bought')
  }
}

const each = (sum, whole) => +(sum / Math.max(1, whole)).toFixed(1)

/** Plays the session and tells what it took. */
export async function measureLive({ name, buyers, watching, atOnce }) {
  const shop = await openShop(sessionOf(Math.ceil(buyers / PRODUCTS)))
  const { url } = shop
  try {
    await ask(url, 'keeper', 'staff/live.start', { requestId: randomUUID(), liveId: LIVE })
    const [counted, leave] = [countActions(url), watchers(url, watching)]
    const places = Array.from({ length: buyers }, (_, number) => (number * 37) % PRODUCTS)
    const { seconds, times } = await crowd(buyers, atOnce, (number) => {
      return buy(url, `buyer-${number}`, places[number])
    })
    await leave()
    const sums = await counted()
    const polls = sums.get('live.room') ?? { count: 0, calls: 0, bytes: 0 }
    const buying = ['orders.place', 'orders.pay', 'pay-notify'].map((name) => sums.get(name)?.calls)
    await ask(url, 'keeper', 'staff/live.end', { requestId: randomUUID(), liveId: LIVE })
    const started = performance.now()
    await expectReview(url, places)
    return {
      name,
      buyers,
      orders: times.length,
      'buyers/s': +(buyers / seconds).toFixed(1),
      'orders/s': +(times.length / seconds).toFixed(1),
      'p50 ms': at(times, 0.5),
      'p99 ms': at(times, 0.99),
      'SDK calls/buyer': each(
        buying.reduce((all, calls) => all + (calls ?? 0), 0),
        buyers,
      ),
      oversold: await oversold(url),
      polls: polls.count,
      'SDK calls/poll': each(polls.calls, polls.count),
      'bytes/poll': Math.round(each(polls.bytes, polls.count)),
      'review ms': Math.round(performance.now() - started),
    }
  } finally {
    await shop.close()
  }
}
