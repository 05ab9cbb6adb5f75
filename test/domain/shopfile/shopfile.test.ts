import { readFileSync } from 'node:fs'
import path from 'node:path'
import { shopFile } from '@domain/shopfile/contract'
import { shopFaults } from '@domain/shopfile/faults'
import { MORNING } from '../build'
import {
  cherries,
  discount,
  flashSale,
  ladder,
  memberLevels,
  read,
  save,
  segment,
  smallCherries,
  team,
  written,
} from './shop-file'

/** Whether the file is well formed. */
const reads = (own: object) => shopFile.safeParse(written(own)).success

describe('reading a shop file', () => {
  test('takes one with no more than a shop needs', () => {
    expect(reads({})).toBe(true)
  })

  test('fills in what the operator left out', () => {
    expect(read()).toMatchObject({ groupBuys: [], coupons: [], guides: [] })
    expect(read().products[0]).toMatchObject({ subtitle: '', description: '', pictures: [] })
  })

  test('takes the demo shop, and finds no fault with it once its pictures are stored', () => {
    const demo = path.resolve(__dirname, '../../../demo/fruit-shop.json')
    const file = shopFile.parse(JSON.parse(readFileSync(demo, 'utf8')))
    const pictures = file.products.flatMap((product) => product.pictures)
    const stored = Object.fromEntries(pictures.map((name) => [name, `cloud://jutuan/${name}`]))
    expect(shopFaults(file, stored, MORNING)).toEqual([])
  })

  test.each<[string, object]>([
    ['a section that no shop has', { lottery: [] }],
    ['a shop without stores', { stores: [] }],
    ['a shop without shelves', { categories: [] }],
    ['a shop in another time zone', { shop: { id: 'a', name: 'a', timeZone: 'Europe/Berlin' } }],
    ['a product for nothing', { products: [{ ...cherries, priceFen: 0 }] }],
    ['a price in yuan', { products: [{ ...cherries, priceFen: 499.5 }] }],
    ['a price in words', { products: [{ ...cherries, priceFen: '49900' }] }],
    ['a stock below nothing', { products: [{ ...cherries, stock: -1 }] }],
    ['a product without a name', { products: [{ ...cherries, name: ' ' }] }],
    ['an id with a dot', { products: [{ ...cherries, id: 'cherry.jj' }] }],
    ['an id that JavaScript keeps for itself', { products: [{ ...cherries, id: '__proto__' }] }],
    ['a product with an empty list of SKUs', { products: [{ ...cherries, skus: [] }] }],
    ['a misspelt field', { products: [{ ...cherries, prise: 1 }] }],
    ['a deal of an unknown kind', { groupBuys: [{ ...ladder, kind: 'lottery' }] }],
    ['a ladder for nobody', { groupBuys: [{ ...ladder, perMember: 0 }] }],
    ['a ladder that ends some day', { groupBuys: [{ ...ladder, endsAt: 'some day' }] }],
    [
      'a ladder that ends at no o’clock of no zone',
      { groupBuys: [{ ...ladder, endsAt: '2026-03-01T10:00' }] },
    ],
    ['negative freight', { freight: { flatFen: -1, freeAboveFen: 0, pickUpFen: 0 } }],
  ])('does not take %s', (_, own) => {
    expect(reads(own)).toBe(false)
  })

  test.each([
    '+3d',
    '-1h',
    '-10m',
    '2026-03-01T10:00+08:00',
    '2026-03-01T10:00:00+08:00',
    '2026-03-01T02:00:00Z',
  ])('takes %s for a time', (endsAt) => {
    expect(reads({ groupBuys: [{ ...ladder, endsAt }] })).toBe(true)
  })

  test('takes SKUs and deals of other kinds', () => {
    expect(reads({ products: [cherries, smallCherries], groupBuys: [ladder, team] })).toBe(true)
  })

  test('takes flash sales, discounts, spend-and-saves, levels and segments', () => {
    const promotions = {
      flashSales: [flashSale],
      discounts: [discount],
      spendAndSave: [save],
      segments: [segment],
    }
    expect(reads({ ...promotions, memberLevels })).toBe(true)
    expect(read()).toMatchObject({ flashSales: [], discounts: [], messageTemplates: {} })
  })

  const repeating = (own: object) => ({ repeats: { ...flashSale.repeats, ...own } })
  const selling = (own: object) => ({ items: [{ ...flashSale.items[0], ...own }] })

  test.each<[string, object]>([
    ['for nobody that the shop knows', { audience: 'friends' }],
    ['for a level without a name', { audience: 'level:' }],
    ['whose id is too long to be a part of other ids', { id: 'x'.repeat(41) }],
    ['that gives no time to pay', { payWithinMinutes: 0 }],
    ['that gives longer to pay than an hour', { payWithinMinutes: 61 }],
    ['of nothing', { items: [] }],
    ['of something for nothing', selling({ priceFen: 0 })],
    ['of no pieces', selling({ stock: 0 })],
    ['for no pieces a member', selling({ perMember: 0 })],
    ['at no time of day', repeating({ at: '24:00' })],
    ['at a time of day with seconds', repeating({ at: '20:00:00' })],
    ['that lasts for days', repeating({ lasts: '2d' })],
    ['every year', repeating({ every: 'year' })],
    ['on a day without a name', repeating({ on: ['someday'] })],
    ['on the 32nd', repeating({ on: [32] })],
    ['that starts some day', { startsAt: 'some day' }],
  ])('does not take a flash sale %s', (_, own) => {
    expect(reads({ flashSales: [{ ...flashSale, ...own }] })).toBe(false)
  })

  test.each<[string, object]>([
    ['of nobody', { people: 0 }],
    ['of two and a half', { people: 2.5 }],
    ['without time', { teamHours: 0 }],
    ['for nothing', { priceFen: 0 }],
    ['whose leader pays nothing', { leaderPriceFen: 0 }],
    ['for friends', { joiners: 'friends' }],
    ['with steps', { tiers: ladder.tiers }],
  ])('does not take a team %s', (_, own) => {
    expect(reads({ groupBuys: [{ ...team, ...own }] })).toBe(false)
  })

  test.each<[string, object]>([
    ['a spend-and-save without steps', { spendAndSave: [{ ...save, steps: [] }] }],
    ['a discount of a rate in per cent', { discounts: [{ ...discount, discountBps: 0.88 }] }],
    ['a discount for some of the shop', { discounts: [{ ...discount, scope: { kind: 'some' } }] }],
    ['levels by another window', { memberLevels: { ...memberLevels, window: 'this-year' } }],
    ['no levels', { memberLevels: { ...memberLevels, levels: [] } }],
    ['a segment by its shoes', { segments: [{ ...segment, where: { shoeSize: 42 } }] }],
    ['a message that the shop does not send', { messageTemplates: { birthday: 'template-1' } }],
  ])('does not take %s', (_, own) => {
    expect(reads(own)).toBe(false)
  })
})
