// npm run bench [-- words …]: what the shop does a second, in figures: a table here and JSON in
// bench/figures.json. With words only what has one of them in its name is measured; the other
// figures stay.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { ensureInstalled } from './install.mjs'

ensureInstalled()
const { build } = await import('./build.mjs')
const { countCalls, credited, dealsOf, flashSale, ladder, loadTouches, openShop, order } =
  await import('./bench-shop.mjs')
const { oversold, pay, teamOf } = await import('./bench-shop.mjs')
const { at, crowd } = await import('./bench-crowd.mjs')
const { measureFloor } = await import('./bench-floor.mjs')
const { measureJoins } = await import('./bench-joins.mjs')
const { measureLive } = await import('./bench-live.mjs')

const team = (stock) => ({
  change: (file) => {
    const kiwi = file.groupBuys.find(({ id }) => id === 'group-kiwi')
    Object.assign(kiwi, { stock, perMember: 1 })
  },
  deal: { _id: 'group-kiwi' },
  people: 3,
})

const scenarios = [
  {
    name: 'ladder: 1,000 buyers quote, order and pay',
    ...ladder(1200),
    buyers: 1000,
    atOnce: 50,
    pays: true,
  },
  {
    name: 'pool of 100 pieces, 1,000 buyers',
    ...ladder(100),
    buyers: 1000,
    atOnce: 100,
    pays: false,
  },
  {
    name: 'flash sale: 1,000 buyers quote, order and pay',
    ...flashSale(1200),
    buyers: 1000,
    atOnce: 50,
    pays: true,
  },
  {
    name: 'flash sale of 100 pieces, 5,000 buyers',
    ...flashSale(100),
    buyers: 5000,
    atOnce: 100,
    pays: false,
  },
  {
    name: 'teams of 3: 999 buyers open or join, and pay',
    ...team(1200),
    buyers: 999,
    atOnce: 48,
    pays: true,
  },
  ...[50_000, 1_000_000].map((touches) => ({
    name: `ladder: 1,000 buyers order, ${touches.toLocaleString('en')} touches of 50,000 visitors`,
    ...ladder(1200),
    touches,
    buyers: 1000,
    atOnce: 20,
    pays: false,
  })),
]

const others = [
  {
    name: 'beside the floor: ample stock, 1,000 buyers order',
    measure: measureFloor,
    ...{ stock: 1000, buyers: 1000, atOnce: 50 },
  },
  {
    name: 'beside the floor: 100 pieces, 1,000 buyers',
    measure: measureFloor,
    ...{ stock: 100, buyers: 1000, atOnce: 50 },
  },
  {
    name: 'ladder: 5,000 join and pay',
    measure: measureJoins,
    ...{ buyers: 5000, atOnce: 20 },
  },
  {
    name: 'live: 17,603 orders of 60 products, 200 phones polling',
    measure: measureLive,
    ...{ buyers: 17_603, watching: 200, atOnce: 50 },
  },
]

/** Which team a buyer joins: the first of each `people` opens it, the others wait for its link. */
function teamLinks(people) {
  const links = new Map()
  const linkOf = (index) => {
    const group = Math.floor(index / people)
    if (!links.has(group)) links.set(group, deferred())
    return { ...links.get(group), isLeader: index % people === 0 }
  }
  return linkOf
}

function deferred() {
  const link = {}
  link.promise = new Promise((resolve) => {
    link.resolve = resolve
  })
  return link
}

async function measure({ name, change, deal: where, people, touches = 0, buyers, atOnce, pays }) {
  const shop = await openShop(change)
  try {
    const [deal] = await dealsOf(shop.url, where)
    const line = { productId: deal.productId, skuId: deal.skuId, dealId: deal._id }
    const linkOf = people && teamLinks(people)
    let orders = 0
    const visit = async (index) => {
      const openid = `buyer-${index}`
      const link = linkOf?.(index)
      const teamId = link && !link.isLeader ? await link.promise : undefined
      // Waiting for a friend's link is no work of the shop.
      const started = performance.now()
      const orderId = await order(shop.url, openid, { ...line, ...(teamId && { teamId }) })
      if (orderId) orders += 1
      if (orderId && pays) await pay(shop.url, openid, orderId)
      if (link?.isLeader) link.resolve(await teamOf(shop.url, openid, orderId))
      return performance.now() - started
    }
    await loadTouches(shop.url, touches)
    const counted = countCalls(shop.url)
    const { seconds, times } = await crowd(buyers, atOnce, visit)
    const calls = await counted()
    if (touches > 0 && (await credited(shop.url)) !== orders) throw new Error('not all credited')
    return {
      name,
      buyers,
      orders,
      'buyers/s': +(buyers / seconds).toFixed(1),
      'orders/s': +(orders / seconds).toFixed(1),
      'p50 ms': at(times, 0.5),
      'p99 ms': at(times, 0.99),
      'SDK calls/buyer': +(calls / buyers).toFixed(1),
      oversold: await oversold(shop.url, deal._id),
    }
  } finally {
    await shop.close()
  }
}

await build(['cloudfunctions', 'emulator'])
const words = process.argv.slice(2)
const isWanted = ({ name }) => words.length === 0 || words.some((word) => name.includes(word))
const measured = []
for (const scenario of scenarios.filter(isWanted)) measured.push(await measure(scenario))
for (const { measure: take, ...scenario } of others.filter(isWanted)) {
  measured.push(await take(scenario))
}
console.table(measured)

const FILE = 'bench/figures.json'
const known = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')).figures : []
const figures = [...scenarios, ...others].flatMap(({ name }) => {
  const figure = [...measured, ...known].find((one) => one.name === name)
  return figure ? [figure] : []
})
mkdirSync('bench', { recursive: true })
const [{ model }] = cpus()
const machine = { cpu: model, cores: cpus().length, node: process.version }
writeFileSync(FILE, `${JSON.stringify({ machine, figures }, null, 2)}\n`)
