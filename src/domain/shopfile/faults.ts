import { ladderFault } from '../groupbuy/ladder'
import { teamFault } from '../teams/team'
import type { Instant } from '../time'
import type { ShopFile } from './contract'
import { goodsFaults } from './goodsFaults'
import { productStocks } from './plan'
import type { FileDeal } from './planDeals'
import { promotionFaults } from './promotionFaults'
import { clashes } from './clashes'
import { fileMoment } from './when'

/** A fault in a shop file, with the place where it is: `products[3].skus[0].priceFen`. */
export interface FileFault {
  readonly place: string
  readonly fault: string
}

/** What a well-formed file still gets wrong: ids twice, names of nothing, ladders that climb. */
export function shopFaults(
  file: ShopFile,
  pictures: Readonly<Record<string, string>>,
  now: Instant,
): FileFault[] {
  return [
    ...twice('stores', file.stores),
    ...twice('categories', file.categories),
    ...twice('products', file.products),
    ...twice('groupBuys', file.groupBuys),
    ...skuFaults(file),
    ...productFaults(file, pictures),
    ...twice('segments', file.segments),
    ...twice('flashSales', file.flashSales),
    ...twice('discounts', file.discounts),
    ...twice('spendAndSave', file.spendAndSave),
    ...file.groupBuys.flatMap((deal, index) => dealFaults(deal, `groupBuys[${index}]`, file, now)),
    ...promotionFaults(file, now),
    ...clashes(file, now),
  ]
}

function twice(section: string, items: readonly { readonly id: string }[]): FileFault[] {
  return items.flatMap(({ id }, index) =>
    items.findIndex((item) => item.id === id) < index
      ? [{ place: `${section}[${index}].id`, fault: `"${id}" stands twice` }]
      : [],
  )
}

function skuFaults(file: ShopFile): FileFault[] {
  const seen = new Set<string>()
  return productStocks(file).flatMap(({ skuId, place }) => {
    const known = seen.has(skuId)
    seen.add(skuId)
    return known
      ? [{ place: place.replace(/stock$/, 'id'), fault: `SKU "${skuId}" stands twice` }]
      : []
  })
}

function productFaults(file: ShopFile, pictures: Readonly<Record<string, string>>): FileFault[] {
  const categories = new Set<string>(file.categories.map(({ id }) => id))
  return file.products.flatMap((product, index) => [
    ...(categories.has(product.categoryId)
      ? []
      : [
          {
            place: `products[${index}].categoryId`,
            fault: `there is no category "${product.categoryId}"`,
          },
        ]),
    ...product.pictures.flatMap((path, picture) =>
      pictures[path] === undefined
        ? [
            {
              place: `products[${index}].pictures[${picture}]`,
              fault: `there is no picture "${path}"`,
            },
          ]
        : [],
    ),
  ])
}

function dealFaults(deal: FileDeal, place: string, file: ShopFile, now: Instant): FileFault[] {
  const group = deal.kind === 'ladder' ? ladderFaultOf(deal) : teamFaultOf(deal)
  const faults: [boolean, string, string][] = [
    ...group,
    [
      fileMoment(deal.endsAt, now) <= fileMoment(deal.startsAt, now),
      'endsAt',
      'the end comes after the start',
    ],
  ]
  return [
    ...goodsFaults(deal, place, file),
    ...faults.flatMap(([is, field, fault]) => (is ? [{ place: `${place}.${field}`, fault }] : [])),
  ]
}

function ladderFaultOf(deal: Extract<FileDeal, { kind: 'ladder' }>): [boolean, string, string][] {
  const { basePriceFen, tiers: steps, belowFirstTier: belowFirstStep } = deal
  const fault = ladderFault({ basePriceFen, steps, belowFirstStep })
  return [[fault !== undefined, 'tiers', fault ?? '']]
}

function teamFaultOf(deal: Extract<FileDeal, { kind: 'team' }>): [boolean, string, string][] {
  const { priceFen, leaderPriceFen = null, people, teamHours } = deal
  const wrong = teamFault({ priceFen, leaderPriceFen, people, teamHours })
  return wrong ? [[true, wrong.of, wrong.fault]] : []
}
