/** Having more than one may, and keeping others from having any. */
import { randomUUID } from 'node:crypto'
import type { Order } from '@domain/orders/order'
import { MOST_UNPAID } from '@domain/orders/waste'
import type { Goal, SmallShop } from '../small-shop'
import { breach, type AttackClass } from './attack'

const AT_ONCE = 8

const living = async (small: SmallShop, { dealId }: Goal): Promise<number> => {
  const orders = await small.shop.documents<Order>('orders', { 'deal.id': dealId })
  return orders.filter(({ status }) => status === 'unpaid').length
}

/** Orders of one deal, placed in the same moment: each by a wish of its own. */
async function rush(small: SmallShop, goal: Goal, people: readonly string[]): Promise<void> {
  const placing = await small.shop.placing(people[0] ?? '', [small.joining(goal)])
  await Promise.all(
    people.map((openid) => {
      return small.shop.call(openid, 'orders.place', { ...placing, requestId: randomUUID() })
    }),
  )
}

export const stock: AttackClass = {
  name: 'somebody who would have more than there is for them',
  attacks: [
    {
      what: 'by eight orders at once where one is allowed',
      play: async (small) => {
        const goal = await small.ladder({ perMember: 1 })
        const openid = small.neighbour()
        await rush(small, goal, Array<string>(AT_ONCE).fill(openid))
        const orders = await living(small, goal)
        return breach(orders !== 1, `${orders} orders of one member`)
      },
    },
    {
      what: 'by being one of eight for the last piece',
      play: async (small) => {
        const goal = await small.flash({ stock: 1 })
        await rush(small, goal, small.neighbours(AT_ONCE))
        const orders = await living(small, goal)
        return breach(orders !== 1, `${orders} orders of one piece`)
      },
    },
    {
      what: 'by cancelling again and again',
      play: async (small) => {
        const goal = await small.ladder({ stock: 10 })
        const openid = small.neighbour()
        const orderId = await small.place(openid, small.joining(goal))
        await Promise.all(Array.from({ length: AT_ONCE }, () => small.cancel(openid, orderId)))
        await small.cancel(openid, orderId)
        const { left } = await small.stock({ dealId: goal.dealId })
        return breach(left !== 10, `${left} pieces are left of 10`)
      },
    },
    {
      what: 'by ordering and not paying, all day long',
      play: async (small) => {
        const openid = small.neighbour()
        const line = small.line(await small.product({ stock: 1000 }), 9)
        const placing = await small.shop.placing(openid, [line])
        const place = () =>
          small.shop.ask(openid, 'orders.place', { ...placing, requestId: randomUUID() })
        await Promise.all(Array.from({ length: MOST_UNPAID }, place))
        const told = await small.shop.refusal(openid, 'orders.place', placing)
        return breach(told !== 'unpaid_many', `one more is placed: ${told ?? 'yes'}`)
      },
    },
  ],
  faults: [
    {
      file: 'domain/orders/waste.ts',
      snippet: 'if (unpaid.length < MOST_UNPAID) return undefined',
      instead: 'if (unpaid.length < 9 * MOST_UNPAID) return undefined',
    },
    {
      file: 'server/holds/take.ts',
      snippet: '{ available: _.gte(quantity), [`holds.${holder}`]: _.exists(false) },',
      instead: '{ [`holds.${holder}`]: _.exists(false) },',
    },
    {
      file: 'server/holds/take.ts',
      snippet: 'if (available(stock.shards) < taking.quantity) {',
      instead: 'if (taking.quantity < 0) {',
    },
    {
      file: 'server/holds/take.ts',
      snippet: 'stock.shards.filter((shard) => shard.available >= taking.quantity)',
      instead: 'stock.shards',
    },
    {
      file: 'server/holds/release.ts',
      snippet: '{ [`holds.${orderId}`]: _.exists(true) },',
      instead: '{},',
    },
    {
      file: 'server/orders/end.ts',
      snippet: "if (order.status !== 'unpaid') {",
      instead: "if (order.status === 'done') {",
    },
    {
      file: 'domain/orders/ending.ts',
      snippet: 'const moved = moveOrder(order, event, now)',
      instead: "const moved = { ...order, status: 'cancelled' as const }",
    },
  ],
}
