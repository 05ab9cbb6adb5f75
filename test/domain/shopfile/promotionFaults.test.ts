import { shopFaults } from '@domain/shopfile/faults'
import { MORNING } from '../build'
import { discount, flashSale, memberLevels, read, save, segment } from './shop-file'

/** The faults of a shop file, as the operator reads them. */
const faultsOf = (own: object) =>
  shopFaults(read(own), {}, MORNING).map(({ place, fault }) => `${place}: ${fault}`)

const [silver, gold] = memberLevels.levels
const levels = (...own: readonly object[]) => ({ memberLevels: { ...memberLevels, levels: own } })
const sale = (own: object) => ({ flashSales: [{ ...flashSale, ...own }] })
const rhythm = (own: object) => ({ repeats: { ...flashSale.repeats, ...own } })
const cut = (own: object) => ({ discounts: [{ ...discount, ...own }] })
const saving = (own: object) => ({ spendAndSave: [{ ...save, ...own }] })
const item = flashSale.items[0]

describe('promotions without faults', () => {
  test.each<[string, object]>([
    ['a flash sale every Friday', sale({})],
    ['a flash sale once', sale({ repeats: undefined, startsAt: '+1h', endsAt: '+2h' })],
    ['a flash sale for a level', { memberLevels, ...sale({ audience: 'level:gold' }) }],
    [
      'a flash sale for a segment',
      { segments: [segment], ...sale({ audience: 'segment:asleep' }) },
    ],
    ['a flash sale for newcomers', sale({ audience: 'newcomer' })],
    ['a discount for a shelf', cut({ scope: { kind: 'category', ids: ['season'] } })],
    ['a member day', { memberLevels, ...cut({ levelAtLeast: 'silver' }) }],
    ['a spend-and-save', saving({})],
    ['levels', { memberLevels }],
  ])('%s', (_, own) => {
    expect(faultsOf(own)).toEqual([])
  })
})

describe('what is wrong with a flash sale, and where', () => {
  test.each<[string, object, string]>([
    [
      'it never runs',
      sale({ repeats: undefined }),
      'flashSales[0]: needs startsAt and endsAt, or repeats',
    ],
    [
      'it ends before it starts',
      sale({ repeats: undefined, startsAt: '+2h', endsAt: '+1h' }),
      'flashSales[0].endsAt: the end comes after the start',
    ],
    [
      'it is every week on no day',
      sale(rhythm({ on: [] })),
      'flashSales[0].repeats: every week needs at least one day',
    ],
    [
      'it is every day on Friday',
      sale(rhythm({ every: 'day' })),
      'flashSales[0].repeats: every day needs no days',
    ],
    [
      'it is on the 8th of the week',
      sale(rhythm({ on: ['fri', 8] })),
      'flashSales[0].repeats.on[1]: a week has no day "8": it has mon to sun',
    ],
    [
      'it is on a day of the week by its number',
      sale(rhythm({ on: [5] })),
      'flashSales[0].repeats.on[0]: a week has no day "5": it has mon to sun',
    ],
    [
      'it is on Friday of the month',
      sale(rhythm({ every: 'month', on: [8, 'fri'] })),
      'flashSales[0].repeats.on[1]: a month has no day "fri": it has 1 to 31',
    ],
    [
      'it is twice on Friday',
      sale(rhythm({ on: ['fri', 'fri'] })),
      'flashSales[0].repeats: day 5 stands twice',
    ],
    [
      'it lasts no time',
      sale(rhythm({ lasts: '0h' })),
      'flashSales[0].repeats: a session lasts some time',
    ],
    [
      'it is not over when the next one starts',
      sale(rhythm({ every: 'day', on: [], lasts: '25h' })),
      'flashSales[0].repeats: a session is not over when the next one starts',
    ],
    [
      'it is for a level that there is not',
      { memberLevels, ...sale({ audience: 'level:diamond' }) },
      'flashSales[0].audience: there is no "level:diamond"',
    ],
    [
      'it is for a level in a shop without levels',
      sale({ audience: 'level:gold' }),
      'flashSales[0].audience: there is no "level:gold"',
    ],
    [
      'it is for a segment that there is not',
      sale({ audience: 'segment:asleep' }),
      'flashSales[0].audience: there is no "segment:asleep"',
    ],
    [
      'it sells what the shop does not have',
      sale({ items: [{ ...item, productId: 'durian' }] }),
      'flashSales[0].items[0].productId: there is no product "durian"',
    ],
    [
      'it sells a SKU that the product does not have',
      sale({ items: [{ ...item, skuId: 'cherry-jj-20' }] }),
      'flashSales[0].items[0].skuId: the product has no SKU "cherry-jj-20"',
    ],
  ])('%s', (_, own, fault) => {
    expect(faultsOf(own)).toEqual([fault])
  })

  test('it stands twice', () => {
    const later = { repeats: undefined, startsAt: '+1h', endsAt: '+2h' }
    expect(faultsOf({ flashSales: [flashSale, { ...flashSale, ...later }] })).toEqual([
      'flashSales[1].id: "fruit-friday" stands twice',
    ])
  })
})

