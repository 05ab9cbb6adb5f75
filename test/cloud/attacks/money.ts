/** Paying less, paying with what is spent, getting back more; and WeChat Pay's voice imitated. */
import { randomUUID } from 'node:crypto'
import { fen } from '@domain/money'
import { isKept, type Order } from '@domain/orders/order'
import { approve, request, ship } from '../counter'
import { writtenCoupon } from '../written'
import type { Goal, SmallShop } from '../small-shop'
import { breach, type AttackClass } from './attack'

const ordersOf = (small: SmallShop, memberId: string) =>
  small.shop.documents<Order>('orders', { memberId })

/** Somebody with a coupon that is held by one order at the most. */
async function withCoupon(small: SmallShop) {
  const openid = small.neighbour()
  const id = small.fresh('coupon')
  small.file.coupons.push(writtenCoupon(id, { amountFen: fen(300) }))
  await small.renew()
  await small.claim(openid, id as never)
  return { openid, line: small.line(await small.product()) }
}

export const money: AttackClass = {
  name: 'somebody who would pay less or get back more',
  attacks: [
    {
      what: 'by naming the price',
      play: async (small) => {
        const openid = small.neighbour()
        const placing = await small.shop.placing(openid, [small.line(await small.product())])
        const cheap = { ...placing, payableFen: fen(1) }
        const told = await small.shop.refusal(openid, 'orders.place', cheap)
        const [order] = await ordersOf(small, openid)
        return breach(told !== 'price_changed' || order !== undefined, `it said ${told ?? 'yes'}`)
      },
    },
    {
      what: 'by the same SKU in many lines, beyond what there is',
      play: async (small) => {
        const openid = small.neighbour()
        const productId = await small.product({ stock: 10 })
        const lines = Array.from({ length: 4 }, () => small.line(productId, 9))
        const placing = small.shop.placingAt(openid, lines, 36_000)
        const told = await small.shop.refusal(openid, 'orders.place', placing)
        const { held } = await small.stock({ skuId: productId })
        return breach(told !== 'stock_short', `36 of 10 are ordered, ${held} are held`)
      },
    },
    {
      what: 'by eight orders with one coupon in the same moment',
      play: async (small) => {
        const { openid, line } = await withCoupon(small)
        const placing = await small.shop.placing(openid, [line])
        const place = () =>
          small.shop.call(openid, 'orders.place', { ...placing, requestId: randomUUID() })
        await Promise.all(Array.from({ length: 8 }, place))
        const orders = await ordersOf(small, openid)
        return breach(orders.length !== 1, `${orders.length} orders have the coupon`)
      },
    },
    {
      what: 'by asking the same pieces back twice',
      play: async (small) => {
        const openid = small.neighbour()
        const orderId = await small.buySent(openid, small.line(await small.product(), 2))
        await ship(small, orderId)
        const ask = () => small.shop.call(openid, 'aftersale.request', request(orderId, [[0, 2]]))
        await Promise.all([ask(), ask(), ask(), ask()])
        const { afterSales } = await small.order(orderId)
        return breach(afterSales.length !== 1, `${afterSales.length} requests for the same pieces`)
      },
    },
    {
      what: 'by taking back what a request was granted for',
      play: async (small) => {
        const openid = small.neighbour()
        const orderId = await small.buySent(openid, small.line(await small.product(), 2))
        await small.shop.ask(openid, 'aftersale.request', request(orderId, [[0, 1]]))
        await approve(small, orderId, 1)
        await small.minutes(2)
        await Promise.all([1, 2, 3].map(() => small.refund(openid, orderId)))
        await small.minutes(3)
        const { receipt, refunds } = await small.order(orderId)
        const back = refunds.reduce((sum, { amountFen }) => sum + amountFen, 0)
        return breach(back > receipt.payableFen, `${back} fen of ${receipt.payableFen} go back`)
      },
    },
  ],
  faults: [
    {
      file: 'server/orders/place.ts',
      snippet: 'const changed = asSeen(receipt, placing.payableFen)',
      instead: `Object.assign(receipt, { payableFen: placing.payableFen })
        const changed = undefined as ReturnType<typeof asSeen>`,
    },
    {
      file: 'server/orders/takeAll.ts',
      snippet: 'quantity: quantity + (stocks.get(sku.id)?.quantity ?? 0)',
      instead: 'quantity',
    },
    {
      file: 'server/coupons/hold.ts',
      snippet: "{ memberId, status: 'unused', validFrom: _.lte(now), validUntil: _.gt(now) }",
      instead: '{ memberId }',
    },
    {
      file: 'server/orders/wallet.ts',
      snippet: "const status = isOwn ? 'unused' : coupon.status",
      instead: "const status = isOwn || coupon ? 'unused' : 'held'",
    },
    {
      file: 'domain/aftersale/afterSale.ts',
      snippet: 'if (quantity > left) return fail(',
      instead: 'if (quantity > left + 99) return fail(',
    },
    {
      file: 'domain/orders/ending.ts',
      snippet: 'const amountFen = keptFen(left)',
      instead: 'const amountFen = left.payment?.paidFen ?? keptFen(left)',
    },
  ],
}

