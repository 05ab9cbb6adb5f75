/** The shop of a street, written down by the seed: goods on shelves, ladders one by one. */
import type { Dice } from './dice'
import { planGuiding, type PlannedGuiding } from './guiding'
import { planDrops, planLives, productsOfLives, type PlannedLive } from './lives'
import { planSociety, type PlannedSociety } from './society'
import { writtenGuiding } from './written-guiding'
import { writtenLives } from './written-lives'
import { writtenMemberDay, writtenSociety } from './written-society'

const HOUR_MINUTES = 60
const DAY_MINUTES = 24 * HOUR_MINUTES
/** Longer than any history. */
const YEARS = 3 * 365 * DAY_MINUTES

export interface Goods {
  readonly id: string
  readonly skus: readonly {
    readonly id: string
    readonly priceFen: number
    readonly stock: number
  }[]
}

/** A ladder as the plan knows it; times in minutes after the start. */
export interface PlannedLadder {
  readonly id: string
  readonly productId: string
  readonly basePriceFen: number
  readonly tiers: readonly { readonly people: number; readonly priceFen: number }[]
  readonly stock: number
  readonly perMember: number
  readonly belowFirstTier: 'sell-at-base' | 'refund-all'
  readonly from: number
  readonly to: number
}

/** What else may bring a deal down. */
export interface Takes {
  readonly coupons: boolean
  readonly points: boolean
}

/** A team group-buy as the plan knows it. */
export interface PlannedTeam {
  readonly id: string
  readonly productId: string
  readonly priceFen: number
  readonly leaderPriceFen?: number
  readonly people: number
  readonly teamHours: number
  readonly stock: number
  readonly perMember: number
  readonly joiners: 'anyone' | 'newcomer'
  readonly takes: Takes
  readonly from: number
  readonly to: number
}

/** A flash sale, every day at the same hour. */
export interface PlannedSale {
  readonly id: string
  readonly productId: string
  readonly priceFen: number
  readonly stock: number
  readonly perMember: number
  readonly payMinutes: number
  readonly takes: Takes
  /** Hour of the day at which a session starts, and how many hours it lasts. */
  readonly hour: number
  readonly hours: number
}

/** What brings shelf prices down. */
export interface PlannedPromotions {
  /** What is left of a price, and of what. */
  readonly discount: { readonly bps: number; readonly productId: string }
  readonly saving: readonly { readonly minFen: number; readonly offFen: number }[]
}

/** Everything that is for sale. */
export interface Offers {
  readonly goods: readonly Goods[]
  readonly ladders: readonly PlannedLadder[]
  readonly teams: readonly PlannedTeam[]
  readonly sales: readonly PlannedSale[]
  readonly promotions: PlannedPromotions
  readonly society: PlannedSociety
  readonly guiding: PlannedGuiding
  readonly lives: readonly PlannedLive[]
  readonly stores: readonly string[]
}

const SHELF = 6
const LADDER_SHELF = 4
const TEAMS = 3
const SALES = 2

/** What a courier costs, and from which sum on nothing. */
export const FREIGHT = { flatFen: 600, freeAboveFen: 4900, pickUpFen: 0 }

/** Thinks up what the shop sells. */
export function planOffers(dice: Dice, days: number, steps: number): Offers {
  const goods = Array.from({ length: SHELF }, (_, n) => plannedGoods(dice, n, steps))
  return {
    goods,
    ladders: Array.from({ length: LADDER_SHELF }, (_, n) => laddersOf(dice, n, days)).flat(),
    teams: Array.from({ length: TEAMS }, (_, n) => plannedTeam(dice, n, days)),
    sales: Array.from({ length: SALES }, (_, n) => plannedSale(dice, n)),
    promotions: {
      discount: { bps: dice.whole(5000, 9900), productId: 'fruit-1' },
      saving: [
        { minFen: dice.whole(2000, 9000), offFen: dice.whole(1, 900) },
        { minFen: dice.whole(12_000, 40_000), offFen: dice.whole(1000, 4000) },
      ],
    },
    society: planSociety(dice.apart('society'), days, planDrops(dice.apart('drops'))),
    guiding: planGuiding(dice.apart('guiding')),
    lives: planLives(dice.apart('lives'), { days, steps, goods }),
    stores: ['store-01', 'store-02'],
  }
}

/** One team group-buy a product, nearly to the end. */
function plannedTeam(dice: Dice, n: number, days: number): PlannedTeam {
  const priceFen = dice.whole(500, 30_000)
  return {
    ...{ id: `team-${n}`, productId: `melon-${n}`, priceFen },
    ...(dice.chance(0.5) && { leaderPriceFen: dice.whole(Math.floor(priceFen / 2), priceFen) }),
    people: dice.whole(2, 4),
    teamHours: dice.whole(1, 72),
    stock: dice.whole(10, 300),
    perMember: dice.whole(2, 6),
    joiners: n === 0 ? 'newcomer' : 'anyone',
    takes: { coupons: n === 1, points: n !== 2 },
    ...{ from: 0, to: (days - 1) * DAY_MINUTES + 12 * HOUR_MINUTES },
  }
}

function plannedSale(dice: Dice, n: number): PlannedSale {
  return {
    ...{ id: `flash-${n}`, productId: `berry-${n}`, priceFen: dice.whole(100, 5000) },
    ...{ stock: dice.whole(2, 12), perMember: dice.whole(1, 2) },
    ...{ payMinutes: dice.whole(2, 10), hour: dice.whole(8, 16), hours: dice.whole(2, 6) },
    takes: { coupons: n === 0, points: n === 0 },
  }
}

