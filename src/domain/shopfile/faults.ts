import { ladderFault } from '../groupbuy/ladder'
import type { Instant } from '../time'
import type { ShopFile } from './contract'
import { dealSku, fileMoment, laddersOf, productStocks, skusOf, type FileLadder } from './plan'

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
    ...laddersOf(file).flatMap(({ deal, place }) => dealFaults(deal, place, file, now)),
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

function dealFaults(deal: FileLadder, place: string, file: ShopFile, now: Instant): FileFault[] {
  const { basePriceFen, tiers: steps, belowFirstTier: belowFirstStep } = deal
  const product = file.products.find(({ id }) => id === deal.productId)
  const climbs = ladderFault({ basePriceFen, steps, belowFirstStep })
  const faults: [boolean, string, string][] = [
    [!product, 'productId', `there is no product "${deal.productId}"`],
    [
      product !== undefined && !skusOf(product).some(({ id }) => id === dealSku(deal, file)),
      'skuId',
      `the product has no SKU "${deal.skuId ?? ''}"`,
    ],
    [climbs !== undefined, 'tiers', climbs ?? ''],
    [
      fileMoment(deal.endsAt, now) <= fileMoment(deal.startsAt, now),
      'endsAt',
      'the end comes after the start',
    ],
  ]
  return faults.flatMap(([is, field, fault]) => (is ? [{ place: `${place}.${field}`, fault }] : []))
}

/** A SKU can't be in two deals at the same time: nobody could say what it costs. */
function clashes(file: ShopFile, now: Instant): FileFault[] {
  const deals = laddersOf(file).map(({ deal, place }) => ({
    place,
    id: deal.id,
    skuId: dealSku(deal, file),
    from: fileMoment(deal.startsAt, now),
    to: fileMoment(deal.endsAt, now),
  }))
  return deals.flatMap((deal, index) => {
    const other = deals
      .slice(0, index)
      .find(({ skuId, from, to }) => skuId === deal.skuId && from < deal.to && deal.from < to)
    const fault = `"${deal.skuId}" is in "${other?.id ?? ''}" at the same time`
    return other ? [{ place: deal.place, fault }] : []
  })
}
