import type { Shipping } from '../deals/preSale'
import type { LadderDeal } from '../groupbuy/ladder'
import type { FlashSale } from '../flashsale/flashSale'
import type { ProductId, SkuId } from '../ids'
import { latestEnd } from '../live/room'
import { audienceOf } from '../members/audience'
import type { Schedule } from '../schedule'
import type { TeamDeal } from '../teams/team'
import { after, MINUTE, type Instant } from '../time'
import type { ShopFile } from './contract'
import { fileMoment, scheduleOf } from './when'

/** A group-buy as the file writes it. */
export type FileDeal = ShopFile['groupBuys'][number]
/** A flash sale as the file writes it. */
export type FileSale = ShopFile['flashSales'][number]

/** A product's SKUs by their ids, as deals name them: the one named, else the product's first. */
export function dealSku(
  deal: { readonly productId: ProductId; readonly skuId?: SkuId | undefined },
  file: ShopFile,
): SkuId {
  const product = file.products.find(({ id }) => id === deal.productId)
  return deal.skuId ?? product?.skus?.[0]?.id ?? (deal.productId as string as SkuId)
}

/** A SKU that is sold under conditions of its own for some time, with its place in the file. */
export interface PlannedSlot {
  readonly place: string
  /** The deal or the flash sale, as the file names it. */
  readonly id: string
  readonly skuId: SkuId
  readonly schedule: Schedule
}

/** Every SKU in every deal of the file, with when. */
export function slotsOf(file: ShopFile, now: Instant): PlannedSlot[] {
  const groups = file.groupBuys.map((deal, index): PlannedSlot => {
    const times = { startsAt: fileMoment(deal.startsAt, now), endsAt: fileMoment(deal.endsAt, now) }
    const place = `groupBuys[${index}]`
    return { place, id: deal.id, skuId: dealSku(deal, file), schedule: { kind: 'once', ...times } }
  })
  const items = file.flashSales.flatMap((sale, index) => {
    const schedule = scheduleOf(sale, now)
    if (!schedule) return []
    return sale.items.map((item, line): PlannedSlot => {
      const place = `flashSales[${index}].items[${line}]`
      return { place, id: sale.id, skuId: dealSku(item, file), schedule }
    })
  })
  const lives = file.live.flatMap((live, index) => {
    const startsAt = fileMoment(live.startsAt, now)
    // It may go on for a while: until then its goods are in it.
    const endsAt = latestEnd({ endsAt: after(startsAt, live.lastsMinutes * MINUTE) })
    return live.products.flatMap((product, line): PlannedSlot[] => {
      const place = `live[${index}].products[${line}]`
      const schedule = { kind: 'once', startsAt, endsAt } as const
      const slot = { place, id: live.id, skuId: dealSku(product, file), schedule }
      return product.role === 'lottery' ? [] : [slot]
    })
  })
  return [...groups, ...items, ...lives]
}

/** When a group-buy of the file starts, ends and ships. */
export function shippingOf({ startsAt, endsAt, preSale }: FileDeal, now: Instant): Shipping {
  const times = { startsAt: fileMoment(startsAt, now), endsAt: fileMoment(endsAt, now) }
  return preSale ? { ...times, shipsAt: fileMoment(preSale.shipsAt, now) } : times
}

/** A deal takes neither coupons nor points unless the file says so. */
const takesOf = ({ takes }: FileDeal | FileSale): { coupons: boolean; points: boolean } => ({
  coupons: takes?.coupons ?? false,
  points: takes?.points ?? false,
})

/** Turns a group-buy of the file into its document. */
export function plannedDeal(
  deal: FileDeal,
  rank: number,
  file: ShopFile,
  now: Instant,
): LadderDeal | TeamDeal {
  const base = {
    _id: deal.id,
    name: deal.name,
    productId: deal.productId,
    skuId: dealSku(deal, file),
    stock: deal.stock,
    perMember: deal.perMember,
    ...shippingOf(deal, now),
    rank,
    takes: takesOf(deal),
  }
  if (deal.kind === 'team') {
    const { priceFen, leaderPriceFen = null, people, teamHours, joiners = 'anyone' } = deal
    return { ...base, kind: 'team', priceFen, leaderPriceFen, people, teamHours, joiners }
  }
  const { basePriceFen, tiers: steps, belowFirstTier: belowFirstStep } = deal
  const ladder = { basePriceFen, steps, belowFirstStep }
  return { ...base, kind: 'ladder', ladder, status: 'open', statusAt: now, outcome: null }
}

/** Turns a flash sale of the file into its document; nothing where it does not say when. */
export function plannedSale(sale: FileSale, file: ShopFile, now: Instant): FlashSale | undefined {
  const schedule = scheduleOf(sale, now)
  const audience = audienceOf(sale.audience)
  if (!schedule || !audience) return undefined
  return {
    _id: sale.id,
    name: sale.name,
    schedule,
    audience,
    payMinutes: sale.payWithinMinutes,
    takes: takesOf(sale),
    items: sale.items.map((item) => ({ ...item, skuId: dealSku(item, file) })),
    prepareAt: now,
  }
}
