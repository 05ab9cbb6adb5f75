import * as z from 'zod'
import { action, id, moment, requestId, words } from '../contract'
import type { Deal } from '../deals/deal'
import type { FileId, GuideId, LinkId, OrderId } from '../ids'
import type { Fen } from '../money'
import type { Instant } from '../time'
import type { ToldAttribution } from './told'
import { bindingDays } from './rule'
import { shareChannels, type ShareChannel, type ShareTarget } from './shareLink'

/** What may be shared. */
const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('home') }),
  z.strictObject({ kind: z.literal('product'), id: id<'product'>() }),
  z.strictObject({ kind: z.literal('deal'), id: id<'deal'>() }),
  z.strictObject({ kind: z.literal('team'), id: id<'team'>() }),
  z.strictObject({ kind: z.literal('live'), id: id<'live'>() }),
  z.strictObject({ kind: z.literal('store'), id: id<'store'>() }),
])

/** Why something can't be shared: it is not there. */
const unshareable = [
  'shop_unknown',
  'product_unknown',
  'deal_unknown',
  'team_unknown',
  'store_unknown',
  'live_unknown',
  'busy',
] as const

const rule = z.strictObject({
  kind: z.enum(['last-guide-touch', 'first-touch', 'protected-binding']),
  days: z.int().min(bindingDays.least).max(bindingDays.most),
  selfPurchase: z.boolean(),
})

/** One order under another rule. */
export interface ReplayedOrder {
  readonly orderId: OrderId
  readonly placedAt: Instant
  readonly paidFen: Fen
  readonly before: { readonly guideId: GuideId | null; readonly name: string }
  readonly after: { readonly guideId: GuideId | null; readonly name: string }
}

/** Where a link leads. */
export interface OpenedLink {
  readonly target: ShareTarget
  /** Which kind of deal it is, as each has a page of its own; null for what is no deal. */
  readonly dealKind: Deal['kind'] | null
}

/** 海报: what a poster shows of something, and who invites. */
export interface PosterContent {
  /** The caller's link to it, for posters. */
  readonly link: LinkId
  readonly name: string
  readonly subtitle: string
  readonly picture: FileId | null
  /** null for what has no single price: the shop, a store, a live. */
  readonly priceFen: Fen | null
  /** What it costs without the deal; null where there is none, or it is no more. */
  readonly usualFen: Fen | null
  readonly startsAt: Instant | null
  readonly endsAt: Instant | null
  readonly shopName: string
  /** The caller: their name as a guide, else their nickname, which may be empty. */
  readonly sharer: { readonly name: string; readonly avatar: FileId | null }
}

/** The names that an explanation needs, by guide. */
export type GuideNames = Readonly<Record<GuideId, string>>

/** 溯源, for everybody. */
export const attributionContract = {
  /**
   * The caller's links to something, one for each channel: the same ones each time. Who is no guide
   * passes on the chain by which they came themselves.
   */
  'attribution.share': action({
    input: z.strictObject({
      target,
      channels: z.array(z.enum(shareChannels)).min(1).max(shareChannels.length),
    }),
    output: z.custom<{ readonly links: Readonly<Partial<Record<ShareChannel, LinkId>>> }>(),
    fails: unshareable,
  }),
  /** Leaves the touch of a link that was opened, once for each request id, and tells where to. */
  'attribution.open': action({
    input: z.strictObject({
      requestId,
      link: id<'link'>(),
      /** Where WeChat says that it was opened from. */
      scene: z.int().min(0).max(9999).optional(),
    }),
    output: z.custom<OpenedLink>(),
    fails: ['link_unknown', 'busy'],
  }),
  /** All that a poster of something shows; its link is made where there is none yet. */
  'attribution.poster': action({
    input: z.strictObject({ target }),
    output: z.custom<PosterContent>(),
    fails: unshareable,
  }),
  /** The mini-program's code of one of the caller's own links: a picture in storage. */
  'attribution.code': action({
    input: z.strictObject({ link: id<'link'>() }),
    output: z.custom<{ readonly file: FileId; readonly path: string }>(),
    fails: ['tries_over', 'link_unknown', 'busy'],
  }),
  /** Why an order is whose it is: for the guide that it is credited to. */
  'attribution.explain': action({
    input: z.strictObject({ orderId: id<'order'>() }),
    output: z.custom<{ readonly attribution: ToldAttribution; readonly names: GuideNames }>(),
    fails: ['order_unknown', 'guide_missing'],
  }),
}

/** 溯源, for who runs the shop. */
export const attributionStaffContract = {
  /** Why an order is whose it is, whoever asks. */
  'attribution.see': action({
    input: z.strictObject({ orderId: id<'order'>() }),
    output: z.custom<{ readonly attribution: ToldAttribution; readonly names: GuideNames }>(),
    fails: ['role_missing', 'order_unknown'],
  }),
  /** Credits an order to somebody else, or nobody; commission follows. */
  'attribution.assign': action({
    input: z.strictObject({
      requestId,
      orderId: id<'order'>(),
      guideId: id<'guide'>().nullable(),
      reason: words(100).min(2),
    }),
    output: z.custom<{ readonly attribution: ToldAttribution }>(),
    fails: ['role_missing', 'request_reused', 'order_unknown', 'guide_unknown', 'busy'],
  }),
  /** Binds the customer of an order to a guide for some days; orders placed already stay. */
  'attribution.bind': action({
    input: z.strictObject({
      requestId,
      orderId: id<'order'>(),
      guideId: id<'guide'>(),
      days: z.int().min(bindingDays.least).max(bindingDays.most),
      reason: words(100).min(2),
    }),
    output: z.custom<{ readonly until: Instant }>(),
    fails: ['role_missing', 'request_reused', 'order_unknown', 'guide_unknown', 'busy'],
  }),
  /** What if another rule had been in force? Changes nothing. */
  'attribution.replay': action({
    input: z.strictObject({ rule, from: moment, until: moment }),
    output: z.custom<{
      readonly orders: number
      readonly changed: readonly ReplayedOrder[]
      /** More orders lie in the time than were looked at. */
      readonly isPartial: boolean
    }>(),
    fails: ['role_missing'],
  }),
}
