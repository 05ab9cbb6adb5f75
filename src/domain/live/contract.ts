import * as z from 'zod'
import { action, id, requestId } from '../contract'
import type { CouponView } from '../coupons/contract'
import type { CouponTemplate } from '../coupons/coupon'
import type { DealProduct } from '../deals/progress'
import type { DealId, SkuId } from '../ids'
import type { LotteryView } from '../lottery/contract'
import type { Fen } from '../money'
import type { Instant } from '../time'
import type { LiveRoom } from './room'
import type { LiveChannels, LiveSession } from './session'

/** A session among others. */
export interface LiveBrief extends Pick<LiveSession, '_id' | 'title' | 'startsAt' | 'endsAt'> {
  readonly status: LiveRoom['status']
  readonly hostName: string | null
  /** The picture of the first product that it sells. */
  readonly picture: string | null
  readonly products: number
}

/** What moves about something that is sold in a room. */
export interface LiveFigures {
  readonly dealId: DealId
  readonly priceFen: Fen
  readonly left: number
  readonly isOffered: boolean
}

/** Something that is sold in a room. */
export interface LiveGoods extends LiveFigures {
  readonly skuId: SkuId
  readonly role: 'main' | 'backup'
  readonly perMember: number
  readonly product: DealProduct
}

/** A coupon that was dropped into a room. */
export interface LiveCoupon {
  readonly template: Pick<
    CouponTemplate,
    '_id' | 'name' | 'rule' | 'scopeNames' | 'perMember' | 'validity'
  >
  readonly droppedAt: Instant
  readonly left: number
  /** How many of it the caller has. */
  readonly claimed: number
}

/** A room as its viewers see it. */
export type RoomView = Omit<LiveRoom, '_id' | 'warmedUp' | 'dueAt'>

/** A session with its room as its pages show it. */
export interface LiveView {
  readonly session: Pick<LiveSession, '_id' | 'title' | 'startsAt' | 'endsAt'> & {
    readonly minutesPerProduct: number
  }
  readonly hostName: string | null
  readonly coHostName: string | null
  readonly channels: LiveChannels | null
  /** The guide by whose link the caller came. */
  readonly invitedBy: { readonly name: string; readonly avatar: string | null } | null
  readonly room: RoomView
  /** In the order of the run-of-show. */
  readonly goods: readonly LiveGoods[]
  readonly coupons: readonly LiveCoupon[]
  readonly lotteries: readonly LotteryView[]
  /** Names the goods' figures in short, to ask for changes by. */
  readonly mark: string
  readonly isReserved: boolean
  /** The subscribe-message template that the reminder needs consent for. */
  readonly reminderTemplateId: string | null
}

/** What changed in a room since it was asked for last; null for what did not. */
export interface RoomNews {
  readonly room: RoomView | null
  readonly figures: { readonly mark: string; readonly goods: readonly LiveFigures[] } | null
}

/** How the figures stood when they were asked for last. */
const mark = z.string().regex(/^[0-9a-f]{1,64}$/)

/** 直播. */
export const liveContract = {
  /** Sessions that run, those to come, soonest first, then those gone by, latest first. */
  'live.list': action({
    input: z.strictObject({}),
    output: z.custom<{ readonly sessions: readonly LiveBrief[] }>(),
    fails: [],
  }),
  'live.see': action({
    input: z.strictObject({ liveId: id<'live'>() }),
    output: z.custom<LiveView>(),
    fails: ['live_unknown'],
  }),
  /** What is new in a room. ≤ 2 SDK calls, and one small answer where nothing is. */
  'live.room': action({
    input: z.strictObject({ liveId: id<'live'>(), rev: z.int().min(0), mark }),
    output: z.custom<RoomNews>(),
    fails: ['live_unknown'],
  }),
  /** Reminds the caller once, shortly before the session starts. Safe to repeat. */
  'live.reserve': action({
    input: z.strictObject({ liveId: id<'live'>() }),
    output: z.custom<{ readonly remindAt: Instant }>(),
    fails: ['live_unknown', 'live_over'],
  }),
  /**
   * Claims a coupon that was dropped into the room. Safe to repeat: one `requestId`, one coupon.
   */
  'live.claim': action({
    input: z.strictObject({ requestId, liveId: id<'live'>(), templateId: id<'template'>() }),
    output: z.custom<{ readonly coupon: CouponView }>(),
    fails: [
      'request_reused',
      'template_unknown',
      'live_unknown',
      'audience_other',
      'claim_unstarted',
      'claim_over',
      'live_over',
      'member_limit',
      'coupons_gone',
      'busy',
    ],
  }),
}
