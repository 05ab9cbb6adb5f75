import type { DealId, MemberId } from '../ids'
import { add, fen, NOTHING, split, type Fen } from '../money'
import type { Instant } from '../time'
import type { ProductFigures } from './review'
import type {
  ReviewedEvent,
  ReviewedGoods,
  ReviewedLine,
  ReviewedOrder,
  ReviewMaterial,
} from './reviewMaterial'

/** What was paid for an order; nothing while nobody did. */
export const paidOf = ({ payment }: Pick<ReviewedOrder, 'payment'>): Fen =>
  payment?.paidFen ?? NOTHING

/** What went back of an order, or is on its way. */
export const backOf = ({ refunds }: Pick<ReviewedOrder, 'refunds'>): Fen =>
  sumOf(refunds, ({ amountFen }) => amountFen)

/** What figures of many things come to. */
export const sumOf = <Item>(items: readonly Item[], figure: (item: Item) => Fen): Fen =>
  items.reduce((sum, item) => add(sum, figure(item)), NOTHING)

/** Something with the name that it had at a moment. */
interface Named {
  readonly at: Instant
  readonly name: string
}

/** What something is called: as it was last. */
export const latestName = (named: readonly Named[]): string =>
  named.reduce<Named | undefined>((one, other) => {
    const isLater = !one || other.at > one.at || (other.at === one.at && other.name > one.name)
    return isLater ? other : one
  }, undefined)?.name ?? ''

/**
 * What went back, line by line: pieces that were taken back are their line's, the rest is of all
 * lines in proportion to what is left of them.
 */
export function backByLine({ receipt, refunds, afterSales }: ReviewedOrder): readonly Fen[] {
  const pieces = afterSales
    .filter(({ status }) => status === 'approved')
    .flatMap((request) => request.pieces)
  const returned = receipt.lines.map((_, place) =>
    sumOf(
      pieces.filter(({ line }) => line === place),
      ({ amountFen }) => amountFen,
    ),
  )
  const rest = backOf({ refunds }) - add(...returned)
  const left = receipt.lines.map((line, place) =>
    Math.max(0, line.payableFen - (returned[place] ?? 0)),
  )
  return split(fen(Math.max(0, rest)), left).map((part, place) =>
    add(part, returned[place] ?? NOTHING),
  )
}

/** A line that was sold, with what became of it. */
interface Sale {
  readonly order: ReviewedOrder
  readonly line: ReviewedLine
  readonly backFen: Fen
}

const keyOf = (dealId: DealId | null, productId: string): string => `${dealId ?? ''} ${productId}`

/** What each product did: all that the session sold, then what was bought from the shelf. */
export function productFigures({
  orders,
  events,
  goods,
}: Pick<ReviewMaterial, 'orders' | 'events' | 'goods'>): readonly ProductFigures[] {
  const sales = salesOf(orders)
  const reach = { exposure: reachOf(events, 'exposure'), click: reachOf(events, 'click') }
  const planned = goods.map(({ dealId, productId }) => keyOf(dealId, productId))
  const shelf = [...sales.keys()].filter((key) => !planned.includes(key)).sort()
  const rows: Row[] = [
    ...goods.map((own) => ({
      goods: own,
      sales: sales.get(keyOf(own.dealId, own.productId)) ?? [],
    })),
    ...shelf.flatMap((key) => rowOf(sales.get(key) ?? [])),
  ]
  return rows.map((row) => figuresOf(row, reach))
}

interface Row {
  readonly goods: Omit<ReviewedGoods, 'dealId'> & { readonly dealId: DealId | null }
  readonly sales: readonly Sale[]
}

function rowOf(sales: readonly Sale[]): Row[] {
  const [first] = sales
  if (!first) return []
  const dealId = first.order.deal?.id ?? null
  const name = latestName(
    sales.map(({ order, line }) => ({ at: order.placedAt, name: line.product.name })),
  )
  return [{ goods: { dealId, productId: first.line.product.id, name }, sales }]
}

function salesOf(orders: readonly ReviewedOrder[]): ReadonlyMap<string, readonly Sale[]> {
  const sales = new Map<string, Sale[]>()
  for (const order of orders) {
    const back = backByLine(order)
    for (const [place, line] of order.receipt.lines.entries()) {
      const key = keyOf(order.deal?.id ?? null, line.product.id)
      const sale = { order, line, backFen: back[place] ?? NOTHING }
      const own = sales.get(key)
      if (own) own.push(sale)
      else sales.set(key, [sale])
    }
  }
  return sales
}

/** By what an event was about: the members. */
type Reach = ReadonlyMap<string, ReadonlySet<MemberId>>

function reachOf(events: readonly ReviewedEvent[], kind: ReviewedEvent['kind']): Reach {
  const reach = new Map<string, Set<MemberId>>()
  for (const { kind: own, subject, memberId } of events) {
    if (own !== kind || subject === null) continue
    const members = reach.get(subject)
    if (members) members.add(memberId)
    else reach.set(subject, new Set([memberId]))
  }
  return reach
}

/** Members who had to do with a deal or, whatever it was sold by, with its product. */
const reached = (reach: Reach, { dealId, productId }: Row['goods']): number =>
  new Set([...(reach.get(dealId ?? productId) ?? []), ...(reach.get(productId) ?? [])]).size

function figuresOf(
  { goods, sales }: Row,
  { exposure, click }: { readonly exposure: Reach; readonly click: Reach },
): ProductFigures {
  const { dealId, productId, name } = goods
  const paid = sales.filter(({ order }) => order.payment !== null)
  return {
    dealId,
    productId,
    name,
    exposed: reached(exposure, goods),
    clicked: reached(click, goods),
    orders: new Set(sales.map(({ order }) => order)).size,
    paid: new Set(paid.map(({ order }) => order)).size,
    pieces: paid.reduce((sum, { line }) => sum + line.quantity, 0),
    paidFen: sumOf(paid, ({ line }) => line.payableFen),
    refundedFen: sumOf(paid, ({ backFen }) => backFen),
  }
}
