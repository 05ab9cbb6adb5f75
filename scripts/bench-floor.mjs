// The shop beside the floor, in the same run: the same buyers, as many at once, a call each.
import { randomUUID } from 'node:crypto'
import { crowd } from './bench-crowd.mjs'
import { callAction, dealsOf, flashSale, openShop, oversold, payableOf } from './bench-shop.mjs'
import { openFloor } from './floor.mjs'

/** Buyers of a flash sale, whose price is known: each call orders a piece or finds none left. */
export async function measureFloor({ name, stock, buyers, atOnce }) {
  const shop = await sellAll({ stock, buyers, atOnce })
  const floor = await openFloor(stock)
  try {
    let orders = 0
    const buy = async (index) => {
      if (await floor.sell(`buyer-${index}`)) orders += 1
      return 0
    }
    const { seconds } = await crowd(buyers, atOnce, buy)
    if (orders !== shop.orders) throw new Error(`${shop.orders} orders, ${orders} on the floor`)
    const [ours, theirs] = [buyers / shop.seconds, buyers / seconds]
    return {
      ...{ name, buyers, orders, 'buyers/s': +ours.toFixed(1) },
      'floor buyers/s': +theirs.toFixed(1),
      'share of the floor': +(ours / theirs).toFixed(2),
      oversold: shop.oversold,
    }
  } finally {
    await floor.close()
  }
}

async function sellAll({ stock, buyers, atOnce }) {
  const { change, deal: where } = flashSale(stock)
  const shop = await openShop(change)
  try {
    const [deal] = await dealsOf(shop.url, where)
    const line = { productId: deal.productId, skuId: deal.skuId, dealId: deal._id, quantity: 1 }
    const payableFen = await payableOf(shop.url, 'first-buyer', [line])
    let orders = 0
    const buy = async (index) => {
      if (await place(shop.url, `buyer-${index}`, { lines: [line], payableFen })) orders += 1
      return 0
    }
    const { seconds } = await crowd(buyers, atOnce, buy)
    return { orders, seconds, oversold: await oversold(shop.url, deal._id) }
  } finally {
    await shop.close()
  }
}

/** Whether a piece was ordered; the same wish is sent again while the cloud is busy. */
async function place(url, openid, { lines, payableFen }) {
  const delivery = { kind: 'pick-up', storeId: 'store-01', name: openid, phone: '13800000000' }
  const placing = { requestId: randomUUID(), lines, delivery, payableFen }
  for (;;) {
    const { result, error } = await callAction(url, openid, 'trade/orders.place', placing)
    if (result) return true
    if (error.code === 'stock_short') return false
    if (error.code !== 'busy') throw new Error(error.code)
  }
}
