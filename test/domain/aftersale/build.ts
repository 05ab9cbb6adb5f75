import { approveAfterSale, type AnswerRefusal } from '@domain/aftersale/answer'
import {
  requestAfterSale,
  type AfterSaleRefusal,
  type AfterSaleWish,
  type AskedPieces,
} from '@domain/aftersale/afterSale'
import { hasFailed, type Failure } from '@domain/failure'
import type { Hold } from '@domain/holds/hold'
import { receiveOrder, shipOrder } from '@domain/orders/handout'
import type { Order } from '@domain/orders/order'
import type { BasketLine } from '@domain/orders/receipt'
import { after, DAY, type Instant } from '@domain/time'
import { aCourier, aLine, aPaidOrder, aReceipt, aSku, id, minutesIn } from '../build'

/** The order, where the shop did what was asked. */
export function done(decision: Order | Failure): Order {
  if (hasFailed(decision)) throw new Error(`refused: ${decision.code}`)
  return decision
}

/** So many pieces of a line. */
export const pieces = (line: number, quantity: number): AskedPieces => ({ line, quantity })

/** A wish for money back for pieces of some lines. */
export const wishFor = (...asked: readonly AskedPieces[]): AfterSaleWish => ({
  reason: 'quality',
  words: '有两个坏果',
  pictures: [],
  pieces: asked,
})

/** Asks money back for pieces of some lines an hour into the story. */
export const ask = (order: Order, ...asked: readonly AskedPieces[]): Order | AfterSaleRefusal =>
  requestAfterSale(order, wishFor(...asked), minutesIn(60))

/** Staff grants a request two hours into the story. */
export const grant = (order: Order, no: number): Order | AnswerRefusal =>
  approveAfterSale(order, { no, words: '' }, minutesIn(120))

/** Two mangos and three boxes of cherries, which come to ¥998 together with ¥8 of freight. */
export const mangosAndCherries: readonly BasketLine[] = [
  aLine({ sku: aSku(4900, '一箱芒果'), quantity: 2 }),
  aLine({ sku: aSku(29900), quantity: 3 }),
]

/** What an order holds of the shelves for its lines. */
export const heldFor = (lines: readonly BasketLine[]): readonly Hold[] =>
  lines.map(({ sku, quantity }) => ({
    in: 'pools',
    id: `${sku.id}-0`,
    quantity,
    skuId: sku.id,
  }))

/** A paid order of two mangos and three boxes of cherries that a courier is to bring, for ¥8. */
export function toShip(own: Partial<Order> = {}): Order {
  return aPaidOrder({
    receipt: aReceipt(mangosAndCherries, 800),
    delivery: aCourier(),
    holds: heldFor(mangosAndCherries),
    ...own,
  })
}

/** When the parcel is handed over, and when it arrives. */
export const SHIPPED = minutesIn(30)
export const ARRIVED: Instant = after(SHIPPED, 2 * DAY)

/** The order on its way. */
export const shipped = (order: Order = toShip()): Order =>
  done(shipOrder(order, { company: 'SF', number: 'SF1234567890' }, SHIPPED))

/** The order that arrived. */
export const arrived = (order: Order = toShip()): Order =>
  done(receiveOrder(shipped(order), ARRIVED))

/** The ids of the SKUs above. */
export const mango = id<'sku'>('sku-4900')
export const cherry = id<'sku'>('sku-29900')
