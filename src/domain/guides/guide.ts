import type { GuideId, MemberId, StoreId } from '../ids'
import type { Instant } from '../time'

/** employee: works at the store; agent: sells for it; customer: a buyer who was trained to. */
export const guideKinds = ['employee', 'agent', 'customer'] as const
export type GuideKind = (typeof guideKinds)[number]

/** By whom a place as a guide is taken up: who has the code, once. */
export interface Invitation {
  readonly code: string
  readonly until: Instant
}

/** 导购: somebody who brings people, and is credited for what they buy. */
export interface Guide {
  readonly _id: GuideId
  readonly name: string
  readonly storeId: StoreId
  readonly kind: GuideKind
  /** Who took the invitation; null while nobody did. */
  readonly memberId: MemberId | null
  readonly joinedAt: Instant | null
  /** Who brought the guide in: the second level, and there is no third. */
  readonly invitedBy: GuideId | null
  readonly invitation: Invitation | null
  /** False for who left: nothing more is credited, what was earned stays. */
  readonly isActive: boolean
  /** The payout that is under way: one at a time. */
  readonly payout: { readonly id: string; readonly until: Instant } | null
}

/** What a guide and somebody who came by their links have to do with each other. */
export interface GuideCustomer {
  /** `<guideId>.<hash of memberId>` */
  readonly _id: string
  readonly guideId: GuideId
  readonly memberId: MemberId
  readonly firstVisitAt: Instant
  readonly lastVisitAt: Instant
  readonly visits: number
  /** The last touch that was counted: a repeat counts no visit twice. */
  readonly lastTouchId: string
  /** Orders paid and credited to the guide; null while there is none. */
  readonly lastOrderAt: Instant | null
  readonly orders: number
}

/** 激励目标: what guides are to reach in a month. */
export interface GuideGoal {
  readonly id: string
  readonly name: string
  readonly counts: 'new-members' | 'orders'
  readonly need: number
  /** What is promised for it, in words; the shop gives it outside of commission. */
  readonly reward: string
}
