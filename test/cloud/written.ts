/** Shop files as an operator writes them down; what is not named is the usual. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { shopFile } from '@domain/shopfile/contract'
import type * as z from 'zod'

/** A shop file as an operator writes it. */
type WrittenFile = z.input<typeof shopFile>
type Section<Name extends keyof WrittenFile> =
  NonNullable<WrittenFile[Name]> extends (infer Item)[] ? Item : never

export type WrittenProduct = Section<'products'>
export type WrittenDeal = Section<'groupBuys'>
export type WrittenSale = Section<'flashSales'>
export type WrittenDiscount = Section<'discounts'>
export type WrittenSaving = Section<'spendAndSave'>
export type WrittenCoupon = Section<'coupons'>
export type WrittenGift = Section<'orderGifts'>

/** A shop file whose sections can be added to. */
export type WrittenShop = WrittenFile & {
  products: WrittenProduct[]
  groupBuys: WrittenDeal[]
  flashSales: WrittenSale[]
  discounts: WrittenDiscount[]
  spendAndSave: WrittenSaving[]
  coupons: WrittenCoupon[]
  orderGifts: WrittenGift[]
}

/** When something runs. */
export interface Times {
  readonly startsAt?: string
  readonly endsAt?: string
}

/** A ladder's terms. */
export interface Terms extends Times {
  readonly base?: number
  readonly steps?: readonly (readonly [people: number, priceFen: number])[]
  readonly stock?: number
  readonly perMember?: number
  readonly below?: 'sell-at-base' | 'refund-all'
  readonly preSale?: { readonly shipsAt: string }
}

/** A team's terms. */
export interface TeamTerms extends Times {
  readonly priceFen?: number
  readonly leaderPriceFen?: number
  readonly people?: number
  readonly teamHours?: number
  readonly stock?: number
  readonly perMember?: number
  readonly joiners?: 'anyone' | 'newcomer'
  readonly preSale?: { readonly shipsAt: string }
  readonly takes?: { readonly coupons?: boolean; readonly points?: boolean }
}

/** A flash sale's terms. */
export interface FlashTerms extends Times {
  readonly audience?: string
  readonly payMinutes?: number
  readonly priceFen?: number
  readonly stock?: number
  readonly perMember?: number
  readonly repeats?: NonNullable<WrittenSale['repeats']>
}

const level = (id: string, spendFen: number) => ({
  id,
  name: id,
  spendFen,
  discountBps: 10_000,
  pointsMultiplierBps: 10_000,
  monthlyCouponId: null,
})

/** A shop with nothing on its shelves: freight, three levels, and members who spend little. */
export function writtenShop(): WrittenShop {
  const store = {
    district: '城南',
    address: '人民南路 88 号',
    phone: '028-80000001',
    hours: '8-22',
  }
  return {
    shop: { id: 'small', name: '小果铺', timeZone: 'Asia/Shanghai' },
    stores: [{ id: 'store-01', name: '城南店', ...store }],
    categories: [
      { id: 'fruit', name: '水果' },
      { id: 'nuts', name: '坚果' },
    ],
    products: [],
    freight: { flatFen: 600, freeAboveFen: 4900, pickUpFen: 0 },
    groupBuys: [],
    flashSales: [],
    discounts: [],
    spendAndSave: [],
    coupons: [],
    orderGifts: [],
    memberLevels: {
      window: 'last-3-months',
      levels: [level('plain', 0), level('silver', 5000), level('gold', 20_000)],
    },
    segments: [{ id: 'thrifty', name: '节俭', where: { averageOrderFen: { below: 3000 } } }],
    messageTemplates: {
      ...{
        flashStart: 'flash-start',
        liveStart: 'live-start',
        orderShipped: 'order-shipped',
        refundSent: 'refund-sent',
      },
      ...{ teamFormed: 'team-formed', couponExpiring: 'coupon-expiring' },
    },
  } as never
}

/** A product as the file writes it: 10 yuan a piece, 100 pieces. */
export function writtenProduct(id: string, rest: object = {}): WrittenProduct {
  return { id, categoryId: 'fruit', name: id, priceFen: 1000, stock: 100, ...rest } as never
}

/** A coupon as the file writes it: 10 yuan without a threshold, good for a week, to be claimed. */
export function writtenCoupon(id: string, terms: Partial<WrittenCoupon> = {}): WrittenCoupon {
  const usual = { kind: 'amount', amountFen: 1000, minSpendFen: 0, scope: { kind: 'all' } }
  const limits = { total: 1000, perMember: 1, ...(!terms.validFrom && { validDays: 7 }) }
  return { id, name: id, ...usual, ...limits, audience: 'all', channel: 'claim', ...terms } as never
}

/** A ladder as the file writes it: from 1000 fen; 900 for two people, 700 for four; an hour. */
export function writtenLadder(id: string, productId: string, terms: Terms = {}): WrittenDeal {
  const steps = terms.steps ?? [
    [2, 900],
    [4, 700],
  ]
  return {
    id,
    kind: 'ladder',
    name: id,
    productId,
    basePriceFen: terms.base ?? 1000,
    tiers: steps.map(([people, priceFen]) => ({ people, priceFen })),
    stock: terms.stock ?? 50,
    perMember: terms.perMember ?? 2,
    startsAt: terms.startsAt ?? '-1h',
    endsAt: terms.endsAt ?? '+1h',
    belowFirstTier: terms.below ?? 'sell-at-base',
    ...(terms.preSale && { preSale: terms.preSale }),
  } as never
}

/** A team as the file writes it: two people within an hour at 800 fen, for a day. */
export function writtenTeam(id: string, productId: string, terms: TeamTerms = {}): WrittenDeal {
  const usual = { priceFen: 800, people: 2, teamHours: 1, stock: 50, perMember: 2 }
  const times = { startsAt: '-1h', endsAt: '+1d' }
  return { id, kind: 'team', name: id, productId, ...usual, ...times, ...terms } as never
}

/** A flash sale as the file writes it: ten pieces at 500 fen for two hours, for everybody. */
export function writtenSale(
  id: string,
  productIds: readonly string[],
  terms: FlashTerms = {},
): WrittenSale {
  const { priceFen = 500, stock = 10, perMember = 1, payMinutes = 10, audience = 'all' } = terms
  const { startsAt, endsAt, repeats } = terms
  const items = productIds.map((productId) => ({ productId, priceFen, stock, perMember }))
  return {
    ...{ id, name: id, audience, payWithinMinutes: payMinutes, items },
    ...(repeats
      ? { repeats, ...(startsAt && { startsAt }), ...(endsAt && { endsAt }) }
      : { startsAt: startsAt ?? '-1h', endsAt: endsAt ?? '+2h' }),
  } as never
}

/** Writes a shop file to a place where a command finds it. */
export function savedFile(file: unknown): { path: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'small-shop-'))
  const path = join(folder, 'shop.json')
  writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file))
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
