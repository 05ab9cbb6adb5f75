import { makeAutoObservable, observableRef } from 'mobx'
import type { OutputOf } from '@domain/api'
import type { StockedSku } from '@domain/catalog/contract'
import { priceTag, type PriceTag } from '@domain/catalog/priceTag'
import { fail } from '@domain/failure'
import { isId, type CategoryId, type ProductId } from '@domain/ids'
import type { Call } from '@/platform/call'
import { now } from '@/platform/clock'
import { reloading, renewed, settled, unloaded, type Loaded } from './loaded'
import { Seen } from './Seen'

/** What the shop window shows. */
export type Home = OutputOf<'catalog.home'>

/** A product with what is left of it, the deals it is in, and what its price depends on. */
export type SeenProduct = OutputOf<'catalog.see'>

/** The shop window and the products that are looked at. */
export class CatalogStore {
  home: Loaded<Home> = unloaded
  /** The shelf that is looked at; the first one as long as none was chosen. */
  private chosenShelf: CategoryId | undefined = undefined
  private readonly products: Seen<SeenProduct>

  constructor(private readonly call: Call) {
    this.products = new Seen(async (productId) =>
      isId(productId)
        ? call('catalog.see', { productId: productId as ProductId })
        : fail('product_unknown'),
    )
    // Answers are replaced as a whole, so nothing below them needs watching.
    makeAutoObservable<this, 'call' | 'products'>(
      this,
      { call: false, products: false, home: observableRef },
      { autoBind: true },
    )
  }

  async loadHome(): Promise<void> {
    this.showHome(reloading(this.home))
    this.showHome(settled(this.home, await this.call('catalog.home', {})))
  }

  /** Asks again in the background and tells whether anything changed. */
  async refreshHome(): Promise<boolean> {
    const after = renewed(this.home, await this.call('catalog.home', {}))
    if (after) this.showHome(after)
    return after !== undefined
  }

  /** The shelf that is looked at. */
  get shelfId(): CategoryId | undefined {
    return this.chosenShelf ?? this.home.value?.categories[0]?.id
  }

  /** Turns to a shelf; the tab of the shelves shows it. */
  chooseShelf(categoryId: CategoryId): void {
    this.chosenShelf = categoryId
  }

  product(productId: string): Loaded<SeenProduct> {
    return this.products.of(productId)
  }

  async loadProduct(productId: string): Promise<void> {
    await this.products.load(productId)
  }

  private showHome(home: Loaded<Home>): void {
    this.home = home
  }
}

/** What a SKU costs right now, alone and without a deal, by the rule that orders are priced by. */
export function tagOf({ product, context }: SeenProduct, sku: StockedSku): PriceTag {
  const { _id: id, pictures, ...facts } = product
  const line = { product: { ...facts, id, picture: pictures[0] ?? null }, sku }
  return priceTag(line, { ...context, now: now() })
}
