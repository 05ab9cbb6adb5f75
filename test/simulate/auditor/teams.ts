/** Teams: full or not, and everybody in one goes the same way. */
import type { Audit } from './auditor'
import type { OrderDoc, TeamDoc } from './books'
import { byId } from './lookups'
import { isAlive } from './stock'

/** What must hold at every moment. */
export function checkTeams({ books, prices, accuse }: Audit): void {
  if (books.teams.length === 0) return
  const orders = byId(books.orders)
  for (const team of books.teams) {
    const { _id, dealId, loaded, sold, status, members } = team
    const people = Object.keys(members).length
    const size = prices.of(dealId, books)?.people
    if (loaded !== size) accuse('seats', _id, `has ${loaded} seats of ${size}`)
    if (people !== sold) accuse('seats', _id, `sold ${sold} seats to ${people} people`)
    if (status === 'formed' && sold !== loaded) {
      accuse('seats', _id, `is formed with ${sold} of ${loaded}`)
    }
    checkMembers(team, orders, accuse)
  }
  for (const order of books.orders) checkFormed(order, byId(books.teams), accuse)
}

/** Nobody sits twice in a team, and nobody without an order. */
function checkMembers(
  { _id, members, status }: TeamDoc,
  orders: ReadonlyMap<string, OrderDoc>,
  accuse: Audit['accuse'],
): void {
  const seen = new Set<string>()
  for (const [orderId, { memberId }] of Object.entries(members)) {
    const order = orders.get(orderId)
    if (order?.memberId !== memberId || order.deal?.teamId !== _id) {
      accuse('seats', _id, `${memberId} sits there without an order`)
    }
    if (seen.has(memberId)) accuse('seats', _id, `${memberId} sits there twice`)
    seen.add(memberId)
    const told = order?.story.map(({ event }) => event) ?? []
    if (status === 'failed' && told.includes('form')) accuse('one way', _id, `${orderId} went on`)
  }
}

/** Goods of a team go out only when it is complete and the order is in it. */
function checkFormed(
  order: OrderDoc,
  teams: ReadonlyMap<string, TeamDoc>,
  accuse: Audit['accuse'],
): void {
  const teamId = order.deal?.teamId
  if (teamId === undefined || !order.story.some(({ event }) => event === 'form')) return
  const team = teams.get(teamId)
  if (team?.status !== 'formed' || !(order._id in team.members)) {
    accuse('one way', order._id, `goes out with a team that is ${team?.status ?? 'not there'}`)
  }
}

/** At rest every team whose time is over is decided, and its people with it. */
export function checkTeamsAtRest({ books, accuse }: Audit): void {
  const orders = byId(books.orders)
  for (const { _id, status, formBefore, members, holds } of books.teams) {
    if (status === 'open' && formBefore < books.now) accuse('all done', _id, 'is over and open')
    if (Object.keys(holds).length > 0) accuse('no hold left', _id, 'still holds seats')
    if (status !== 'failed') continue
    const kept = Object.keys(members).find((id) => {
      const order = orders.get(id)
      return order !== undefined && isAlive(order)
    })
    if (kept !== undefined) accuse('one way', _id, `failed, and ${kept} lives on`)
  }
}