/** Somebody whose payment is open, in a ladder of their own or in any. */
async function paying(small: SmallShop, goal = ladderOf(small)) {
  const openid = small.neighbour()
  const orderId = await small.place(openid, small.joining(await goal))
  await small.shop.ask(openid, 'orders.pay', { orderId })
  return { openid, orderId, ...(await goal) }
}

const ladders = new WeakMap<SmallShop, Promise<Goal>>()

/** One ladder for all to whom it does not matter: each new one is a whole import. */
function ladderOf(small: SmallShop): Promise<Goal> {
  const goal = ladders.get(small) ?? small.ladder()
  ladders.set(small, goal)
  return goal
}

async function expectUnpaid(small: SmallShop, orderId: Order['_id']) {
  const { status, payment } = await small.order(orderId)
  return breach(isKept(status) || payment !== null, `the order is ${status}`)
}

export const callbacks: AttackClass = {
  name: 'a payment that',
  attacks: [
    {
      what: 'the shopper reports',
      play: async (small) => {
        const { openid, orderId } = await paying(small)
        const notice = { returnCode: 'SUCCESS', resultCode: 'SUCCESS', totalFee: 1000 }
        const whole = { ...notice, outTradeNo: orderId, transactionId: '42' }
        await small.shop.callRaw(openid, 'pay-notify', whole)
        return expectUnpaid(small, orderId)
      },
    },
    {
      what: 'WeChat Pay reports as failed',
      play: async (small) => {
        const { orderId } = await paying(small)
        await small.shop.pay(orderId, { outcome: 'fail', notify: 'once' })
        return expectUnpaid(small, orderId)
      },
    },
    {
      what: 'the phone only asks after',
      play: async (small) => {
        const { openid, orderId } = await paying(small)
        await small.shop.call(openid, 'orders.checkPayment', { orderId })
        return expectUnpaid(small, orderId)
      },
    },
    {
      what: 'is of another sum',
      play: async (small) => {
        const { orderId } = await paying(small)
        // As if the gateway had been told less: the order asks for more than was paid.
        const order = await small.order(orderId)
        const dearer = { ...order, receipt: { ...order.receipt, payableFen: 99_999 } }
        await small.shop.control('PUT', `collections/orders/${orderId}`, dearer)
        await small.shop.pay(orderId)
        return expectUnpaid(small, orderId)
      },
    },
    {
      what: 'is reported twice while sixteen phones ask',
      play: async (small) => {
        const { openid, orderId, dealId } = await paying(small, small.ladder())
        const ask = () => small.shop.call(openid, 'orders.checkPayment', { orderId })
        const asked = Array.from({ length: 16 }, ask)
        await Promise.all([
          small.shop.pay(orderId, { outcome: 'success', notify: 'twice' }),
          ...asked,
        ])
        await ask()
        const { people, sold } = await small.stock({ dealId })
        return breach(people !== 1 || sold !== 1, `${people} people bought ${sold} pieces`)
      },
    },
  ],
  faults: [
    {
      file: 'server/payment/notices.ts',
      snippet: 'if (source !== SOURCE) {',
      instead: "if (source === '') {",
    },
    {
      file: 'server/payment/confirm.ts',
      snippet: 'const answer = await queryPayment(orderId)',
      instead: `void queryPayment
        const answer = { state: 'paid', payment: { transactionId: 'x', paidAt: now,
          paidFen: (await orders.get(orderId))?.receipt.payableFen } }`,
    },
    {
      file: 'domain/orders/payment.ts',
      snippet: "if (order.payment) return { ignored: 'recorded before' }",
      instead: "if (order.payment) return { order: withTodo(order, [{ task: 'join' }], now) }",
    },
    {
      file: 'server/holds/release.ts',
      snippet: '{ [`holds.${orderId}.n`]: hold.quantity },',
      instead: '{},',
    },
  ],
}
