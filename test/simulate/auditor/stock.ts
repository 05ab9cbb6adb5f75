/** Pieces: none made, none lost, none promised twice. */
import type { Audit } from './auditor'
import type { OrderDoc, PoolDoc } from './books'

const heldIn = ({ holds }: PoolDoc): number => {
  let held = 0
  for (const id in holds) held += holds[id]?.n ?? 0
  return held
}

const goneStatuses = new Set(['cancelled', 'expired', 'refunding', 'refunded'])

/** Orders for which the shop keeps money, or may still get it. */
export const isAlive = ({ status }: OrderDoc): boolean => !goneStatuses.has(status)

/** Goods that were handed out do not come back to the shelf. */
export const isHandedOut = ({ story }: OrderDoc): boolean =>
  story.some(({ event }) => event === 'ship' || event === 'verify')

const takesPieces = (order: OrderDoc): boolean => isAlive(order) || isHandedOut(order)

/** Pieces that an order keeps of what it buys. */
export const piecesTaken = (order: OrderDoc): number =>
  takesPieces(order) ? piecesIn(order, 'pools') : 0

const piecesIn = ({ holds }: OrderDoc, place: string): number => {
  let pieces = 0
  for (const hold of holds) if (hold.in === place) pieces += hold.quantity
  return pieces
}

/** What must hold at every moment. */
export function checkStock(audit: Audit): void {
  const { books, accuse } = audit
  for (const pool of [...books.pools, ...books.quotas, ...books.teams, ...books.couponPools]) {
    const { _id, loaded, available, sold } = pool
    const held = heldIn(pool)
    if (available + held + sold !== loaded) {
      accuse('adds up', _id, `available ${available} + held ${held} + sold ${sold} ≠ ${loaded}`)
    }
    if (available < 0 || sold < 0 || held < 0) {
      accuse('adds up', _id, `available ${available}, held ${held}, sold ${sold}`)
    }
  }
  checkPromises(audit)
}

/** Orders that live may not want more than the owner loaded, nor a member more than the limit. */
function checkPromises({ books, prices, accuse }: Audit): void {
  const promised = new Map<string, number>()
  const taken = new Map<string, number>()
  const add = (to: Map<string, number>, key: string, pieces: number) =>
    to.set(key, (to.get(key) ?? 0) + pieces)
  for (const order of books.orders) {
    if (!takesPieces(order)) continue
    const { deal, memberId, receipt, holds } = order
    checkHolds(order, accuse)
    if (deal) {
      const pieces = piecesIn(order, 'pools')
      add(promised, deal.id, pieces)
      add(taken, `${deal.id} ${memberId}`, pieces)
      continue
    }
    const [only] = receipt.lines
    for (const hold of holds.filter((one) => one.in === 'pools'))
      add(promised, hold.skuId ?? only?.sku.id ?? '', hold.quantity)
  }
  for (const [id, pieces] of promised) {
    const stock = (prices.shelf.get(id) ?? prices.of(id, books))?.stock ?? 0
    if (pieces > stock) accuse('no oversell', id, `${pieces} pieces are promised of ${stock}`)
  }
  for (const [member, pieces] of taken) {
    const most = prices.of(member.split(' ')[0] ?? '', books)?.perMember ?? 0
    if (pieces > most) accuse('no quota exceeded', member, `has ${pieces} pieces of ${most}`)
  }
}

/** An order holds what it sells, but for pieces that were asked back before they went out. */
function checkHolds(order: OrderDoc, accuse: Audit['accuse']): void {
  let wanted = 0
  for (const { quantity } of order.receipt.lines) wanted += quantity
  let returned = 0
  for (const { status, pieces } of order.afterSales) {
    if (status === 'approved') for (const { quantity } of pieces) returned += quantity
  }
  const held = piecesIn(order, 'pools')
  if (held > wanted || held < wanted - returned) {
    accuse('as orders say', order._id, `holds ${held} for ${wanted}, less ${returned}`)
  }
  const quota = piecesIn(order, 'quotas')
  if (order.deal && quota !== held) {
    accuse('as orders say', order._id, `holds ${held} pieces and ${quota} of its quota`)
  }
}

/** At rest every pool has given exactly what orders took from it. */
export function checkStockAtRest({ books, accuse }: Audit): void {
  const wanted = new Map<string, number>()
  for (const order of books.orders) {
    if (!takesPieces(order)) continue
    for (const { id, quantity } of order.holds) wanted.set(id, (wanted.get(id) ?? 0) + quantity)
  }
  for (const pool of [...books.pools, ...books.quotas]) {
    const gone = heldIn(pool) + pool.sold
    const said = wanted.get(pool._id) ?? 0
    if (gone !== said) accuse('as orders say', pool._id, `gave ${gone}, orders took ${said}`)
  }
  for (const pool of [...books.pools, ...books.quotas, ...books.couponPools]) {
    if (heldIn(pool) > 0) accuse('no hold left', pool._id, `still holds ${heldIn(pool)}`)
  }
}
