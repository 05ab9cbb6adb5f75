/** What members spent, and the level that it makes: by the orders, and as the shop noted it. */
import type { Books, OrderDoc } from './books'
import { byId } from './lookups'
import type { HouseRules } from './house-rules'
import { freightOf } from './lines'

/** Clocks of functions may be off by so much, each. */
export const CLOCK_SKEW = 2 * 2000

interface Knowing {
  readonly books: Pick<Books, 'members'>
  readonly rules: HouseRules
}

/** Levels that somebody had at a moment, by the shop's own history: two where it just changed. */
export function levelsAround({ books, rules }: Knowing, memberId: string, at: number): string[] {
  const history = byId(books.members).get(memberId)?.levelHistory ?? []
  const lowest = rules.levelFor(0).id
  const before = history.filter((change) => change.at <= at - CLOCK_SKEW).at(-1)
  const around = history.filter((change) => Math.abs(change.at - at) < CLOCK_SKEW)
  const held = before?.to ?? history[0]?.from ?? lowest
  return [...new Set([held, ...around.map(({ to }) => to ?? lowest)])]
}

/** When the goods came to whom they are for; undefined as long as they did not. */
export const receivedAt = ({ story }: OrderDoc): number | undefined =>
  story.find(({ event }) => event === 'receive' || event === 'verify')?.at

/** What the shop keeps of an order for its goods, by what it decided to give back. */
export function keptGoods({ payment, refunds, receipt }: OrderDoc): number {
  let kept = payment?.paidFen ?? 0
  for (const { amountFen } of refunds) kept -= amountFen
  for (const line of receipt.lines) kept -= freightOf(line)
  return Math.max(0, kept)
}

/** What somebody spent in the window: received, and not gone back. */
export function spentIn(orders: readonly OrderDoc[], from: number): number {
  let spent = 0
  for (const order of orders) {
    if (order.status !== 'received' && order.status !== 'done') continue
    if ((receivedAt(order) ?? 0) >= from) spent += keptGoods(order)
  }
  return spent
}
