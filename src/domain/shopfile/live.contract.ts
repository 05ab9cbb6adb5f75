import * as z from 'zod'
import { fenAmount, id, words } from '../contract'
import { MOST_PIECES } from '../orders/order'
import { fileTime } from './promotions.contract'

const product = z.strictObject({
  productId: id<'product'>(),
  /** The product's first SKU where the file names none. */
  skuId: id<'sku'>().optional(),
  role: z.enum(['main', 'backup', 'lottery']),
  livePriceFen: fenAmount,
  /** Pieces that are set aside for the session. */
  stock: z.int().min(0).max(1_000_000).optional(),
  perMember: z.int().min(1).max(MOST_PIECES).optional(),
  /** What the host says of it. */
  script: words(500).default(''),
})

const lottery = z.strictObject({
  productId: id<'product'>(),
  skuId: id<'sku'>().optional(),
  winners: z.int().min(1).max(100),
})

const session = z.strictObject({
  /** Short, as ids of the session's deals begin with it. */
  id: id<'live'>().refine((name) => name.length <= 24, 'too long: at most 24 characters'),
  title: words(40).min(1),
  startsAt: fileTime,
  lastsMinutes: z.int().min(1).max(1440),
  minutesPerProduct: z.int().min(1).max(120).default(5),
  host: id<'guide'>().optional(),
  coHost: id<'guide'>().optional(),
  technician: id<'guide'>().optional(),
  /** The shop's 视频号, and the notice of this session by which viewers reserve. */
  channels: z
    .strictObject({ finderUserName: words(64).min(1), noticeId: words(64).min(1).optional() })
    .optional(),
  products: z.array(product).max(200).default([]),
  coupons: z.array(id<'template'>()).max(20).default([]),
  lotteries: z.array(lottery).max(20).default([]),
  preheat: z
    .strictObject({
      officialAccountDaysBefore: z.int().min(0).max(60),
      postersPerDay: z.int().min(0).max(20),
    })
    .optional(),
})

/** 直播: sessions as they are planned, by their name in the file. */
export const liveSections = {
  live: z.array(session).max(100).default([]),
}
