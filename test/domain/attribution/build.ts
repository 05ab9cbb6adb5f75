import type { Binding, CreditedGuide, ToldTouch, Trail } from '@domain/attribution/attribution'
import { usualRule, type AttributionRule } from '@domain/attribution/rule'
import type { GuideId } from '@domain/ids'
import { after, DAY, type Instant } from '@domain/time'
import { id, MORNING } from '../build'

/** The moment so many days before the order. */
export const daysAgo = (days: number): Instant => after(MORNING, -days * DAY)

/** A guide of the shop. */
export function aGuide(name: string, own: Partial<CreditedGuide> = {}): CreditedGuide {
  const usual = { storeId: id<'store'>('store-01'), memberId: null, isActive: true }
  return { _id: id(name), name, ...usual, invitedBy: null, ...own }
}

/** Li and Wang work here; Zhao left. */
export const guides: Trail['guides'] = new Map(
  [
    aGuide('li'),
    aGuide('wang', { storeId: id('store-02'), invitedBy: id('li') }),
    aGuide('zhao', { isActive: false }),
  ].map((guide) => [guide._id, guide]),
)

/** A touch of a link that leads to somebody, so many days before the order. */
export function aTouch(
  guideId: string | null,
  days: number,
  own: Partial<ToldTouch> = {},
): ToldTouch {
  return {
    _id: `${guideId ?? 'nobody'}-${days}`,
    linkId: id(`link-of-${guideId ?? 'nobody'}`),
    guideId: guideId as GuideId | null,
    sharerId: id('friend'),
    channel: 'chat',
    target: { kind: 'home' },
    hops: 0,
    at: daysAgo(days),
    ...own,
  }
}

/** Ann is bound to somebody from yesterday on, for a fortnight. */
export function aBinding(guideId: string, own: Partial<Binding> = {}): Binding {
  const time = { from: daysAgo(1), until: daysAgo(-14) }
  return { _id: id('ann'), guideId: id(guideId), by: 'touch', ...time, ...own }
}

/** What Ann's order is credited by. */
export const aTrail = (touches: readonly ToldTouch[], binding?: Binding): Trail => ({
  ...{ touches, binding, guides },
})

/** The usual rule, or another one. */
export const aRule = (own: Partial<AttributionRule> = {}): AttributionRule => ({
  ...usualRule,
  ...own,
})

/** Ann, who is no guide, buys now. */
export const ann = { now: MORNING, ownGuideId: null }
