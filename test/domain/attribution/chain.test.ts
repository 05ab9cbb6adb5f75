import { chainOf } from '@domain/attribution/chain'
import type { GuideId } from '@domain/ids'
import { id, MORNING } from '../build'
import { aBinding, aRule, aTouch, aTrail } from './build'

const friend = { now: MORNING, ownGuideId: null, isWorking: false }
const nowhere = { guideId: null, parentId: null, hops: 0 }

describe('who works as a guide', () => {
  const wang = { ...friend, ownGuideId: id<'guide'>('wang'), isWorking: true }

  test('begins a chain, whoever brought them', () => {
    const chain = chainOf(aTrail([aTouch('li', 1)]), aRule(), wang)
    expect(chain).toEqual({ guideId: 'wang', parentId: null, hops: 0 })
  })

  test('goes on with others’ chains after they left', () => {
    const left = { ...wang, isWorking: false }
    const chain = chainOf(aTrail([aTouch('li', 2), aTouch('wang', 1)]), aRule(), left)
    expect(chain).toEqual({ guideId: 'li', parentId: 'link-of-li', hops: 1 })
  })
})

describe('a friend who shares', () => {
  test('goes on with the chain by which they came', () => {
    const trail = aTrail([aTouch('li', 1)])
    expect(chainOf(trail, aRule(), friend)).toEqual({
      ...{ guideId: 'li', parentId: 'link-of-li', hops: 1 },
    })
  })

  test('stands one hop further than the link that they opened', () => {
    const touch = aTouch('li', 1, { hops: 4, linkId: id('fifth') })
    expect(chainOf(aTrail([touch]), aRule(), friend)).toEqual({
      ...{ guideId: 'li', parentId: 'fifth', hops: 5 },
    })
  })

  test.each<[string, 'last-guide-touch' | 'first-touch', string]>([
    ['the last guide', 'last-guide-touch', 'wang'],
    ['the first one', 'first-touch', 'li'],
  ])('goes on with %s by the shop’s rule', (_what, kind, guideId) => {
    const trail = aTrail([aTouch('wang', 1), aTouch('li', 2)])
    expect(chainOf(trail, aRule({ kind }), friend).guideId).toBe(guideId)
  })

  test.each<[string, (string | null)[]]>([
    ['whom nobody brought', []],
    ['whom a friend without a guide brought', [null]],
    ['whom somebody brought who left', ['zhao']],
  ])('%s brings people to nobody', (_what, came) => {
    const trail = aTrail(came.map((guideId) => aTouch(guideId, 1)))
    expect(chainOf(trail, aRule(), friend)).toEqual(nowhere)
  })

  test('who came too long ago brings people to nobody', () => {
    expect(chainOf(aTrail([aTouch('li', 15)]), aRule(), friend)).toEqual(nowhere)
  })
})

describe('a friend who is bound to a guide', () => {
  const rule = aRule({ kind: 'protected-binding' })

  test('goes on from the guide’s last link that they opened', () => {
    const trail = aTrail([aTouch('wang', 0.5), aTouch('li', 1, { hops: 2 })], aBinding('li'))
    expect(chainOf(trail, rule, friend)).toEqual({
      ...{ guideId: 'li', parentId: 'link-of-li', hops: 3 },
    })
  })

  test('goes on from the guide themselves where no link is known', () => {
    const trail = aTrail([], aBinding('li', { by: 'operator' }))
    const chain = { guideId: 'li' as GuideId, parentId: null, hops: 1 }
    expect(chainOf(trail, aRule(), friend)).toEqual(chain)
  })
})
