// Thousands join one ladder, several at once: the last must not be slower than the first, and no
// document may grow with those who came before.
import { at, crowd } from './bench-crowd.mjs'
import { dealsOf, documentsOf, ladder, openShop, order, oversold, pay } from './bench-shop.mjs'

/** So many are the first, and so many the last. */
const END = 500

export async function measureJoins({ name, buyers, atOnce }) {
  const { change, deal: where } = ladder(buyers + 200)
  const shop = await openShop(change)
  try {
    const [deal] = await dealsOf(shop.url, where)
    const line = { productId: deal.productId, skuId: deal.skuId, dealId: deal._id }
    const join = (from) => async (index) => {
      const openid = `buyer-${from + index}`
      const started = performance.now()
      const orderId = await order(shop.url, openid, line)
      const took = performance.now() - started
      await pay(shop.url, openid, orderId)
      return took
    }
    const first = await crowd(END, atOnce, join(0))
    const early = await largest(shop.url)
    await crowd(buyers - 2 * END, atOnce, join(END))
    const last = await crowd(END, atOnce, join(buyers - END))
    const late = await largest(shop.url)
    return {
      ...{ name, buyers },
      'p99 ms of the first 500': at(first.times, 0.99),
      'p99 ms of the last 500': at(last.times, 0.99),
      'bytes a document grew meanwhile': growth(early, late),
      oversold: await oversold(shop.url, deal._id),
    }
  } finally {
    await shop.close()
  }
}

/** Bytes of the largest document of each collection. */
async function largest(url) {
  const collections = await (await fetch(`${url}/_emulator/collections`)).json()
  const sizes = collections.map(async ({ name }) => {
    const documents = await documentsOf(url, name, {})
    const bytes = documents.map((one) => Buffer.byteLength(JSON.stringify(one)))
    return [name, Math.max(0, ...bytes)]
  })
  return Object.fromEntries(await Promise.all(sizes))
}

/** By how many bytes the largest document of any collection grew. */
const growth = (early, late) =>
  Math.max(...Object.keys(late).map((name) => late[name] - (early[name] ?? 0)))