/** Every third product is scarce. */
function plannedGoods(dice: Dice, n: number, steps: number): Goods {
  const id = `fruit-${n}`
  const plenty = Math.max(20, Math.ceil(steps / 4))
  const stock = () => (n % 3 === 0 ? dice.whole(3, 20) : plenty)
  const priceFen = () => dice.whole(50, 20_000)
  if (n % 2 === 0) return { id, skus: [{ id, priceFen: priceFen(), stock: stock() }] }
  const skus = ['small', 'large'].map((size) => ({
    id: `${id}-${size}`,
    priceFen: priceFen(),
    stock: stock(),
  }))
  return { id, skus }
}

/** Ladders of one product follow each other, with a pause: a SKU is in one deal at a time. */
function laddersOf(dice: Dice, n: number, days: number): PlannedLadder[] {
  const ladders: PlannedLadder[] = []
  const longest = (days > 60 ? 10 : 5) * DAY_MINUTES
  let from = dice.whole(0, 12 * HOUR_MINUTES)
  const end = (days - 1) * DAY_MINUTES
  while (from < end) {
    const lasts = dice.whole(6 * HOUR_MINUTES, longest)
    const to = Math.min(from + lasts, end + 12 * HOUR_MINUTES)
    const id = `ladder-${n}-${ladders.length}`
    ladders.push({ id, productId: `grape-${n}`, from, to, ...terms(dice) })
    from = to + dice.whole(1, 24 * HOUR_MINUTES)
  }
  return ladders
}

function terms(dice: Dice) {
  const basePriceFen = dice.whole(800, 60_000)
  const tiers: { people: number; priceFen: number }[] = []
  let people = 1
  let priceFen = basePriceFen
  for (let step = dice.whole(1, 4); step > 0; step -= 1) {
    people += dice.whole(1, 6)
    priceFen -= dice.whole(1, Math.floor(priceFen / 4))
    tiers.push({ people, priceFen })
  }
  const belowFirstTier = dice.one(['sell-at-base', 'refund-all'] as const)
  const [stock, perMember] = [dice.whole(4, 60), dice.whole(1, 3)]
  return { basePriceFen, tiers, belowFirstTier, stock, perMember }
}

const writtenStore = (id: string) => ({
  ...{ id, name: id, district: '城南', address: '人民南路 88 号', phone: '028-80000001' },
  hours: '8-22',
})

/** A time on the shop's wall, e.g. `2027-03-01T10:00+08:00`. */
const wallTime = (instant: number): string =>
  `${new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16)}+08:00`

/** The shop file as an operator would write it, for a street that wakes up at `start`. */
export function writtenShop(offers: Offers, start: number): object {
  const { goods, ladders, teams, sales, stores, society, guiding, lives } = offers
  const mall = society.points.mall.flatMap((item) => (item.kind === 'product' ? [item] : []))
  const inDeals = [...ladders, ...teams, ...sales, ...mall].map(({ productId }) => productId)
  const onShelf = new Set(goods.map(({ id }) => id))
  const others = new Set([...inDeals, ...productsOfLives(lives)].filter((id) => !onShelf.has(id)))
  const wall = (minutes: number) => wallTime(start + minutes * 60_000)
  return {
    shop: { id: 'street', name: '街角果铺', timeZone: 'Asia/Shanghai' },
    stores: stores.map(writtenStore),
    categories: [{ id: 'fruit', name: '水果' }],
    freight: FREIGHT,
    products: [
      ...goods.map(({ id, skus }) => ({
        ...{ ...shelf, id, name: id, priceFen: skus[0]?.priceFen, stock: 0 },
        skus: skus.map((sku) => ({ ...sku, name: sku.id })),
      })),
      ...[...others].map((id) => ({
        ...shelf,
        id,
        name: id,
        priceFen: 60_000,
        stock: 0,
      })),
    ],
    groupBuys: [
      ...ladders.map((ladder) => writtenDeal('ladder', ladder, start)),
      ...teams.map((team) => writtenDeal('team', team, start)),
    ],
    flashSales: sales.map(writtenSale),
    ...writtenPromotions(offers, start),
    ...writtenSociety(society, wall),
    ...writtenGuiding(guiding),
    live: writtenLives(lives, wall),
  }
}

const shelf = { categoryId: 'fruit', unit: '份' }

/** A deal with its times on the wall. */
function writtenDeal(
  kind: string,
  { from, to, ...deal }: PlannedLadder | PlannedTeam,
  start: number,
): object {
  const time = (minutes: number) => wallTime(start + minutes * 60_000)
  return { ...deal, kind, name: deal.id, startsAt: time(from), endsAt: time(to) }
}

function writtenSale({ id, hour, hours, payMinutes, takes, ...item }: PlannedSale): object {
  const at = `${String(hour).padStart(2, '0')}:00`
  return {
    ...{ id, name: id, audience: 'all', payWithinMinutes: payMinutes, takes, items: [item] },
    repeats: { every: 'day', at, lasts: `${hours}h` },
  }
}

function writtenPromotions({ promotions, society }: Offers, start: number): object {
  const { discount, saving } = promotions
  const always = { startsAt: wallTime(start), endsAt: wallTime(start + YEARS * 60_000) }
  const scope = { kind: 'product', ids: [discount.productId] }
  return {
    discounts: [
      { id: 'cheaper', name: 'cheaper', discountBps: discount.bps, scope, ...always },
      writtenMemberDay(society.memberDay),
    ],
    spendAndSave: [
      { id: 'saving', name: 'saving', scope: { kind: 'all' }, steps: saving, ...always },
    ],
  }
}
