import type { DealId, GuideId, LinkId, LiveId, MemberId, ProductId, StoreId, TeamId } from '../ids'
import type { Instant } from '../time'

/** What a link leads to. */
export type ShareTarget =
  | { readonly kind: 'home' }
  | { readonly kind: 'product'; readonly id: ProductId }
  | { readonly kind: 'deal'; readonly id: DealId }
  | { readonly kind: 'team'; readonly id: TeamId }
  | { readonly kind: 'live'; readonly id: LiveId }
  | { readonly kind: 'store'; readonly id: StoreId }

/** Ways by which a link reaches people. */
export const shareChannels = ['chat', 'moments', 'poster', 'code', 'wecom'] as const
export type ShareChannel = (typeof shareChannels)[number]

/**
 * 分享链接: made by the cloud for one sharer, one target and one channel, and never changed. Its id
 * is the token: random, and short enough for the scene of a code (32 characters).
 */
export interface ShareLink {
  readonly _id: LinkId
  /** One link for each sharer, target, channel and parent; unique. */
  readonly key: string
  readonly target: ShareTarget
  readonly channel: ShareChannel
  readonly sharerId: MemberId
  /** Whom orders that come by it are credited to: where the chain began. */
  readonly guideId: GuideId | null
  /** The link by which the sharer came, whose chain it goes on with. */
  readonly parentId: LinkId | null
  /** 0 for a guide's own link, 1 for a friend's who came by it, and so on. */
  readonly hops: number
  readonly madeAt: Instant
}

/** 触点: somebody opened a link. Written once, never changed. */
export interface Touch {
  readonly _id: string
  readonly memberId: MemberId
  readonly linkId: LinkId
  readonly sharerId: MemberId
  readonly guideId: GuideId | null
  readonly channel: ShareChannel
  readonly target: ShareTarget
  readonly hops: number
  /** Where WeChat says that the mini-program was opened from (启动场景值); null in a browser. */
  readonly scene: number | null
  readonly at: Instant
}
