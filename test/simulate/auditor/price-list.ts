/** The price list: what the shop's owner wrote down, as the auditor keeps it. */
import type { Books } from './books'
import { byId } from './lookups'
import { GuideRules, type WrittenGuideRules } from './guide-rules'
import { HouseRules, type WrittenRules } from './house-rules'
import { LiveRules, type WrittenLive } from './live-rules'

/** A ladder's promise. */
export interface LadderTerms {
  readonly basePriceFen: number
  readonly tiers: readonly { readonly people: number; readonly priceFen: number }[]
  readonly belowFirstTier: string
  readonly stock: number
  readonly perMember: number
}

/** What else may bring a price down. */
export interface Takes {
  readonly coupons: boolean
  readonly points: boolean
}

/** What is promised of any deal. */
export interface Terms {
  readonly stock: number
  readonly perMember: number
  /** Every price that a piece may ever cost in it. */
  readonly prices: readonly number[]
  readonly takes: Takes
  /** Points that a piece costs beside its price. */
  readonly points?: number
  readonly ladder?: LadderTerms
  /** People of a complete team. */
  readonly people?: number
}

interface FlatTerms {
  readonly id: string
  readonly priceFen: number
  readonly stock: number
  readonly perMember: number
  readonly takes: Takes
}

interface Written {
  readonly goods: readonly {
    readonly id: string
    readonly skus: readonly {
      readonly id: string
      readonly priceFen: number
      readonly stock: number
    }[]
  }[]
  readonly ladders: readonly (LadderTerms & { readonly id: string })[]
  readonly teams: readonly (FlatTerms & {
    readonly leaderPriceFen?: number
    readonly people: number
  })[]
  readonly sales: readonly FlatTerms[]
  readonly promotions: {
    readonly discount: { readonly bps: number; readonly productId: string }
    readonly saving: readonly { readonly minFen: number; readonly offFen: number }[]
  }
  readonly society: WrittenRules
  readonly guiding: WrittenGuideRules
  readonly lives: readonly WrittenLive[]
}

const nothing: Takes = { coupons: false, points: false }

export class PriceList {
  /** The price of a piece by its SKU, and how many there are. */
  readonly shelf: ReadonlyMap<string, { readonly priceFen: number; readonly stock: number }>
  readonly rules: HouseRules
  readonly guiding: GuideRules
  readonly lives: LiveRules
  private readonly deals: ReadonlyMap<string, Terms>
  private readonly sales: ReadonlyMap<string, Terms>

  /** As it was written for a shop that began at `start`. */
  constructor(
    private readonly written: Written,
    start: number,
  ) {
    const { goods, ladders, teams, sales, society } = written
    this.rules = new HouseRules(society)
    this.guiding = new GuideRules(written.guiding)
    this.lives = new LiveRules(written.lives, start)
    this.shelf = new Map(goods.flatMap(({ skus }) => skus.map((sku) => [sku.id, sku])))
    this.deals = new Map([
      ...ladders.map((ladder) => [ladder.id, ofLadder(ladder)] as const),
      ...teams.map((team) => [team.id, ofTeam(team)] as const),
      ...society.points.mall.map((item) => [item.id, ofItem(item)] as const),
    ])
    this.sales = new Map(sales.map((sale) => [sale.id, { ...sale, prices: [sale.priceFen] }]))
  }

  /**
   * What is promised of a deal; a session of a flash sale promises what its sale does, and a live
   * what was changed meanwhile, too.
   */
  of(dealId: string, { deals, audit }: Pick<Books, 'deals' | 'audit'>): Terms | undefined {
    const known = this.deals.get(dealId)
    if (known) return known
    const deal = byId(deals).get(dealId)
    if (deal?.saleId !== undefined) return this.sales.get(deal.saleId)
    return deal && this.lives.termsOf(deal, audit)
  }

  /**
   * What a piece from the shelf costs somebody: the one best of the discount on its product, the
   * member day and the level.
   */
  shelfPrice(productId: string, skuId: string, levelId: string, at: number): number | undefined {
    const full = this.shelf.get(skuId)?.priceFen
    if (full === undefined) return undefined
    const { discount } = this.written.promotions
    const own = this.rules.memberPrice(full, levelId, at)
    if (productId !== discount.productId) return own
    return Math.min(own, Math.round((full * discount.bps) / 10_000))
  }

  /** What is saved on goods of so much. */
  saving(goodsFen: number): number {
    const reached = this.written.promotions.saving.filter(({ minFen }) => goodsFen >= minFen)
    return Math.max(0, ...reached.map(({ offFen }) => offFen))
  }
}

const ofLadder = (ladder: LadderTerms): Terms => {
  const { stock, perMember, basePriceFen, tiers } = ladder
  return {
    stock,
    perMember,
    ladder,
    takes: nothing,
    prices: [basePriceFen, ...tiers.map((tier) => tier.priceFen)],
  }
}

const ofTeam = ({
  stock,
  perMember,
  people,
  priceFen,
  leaderPriceFen = priceFen,
  takes,
}: Written['teams'][number]): Terms => ({
  takes,
  stock,
  perMember,
  people,
  prices: [priceFen, leaderPriceFen],
})

const ofItem = (item: WrittenRules['points']['mall'][number]): Terms =>
  item.kind === 'coupon'
    ? { ...item, perMember: Infinity, prices: [], takes: nothing }
    : { ...item, prices: [item.cashFen], takes: nothing }

/** What a piece costs everybody when so many people came; nothing when all goes back. */
export function priceFor(ladder: LadderTerms, people: number): number | null {
  let price: number | null = ladder.belowFirstTier === 'refund-all' ? null : ladder.basePriceFen
  for (const tier of ladder.tiers) if (people >= tier.people) price = tier.priceFen
  return price
}
