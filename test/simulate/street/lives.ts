/** The weekly live: what is sold, dropped and given away in it, written down by the seed. */
import type { Dice } from './dice'
import type { Goods } from './shop-file'
import type { PlannedCoupon } from './society'

/** Something that a live sells. */
export interface PlannedLiveGoods {
  readonly productId: string
  readonly role: 'main' | 'backup'
  readonly priceFen: number
  /** What the cockpit may ask for it at the most: its price on the shelf. */
  readonly shelfFen: number
  readonly stock: number
  readonly perMember: number
}

/** A live as the plan knows it; times in minutes after the start. */
export interface PlannedLive {
  readonly id: string
  /** The guide in front of the camera. */
  readonly hostId: string
  readonly from: number
  readonly lasts: number
  readonly goods: readonly PlannedLiveGoods[]
  /** Templates that may be dropped. */
  readonly coupons: readonly string[]
  readonly lotteries: readonly { readonly productId: string; readonly winners: number }[]
  /** Whether the street comes to see it; a live that nobody comes to is the timer's alone. */
  readonly isAttended: boolean
}

/** What the planner of lives is told. */
interface Week {
  readonly days: number
  readonly steps: number
  readonly goods: readonly Goods[]
}

const HOUR_MINUTES = 60
const DAY_MINUTES = 24 * HOUR_MINUTES

/** Of products that are sold in lives alone, where the shelf asks so much for them. */
const LIVE_GOODS = 3
const LIVE_SHELF_FEN = 60_000

/** What can be won. */
const PRIZES = ['prize-cup', 'prize-pan']

/** A live is worth coming to for so many steps of a street. */
const STEPS_A_LIVE = 250

/** A live lasts so long, by the plan. */
const LASTS_MINUTES = 30

/** One live a week, in the evening. */
export function planLives(dice: Dice, { days, steps, goods }: Week): PlannedLive[] {
  const weeks = Math.max(1, Math.floor(days / 7))
  const attended = Math.min(weeks, Math.max(1, Math.floor(steps / STEPS_A_LIVE)))
  const every = weeks / attended
  const coming = new Set(Array.from({ length: attended }, (_, n) => Math.floor(n * every)))
  return Array.from({ length: weeks }, (_, week) => {
    const day = week * 7 + dice.whole(0, Math.max(0, Math.min(4, days - 3)))
    const evening = dice.whole(18 * HOUR_MINUTES, 21 * HOUR_MINUTES)
    return {
      ...{ id: `live-${week}`, from: day * DAY_MINUTES + evening, lasts: LASTS_MINUTES },
      hostId: dice.one(['guide-0', 'guide-1', 'guide-2']),
      goods: liveGoods(dice, goods),
      coupons: ['drop-few', 'drop-plenty'],
      lotteries: PRIZES.map((productId) => ({ productId, winners: dice.whole(1, 3) })),
      isAttended: coming.has(week),
    }
  })
}

/** Products of its own, one of the shelf, and a backup. */
function liveGoods(dice: Dice, goods: readonly Goods[]): PlannedLiveGoods[] {
  const own = Array.from({ length: LIVE_GOODS }, (_, n) => ({
    ...{ productId: `show-${n}`, shelfFen: LIVE_SHELF_FEN },
    ...{ role: n === 0 ? ('backup' as const) : ('main' as const) },
    ...termsOf(dice, LIVE_SHELF_FEN / 2),
  }))
  const [sku] = goods.find(({ skus }) => skus.length === 1)?.skus ?? []
  if (!sku) return own
  const shelf = { productId: sku.id, shelfFen: sku.priceFen, role: 'main' as const }
  return [...own, { ...shelf, ...termsOf(dice, sku.priceFen) }]
}

const termsOf = (dice: Dice, mostFen: number) => ({
  ...{ priceFen: dice.whole(1, mostFen), stock: dice.whole(3, 25), perMember: dice.whole(1, 4) },
})

/** Coupons that are dropped into lives: few, and enough for everybody. */
export function planDrops(dice: Dice): PlannedCoupon[] {
  const dropped = { channel: 'live', audience: 'all', minSpendFen: 0 } as const
  const off = () => ({ kind: 'amount', amountFen: dice.whole(1, 30) * 100 }) as const
  return [
    {
      ...dropped,
      id: 'drop-few',
      off: off(),
      total: dice.whole(3, 12),
      perMember: 1,
      validDays: 3,
    },
    { ...dropped, id: 'drop-plenty', off: off(), total: 100_000, perMember: 3, validDays: 9 },
  ]
}

/** Everything that a live sells or gives away, for the shelf of the shop file. */
export const productsOfLives = (lives: readonly PlannedLive[]): string[] =>
  lives.flatMap(({ goods, lotteries }) => [...goods, ...lotteries].map((one) => one.productId))
