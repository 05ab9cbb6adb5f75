import { shopFaults } from '@domain/shopfile/faults'
import { MORNING } from '../build'
import { cherries, flashSale, ladder, read, smallCherries, team } from './shop-file'

/** The faults of a shop file, as the operator reads them. */
const faultsOf = (own: object, pictures: Record<string, string> = {}) =>
  shopFaults(read(own), pictures, MORNING).map(({ place, fault }) => `${place}: ${fault}`)

const small = { ...ladder, id: 'ladder-small', productId: 'cherry-j-2' }
const both = [cherries, smallCherries]
const withTeam = (own: object) => ({ products: both, groupBuys: [{ ...team, ...own }] })
const preSale = (endsAt: string, shipsAt: string) => ({ ...ladder, endsAt, preSale: { shipsAt } })
const [aStore] = read().stores

describe('a shop file without faults', () => {
  test.each<[string, object]>([
    ['needs no deals', {}],
    ['has a ladder', { groupBuys: [ladder] }],
    [
      'has a ladder for a SKU',
      { products: both, groupBuys: [{ ...small, skuId: 'cherry-j-2-5jin' }] },
    ],
    ['has a ladder for the first SKU', { products: both, groupBuys: [small] }],
    ['has a team beside a ladder', { products: both, groupBuys: [ladder, team] }],
    ['has a flash sale', { flashSales: [flashSale] }],
    [
      'has a ladder of thirteen days',
      { groupBuys: [{ ...ladder, startsAt: '+0d', endsAt: '+13d' }] },
    ],
    ['has a longer ladder that is a pre-sale', { groupBuys: [preSale('+30d', '+32d')] }],
    ['has a pre-sale that ships on the day it ends', { groupBuys: [preSale('+3d', '+3d')] }],
    ['has a team group-buy for months', withTeam({ endsAt: '+90d' })],
    ['has no products yet', { products: [] }],
  ])('%s', (_, own) => {
    expect(faultsOf(own)).toEqual([])
  })
})

describe('what a well-formed file still gets wrong, and where', () => {
  test.each<[string, object, string]>([
    [
      'a product that stands twice',
      { products: [cherries, { ...smallCherries, id: cherries.id }] },
      'products[1].id: "cherry-jj-10" stands twice',
    ],
    [
      'a shelf that stands twice',
      {
        categories: [
          { id: 'season', name: 'a' },
          { id: 'season', name: 'b' },
        ],
      },
      'categories[1].id: "season" stands twice',
    ],
    [
      'a deal that stands twice',
      { products: both, groupBuys: [ladder, { ...team, id: ladder.id }] },
      'groupBuys[1].id: "ladder-cherry" stands twice',
    ],
    [
      'a SKU that stands twice in a product',
      {
        products: [
          { ...smallCherries, skus: [...smallCherries.skus, ...smallCherries.skus.slice(1)] },
        ],
      },
      'products[0].skus[2].id: SKU "cherry-j-2-5jin" stands twice',
    ],
    [
      'a SKU called like another product',
      {
        products: [
          cherries,
          { ...smallCherries, skus: [{ ...smallCherries.skus[0], id: cherries.id }] },
        ],
      },
      'products[1].skus[0].id: SKU "cherry-jj-10" stands twice',
    ],
    [
      'a product on no shelf',
      { products: [{ ...cherries, categoryId: 'tools' }] },
      'products[0].categoryId: there is no category "tools"',
    ],
    [
      'a picture that is not there',
      { products: [{ ...cherries, pictures: ['pictures/cherry.webp'] }] },
      'products[0].pictures[0]: there is no picture "pictures/cherry.webp"',
    ],
    [
      'a ladder for no product',
      { groupBuys: [{ ...ladder, productId: 'durian' }] },
      'groupBuys[0].productId: there is no product "durian"',
    ],
    [
      'a ladder for a SKU that the product has not',
      { groupBuys: [{ ...ladder, skuId: 'cherry-j-2-5jin' }] },
      'groupBuys[0].skuId: the product has no SKU "cherry-j-2-5jin"',
    ],
    [
      'a ladder that climbs the wrong way',
      { groupBuys: [{ ...ladder, tiers: [{ people: 100, priceFen: 49900 }] }] },
      'groupBuys[0].tiers: step 1 must be cheaper than the one before',
    ],
    [
      'a ladder without steps',
      { groupBuys: [{ ...ladder, tiers: [] }] },
      'groupBuys[0].tiers: needs 1 to 6 steps',
    ],
    [
      'a ladder that ends before it starts',
      { groupBuys: [{ ...ladder, startsAt: '+3d', endsAt: '+1d' }] },
      'groupBuys[0].endsAt: the end comes after the start',
    ],
    [
      'a ladder that ends when it starts',
      { groupBuys: [{ ...ladder, startsAt: '+3d', endsAt: '+3d' }] },
      'groupBuys[0].endsAt: the end comes after the start',
    ],
    [
      'a ladder that lets paid goods wait too long',
      { groupBuys: [{ ...ladder, startsAt: '-1m', endsAt: '+13d' }] },
      'groupBuys[0].endsAt: paid goods wait 13 days at the most, unless preSale says when they are shipped',
    ],
    [
      'a pre-sale that ships before its deal is over',
      { groupBuys: [preSale('+20d', '+19d')] },
      'groupBuys[0].preSale.shipsAt: a pre-sale ships when its deal is over, not before',
    ],
    [
      'a pre-sale that ships too long after its deal',
      { groupBuys: [preSale('+20d', '+36d')] },
      'groupBuys[0].preSale.shipsAt: a pre-sale ships within 15 days of the end of its deal',
    ],
    [
      'a team that ships before the offer is over',
      withTeam({ preSale: { shipsAt: '+2d' } }),
      'groupBuys[0].preSale.shipsAt: a pre-sale ships when its deal is over, not before',
    ],
    [
      'a store that stands twice',
      { stores: [aStore, aStore] },
      'stores[1].id: "store-01" stands twice',
    ],
    [
      'a team that ends before it starts',
      withTeam({ startsAt: '+3d', endsAt: '+1d' }),
      'groupBuys[0].endsAt: the end comes after the start',
    ],
    ['a team of one', withTeam({ people: 1 }), 'groupBuys[0].people: a team is two people or more'],
    [
      'a team that no document could hold',
      withTeam({ people: 51 }),
      'groupBuys[0].people: a team is 50 people at most',
    ],
    [
      'a team that takes longer than WeChat waits for goods',
      withTeam({ teamHours: 169 }),
      'groupBuys[0].teamHours: a team has 168 hours at most',
    ],
    [
      'a team whose leader pays more',
      withTeam({ leaderPriceFen: 9900 }),
      'groupBuys[0].leaderPriceFen: the leader pays no more than the others',
    ],
    [
      'a team for no product',
      withTeam({ productId: 'durian' }),
      'groupBuys[0].productId: there is no product "durian"',
    ],
  ])('%s', (_, own, fault) => {
    expect(faultsOf(own)).toEqual([fault])
  })

  test('is told all at once', () => {
    const wrong = { ...cherries, categoryId: 'tools', pictures: ['a.webp', 'b.webp'] }
    expect(faultsOf({ products: [wrong] }, { 'a.webp': 'cloud://jutuan/a.webp' })).toHaveLength(2)
  })

  test('is not a picture that is there', () => {
    const shown = { products: [{ ...cherries, pictures: ['a.webp'] }] }
    expect(faultsOf(shown, { 'a.webp': 'cloud://jutuan/a.webp' })).toEqual([])
  })
})
