import type { Shop } from '@domain/catalog/product'
import type { Deal } from '@domain/deals/deal'
import { fail, foremost, hasFailed, type Failure } from '@domain/failure'
import { available } from '@domain/holds/hold'
import type { SkuId } from '@domain/ids'
import type { Member } from '@domain/members/member'
import type { Order } from '@domain/orders/order'
import { shortage } from '@domain/orders/shortage'
import type { Team } from '@domain/teams/team'
import type { CreditReading } from '../attribution/credit'
import { readDealBasket } from './dealBasket'
import {
  contextOf,
  readGoods,
  shelfLine,
  type AskedLine,
  type Goods,
  type Reading,
  type ShopContext,
  type StockedLine,
} from './goods'
import { benefitsOf } from './wallet'

/** All that pricing and placing need. */
export interface Basket {
  readonly shop: Shop
  readonly context: ShopContext
  readonly lines: readonly StockedLine[]
  readonly deal: Deal | null
  /** The team that is to be joined; null where none is, or a new one is opened. */
  readonly team: Team | null
  /** Why the deal can't be bought in at this moment. */
  readonly refused: Failure<DealRefusal> | undefined
  /** Whether the member already has a quota of the deal. */
  readonly quotaKnown: boolean
  readonly member: Member
  /** Orders of late that the member did not pay; none where the basket is only priced. */
  readonly unpaid: readonly Pick<Order, 'placedAt'>[]
  /** What the order is credited by; nothing where the basket is only priced. */
  readonly credit: CreditReading
}

/** Why one may not buy in a deal. */
export type DealRefusal =
  | 'audience_other'
  | 'newcomers_only'
  | 'team_joined'
  | 'prize_unwon'
  | 'deal_unstarted'
  | 'deal_over'
  | 'deal_off'
  | 'team_over'
  | 'team_full'

/** What one call reads. */
export interface BasketReading {
  /** The order that this wish has become before: it is answered whatever became of the goods. */
  readonly placed?: Order | undefined
  readonly basket: Basket | BasketFailure
}

/** What a basket may be refused for. */
export type BasketFailure = Failure<
  | 'shop_unknown'
  | 'product_unknown'
  | 'sku_unknown'
  | 'deal_unknown'
  | 'team_unknown'
  | 'deal_mixed'
>

/** A deal is ordered alone: its refund and its count then concern one order as a whole. */
export async function readBasket(
  asked: readonly AskedLine[],
  reading: Reading,
): Promise<BasketReading> {
  const [first] = asked
  const dealt = asked.some(({ dealId, teamId }) => dealId ?? teamId)
  if (dealt && asked.length > 1) return { basket: fail('deal_mixed') }
  if (dealt && first) {
    return first.dealId
      ? readDealBasket(first, first.dealId, reading)
      : { basket: fail('deal_unknown') }
  }
  const goods = await readGoods(
    asked.map(({ productId }) => productId),
    reading,
  )
  return { placed: goods.placed, basket: shelfBasket(asked, goods, reading) }
}

function shelfBasket(
  asked: readonly AskedLine[],
  { shop, member, products, credit, unpaid, ...wallet }: Goods,
  { orderId }: Reading,
): Basket | BasketFailure {
  const lines = asked.map((line) => shelfLine(line, products.get(line.productId)))
  const refusal = foremost(lines.filter((line) => hasFailed(line)))
  if (refusal) return refusal
  if (!shop) return fail('shop_unknown')
  const stocked = lines.filter((line) => 'stock' in line)
  const bare = { deal: null, team: null, refused: undefined, quotaKnown: false }
  const context = contextOf(shop, member, benefitsOf(shop, wallet, orderId))
  return { shop, member, credit, unpaid, context, lines: stocked, ...bare }
}

/** What is short, line by line; the same SKU in two lines counts together. */
export function shortOf(lines: readonly StockedLine[]): Failure<'stock_short'> | undefined {
  const wanted = new Map<SkuId, number>()
  for (const { line, stock } of lines) {
    const sum = (wanted.get(line.sku.id) ?? 0) + line.quantity
    wanted.set(line.sku.id, sum)
    const left = available(stock.shards)
    if (sum > left) return shortage(line, left)
  }
  return undefined
}
