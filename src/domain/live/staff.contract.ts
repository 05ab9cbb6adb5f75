import * as z from 'zod'
import { action, fenAmount, id, requestId, words } from '../contract'
import type { AuditLine } from '../audit/audit'
import type { LotteryView } from '../lottery/contract'
import type { Fen } from '../money'
import type { Instant } from '../time'
import type { LiveCoupon, LiveGoods } from './contract'
import type { Readiness } from './readiness'
import type { LiveReview, ReviewNote } from './review'
import type { LiveRoom } from './room'
import type { LiveProduct, LiveSession } from './session'

/** Something of the run-of-show as the cockpit sees it. */
export interface CockpitProduct extends Omit<LiveProduct, 'dealId'> {
  /** Null for the prize of a lottery. */
  readonly goods: LiveGoods | null
  readonly name: string
  readonly basePriceFen: Fen
  /** Pieces that were sold, and that are held by unpaid orders. */
  readonly sold: number
  readonly held: number
}

/** A coupon of the session: dropped into the room, or ready to be. */
export interface CockpitCoupon extends Pick<LiveCoupon, 'template' | 'left'> {
  /** Null for one that was not dropped yet. */
  readonly droppedAt: Instant | null
  /** How many of it were claimed, by anybody. */
  readonly claimed: number
}

/** 中控台: all that those who run a session see. */
export interface Cockpit {
  /** The run-of-show is told by `products`. */
  readonly session: Omit<LiveSession, 'products'>
  readonly room: LiveRoom
  readonly crew: {
    readonly host: string | null
    readonly coHost: string | null
    readonly technician: string | null
  }
  readonly products: readonly CockpitProduct[]
  /** All that may be dropped, in the session's order. */
  readonly coupons: readonly CockpitCoupon[]
  readonly lotteries: readonly LotteryView[]
  readonly readiness: readonly Readiness[]
  /** What was done in this session, the newest first. */
  readonly log: readonly AuditLine[]
  readonly paid: { readonly orders: number; readonly fen: Fen }
}

/** Pieces that a stock can be changed by at once. */
export const MOST_STOCK_CHANGE = 10_000

const liveId = id<'live'>()
const dealId = id<'deal'>()
const reason = words(100)
const onGoods = { requestId, liveId, dealId }
const cannot = [
  'role_missing',
  'request_reused',
  'deal_unknown',
  'live_unknown',
  'live_cannot',
  'busy',
] as const

/** What one does in a cockpit answers with how the room stands then. */
const room = z.custom<{ readonly room: LiveRoom }>()

/** 直播中控与复盘. Each of these that writes leaves an audit entry. */
export const liveStaffContract = {
  'live.cockpit': action({
    input: z.strictObject({ liveId }),
    output: z.custom<Cockpit>(),
    fails: ['role_missing', 'live_unknown'],
  }),
  'live.start': action({
    input: z.strictObject({ requestId, liveId }),
    output: room,
    fails: ['role_missing', 'request_reused', 'live_unknown', 'live_cannot', 'live_early', 'busy'],
  }),
  'live.end': action({
    input: z.strictObject({ requestId, liveId }),
    output: room,
    fails: ['role_missing', 'request_reused', 'live_unknown', 'live_cannot', 'busy'],
  }),
  /** Explains a product from now on; a backup is brought in, and can be bought from then on. */
  'live.explain': action({ input: z.strictObject(onGoods), output: room, fails: cannot }),
  'live.skip': action({ input: z.strictObject(onGoods), output: room, fails: cannot }),
  /** 上架 or 下架. */
  'live.shelve': action({
    input: z.strictObject({ ...onGoods, isOffered: z.boolean() }),
    output: room,
    fails: cannot,
  }),
  /** Between one fen and the SKU's own price. Orders that are placed keep theirs. */
  'live.price': action({
    input: z.strictObject({ ...onGoods, priceFen: fenAmount, reason }),
    output: room,
    fails: [
      'role_missing',
      'request_reused',
      'deal_unknown',
      'live_unknown',
      'live_cannot',
      'price_beyond',
      'busy',
    ],
  }),
  /** Adds pieces, or takes such as nobody has bought or holds. */
  'live.stock': action({
    input: z.strictObject({
      ...onGoods,
      change: z.int().min(-MOST_STOCK_CHANGE).max(MOST_STOCK_CHANGE),
      reason,
    }),
    output: room,
    fails: [
      'role_missing',
      'request_reused',
      'deal_unknown',
      'live_unknown',
      'live_cannot',
      'stock_short',
      'busy',
    ],
  }),
  'live.announce': action({
    input: z.strictObject({ requestId, liveId, words: words(60).min(1) }),
    output: room,
    fails: ['role_missing', 'request_reused', 'live_unknown', 'live_cannot', 'busy'],
  }),
  /** Drops a coupon into the room: from now on it can be claimed there. */
  'live.drop': action({
    input: z.strictObject({ requestId, liveId, templateId: id<'template'>() }),
    output: room,
    fails: [
      'role_missing',
      'request_reused',
      'template_unknown',
      'live_unknown',
      'live_cannot',
      'busy',
    ],
  }),
  /** Notes how many posters of a day of the warm-up went out. */
  'live.warmUp': action({
    input: z.strictObject({
      requestId,
      liveId,
      daysBefore: z.int().min(1).max(60),
      posters: z.int().min(0).max(99),
    }),
    output: room,
    fails: ['role_missing', 'request_reused', 'live_unknown', 'live_cannot', 'busy'],
  }),
  /** The review as it was counted last; counted now where it never was. */
  'live.review': action({
    input: z.strictObject({ liveId }),
    output: z.custom<{
      readonly session: Pick<LiveSession, '_id' | 'title'> & {
        readonly startedAt: Instant
        readonly endedAt: Instant | null
      }
      readonly review: LiveReview
      /** Of the session before it; null for the first one. */
      readonly before: LiveReview | null
      readonly notes: readonly ReviewNote[]
    }>(),
    fails: ['role_missing', 'live_unknown', 'live_unstarted'],
  }),
  /** Counts a review anew from orders and events. */
  'live.recount': action({
    input: z.strictObject({ liveId }),
    output: z.custom<{ readonly review: LiveReview }>(),
    fails: ['role_missing', 'live_unknown', 'live_unstarted', 'busy'],
  }),
  /** Notes what is to be done better next time. */
  'live.note': action({
    input: z.strictObject({ requestId, liveId, words: words(200).min(1) }),
    output: z.custom<{ readonly notes: readonly ReviewNote[] }>(),
    fails: ['role_missing', 'request_reused', 'live_unknown', 'busy'],
  }),
}
