/**
 * A street of buyers with habits, who go to a ladder at the same time and reckon for themselves.
 */
import { randomUUID } from 'node:crypto'
import type { InputOf, OutputOf } from '@domain/api'
import type { ActionName } from '@domain/functions'
import type { Order } from '@domain/orders/order'
import { joining, type Answer, type Cashier, type Shop } from '../harness/shop'

/** What a buyer does after placing the order. */
export type Habit =
  | 'pays'
  | 'pays, notified twice'
  | 'pays, notified late'
  | 'pays, never notified'
  | 'pays and asks for it back'
  | 'refuses to pay'
  | 'walks away'
  | 'cancels'

export interface Buyer {
  readonly openid: string
  readonly habit: Habit
  readonly quantity: number
}

const habits: readonly (readonly [Habit, number])[] = [
  ['pays', 60],
  ['pays, notified twice', 8],
  ['pays, notified late', 6],
  ['pays, never notified', 6],
  ['pays and asks for it back', 6],
  ['refuses to pay', 4],
  ['walks away', 5],
  ['cancels', 5],
]

/** Habits spread evenly by fixed shares; every fifth buyer wants two where two are allowed. */
export function streetOf(count: number, most: number): Buyer[] {
  const shares = habits.flatMap(([habit, share]) => Array.from({ length: share }, () => habit))
  return Array.from({ length: count }, (_, index) => ({
    openid: `buyer-${index}`,
    // 37 and 100 have no common divisor: neighbours differ, and each hundred has every share.
    habit: shares[(index * 37) % 100] ?? 'pays',
    quantity: index % 5 === 0 ? Math.min(2, most) : 1,
  }))
}

/** The ladder that the street goes to. */
export interface Goal {
  readonly dealId: string
  readonly productId: string
}

const cashierOf: Partial<Record<Habit, Cashier>> = {
  pays: { outcome: 'success' },
  'pays, notified twice': { outcome: 'success', notify: 'twice' },
  'pays, notified late': { outcome: 'success', notify: 'late' },
  'pays, never notified': { outcome: 'success', notify: 'never' },
  'pays and asks for it back': { outcome: 'success' },
  'refuses to pay': { outcome: 'fail' },
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** What the phone does when the answer did not come, or says 再试一次: it asks again, the same way. */
export async function stubborn<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let tried = 0; ; tried += 1) {
    try {
      const answer = await attempt()
      if (!isWeather(answer)) return answer
      if (tried > 200) throw new Error(`still ${JSON.stringify(answer)}`)
    } catch (error) {
      if (tried > 200 || !isBrokenLine(error)) throw error
    }
    await wait(20 + tried * 5)
  }
}

/**
 * The line broke: `fetch failed`, or an answer cut off. By name, for jest has a realm of its own.
 */
const isBrokenLine = (error: unknown): boolean =>
  ['TypeError', 'SyntaxError'].includes((error as Error).name)

const weather = ['busy', 'function_crashed', 'function_timeout', 'cloud_failed', 'starting']

function isWeather(answer: unknown): boolean {
  const { error } = (answer ?? {}) as { error?: { code?: string } }
  return error?.code !== undefined && weather.includes(error.code)
}

async function asked<Name extends ActionName>(
  shop: Shop,
  openid: string,
  name: Name,
  input: InputOf<Name>,
): Promise<Answer<Name>> {
  return stubborn(() => shop.call(openid, name, input))
}

/** Orders at the price that stands; when it falls meanwhile, looks again. */
async function place(shop: Shop, { openid, quantity }: Buyer, { dealId, productId }: Goal) {
  const lines = [joining(dealId, productId, quantity)]
  for (;;) {
    const quoted = await asked(shop, openid, 'orders.quote', { lines, delivery: 'pick-up' })
    if ('error' in quoted) return quoted.error.code
    const placing = shop.placingAt(openid, lines, quoted.result.receipt.payableFen)
    const placed = await asked(shop, openid, 'orders.place', placing)
    if ('result' in placed) return placed.result
    if (placed.error.code !== 'price_changed') return placed.error.code
  }
}

/** One buyer's whole visit. Returns the order, or why there is none. */
export async function visit(shop: Shop, buyer: Buyer, goal: Goal): Promise<string> {
  const placed: OutputOf<'orders.place'> | string = await place(shop, buyer, goal)
  if (typeof placed === 'string') return placed
  const { orderId } = placed
  const { openid, habit } = buyer
  if (habit === 'cancels') {
    await asked(shop, openid, 'orders.cancel', { requestId: randomUUID(), orderId })
    return orderId
  }
  await asked(shop, openid, 'orders.pay', { orderId })
  const cashier = cashierOf[habit]
  if (cashier) await stubborn(() => shop.pay(orderId, cashier))
  if (habit === 'pays and asks for it back') {
    const requestId = randomUUID()
    await asked(shop, openid, 'orders.checkPayment', { orderId })
    await asked(shop, openid, 'orders.refund', { requestId, orderId })
  }
  return orderId
}

/** What WeChat Pay's books say of an order. */
export interface BookedPayment {
  readonly outTradeNo: string
  readonly state: string
  readonly totalFee: number
  readonly refundedFee: number
}

export interface BookedRefund {
  readonly outRefundNo: string
  readonly outTradeNo: string
  readonly refundFee: number
  readonly state: string
}

/** Lets minutes pass until the ladder is settled and nothing is left to do. */
export async function untilSettled(shop: Shop, dealId: string): Promise<void> {
  for (let minute = 0; minute < 240; minute += 1) {
    const [deal] = await stubborn(() =>
      shop.documents<{ status: string }>('deals', { _id: dealId }),
    )
    const left = await stubborn(() => shop.documents<Order>('orders', { todoAt: { $gt: 0 } }))
    if (deal?.status === 'settled' && left.length === 0) return
    await stubborn(() => shop.pass('1 minute'))
  }
  throw new Error(`${dealId} does not settle`)
}