describe('what is wrong with a discount, and where', () => {
  test.each<[string, object, string]>([
    [
      'it stands twice',
      { discounts: [discount, discount] },
      'discounts[1].id: "spring" stands twice',
    ],
    [
      'it never runs',
      cut({ startsAt: undefined }),
      'discounts[0]: needs startsAt and endsAt, or repeats',
    ],
    [
      'it is for a shelf that there is not',
      cut({ scope: { kind: 'category', ids: ['season', 'tools'] } }),
      'discounts[0].scope.ids[1]: there is no category "tools"',
    ],
    [
      'it is for a product that there is not',
      cut({ scope: { kind: 'product', ids: ['durian'] } }),
      'discounts[0].scope.ids[0]: there is no product "durian"',
    ],
    [
      'it is for no product at all',
      cut({ scope: { kind: 'product', ids: [] } }),
      'discounts[0].scope: names no product',
    ],
    [
      'it is for a level that there is not',
      { memberLevels, ...cut({ levelAtLeast: 'diamond' }) },
      'discounts[0].levelAtLeast: there is no level "diamond"',
    ],
  ])('%s', (_, own, fault) => {
    expect(faultsOf(own)).toEqual([fault])
  })

  test.each([0, 10_001])('it leaves %d of ten thousand parts of the price', (discountBps) => {
    expect(faultsOf(cut({ discountBps }))).toEqual([
      expect.stringMatching(/^discounts\[0\]\.discountBps: /),
    ])
  })
})

describe('what is wrong with a spend-and-save, and where', () => {
  test.each<[string, object, RegExp]>([
    ['it stands twice', { spendAndSave: [save, save] }, /^spendAndSave\[1\]\.id: .* stands twice$/],
    ['it never runs', saving({ endsAt: undefined }), /^spendAndSave\[0\]: needs startsAt/],
    [
      'it takes off less for more',
      saving({ steps: [...save.steps].reverse() }),
      /^spendAndSave\[0\]\.steps: /,
    ],
    [
      'it takes off more than is spent',
      saving({ steps: [{ minFen: 1000, offFen: 1001 }] }),
      /^spendAndSave\[0\]\.steps: /,
    ],
    [
      'it is for a product that there is not',
      saving({ scope: { kind: 'product', ids: ['durian'] } }),
      /^spendAndSave\[0\]\.scope\.ids\[0\]: there is no product "durian"$/,
    ],
  ])('%s', (_, own, fault) => {
    expect(faultsOf(own)).toEqual([expect.stringMatching(fault)])
  })
})

describe('what is wrong with levels, and where', () => {
  test.each<[string, object, string]>([
    [
      'a level stands twice',
      levels(silver ?? {}, { ...gold, id: 'silver' }),
      'memberLevels.levels[1].id: "silver" stands twice',
    ],
    [
      'its monthly coupon is none of the shop',
      levels({ ...silver, monthlyCouponId: 'nowhere' }),
      'memberLevels.levels[0].monthlyCouponId: there is no coupon "nowhere"',
    ],
    [
      'its gift is none of the shop',
      levels({ ...silver, giftCouponId: 'nowhere' }),
      'memberLevels.levels[0].giftCouponId: there is no coupon "nowhere"',
    ],
    [
      'a higher one needs less',
      levels(gold ?? {}, silver ?? {}),
      'memberLevels.levels[1].spendFen: needs more spending than the one before',
    ],
    [
      'a higher one needs the same',
      levels(silver ?? {}, { ...gold, spendFen: silver?.spendFen }),
      'memberLevels.levels[1].spendFen: needs more spending than the one before',
    ],
    [
      'it leaves nothing of the price',
      levels({ ...silver, discountBps: 0 }),
      'memberLevels.levels[0].discountBps: leaves something of the price, and not more than all',
    ],
    [
      'it leaves more than all of the price',
      levels({ ...silver, discountBps: 10_001 }),
      'memberLevels.levels[0].discountBps: leaves something of the price, and not more than all',
    ],
  ])('%s', (_, own, fault) => {
    expect(faultsOf(own)).toEqual([fault])
  })
})

describe('what is wrong with a segment, and where', () => {
  const loves = (favouriteCategory: string) => ({
    segments: [segment, { id: 'fans', name: '爱好者', where: { favouriteCategory } }],
  })

  test('it loves a shelf that there is not', () => {
    expect(faultsOf(loves('tools'))).toEqual([
      'segments[1].where.favouriteCategory: there is no category "tools"',
    ])
  })

  test('nothing, where the shelf is there', () => {
    expect(faultsOf(loves('season'))).toEqual([])
  })
})

test('several faults are told all at once, each with its place', () => {
  const own = { ...sale({ audience: 'level:gold' }), ...cut({ levelAtLeast: 'gold' }) }
  expect(faultsOf(own)).toEqual([
    'flashSales[0].audience: there is no "level:gold"',
    'discounts[0].levelAtLeast: there is no level "gold"',
  ])
})
