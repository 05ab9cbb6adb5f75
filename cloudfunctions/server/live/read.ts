import type { Product, Shop } from '@domain/catalog/product'
import type { CouponTemplate } from '@domain/coupons/coupon'
import type { Deal } from '@domain/deals/deal'
import type { Guide } from '@domain/guides/guide'
import { available, type CouponPool, type StockPool } from '@domain/holds/hold'
import type { LiveId } from '@domain/ids'
import type { LiveCoupon, LiveGoods } from '@domain/live/contract'
import type { LiveDeal } from '@domain/live/deal'
import type { KeptRoom } from '@domain/live/room'
import type { LiveSession } from '@domain/live/session'
import { productOf } from '../deals/progress'
import { liveSessions } from '../kit/collections'

/** A shard of something that is sold, in its figures. */
type Shard = Pick<StockPool, 'dealId' | 'loaded' | 'available' | 'sold'>

/** A session with all that its pages show of it, as one aggregation brings it. */
export interface LiveReading extends LiveSession {
  readonly rooms: readonly KeptRoom[]
  readonly deals: readonly Deal[]
  readonly pools: readonly Shard[]
  readonly goods: readonly Product[]
  readonly hosts: readonly Guide[]
  readonly coHosts: readonly Guide[]
  readonly technicians: readonly Guide[]
  readonly templates: readonly CouponTemplate[]
  readonly couponPools: readonly Pick<CouponPool, 'templateId' | 'loaded' | 'available'>[]
  readonly shops: readonly Shop[]
}

/** What a reading needs of a chain of stages. */
type Rows = ReturnType<typeof liveSessions.aggregate>

const withoutHolds = {
  'pools.holds': 0,
  'pools.returned': 0,
  'pools.changed': 0,
  'couponPools.holds': 0,
  'couponPools.returned': 0,
  'deals.was': 0,
}

/** Begins to read a session: who asks adds what it alone shows. One SDK call. */
export const sessionRows = (liveId: LiveId): Rows =>
  liveSessions
    .aggregate()
    .match({ _id: liveId })
    .addFields({ shopKey: 'shop' })
    .lookup({ from: 'live_rooms', localField: '_id', foreignField: '_id', as: 'rooms' })
    .lookup({ from: 'deals', localField: '_id', foreignField: 'liveId', as: 'deals' })
    .lookup({ from: 'pools', localField: 'deals._id', foreignField: 'dealId', as: 'pools' })
    .lookup({
      from: 'products',
      localField: 'products.productId',
      foreignField: '_id',
      as: 'goods',
    })
    .lookup({ from: 'guides', localField: 'hostId', foreignField: '_id', as: 'hosts' })
    .lookup({ from: 'guides', localField: 'coHostId', foreignField: '_id', as: 'coHosts' })
    .lookup({ from: 'guides', localField: 'technicianId', foreignField: '_id', as: 'technicians' })
    .lookup({
      from: 'coupon_templates',
      localField: 'templateIds',
      foreignField: '_id',
      as: 'templates',
    })
    .lookup({
      from: 'coupon_pools',
      localField: 'templateIds',
      foreignField: 'templateId',
      as: 'couponPools',
    })
    .lookup({ from: 'shop', localField: 'shopKey', foreignField: '_id', as: 'shops' })
    .project(withoutHolds)

/** Reads a session; nothing where there is none, or its room is not there yet. */
export async function readSession<Reading extends LiveReading = LiveReading>(
  rows: Rows,
): Promise<(Reading & { readonly room: KeptRoom }) | undefined> {
  const { list } = (await rows.end()) as unknown as { list: readonly Reading[] }
  const [session] = list
  const [room] = session?.rooms ?? []
  return session && room && { ...session, room }
}

/** What is sold in a session with its stock, in the order of the run-of-show. */
export function soldIn({ products, deals, pools, goods }: LiveReading): SoldReading[] {
  return products.flatMap(({ dealId }) => {
    const deal = deals.find(({ _id }) => _id === dealId)
    const product = goods.find(({ _id }) => _id === deal?.productId)
    if (deal?.kind !== 'live' || !product) return []
    return { deal, product, shards: pools.filter((shard) => shard.dealId === dealId) }
  })
}

/** Something that is sold in a session, with its stock. */
export interface SoldReading {
  readonly deal: LiveDeal
  readonly product: Product
  readonly shards: readonly Shard[]
}

/** Something that is sold as viewers see it; nothing for goods that are gone. */
export function goodsOf({ deal, product, shards }: SoldReading): LiveGoods | undefined {
  const { _id: dealId, role, skuId, priceFen, isOffered, perMember } = deal
  const shown = productOf({ products: [product], skuId })
  if (!shown) return undefined
  const figures = { dealId, priceFen, left: available(shards), isOffered }
  return { ...figures, role, skuId, perMember, product: shown }
}

/** A coupon as it is dropped into a room. */
export function droppable(template: CouponTemplate): LiveCoupon['template'] {
  const { _id, name, rule, scopeNames, perMember, validity } = template
  return { _id, name, rule, scopeNames, perMember, validity }
}
