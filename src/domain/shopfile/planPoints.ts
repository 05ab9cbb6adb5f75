import { NEVER } from '../holds/hold'
import { NOTHING, type Bps } from '../money'
import { MOST_PIECES } from '../orders/order'
import type { PointsRule } from '../points/account'
import type { MallCoupon, MallDeal } from '../points/mall'
import { instant } from '../time'
import type { ShopFile } from './contract'
import type { PlannedStock } from './plan'
import { dealSku } from './planDeals'

type FileItem = NonNullable<ShopFile['points']>['mall'][number]
/** A product of the mall as the file writes it. */
export type FileMallProduct = Extract<FileItem, { kind: 'product' }>
/** A coupon of the mall as the file writes it. */
export type FileMallCoupon = Extract<FileItem, { kind: 'coupon' }>

/** An item with its place in the mall and in the file. */
export interface PlacedItem<Item extends FileItem> {
  readonly item: Item
  readonly rank: number
  readonly place: string
}

const placed = (file: ShopFile): PlacedItem<FileItem>[] =>
  (file.points?.mall ?? []).map((item, rank) => ({ item, rank, place: `points.mall[${rank}]` }))

const isProduct = (one: PlacedItem<FileItem>): one is PlacedItem<FileMallProduct> =>
  one.item.kind === 'product'

const isCoupon = (one: PlacedItem<FileItem>): one is PlacedItem<FileMallCoupon> =>
  one.item.kind === 'coupon'

/** The products of the mall. */
export const mallProductsOf = (file: ShopFile) => placed(file).filter(isProduct)

/** The coupons of the mall. */
export const mallCouponsOf = (file: ShopFile) => placed(file).filter(isCoupon)

/** How the shop gives and takes points; null for a shop without. */
export function plannedPoints({ points }: ShopFile): PointsRule | null {
  if (!points) return null
  const { earnPerYuan, expires, signIn, offset } = points
  const paysBy = offset ? { ...offset, maxBps: offset.maxBps as Bps } : null
  return { earnPerYuan, months: expires.months, signIn, offset: paysBy }
}

/** What the mall comes to: deals for its products, entries for its coupons. */
export interface PlannedMall {
  readonly deals: readonly MallDeal[]
  readonly coupons: readonly MallCoupon[]
}

/** Turns the mall of the file into documents. It is open as long as the file has it. */
export function plannedMall(file: ShopFile): PlannedMall {
  const named = (productId: FileMallProduct['productId']) =>
    file.products.find(({ id }) => id === productId)?.name ?? ''
  return {
    deals: mallProductsOf(file).map(({ item, rank }) => ({
      _id: item.id,
      kind: 'mall',
      name: item.name ?? named(item.productId),
      productId: item.productId,
      skuId: dealSku(item, file),
      points: item.points,
      priceFen: item.cashFen ?? NOTHING,
      stock: item.stock,
      perMember: item.perMember ?? MOST_PIECES,
      startsAt: instant(0),
      endsAt: NEVER,
      rank,
      takes: { coupons: false, points: false },
    })),
    coupons: mallCouponsOf(file).map(({ item, rank }) => ({
      _id: item.id,
      templateId: item.couponId,
      name:
        item.name ?? file.coupons.find(({ id }) => (id as string) === item.couponId)?.name ?? '',
      points: item.points,
      rank,
      isOffered: true,
    })),
  }
}

/** The stocks of the mall's products. */
export const mallStocks = (file: ShopFile): PlannedStock[] =>
  mallProductsOf(file).map(({ item, place }) => ({
    skuId: dealSku(item, file),
    productId: null,
    dealId: item.id,
    stock: item.stock,
    place: `${place}.stock`,
  }))

/** Coupons that there are of a template: one of the mall has the stock that the mall says. */
export function mallTotal(
  template: { readonly id: string; readonly total: number },
  file: ShopFile,
): number {
  const found = mallCouponsOf(file).find(({ item }) => item.couponId === template.id)
  return found?.item.stock ?? template.total
}
