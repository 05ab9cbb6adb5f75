import type { GuideId, MemberId, StoreId } from '../ids'
import type { Instant } from '../time'
import type { AttributionRule } from './rule'
import type { Touch } from './shareLink'

/** 锁客: whose customer somebody is, and until when. */
export interface Binding {
  readonly _id: MemberId
  readonly guideId: GuideId
  readonly from: Instant
  readonly until: Instant
  /** By opening the guide's link first, or by somebody of the shop, who stands above the rule. */
  readonly by: 'touch' | 'operator'
}

/** What decides about a guide's credit, as it stands when an order is placed. */
export interface CreditedGuide {
  readonly _id: GuideId
  readonly name: string
  readonly storeId: StoreId
  readonly memberId: MemberId | null
  readonly isActive: boolean
  /** Who brought the guide in, and earns the second level. */
  readonly invitedBy: GuideId | null
}

/** Why a touch did not win. */
export type LostBecause =
  /** The link led back to no guide. */
  | 'no-guide'
  /** The guide works here no more. */
  | 'guide-left'
  /** Guides' own purchases are not credited here. */
  | 'self'
  /** Older than the rule's days. */
  | 'too-old'
  /** The customer was bound to a guide. */
  | 'bound'
  /** A later touch counts (last-guide-touch). */
  | 'later-touch'
  /** An earlier touch counts (first-touch). */
  | 'earlier-touch'

/** A touch as an explanation tells of it. */
export type ToldTouch = Pick<
  Touch,
  '_id' | 'linkId' | 'guideId' | 'sharerId' | 'channel' | 'target' | 'hops' | 'at'
>

/** A change of guide by somebody of the shop. */
export interface GuideChange {
  readonly at: Instant
  readonly by: MemberId
  readonly from: GuideId | null
  readonly to: GuideId | null
  readonly reason: string
}

/** 溯源: whom an order is credited to, and why, as it was decided when it was placed. */
export interface Attribution {
  readonly rule: AttributionRule
  /** null: nobody. */
  readonly guideId: GuideId | null
  readonly guideName: string
  readonly storeId: StoreId | null
  /** Who brought the guide in, and earns the second level. */
  readonly secondId: GuideId | null
  /** What decided: a touch, a binding; null where nothing did, and the order is nobody's. */
  readonly won:
    | { readonly kind: 'touch'; readonly touch: ToldTouch }
    | { readonly kind: 'binding'; readonly binding: Binding }
    | null
  readonly lost: readonly { readonly touch: ToldTouch; readonly because: LostBecause }[]
  /** By somebody of the shop, afterwards; the last one stands. */
  readonly changes: readonly GuideChange[]
}

/** An order that nobody's link led to. */
export const uncredited = (rule: AttributionRule): Attribution => ({
  rule,
  guideId: null,
  guideName: '',
  storeId: null,
  secondId: null,
  won: null,
  lost: [],
  changes: [],
})

/** What an order is credited by. */
export interface Trail {
  /** The member's touches, the latest first, at most `MOST_TOUCHES`. */
  readonly touches: readonly ToldTouch[]
  readonly binding: Binding | undefined
  /** The guides that touches and binding speak of. */
  readonly guides: ReadonlyMap<GuideId, CreditedGuide>
}

/** Touches that are looked at for one order. */
export const MOST_TOUCHES = 50
