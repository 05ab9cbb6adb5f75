import * as z from 'zod'
import { action, id, moment, requestId, words } from '../contract'
import type { ShareTarget } from '../attribution/shareLink'
import type { CommissionSums } from '../commission/sums'
import type { FileId, GuideId, StoreId } from '../ids'
import type { Bps, Fen } from '../money'
import type { Instant } from '../time'
import { guideKinds, type Guide, type GuideGoal, type GuideKind, type Invitation } from './guide'

/** What a guide's day came to. */
export interface GuideDay {
  readonly visitors: number
  readonly orders: number
  /** What commission came to: of orders that were paid, less what went back. */
  readonly incomeFen: Fen
}

/** The workbench: one call. */
export interface GuideDesk {
  readonly guide: Pick<Guide, '_id' | 'name' | 'kind'>
  readonly store: { readonly id: StoreId; readonly name: string }
  readonly today: GuideDay
  readonly sums: CommissionSums
  /** When the next frozen commission becomes payable; null where none is frozen. */
  readonly nextPayableAt: Instant | null
  readonly freezeDays: number
}

/** One day of the trend. */
export interface TrendDay extends GuideDay {
  /** The midnight that begins it, in shop time. */
  readonly day: Instant
}

/** A customer as their guide sees them: what they show of themselves, and no telephone. */
export interface CustomerRow {
  /** Stands for the customer here and says nothing about who they are. */
  readonly key: string
  readonly nickname: string
  readonly avatar: FileId | null
  readonly visits: number
  readonly lastVisitAt: Instant
  readonly orders: number
  readonly lastOrderAt: Instant | null
  /** Until when they are bound to the guide; null where they are not. */
  readonly boundUntil: Instant | null
}

/** Something worth sharing, with what it brings. */
export interface Material {
  readonly target: ShareTarget
  readonly name: string
  readonly picture: FileId | null
  readonly priceFen: Fen | null
  /** Ends then; null for what does not. */
  readonly endsAt: Instant | null
  readonly startsAt: Instant | null
  /** The guide's share of a sale. */
  readonly bps: Bps
  /** Suggested words come from these on the phone. */
  readonly kind: 'product' | 'ladder' | 'team' | 'flash' | 'live'
}

/** A line of the leaderboard. */
export interface RankRow {
  readonly guideId: GuideId
  readonly name: string
  readonly orders: number
  readonly newMembers: number
  readonly paidFen: Fen
  readonly isSelf: boolean
}

/** How far a guide is with a goal. */
export interface GoalProgress extends GuideGoal {
  readonly reached: number
}

/** 导购. */
export const guidesContract = {
  /** Takes up a place as a guide by the code that the shop gave; once for each code and member. */
  'guides.accept': action({
    input: z.strictObject({ code: words(16).min(6) }),
    output: z.custom<{ readonly guide: Pick<Guide, '_id' | 'name' | 'kind'> }>(),
    fails: ['tries_over', 'invitation_unknown', 'guide_already', 'invitation_over', 'busy'],
  }),
  'guides.desk': action({
    input: z.strictObject({}),
    output: z.custom<GuideDesk>(),
    fails: ['shop_unknown', 'guide_missing'],
  }),
  'guides.trend': action({
    input: z.strictObject({ days: z.union([z.literal(7), z.literal(30)]) }),
    output: z.custom<{ readonly days: readonly TrendDay[] }>(),
    fails: ['guide_missing'],
  }),
  /** unbought: clicked, but has not bought. */
  'guides.customers': action({
    input: z.strictObject({
      tab: z.enum(['all', 'unbought']),
      /** The `lastVisitAt` of the last one seen. */
      before: moment.optional(),
    }),
    output: z.custom<{ readonly customers: readonly CustomerRow[]; readonly hasMore: boolean }>(),
    fails: ['guide_missing'],
  }),
  'guides.material': action({
    input: z.strictObject({}),
    output: z.custom<{ readonly material: readonly Material[] }>(),
    fails: ['shop_unknown', 'guide_missing'],
  }),
  /** The guides of the caller's store in this month, and the caller's goals. */
  'guides.ranking': action({
    input: z.strictObject({}),
    output: z.custom<{
      readonly rows: readonly RankRow[]
      readonly goals: readonly GoalProgress[]
    }>(),
    fails: ['shop_unknown', 'guide_missing'],
  }),
}

/** A guide as who runs the shop sees them. */
export interface GuideRow {
  readonly id: GuideId
  readonly name: string
  readonly kind: GuideKind
  readonly storeId: StoreId
  readonly joinedAt: Instant | null
  readonly isActive: boolean
  readonly invitedBy: GuideId | null
  readonly invitation: Invitation | null
}

/** 导购, for who runs the shop. */
export const guidesStaffContract = {
  /** Makes a place for a guide, or a new code for one that nobody took yet. */
  'guides.invite': action({
    input: z.strictObject({
      requestId,
      guideId: id<'guide'>().optional(),
      name: words(20).min(1),
      storeId: id<'store'>(),
      kind: z.enum(guideKinds),
      invitedBy: id<'guide'>().optional(),
    }),
    output: z.custom<{ readonly guideId: GuideId; readonly invitation: Invitation }>(),
    fails: [
      'role_missing',
      'request_reused',
      'store_unknown',
      'guide_unknown',
      'guide_already',
      'busy',
    ],
  }),
  'guides.list': action({
    input: z.strictObject({}),
    output: z.custom<{ readonly guides: readonly GuideRow[] }>(),
    fails: ['role_missing'],
  }),
  /** Ends or resumes a guide's work; what was earned stays theirs. */
  'guides.activate': action({
    input: z.strictObject({
      requestId,
      guideId: id<'guide'>(),
      isActive: z.boolean(),
      reason: words(100).min(2),
    }),
    output: z.custom<{ readonly guide: GuideRow }>(),
    fails: ['role_missing', 'request_reused', 'guide_unknown', 'busy'],
  }),
}
