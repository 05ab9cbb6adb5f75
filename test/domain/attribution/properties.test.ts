import * as fc from 'fast-check'
import { attribute } from '@domain/attribution/attribute'
import type { Binding, ToldTouch } from '@domain/attribution/attribution'
import type { AttributionRule } from '@domain/attribution/rule'
import type { GuideId } from '@domain/ids'
import { after, DAY } from '@domain/time'
import { MORNING } from '../build'
import { always } from '../property'
import { aBinding, aRule, aTouch, aTrail } from './build'

const names = fc.constantFrom('li', 'wang', 'zhao', 'ghost')
const ages = fc.integer({ min: 0, max: 40 * DAY })

const touches: fc.Arbitrary<ToldTouch[]> = fc
  .array(fc.tuple(fc.option(names), ages), { maxLength: 12 })
  .map((all) =>
    all.map(([guideId, age], number) =>
      aTouch(guideId, 0, { _id: `t-${number}`, at: after(MORNING, -age) }),
    ),
  )

const rules: fc.Arbitrary<AttributionRule> = fc
  .record({
    kind: fc.constantFrom('last-guide-touch', 'first-touch', 'protected-binding'),
    days: fc.integer({ min: 1, max: 45 }),
    selfPurchase: fc.boolean(),
  })
  .map(aRule)

const someBinding: fc.Arbitrary<Binding | undefined> = fc
  .option(
    fc.tuple(
      names,
      fc.constantFrom('touch' as const, 'operator' as const),
      fc.integer({ min: -5, max: 5 }),
    ),
    { nil: undefined },
  )
  .map((one) => one && aBinding(one[0], { by: one[1], until: after(MORNING, one[2]) }))

const buying = fc.option(names).map((own) => ({ now: MORNING, ownGuideId: own as GuideId | null }))

const cases = fc.tuple(touches, someBinding, rules, buying)

test('an order is credited to one guide, who works here, or to nobody', () => {
  always(cases, ([all, binding, rule, who]) => {
    const { guideId, won } = attribute(aTrail(all, binding), rule, who)
    expect([null, 'li', 'wang']).toContain(guideId)
    expect(won === null).toBe(guideId === null)
    const winner = won?.kind === 'touch' ? won.touch.guideId : won?.binding.guideId
    expect(winner ?? null).toBe(guideId)
  })
})

test('every touch is told once, as the one that won or as one that lost', () => {
  always(cases, ([all, binding, rule, who]) => {
    const { won, lost } = attribute(aTrail(all, binding), rule, who)
    const said = lost.map(({ touch }) => touch._id)
    if (won?.kind === 'touch') said.push(won.touch._id)
    expect(said.sort()).toEqual(all.map(({ _id }) => _id).sort())
  })
})

test('taking away a touch that lost never changes who is credited', () => {
  always(cases, ([all, binding, rule, who]) => {
    const { guideId, lost } = attribute(aTrail(all, binding), rule, who)
    for (const { touch } of lost) {
      const without = all.filter(({ _id }) => _id !== touch._id)
      expect(attribute(aTrail(without, binding), rule, who).guideId).toBe(guideId)
    }
  })
})

test('one more touch that lost changes nothing about the others', () => {
  always(fc.tuple(cases, ages), ([[all, binding, rule, who], age]) => {
    const before = attribute(aTrail(all, binding), rule, who)
    const more = aTouch('zhao', 0, { _id: 'more', at: after(MORNING, -age) })
    const { won, lost } = attribute(aTrail([...all, more], binding), rule, who)
    expect(won).toEqual(before.won)
    expect(lost.filter(({ touch }) => touch._id !== 'more')).toEqual(before.lost)
  })
})

test('nobody is credited for their own order unless the shop allows it', () => {
  always(cases, ([all, binding, rule, who]) => {
    const { guideId } = attribute(aTrail(all, binding), { ...rule, selfPurchase: false }, who)
    const wasSaid = binding?.by === 'operator'
    if (who.ownGuideId !== null && !wasSaid) expect(guideId).not.toBe(who.ownGuideId)
  })
})

test('whoever won came within the days of the rule', () => {
  always(cases, ([all, binding, rule, who]) => {
    const { won } = attribute(aTrail(all, binding), rule, who)
    if (won?.kind === 'touch') expect(MORNING - won.touch.at).toBeLessThan(rule.days * DAY)
  })
})

test('a guide who is not there any more is never credited, whatever the rule', () => {
  always(cases, ([all, binding, rule, who]) => {
    const { guideId } = attribute({ ...aTrail(all, binding), guides: new Map() }, rule, who)
    expect(guideId).toBeNull()
  })
})
