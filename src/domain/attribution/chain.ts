import type { GuideId, LinkId } from '../ids'
import { attribute, type Buying } from './attribute'
import type { ToldTouch, Trail } from './attribution'
import type { AttributionRule } from './rule'

/** Where a link stands: whom it credits, which link it goes on from, and how far that is. */
export interface Chain {
  readonly guideId: GuideId | null
  readonly parentId: LinkId | null
  readonly hops: number
}

/** Who shares. */
export interface Sharing extends Buying {
  /** Whether the sharer's own place as a guide is one where they work. */
  readonly isWorking: boolean
}

/**
 * The chain of a link that somebody shares. Who works as a guide begins one. Everybody else goes on
 * with the chain that an order of theirs would be credited by, so a re-share keeps its root.
 */
export function chainOf(trail: Trail, rule: AttributionRule, sharing: Sharing): Chain {
  if (sharing.isWorking) return { guideId: sharing.ownGuideId, parentId: null, hops: 0 }
  const { guideId, won } = attribute(trail, rule, sharing)
  if (guideId === null || !won) return { guideId: null, parentId: null, hops: 0 }
  // Who is bound came by a link once; where it is forgotten, the chain begins with the binding.
  const touch = won.kind === 'touch' ? won.touch : latestOf(guideId, trail)
  return { guideId, parentId: touch?.linkId ?? null, hops: (touch?.hops ?? 0) + 1 }
}

const latestOf = (guideId: GuideId, { touches }: Trail): ToldTouch | undefined =>
  touches.find((touch) => touch.guideId === guideId)
