import type { GuideId, MemberId } from '../ids'
import { after, DAY, type Instant } from '../time'
import {
  uncredited,
  type Attribution,
  type Binding,
  type CreditedGuide,
  type LostBecause,
  type ToldTouch,
  type Trail,
} from './attribution'
import type { AttributionRule } from './rule'

/** Who buys, and when. */
export interface Buying {
  readonly now: Instant
  /** The buyer's own place as a guide, if they have one. */
  readonly ownGuideId: GuideId | null
}

/** All that the decision depends on. */
interface Case extends Buying {
  readonly rule: AttributionRule
  readonly guides: Trail['guides']
}

/** Until when a touch of that moment counts. */
export function countsUntil(at: Instant, { days }: Pick<AttributionRule, 'days'>): Instant {
  return after(at, days * DAY)
}

/**
 * 溯源: whom an order is credited to, and why. Of the touches at most one wins, and every other one
 * is told with the reason why it did not. In order of precedence: somebody of the shop said so;
 * then touches fall out that lead to the buyer's own place, to a guide who left, that are too old,
 * or lead to no guide; then a protected binding stands; then the first or the last touch counts.
 */
export function attribute(trail: Trail, rule: AttributionRule, buying: Buying): Attribution {
  const deciding: Case = { ...buying, rule, guides: trail.guides }
  const touches = [...trail.touches].sort((one, other) => other.at - one.at)
  const judged = touches.map((touch) => ({ touch, because: hindrance(touch, deciding) }))
  const able = judged.filter(({ because }) => because === undefined)
  const binding = bindingThatStands(trail.binding, deciding)
  const isFirst = rule.kind !== 'last-guide-touch'
  const winner = binding ? undefined : isFirst ? able.at(-1) : able[0]
  const beaten = binding ? 'bound' : isFirst ? 'earlier-touch' : 'later-touch'
  return {
    ...credit(binding?.guideId ?? winner?.touch.guideId ?? null, deciding),
    won: binding
      ? { kind: 'binding', binding }
      : winner
        ? { kind: 'touch', touch: winner.touch }
        : null,
    lost: judged
      .filter((one) => one !== winner)
      .map(({ touch, because = beaten }) => ({ touch, because })),
  }
}

/** Why a touch can't win, whatever the other ones are. */
function hindrance(
  { guideId, at }: ToldTouch,
  { rule, guides, ownGuideId, now }: Case,
): LostBecause | undefined {
  if (guideId !== null && guideId === ownGuideId && !rule.selfPurchase) return 'self'
  if (guideId !== null && !guides.get(guideId)?.isActive) return 'guide-left'
  if (now >= countsUntil(at, rule)) return 'too-old'
  return guideId === null ? 'no-guide' : undefined
}

/** 锁客 stands for its time; by somebody of the shop it stands whatever the rule says. */
function bindingThatStands(binding: Binding | undefined, deciding: Case): Binding | undefined {
  const { rule, guides, ownGuideId, now } = deciding
  if (!binding || now >= binding.until || !guides.get(binding.guideId)?.isActive) return undefined
  if (binding.by === 'operator') return binding
  const isSelf = binding.guideId === ownGuideId && !rule.selfPurchase
  return rule.kind === 'protected-binding' && !isSelf ? binding : undefined
}

function credit(
  guideId: GuideId | null,
  { rule, guides }: Case,
): Omit<Attribution, 'won' | 'lost'> {
  const guide = guideId === null ? undefined : guides.get(guideId)
  return guide ? { ...uncredited(rule), ...creditTo(guide) } : uncredited(rule)
}

/** What an order says of the guide that it is credited to. */
export const creditTo = (
  guide: CreditedGuide,
): Pick<Attribution, 'guideId' | 'guideName' | 'storeId' | 'secondId'> => ({
  guideId: guide._id,
  guideName: guide.name,
  storeId: guide.storeId,
  secondId: guide.invitedBy,
})

/**
 * 锁客: whose customer somebody is after a touch. Whoever is bound already stays bound; who is not
 * belongs to the guide of the touch, as long as a touch counts.
 */
export function boundBy(
  { memberId, guideId, at }: { memberId: MemberId; guideId: GuideId; at: Instant },
  before: Binding | undefined,
  rule: AttributionRule,
): Binding | undefined {
  if (rule.kind !== 'protected-binding' || (before && at < before.until)) return before
  return { _id: memberId, guideId, from: at, until: countsUntil(at, rule), by: 'touch' }
}
