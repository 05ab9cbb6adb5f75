import Taro, { useRouter } from '@tarojs/taro'
import type { OrderStatus } from '@domain/orders/order'

/** Every page of the app with what its address carries. */
export interface Pages {
  home: object
  me: object
  shelf: { readonly categoryId: string }
  product: { readonly productId: string }
  ladder: { readonly dealId: string }
  statement: { readonly dealId: string }
  checkout: {
    readonly productId: string
    readonly skuId: string
    readonly quantity: number
    readonly dealId?: string
  }
  orders: { readonly status?: OrderStatus }
  order: { readonly orderId: string }
}

type Page = keyof Pages

const addresses: Readonly<Record<Page, string>> = {
  home: '/pages/catalog/home/index',
  me: '/pages/members/me/index',
  shelf: '/pages/catalog/shelf/index',
  product: '/pages/catalog/product/index',
  ladder: '/pages/groupbuy/ladder/index',
  statement: '/pages/groupbuy/statement/index',
  checkout: '/pages/orders/checkout/index',
  orders: '/pages/orders/list/index',
  order: '/pages/orders/order/index',
}

/** The address of a page, as sharing and opening want it. */
export function addressOf<To extends Page>(page: To, values: Pages[To]): string {
  const query = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&')
  return query ? `${addresses[page]}?${query}` : addresses[page]
}

/** Opens a page on top of this one. */
export function open<To extends Page>(page: To, values: Pages[To]): void {
  void Taro.navigateTo({ url: addressOf(page, values) })
}

/** Opens a page in place of this one, so that "back" does not lead here again. */
export function replace<To extends Page>(page: To, values: Pages[To]): void {
  void Taro.redirectTo({ url: addressOf(page, values) })
}

/** Goes to one of the two tabs. */
export function openTab(page: 'home' | 'me'): void {
  void Taro.switchTab({ url: addresses[page] })
}

/**
 * Leaves this page; where nothing is below it, e.g. when it was opened by a shared link, for home.
 */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else openTab('home')
}

/** What the address of this page carries. A shared or typed address may lack anything. */
export function usePageValues(): Readonly<Record<string, string | undefined>> {
  return useRouter().params
}

/** Sets the title in the navigation bar. */
export function setTitle(title: string): void {
  void Taro.setNavigationBarTitle({ title })
}
