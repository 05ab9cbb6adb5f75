/** Looks into the shop's books: whether they add up, and whether anything changed. */
import type { Pool, StockPool } from '@domain/holds/hold'
import type { Order } from '@domain/orders/order'
import type { Shop } from '../harness/shop'

/** Every document of the shop and every payment and refund at the gateway. */
export async function everything(shop: Shop): Promise<Record<string, unknown>> {
  const collections = await shop.control<{ name: string }[]>('GET', 'collections')
  const read = collections.map(async ({ name }) => [name, await shop.documents(name)] as const)
  return {
    ...Object.fromEntries(await Promise.all(read)),
    payments: await shop.control('GET', 'payments'),
    refunds: await shop.control('GET', 'refunds'),
  }
}

/** Does something and expects that no document, payment or refund is another one afterwards. */
export async function expectNothingChanged(shop: Shop, act: () => Promise<void>): Promise<void> {
  const before = await everything(shop)
  await act()
  expect(await everything(shop)).toEqual(before)
}

function heldIn({ holds }: Pool): number {
  return Object.values(holds).reduce((sum, { n }) => sum + n, 0)
}

/** The members whom kept paid orders bring into each deal. */
function peopleOf(orders: readonly Order[]): Map<string, Set<string>> {
  const people = new Map<string, Set<string>>()
  for (const { deal, status, memberId } of orders) {
    if (!deal || status !== 'paid') continue
    people.set(deal.id, (people.get(deal.id) ?? new Set()).add(memberId))
  }
  return people
}

/**
 * What must hold whenever nothing is left to do: available + held + sold = loaded in every pool
 * and quota, nothing negative, and each deal counts the members who have a paid order in it.
 */
export async function expectPoolsToAddUp(shop: Shop): Promise<void> {
  const pools = await shop.documents<StockPool>('pools')
  const quotas = await shop.documents<Pool>('quotas')
  const odd = [...pools, ...quotas].filter((pool) => {
    const { available, sold, loaded } = pool
    return available + heldIn(pool) + sold !== loaded || available < 0 || sold < 0
  })
  expect(odd).toEqual([])
  const counted = new Map<string, number>()
  for (const { dealId, people } of pools) {
    if (dealId) counted.set(dealId, (counted.get(dealId) ?? 0) + people)
  }
  const people = peopleOf(await shop.documents<Order>('orders'))
  expect(Object.fromEntries(counted)).toEqual(
    Object.fromEntries([...counted.keys()].map((id) => [id, people.get(id as never)?.size ?? 0])),
  )
}
