import { commissionOf, payeeOf, termsOnceCredited } from '@domain/commission/terms'
import { usualRule } from '@domain/attribution/rule'
import type { GuideId } from '@domain/ids'
import { aLine, anOffer, id } from '../build'
import { aRule, aSharedOrder, creditedTo, shares, theTerms } from './build'

const stranger = { ownGuideId: null, attribution: creditedTo('mei') }

describe('what an order is shared by', () => {
  test('is fixed when it is placed, line by line', () => {
    const rule = aRule()
    expect(commissionOf([aLine(), aLine()], rule, stranger)).toEqual(
      theTerms({ lines: [rule.shares, rule.shares] }),
    )
  })

  test('is nothing in a shop that shares nothing', () => {
    expect(commissionOf([aLine()], null, stranger)).toBeNull()
  })

  const ofProduct = shares({ guide: 500 })
  const ofDeal = shares({ guide: 800, store: 100 })
  const rule = aRule({
    ofProducts: { [id<'product'>('cherry-jj-10')]: ofProduct },
    ofDeals: { [id<'deal'>('cherry-ladder')]: ofDeal },
  })
  const mango = { id: id<'product'>('mango'), name: '芒果', unit: '箱', picture: null } as const

  test.each([
    ['a deal’s own shares first', aLine({ deal: anOffer(100) }), ofDeal],
    ['then its product’s', aLine(), ofProduct],
    ['then the shop’s', aLine({ product: { ...mango, categoryId: id('season') } }), rule.shares],
  ])('takes %s', (_what, line, expected) => {
    expect(commissionOf([line], rule, stranger)?.lines).toEqual([expected])
  })

  test('goes without shares where a closer rule has none', () => {
    const none = aRule({ ofProducts: { [id<'product'>('cherry-jj-10')]: [] } })
    expect(commissionOf([aLine()], none, stranger)?.lines).toEqual([[]])
  })
})

describe('an order that is credited by somebody of the shop', () => {
  test('keeps the terms that it was placed by', () => {
    const order = aSharedOrder()
    const other = aRule({ version: 9, shares: shares({ guide: 900 }) })
    expect(termsOnceCredited(order, other, null)).toBe(order.commission)
    expect(termsOnceCredited(order, null, null)).toBe(order.commission)
  })

  const before = aSharedOrder({ commission: null })

  test('from before the shop shared anything gets the terms of today', () => {
    expect(termsOnceCredited(before, aRule(), null)).toEqual(theTerms())
  })

  test('is shared by nothing as long as the shop shares nothing', () => {
    expect(termsOnceCredited(before, null, null)).toBeNull()
  })

  test('and bought by a guide, gives that guide nothing by another role', () => {
    const terms = termsOnceCredited(before, aRule(), 'hao' as GuideId)
    expect(terms).toMatchObject({ buyer: 'guide.hao' })
  })
})

describe('who plays a role', () => {
  const order = aSharedOrder({
    attribution: creditedTo('mei', { secondId: id('lan') }),
    live: { id: id('live-1'), hostId: id('hao') },
  })

  test.each([
    ['guide', 'guide.mei'],
    ['store', 'store.s-1'],
    ['host', 'guide.hao'],
    ['second', 'guide.lan'],
  ] as const)('the %s is %s', (role, payee) => {
    expect(payeeOf(order, role)).toBe(payee)
  })

  test('an order that nobody brought has neither guide nor store nor second', () => {
    const alone = aSharedOrder({
      attribution: { ...creditedTo('mei'), guideId: null, storeId: null },
    })
    expect(payeeOf(alone, 'guide')).toBeNull()
    expect(payeeOf(alone, 'store')).toBeNull()
    expect(payeeOf(alone, 'second')).toBeNull()
  })

  test('there is a host only in a live that has one', () => {
    expect(payeeOf(aSharedOrder(), 'host')).toBeNull()
    const live = { id: id<'live'>('live-1'), hostId: null }
    expect(payeeOf(aSharedOrder({ live }), 'host')).toBeNull()
  })

  describe('a guide who buys', () => {
    const bought = (ownGuideId: GuideId, selfPurchase: boolean) => {
      const attribution = { ...order.attribution, rule: { ...usualRule, selfPurchase } }
      const commission = commissionOf([aLine()], aRule(), { ownGuideId, attribution })
      return { ...order, attribution, commission }
    }

    test('gets nothing of it as host or as who invited the guide', () => {
      expect(payeeOf(bought(id('hao'), false), 'host')).toBeNull()
      expect(payeeOf(bought(id('lan'), false), 'second')).toBeNull()
      expect(payeeOf(bought(id('hao'), false), 'second')).toBe('guide.lan')
    })

    test('gets it where the shop counts own purchases', () => {
      expect(payeeOf(bought(id('hao'), true), 'host')).toBe('guide.hao')
    })
  })
})
