import type { Product, Shop, Sku } from '../catalog/product'
import type { Deal } from '../groupbuy/ladder'
import type { DealId, FileId, ProductId, SkuId } from '../ids'
import { DAY, HOUR, instant, MINUTE, type Instant } from '../time'
import type { ShopFile } from './contract'

/** A stock that the file asks for. */
export interface PlannedStock {
  readonly skuId: SkuId
  readonly productId: ProductId | null
  readonly dealId: DealId | null
  readonly stock: number
  /** Where the file says so. */
  readonly place: string
}

/** What a shop file comes to: documents, not yet written. */
export interface ShopPlan {
  readonly shop: Shop
  readonly products: readonly Product[]
  readonly deals: readonly Deal[]
  readonly stocks: readonly PlannedStock[]
  readonly kept: Readonly<Record<string, unknown>>
}

/** Sections that the plan turns into documents; all others are kept as they are. */
const used = new Set(['schemaNote', 'shop', 'stores', 'categories', 'products', 'freight'])

const units: Readonly<Record<string, number>> = { m: MINUTE, h: HOUR, d: DAY }

/** A file's time: `+3d` counts from `now`, a date stands for itself. */
export function fileMoment(text: string, now: Instant): Instant {
  const [, sign, amount, unit] = /^([+-])(\d+)([mhd])$/.exec(text) ?? []
  if (!sign || !unit) return instant(Date.parse(text))
  return instant(now + (sign === '-' ? -1 : 1) * Number(amount) * (units[unit] ?? 0))
}

/** The SKUs of a product; one without any has a single one under its own id. */
export function skusOf(product: ShopFile['products'][number]): (Sku & { stock: number })[] {
  const only = {
    id: product.id as string as SkuId,
    name: product.unit,
    priceFen: product.priceFen,
    stock: product.stock,
  }
  return product.skus ?? [only]
}

/** A ladder as the file writes it. */
export type FileLadder = Extract<ShopFile['groupBuys'][number], { kind: 'ladder' }>

/** The ladders of a file, each with its place. */
export const laddersOf = (file: ShopFile) =>
  file.groupBuys.flatMap((deal, index) =>
    deal.kind === 'ladder' ? [{ deal, place: `groupBuys[${index}]` }] : [],
  )

/** Turns a checked file into documents. `pictures` tells where the files it names were stored. */
export function planShop(
  file: ShopFile,
  pictures: Readonly<Record<string, string>>,
  now: Instant,
): ShopPlan {
  const products = file.products.map((product, rank): Product => ({
    _id: product.id,
    categoryId: product.categoryId,
    name: product.name,
    subtitle: product.subtitle,
    description: product.description,
    unit: product.unit,
    pictures: product.pictures.flatMap((path) => (pictures[path] ?? []) as FileId | []),
    tags: product.tags,
    originalPriceFen: product.originalPriceFen ?? null,
    skus: skusOf(product).map(({ id, name, priceFen }) => ({ id, name, priceFen })),
    onShelf: true,
    rank,
  }))
  const teams = file.groupBuys.filter((deal) => deal.kind !== 'ladder')
  const rest = Object.entries(file).filter(([name]) => !used.has(name) && name !== 'groupBuys')
  return {
    shop: {
      _id: 'shop',
      id: file.shop.id,
      name: file.shop.name,
      categories: file.categories,
      stores: file.stores.map(({ community: _community, ...store }) => store),
      freight: file.freight,
    },
    products,
    deals: laddersOf(file).map(({ deal }, rank) => plannedDeal(deal, rank, file, now)),
    stocks: [...productStocks(file), ...dealStocks(file)],
    kept: { ...Object.fromEntries(rest), shop: file.shop, stores: file.stores, teams },
  }
}

function plannedDeal(deal: FileLadder, rank: number, file: ShopFile, now: Instant): Deal {
  return {
    _id: deal.id,
    kind: 'ladder',
    name: deal.name,
    productId: deal.productId,
    skuId: dealSku(deal, file),
    ladder: {
      basePriceFen: deal.basePriceFen,
      steps: deal.tiers,
      belowFirstStep: deal.belowFirstTier,
    },
    stock: deal.stock,
    perMember: deal.perMember,
    startsAt: fileMoment(deal.startsAt, now),
    endsAt: fileMoment(deal.endsAt, now),
    status: 'open',
    statusAt: now,
    outcome: null,
    rank,
  }
}

/** The SKU that a ladder sells: the named one, else the product's first. */
export function dealSku(deal: FileLadder, file: ShopFile): SkuId {
  const product = file.products.find(({ id }) => id === deal.productId)
  return deal.skuId ?? product?.skus?.[0]?.id ?? (deal.productId as string as SkuId)
}

/** The stocks of the shelves. */
export const productStocks = (file: ShopFile): PlannedStock[] =>
  file.products.flatMap((product, index) =>
    skusOf(product).map(({ id, stock }, sku) => ({
      skuId: id,
      productId: product.id,
      dealId: null,
      stock,
      place: `products[${index}]${product.skus ? `.skus[${sku}]` : ''}.stock`,
    })),
  )

const dealStocks = (file: ShopFile): PlannedStock[] =>
  laddersOf(file).map(({ deal, place }) => ({
    skuId: dealSku(deal, file),
    productId: null,
    dealId: deal.id,
    stock: deal.stock,
    place: `${place}.stock`,
  }))
