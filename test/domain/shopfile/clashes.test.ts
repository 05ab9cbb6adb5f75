import { clashes } from '@domain/shopfile/clashes'
import { MORNING } from '../build'
import { cherries, flashSale, ladder, read, smallCherries, team } from './shop-file'

const both = [cherries, smallCherries]

/** The clashes of a shop file, as the operator reads them. */
const clashesOf = (own: object) =>
  clashes(read({ products: both, ...own }), MORNING).map(({ place, fault }) => `${place}: ${fault}`)

const sale = (own: object = {}) => ({ ...flashSale, ...own })
const once = (startsAt: string, endsAt: string) => ({ repeats: undefined, startsAt, endsAt })
const again = (startsAt: string, endsAt: string) => ({
  groupBuys: [ladder, { ...ladder, id: 'ladder-again', startsAt, endsAt }],
})
const teamOnCherries = { ...team, id: 'team-jj', productId: cherries.id }

describe('a SKU in two ladders', () => {
  test.each([
    ['at the same time', '-1h', '+3d', '2026-03-01 09:30 to 2026-03-04 09:30'],
    ['that begins before the other ends', '+2d', '+5d', '2026-03-03 09:30 to 2026-03-04 09:30'],
    ['that ends after the other began', '-2d', '+1h', '2026-03-01 09:30 to 2026-03-01 10:30'],
    ['inside the other', '+1d', '+2d', '2026-03-02 09:30 to 2026-03-03 09:30'],
    ['around the other', '-9d', '+9d', '2026-03-01 09:30 to 2026-03-04 09:30'],
  ])('clashes, and both and the time are told: %s', (_, startsAt, endsAt, time) => {
    expect(clashesOf(again(startsAt, endsAt))).toEqual([
      `groupBuys[1]: "cherry-jj-10" is in "ladder-again" and in "ladder-cherry" from ${time}`,
    ])
  })

  test.each([
    ['the next day', '+4d', '+5d'],
    ['right after', '+3d', '+5d'],
    ['right before', '-3d', '-1h'],
    ['at a time that is over', '-9d', '-2m'],
  ])('is fine one after the other: %s', (_, startsAt, endsAt) => {
    expect(clashesOf(again(startsAt, endsAt))).toEqual([])
  })

  test('is fine for two SKUs of one product', () => {
    const small = { ...ladder, productId: 'cherry-j-2' }
    const groupBuys = [
      { ...small, skuId: 'cherry-j-2-2jin' },
      { ...small, id: 'ladder-large', skuId: 'cherry-j-2-5jin' },
    ]
    expect(clashesOf({ groupBuys })).toEqual([])
  })

  test('clashes too where one names the first SKU and the other names none', () => {
    const small = { ...ladder, productId: 'cherry-j-2' }
    const groupBuys = [small, { ...small, id: 'ladder-2jin', skuId: 'cherry-j-2-2jin' }]
    expect(clashesOf({ groupBuys })).toHaveLength(1)
  })
})

describe('a ladder and a team', () => {
  test('clash over a SKU', () => {
    expect(clashesOf({ groupBuys: [ladder, teamOnCherries] })).toEqual([
      'groupBuys[1]: "cherry-jj-10" is in "team-jj" and in "ladder-cherry" ' +
        'from 2026-03-01 09:30 to 2026-03-04 09:30',
    ])
  })

  test('do not where one ends as the other starts', () => {
    const later = { ...teamOnCherries, startsAt: '+3d', endsAt: '+9d' }
    expect(clashesOf({ groupBuys: [ladder, later] })).toEqual([])
  })
})

describe('a ladder and a flash sale', () => {
  test('clash on the first evening that both run', () => {
    const long = { ...ladder, endsAt: '+30d' }
    expect(clashesOf({ groupBuys: [long], flashSales: [sale()] })).toEqual([
      'flashSales[0].items[0]: "cherry-jj-10" is in "fruit-friday" and in "ladder-cherry" ' +
        'from 2026-03-06 20:00 to 2026-03-06 22:00',
    ])
  })

  test('do not where the ladder is over before the next Friday', () => {
    expect(clashesOf({ groupBuys: [ladder], flashSales: [sale()] })).toEqual([])
  })

  test.each([
    ['ends as the sale starts', '2026-03-06T20:00+08:00', 0],
    ['ends a minute later', '2026-03-06T20:01+08:00', 1],
  ])('clash only where they share a moment: the ladder %s', (_, endsAt, count) => {
    const own = { groupBuys: [{ ...ladder, endsAt }], flashSales: [sale()] }
    expect(clashesOf(own)).toHaveLength(count)
  })

  test('do not where the sale ends for good before the ladder starts', () => {
    const later = { ...ladder, startsAt: '+20d', endsAt: '+40d' }
    const short = sale({ endsAt: '+10d' })
    expect(clashesOf({ groupBuys: [later], flashSales: [short] })).toEqual([])
  })
})

describe('two flash sales', () => {
  const every = (repeats: object) =>
    sale({ id: 'other', repeats: { ...flashSale.repeats, ...repeats } })

  test('clash on the day that both fall on', () => {
    const daily = every({ every: 'day', on: undefined, at: '21:00' })
    expect(clashesOf({ flashSales: [sale(), daily] })).toEqual([
      'flashSales[1].items[0]: "cherry-jj-10" is in "other" and in "fruit-friday" ' +
        'from 2026-03-06 21:00 to 2026-03-06 22:00',
    ])
  })

  test('clash also where the 7th is a Friday only months later', () => {
    const monthly = every({ every: 'month', on: [7], at: '20:30' })
    expect(clashesOf({ flashSales: [sale(), monthly] })).toEqual([
      'flashSales[1].items[0]: "cherry-jj-10" is in "other" and in "fruit-friday" ' +
        'from 2026-08-07 20:30 to 2026-08-07 22:00',
    ])
  })

  test.each<[string, object]>([
    ['on other days', { on: ['sat'] }],
    ['right before', { at: '18:00' }],
    ['right after', { at: '22:00' }],
  ])('do not where they run %s', (_, repeats) => {
    expect(clashesOf({ flashSales: [sale(), every(repeats)] })).toEqual([])
  })

  test('do not where they sell other goods', () => {
    const items = [{ ...flashSale.items[0], productId: 'cherry-j-2' }]
    expect(clashesOf({ flashSales: [sale(), sale({ id: 'other', items })] })).toEqual([])
  })

  test('one that sells a SKU twice clashes with itself', () => {
    const items = [...flashSale.items, ...flashSale.items]
    expect(clashesOf({ flashSales: [sale({ items, ...once('+1h', '+2h') })] })).toEqual([
      'flashSales[0].items[1]: "cherry-jj-10" is in "fruit-friday" and in "fruit-friday" ' +
        'from 2026-03-01 10:30 to 2026-03-01 11:30',
    ])
  })
})

test('of several clashes of one deal the first is told, and each deal for itself', () => {
  const third = { ...ladder, id: 'third' }
  const told = clashesOf({ groupBuys: [ladder, teamOnCherries, third] })
  expect(told).toHaveLength(2)
  expect(told[1]).toContain('"third" and in "ladder-cherry"')
})
