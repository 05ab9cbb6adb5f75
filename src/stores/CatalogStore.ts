import { makeAutoObservable, observable, observableRef } from 'mobx'
import type { OutputOf } from '@domain/api'
import { fail, hasFailed } from '@domain/failure'
import { isId, type ProductId } from '@domain/ids'
import type { Call } from '@/platform/call'
import { reloading, settled, unloaded, type Loaded } from './loaded'

/** What the shop window shows. */
export type Home = OutputOf<'catalog.home'>

/** A product with what is left of it and the deals it is in. */
export type SeenProduct = OutputOf<'catalog.see'>

/** The shop window and the products that are looked at. */
export class CatalogStore {
  home: Loaded<Home> = unloaded
  private readonly products = observable.map<string, Loaded<SeenProduct>>({}, { deep: false })

  constructor(private readonly call: Call) {
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
    const answer = await this.call('catalog.home', {})
    // A poll that fails leaves what is on screen.
    if (hasFailed(answer) || same(answer, this.home.value)) return false
    this.showHome({ state: 'ready', value: answer })
    return true
  }

  product(productId: string): Loaded<SeenProduct> {
    return this.products.get(productId) ?? unloaded
  }

  async loadProduct(productId: string): Promise<void> {
    this.showProduct(productId, reloading(this.product(productId)))
    const answer = isId(productId)
      ? await this.call('catalog.see', { productId: productId as ProductId })
      : fail('product_unknown')
    this.showProduct(productId, settled(this.product(productId), answer))
  }

  private showHome(home: Loaded<Home>): void {
    this.home = home
  }

  private showProduct(productId: string, product: Loaded<SeenProduct>): void {
    this.products.set(productId, product)
  }
}

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
