import { readFileSync } from 'node:fs'
import path from 'node:path'
import { shopFile } from '@domain/shopfile/contract'
import { shopFaults } from '@domain/shopfile/faults'
import { MORNING } from '../build'
import { cherries, ladder, read, smallCherries, team, written } from './shop-file'

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
})
