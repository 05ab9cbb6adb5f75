import Taro, { useRouter } from '@tarojs/taro'
import type { ShareTarget } from '@domain/attribution/shareLink'
import type { CommissionStage } from '@domain/commission/sums'
import type { CouponTab } from '@domain/coupons/contract'

/** One product on its way to the checkout. */
export interface DirectPurchase {
  readonly productId: string
  readonly skuId: string
  readonly quantity: number
  readonly dealId?: string
  /** The team to join; without it a team deal opens a new one. */
  readonly teamId?: string
  /** The live session whose room it is bought from. */
  readonly liveId?: string | undefined
}

/** Every page of the app with what its address carries. */
export interface Pages {
  home: object
  shelf: { readonly categoryId?: string }
  cart: object
  me: object
  /** With the session from whose room it is looked at: what is bought then counts to it. */
  product: { readonly productId: string; readonly liveId?: string | undefined }
  search: { readonly words?: string }
  ladder: { readonly dealId: string }
  statement: { readonly dealId: string }
  offer: { readonly dealId: string }
  team: { readonly teamId: string }
  /** Shows what a link is for: a sale, or the session in which a deal is. */
  sessions: { readonly saleId?: string; readonly dealId?: string }
  /** By a store: its id, or the scene of its code. */
  join: { readonly storeId?: string; readonly scene?: string }
  levels: object
  profile: object
  settings: object
  points: object
  signs: object
  mall: object
  wallet: object
  checkout: DirectPurchase | { readonly from: 'cart' }
  orders: { readonly tab?: string }
  order: { readonly orderId: string }
  aftersale: { readonly orderId: string; readonly no?: string }
  couponCenter: object
  coupons: { readonly tab?: CouponTab }
  desk: object
  queue: { readonly queue: string }
  handout: { readonly orderId?: string; readonly code?: string }
  storeCodes: object
  /** The guides of the shop, for who runs it. */
  guides: object
  payees: object
  /** Whom an order is credited to. */
  attribution: { readonly orderId: string }
  replay: object
  /** What staff did. */
  audit: object
  /** The sessions of the shop, for who runs them. */
  liveDesk: object
  cockpit: { readonly liveId: string }
  review: { readonly liveId: string }
  guideDesk: object
  income: { readonly stage?: CommissionStage }
  credit: { readonly orderId: string }
  trend: object
  customers: object
  material: object
  ranking: object
  payouts: object
  /** Becoming a guide, by the code of an invitation. */
  accept: { readonly code?: string }
  lives: object
  live: { readonly liveId: string }
  /** What goes beside the stream of a session. */
  room: { readonly liveId: string }
  lottery: { readonly lotteryId: string }
  /** A link that was opened by its code. */
  opened: { readonly scene: string }
  poster: { readonly kind: ShareTarget['kind']; readonly id?: string }
}

type Page = keyof Pages

/** A page of the tab bar. */
export type TabPage = 'home' | 'shelf' | 'lives' | 'cart' | 'me'

const addresses: Readonly<Record<Page, string>> = {
  home: '/pages/catalog/home/index',
  shelf: '/pages/catalog/shelf/index',
  cart: '/pages/cart/cart/index',
  me: '/pages/members/me/index',
  product: '/pages/catalog/product/index',
  search: '/pages/catalog/search/index',
  ladder: '/pages/groupbuy/ladder/index',
  statement: '/pages/groupbuy/statement/index',
  offer: '/pages/teams/offer/index',
  team: '/pages/teams/team/index',
  sessions: '/pages/flashsale/sessions/index',
  join: '/pages/members/join/index',
  levels: '/pages/members/levels/index',
  profile: '/pages/members/profile/index',
  settings: '/pages/members/settings/index',
  points: '/pages/points/account/index',
  signs: '/pages/points/signs/index',
  mall: '/pages/points/mall/index',
  wallet: '/pages/messages/wallet/index',
  checkout: '/pages/orders/checkout/index',
  orders: '/pages/orders/list/index',
  order: '/pages/orders/order/index',
  aftersale: '/pages/orders/aftersale/index',
  couponCenter: '/pages/coupons/center/index',
  coupons: '/pages/coupons/list/index',
  desk: '/pages/staff/desk/index',
  queue: '/pages/staff/queue/index',
  handout: '/pages/staff/handout/index',
  storeCodes: '/pages/staff/codes/index',
  guides: '/pages/staff/guides/index',
  payees: '/pages/staff/payees/index',
  attribution: '/pages/staff/attribution/index',
  replay: '/pages/staff/replay/index',
  audit: '/pages/staff/audit/index',
  liveDesk: '/pages/cockpit/sessions/index',
  cockpit: '/pages/cockpit/cockpit/index',
  review: '/pages/charts/review/index',
  guideDesk: '/pages/guides/desk/index',
  income: '/pages/guides/income/index',
  credit: '/pages/guides/credit/index',
  trend: '/pages/charts/trend/index',
  customers: '/pages/guides/customers/index',
  material: '/pages/guides/material/index',
  ranking: '/pages/guides/ranking/index',
  payouts: '/pages/guides/payouts/index',
  accept: '/pages/guides/accept/index',
  lives: '/pages/live/list/index',
  live: '/pages/live/session/index',
  room: '/pages/live/room/index',
  lottery: '/pages/live/lottery/index',
  opened: '/pages/attribution/open/index',
  poster: '/pages/attribution/poster/index',
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
export function open<To extends Exclude<Page, TabPage>>(page: To, values: Pages[To]): void {
  void Taro.navigateTo({ url: addressOf(page, values) })
}

/** Opens a page in place of this one, so that "back" does not lead here again. */
export function replace<To extends Exclude<Page, TabPage>>(page: To, values: Pages[To]): void {
  void Taro.redirectTo({ url: addressOf(page, values) })
}

/** Goes to a tab. Its address carries nothing: what it should show is told to its store. */
export function openTab(page: TabPage): void {
  void Taro.switchTab({ url: addresses[page] })
}

/**
 * Leaves this page; where nothing is below it, e.g. when it was opened by a shared link, for home.
 */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else openTab('home')
}

/**
 * What the address of this page carries. A shared or typed address may lack anything. WeChat hands
 * it over as `addressOf` wrote it, a browser already reads it.
 */
export function usePageValues(): Readonly<Record<string, string | undefined>> {
  const { params } = useRouter()
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, value && readable(value)]),
  )
}

/** A value as it was before it became part of an address; what is none stays as it is. */
function readable(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** Sets the title in the navigation bar. */
export function setTitle(title: string): void {
  void Taro.setNavigationBarTitle({ title })
}
