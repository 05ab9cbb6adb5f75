import { preSaleFault, waitFault, type Shipping } from '../deals/preSale'
import { ladderFault } from '../groupbuy/ladder'
import { teamFault } from '../teams/team'
import type { Instant } from '../time'
import type { ShopFile } from './contract'
import { couponFaults } from './couponFaults'
import { goodsFaults } from './goodsFaults'
import { guideFaults } from './guideFaults'
import { liveFaults } from './liveFaults'
import { productStocks } from './plan'
import { shippingOf, type FileDeal } from './planDeals'
import { pointsFaults } from './pointsFaults'
import { promotionFaults } from './promotionFaults'
import { clashes } from './clashes'

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
    ...twice('coupons', file.coupons),
    ...couponFaults(file, now),
    ...pointsFaults(file),
    ...twice('guides', file.guides),
    ...twice('guideGoals', file.guideGoals),
    ...twice('live', file.live),
    ...guideFaults(file),
    ...liveFaults(file),
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

/** What is wrong with a field of a deal, where something is. */
type FieldFault = readonly [field: string, fault: string | undefined]

function dealFaults(deal: FileDeal, place: string, file: ShopFile, now: Instant): FileFault[] {
  const shipping = shippingOf(deal, now)
  const group = deal.kind === 'ladder' ? ladderFaults(deal, shipping) : teamFaults(deal)
  const isBackwards = shipping.endsAt <= shipping.startsAt
  const faults: readonly FieldFault[] = [
    ...group,
    ['endsAt', isBackwards ? 'the end comes after the start' : undefined],
    ['preSale.shipsAt', preSaleFault(shipping)],
  ]
  return [
    ...goodsFaults(deal, place, file),
    ...faults.flatMap(([field, fault]) => (fault ? [{ place: `${place}.${field}`, fault }] : [])),
  ]
}

/** Everybody waits for a ladder's end. */
function ladderFaults(
  deal: Extract<FileDeal, { kind: 'ladder' }>,
  shipping: Shipping,
): readonly FieldFault[] {
  const { basePriceFen, tiers: steps, belowFirstTier: belowFirstStep } = deal
  return [
    ['tiers', ladderFault({ basePriceFen, steps, belowFirstStep })],
    ['endsAt', waitFault(shipping)],
  ]
}

/** Nobody waits for a team offer's end, only for their own team: its hours are limited instead. */
function teamFaults(deal: Extract<FileDeal, { kind: 'team' }>): readonly FieldFault[] {
  const { priceFen, leaderPriceFen = null, people, teamHours } = deal
  const wrong = teamFault({ priceFen, leaderPriceFen, people, teamHours })
  return wrong ? [[wrong.of, wrong.fault]] : []
}
