import { attribute } from '@domain/attribution/attribute'
import type { AttributionRule } from '@domain/attribution/rule'
import { replayed } from '@domain/attribution/replay'
import type { GuideId } from '@domain/ids'
import { id, MORNING } from '../build'
import { aBinding, aRule, aTouch, aTrail, ann, guides } from './build'

const touches = [aTouch('wang', 1), aTouch('li', 4)]
const memberId = id<'member'>('ann')

/** What another rule says of an order that was credited by its own one. */
const replay = (
  rule: Partial<AttributionRule>,
  attribution = attribute(aTrail(touches), aRule(), ann),
  ownGuideId: GuideId | null = null,
) => {
  const order = { memberId, placedAt: MORNING, attribution }
  return replayed(order, aRule(rule), { guides, ownGuideId })
}

test.each<[string, Partial<AttributionRule>, string | null]>([
  ['the same rule', {}, 'wang'],
  ['the first touch', { kind: 'first-touch' }, 'li'],
  ['the first touch within three days', { kind: 'first-touch', days: 3 }, 'wang'],
  ['a day', { days: 1 }, null],
  ['binding for a fortnight', { kind: 'protected-binding', days: 14 }, 'li'],
  ['binding for two days, which were over', { kind: 'protected-binding', days: 2 }, 'wang'],
])('%s', (_what, rule, guideId) => {
  expect(replay(rule).guideId).toBe(guideId)
})

test('a replay tells of the same touches as the order', () => {
  const { won, lost } = replay({ kind: 'first-touch' })
  expect(won).toEqual({ kind: 'touch', touch: touches[1] })
  expect(lost).toEqual([{ touch: touches[0], because: 'earlier-touch' }])
})

test('replaying with the rule that was in force gives the order itself', () => {
  const attribution = attribute(aTrail(touches), aRule(), ann)
  expect(replay({}, attribution)).toEqual(attribution)
})

test('what somebody of the shop said of the customer stands above every rule', () => {
  const binding = aBinding('wang', { by: 'operator' })
  const attribution = attribute(aTrail([aTouch('li', 2)], binding), aRule(), ann)
  for (const kind of ['last-guide-touch', 'first-touch', 'protected-binding'] as const) {
    expect(replay({ kind }, attribution).guideId).toBe('wang')
  }
})

test('what somebody of the shop said of the order stands above every rule', () => {
  const decided = attribute(aTrail(touches), aRule(), ann)
  const change = {
    at: MORNING,
    by: id<'member'>('keeper'),
    from: decided.guideId,
    to: id<'guide'>('li'),
  }
  const attribution = { ...decided, guideId: change.to, changes: [{ ...change, reason: '换人' }] }
  expect(replay({ days: 1 }, attribution)).toBe(attribution)
})

test('nobody is bound to themselves, or to who left', () => {
  const rule = { kind: 'protected-binding', days: 14 } as const
  const own = attribute(aTrail([aTouch('li', 1), aTouch('wang', 2)]), aRule(), ann)
  expect(replay(rule, own, id('wang')).guideId).toBe('li')
  const left = attribute(aTrail([aTouch('li', 1), aTouch('zhao', 2)]), aRule(), ann)
  expect(replay(rule, left).guideId).toBe('li')
})
