import { NEVER } from '../holds/hold'
import type { GuideId } from '../ids'
import type { Order } from '../orders/order'
import { attribute, boundBy } from './attribute'
import type { Attribution, Binding, ToldTouch, Trail } from './attribution'
import type { AttributionRule } from './rule'

/** An order that a rule is tried on. */
export type Replayed = Pick<Order, 'memberId' | 'placedAt' | 'attribution'>

/**
 * Whom an order would have been credited to by another rule: it tells itself of all that was known
 * when it was placed. What somebody of the shop said stands above every rule.
 */
export function replayed(
  { memberId, placedAt: now, attribution }: Replayed,
  rule: AttributionRule,
  { guides, ownGuideId }: { guides: Trail['guides']; ownGuideId: GuideId | null },
): Attribution {
  if (attribution.changes.length > 0) return attribution
  const touches = touchesIn(attribution)
  const said = attribution.won?.kind === 'binding' ? attribution.won.binding : undefined
  const before = said?.by === 'operator' ? said : undefined
  const binding = [...touches].reverse().reduce<Binding | undefined>(
    (bound, { guideId, at }) => {
      const isOwn = guideId === ownGuideId && !rule.selfPurchase
      const isNobodys = guideId === null || !guides.get(guideId)?.isActive
      return isNobodys || isOwn ? bound : boundBy({ memberId, guideId, at }, bound, rule)
    },
    before && { ...before, until: NEVER },
  )
  return attribute({ touches, binding, guides }, rule, { now, ownGuideId })
}

/** Every touch that was looked at for an order, the latest first. */
function touchesIn({ won, lost }: Attribution): ToldTouch[] {
  const touches = [...(won?.kind === 'touch' ? [won.touch] : []), ...lost.map(({ touch }) => touch)]
  return touches.sort((one, other) => other.at - one.at)
}
