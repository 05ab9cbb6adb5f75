/** Looks into the shop's books: whether they add up, and whether anything changed. */
import type { LadderDeal } from '@domain/groupbuy/ladder'
import type { Pool, StockPool } from '@domain/holds/hold'
import { isKept, type Order } from '@domain/orders/order'
import type { Team } from '@domain/teams/team'
import type { Shop } from '../harness/shop'
import { Follower, lasting, type Change } from './changes'

/** Every document of the shop and all that WeChat knows of it. */
export async function everything(shop: Shop): Promise<Record<string, unknown>> {
  const collections = await shop.control<{ name: string }[]>('GET', 'collections')
  const read = collections.map(async ({ name }) => [name, await shop.documents(name)] as const)
  return {
    ...Object.fromEntries(await Promise.all(read)),
    payments: await shop.control('GET', 'payments'),
    refunds: await shop.control('GET', 'refunds'),
    transfers: await shop.control('GET', 'transfers'),
    messages: await shop.control('GET', 'messages'),
    shipments: await shop.control('GET', 'shipments'),
  }
}

/** Does something and expects that no document, payment or refund is another one afterwards. */
export async function expectNothingChanged(shop: Shop, act: () => Promise<void>): Promise<void> {
  expect(await changedBy(shop, act)).toEqual([])
}

/** What is another one after something was done; that the clock went on does not count. */
async function changedBy(shop: Shop, act: () => Promise<void>): Promise<readonly Change[]> {
  const follower = new Follower(shop)
  await follower.written()
  await act()
  const changed = lasting(await follower.written(), [])
  return changed.filter(({ collection }) => collection !== '_clock')
}

/** Visits pages and expects that nothing is another one afterwards: only the visits are noted. */
export async function expectVisitsOnly(shop: Shop, visit: () => Promise<void>): Promise<void> {
  const changed = await changedBy(shop, visit)
  expect(changed.filter(({ collection }) => collection !== 'shop_events')).toEqual([])
}

function heldIn({ holds }: Pool): number {
  return Object.values(holds).reduce((sum, { n }) => sum + n, 0)
}

/** The members whom kept orders bring into each ladder; one that came about keeps its count. */
async function peopleOf(shop: Shop): Promise<Map<string, number>> {
  const members = new Map<string, Set<string>>()
  for (const { deal, status, memberId } of await shop.documents<Order>('orders')) {
    if (deal?.kind !== 'ladder' || !isKept(status)) continue
    members.set(deal.id, (members.get(deal.id) ?? new Set()).add(memberId))
  }
  const people = new Map([...members].map(([id, { size }]) => [id, size]))
  for (const { _id, outcome } of await shop.documents<LadderDeal>('deals', { status: 'settled' })) {
    if (outcome?.finalPriceFen) people.set(_id, outcome.people)
  }
  return people
}

/**
 * What must hold whenever nothing is left to do: available + held + sold = loaded in every pool,
 * quota and team, nothing negative, each ladder counts the members who have a paid order in it,
 * and the seats of a team are those of its members and of who is paying.
 */
export async function expectPoolsToAddUp(shop: Shop): Promise<void> {
  const pools = await shop.documents<StockPool>('pools')
  const quotas = await shop.documents<Pool>('quotas')
  const teams = await shop.documents<Team>('teams')
  const odd = [...pools, ...quotas, ...teams].filter((pool) => {
    const { available, sold, loaded } = pool
    return available + heldIn(pool) + sold !== loaded || available < 0 || sold < 0
  })
  expect(odd).toEqual([])
  const oddTeams = teams.filter(({ sold, holds, members, seats }) => {
    const sitting = [...Object.keys(members), ...Object.keys(holds)].sort()
    const seated = Object.values(seats).sort()
    return sold !== Object.keys(members).length || sitting.join() !== seated.join()
  })
  expect(oddTeams).toEqual([])
  const counted = new Map<string, number>()
  for (const { dealId, people } of pools) {
    if (dealId) counted.set(dealId, (counted.get(dealId) ?? 0) + people)
  }
  const people = await peopleOf(shop)
  expect(Object.fromEntries(counted)).toEqual(
    Object.fromEntries([...counted.keys()].map((id) => [id, people.get(id) ?? 0])),
  )
}

/** Whether what an order took is still out: for an order that lives, or was handed out. */
function isOut({ status, story }: Order): boolean {
  const handedOut = story.some(({ event }) => event === 'ship' || event === 'verify')
  return status === 'unpaid' || isKept(status) || handedOut
}

/**
 * What is held and sold in each pool and quota is exactly what living orders took from it: no piece
 * came back twice, and none stayed away.
 */
export async function expectPiecesToMatchOrders(shop: Shop): Promise<void> {
  await expectPoolsToAddUp(shop)
  const taken = new Map<string, number>()
  for (const order of (await shop.documents<Order>('orders')).filter(isOut)) {
    for (const { in: place, id, quantity } of order.holds) {
      if (place === 'teams') continue
      taken.set(`${place} ${id}`, (taken.get(`${place} ${id}`) ?? 0) + quantity)
    }
  }
  const out = new Map<string, number>()
  for (const place of ['pools', 'quotas'] as const) {
    for (const pool of await shop.documents<Pool>(place)) {
      const pieces = pool.sold + heldIn(pool)
      if (pieces > 0) out.set(`${place} ${pool._id}`, pieces)
    }
  }
  expect(Object.fromEntries([...out].sort())).toEqual(Object.fromEntries([...taken].sort()))
}
