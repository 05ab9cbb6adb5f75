/** What lives promise: by the file, and by what the record says was changed while they ran. */
import type { DealDoc } from './books'
import type { AuditDoc } from './guide-books'
import { grouped, once } from './lookups'
import type { Terms } from './price-list'
import { CLOCK_SKEW } from './spending'

const MINUTE = 60_000

/** A live that nobody ends is over so long after its planned end. */
const OVERTIME = 60 * MINUTE

/** Something that a live sells, as the owner wrote it. */
interface GoodsTerms {
  readonly productId: string
  readonly role: 'main' | 'backup'
  readonly priceFen: number
  readonly stock: number
  readonly perMember: number
}

/** A live, as the owner wrote it; times in minutes after the shop's beginning. */
export interface WrittenLive {
  readonly id: string
  readonly hostId: string
  readonly from: number
  readonly lasts: number
  readonly goods: readonly GoodsTerms[]
  readonly lotteries: readonly { readonly productId: string; readonly winners: number }[]
}

/** Whatever the record says of a deal. */
const changesOf = grouped<AuditDoc>(({ after }) => {
  return typeof after['dealId'] === 'string' ? after['dealId'] : undefined
})

export class LiveRules {
  private readonly lives: ReadonlyMap<string, WrittenLive>
  /** Terms are worked out once, as long as nobody writes into the record. */
  private readonly known = once((_audit: readonly AuditDoc[]) => new Map<string, Terms>())

  constructor(
    readonly written: readonly WrittenLive[],
    private readonly start: number,
  ) {
    this.lives = new Map(written.map((live) => [live.id, live]))
  }

  /** Who hosts a live, and earns by it. */
  hostOf(liveId: string): string | undefined {
    return this.lives.get(liveId)?.hostId
  }

  /** From when to when things of a live can be bought at the most. */
  saleOf(liveId: string): { readonly from: number; readonly until: number } | undefined {
    const live = this.lives.get(liveId)
    if (!live) return undefined
    const from = this.start + live.from * MINUTE
    return { from, until: from + live.lasts * MINUTE + OVERTIME }
  }

  /** How many win something in a live. */
  winnersOf(liveId: string, productId: string): number | undefined {
    const own = this.lives.get(liveId)?.lotteries ?? []
    return own.find((lottery) => lottery.productId === productId)?.winners
  }

  /** What is promised of a deal of a live, all in all. */
  termsOf(deal: DealDoc, audit: readonly AuditDoc[]): Terms | undefined {
    const known = this.known(audit)
    const found = known.get(deal._id) ?? this.reckon(deal, audit)
    if (found) known.set(deal._id, found)
    return found
  }

  private reckon(deal: DealDoc, audit: readonly AuditDoc[]): Terms | undefined {
    const { _id, kind, liveId = '', skuId } = deal
    if (kind === 'prize') {
      const stock = this.winnersOf(liveId, skuId)
      const nothing = { coupons: false, points: false }
      return stock === undefined ? undefined : { stock, perMember: 1, prices: [0], takes: nothing }
    }
    const goods = this.goodsOf(deal)
    if (!goods) return undefined
    const changes = changesOf(audit).get(_id) ?? []
    const more = numbersIn(changes, 'live.stock', 'change')
    const prices = numbersIn(changes, 'live.price', 'priceFen')
    return {
      stock: more.reduce((sum, change) => sum + change, goods.stock),
      perMember: goods.perMember,
      prices: [goods.priceFen, ...prices],
      takes: { coupons: true, points: true },
    }
  }

  /** What a piece may have cost at a moment. */
  pricesAt(deal: DealDoc, audit: readonly AuditDoc[], at: number): number[] {
    const goods = this.goodsOf(deal)
    if (!goods) return []
    const changes = (changesOf(audit).get(deal._id) ?? []).filter(
      ({ action }) => action === 'live.price',
    )
    const told = changes.map((change) => ({
      at: change.at,
      value: Number(change.after['priceFen']),
    }))
    return valuesAround(goods.priceFen, told, at)
  }

  /** Whether something may have been on offer at a moment. */
  wasOffered(deal: DealDoc, audit: readonly AuditDoc[], at: number): boolean {
    const goods = this.goodsOf(deal)
    if (!goods) return false
    const told = (changesOf(audit).get(deal._id) ?? []).flatMap((change) => {
      const { action, after } = change
      if (action === 'live.shelve') return [{ at: change.at, value: after['isOffered'] === true }]
      // A backup is brought in by being explained.
      const bringsIn = action === 'live.explain' && goods.role === 'backup'
      return bringsIn ? [{ at: change.at, value: true }] : []
    })
    return valuesAround(goods.role === 'main', told, at).includes(true)
  }

  private goodsOf({ liveId = '', skuId }: DealDoc): GoodsTerms | undefined {
    return this.lives.get(liveId)?.goods.find(({ productId }) => productId === skuId)
  }
}

const numbersIn = (changes: readonly AuditDoc[], action: string, field: string): number[] =>
  changes.filter((change) => change.action === action).map(({ after }) => Number(after[field]))

/** All that something may have been at a moment: more than one where clocks leave it open. */
function valuesAround<Value>(
  first: Value,
  changes: readonly { readonly at: number; readonly value: Value }[],
  at: number,
): Value[] {
  const before = changes.filter((change) => change.at <= at - CLOCK_SKEW)
  const latest = Math.max(...before.map((change) => change.at))
  const last = before.filter((change) => change.at >= latest - CLOCK_SKEW)
  const around = changes.filter((change) => Math.abs(change.at - at) < CLOCK_SKEW)
  return [
    ...(last.length > 0 ? last.map(({ value }) => value) : [first]),
    ...around.map(({ value }) => value),
  ]
}
