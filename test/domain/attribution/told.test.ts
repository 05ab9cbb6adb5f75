import { attribute } from '@domain/attribution/attribute'
import { guidesIn, toldAttribution } from '@domain/attribution/told'
import { id, MORNING } from '../build'
import { aBinding, aRule, aTouch, aTrail, ann } from './build'

const said = {
  at: MORNING,
  by: id<'member'>('keeper'),
  from: id<'guide'>('wang'),
  to: id<'guide'>('chen'),
  reason: '顾客说是她介绍的',
}
const touches = [aTouch('wang', 1), aTouch('li', 2), aTouch(null, 3)]
const decided = { ...attribute(aTrail(touches), aRule(), ann), changes: [said] }
const bound = attribute(aTrail(touches, aBinding('li', { by: 'operator' })), aRule(), ann)

test.each([
  ['a touch', decided],
  ['a binding', bound],
])('an explanation of %s names no member and no link', (_what, attribution) => {
  const text = JSON.stringify(toldAttribution(attribution))
  for (const secret of ['friend', 'ann', 'keeper', 'link-of-li', 'link-of-wang']) {
    expect(text).not.toContain(`"${secret}"`)
  }
})

test('an explanation tells all that was decided', () => {
  const told = toldAttribution(decided)
  expect(told).toMatchObject({ guideId: 'wang', won: { kind: 'touch', touch: { hops: 0 } } })
  expect(told.lost.map(({ touch, because }) => [touch.guideId, because])).toEqual([
    ['li', 'later-touch'],
    [null, 'no-guide'],
  ])
  expect(told.changes).toEqual([{ at: MORNING, from: 'wang', to: 'chen', reason: said.reason }])
  expect(toldAttribution(bound).won).toMatchObject({ kind: 'binding', binding: { guideId: 'li' } })
})

test('an order that nobody brought is told as nobody’s', () => {
  expect(toldAttribution(attribute(aTrail([]), aRule(), ann)).won).toBeNull()
})

test('an explanation speaks of whoever won, lost, or was put in or out', () => {
  expect([...guidesIn(decided)].sort()).toEqual(['chen', 'li', 'wang'])
  expect([...guidesIn(bound)].sort()).toEqual(['li', 'wang'])
})
