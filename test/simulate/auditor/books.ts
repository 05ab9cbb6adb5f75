/**
 * The books as the auditor reads them. Written down anew, apart from the shop's own types: the
 * auditor must not believe what the shop believes.
 */
import type {
  AuditDoc,
  CommissionDoc,
  CreditNote,
  CustomerDoc,
  GuideDoc,
  LinkDoc,
  PayoutDoc,
  TouchDoc,
  TransferDoc,
} from './guide-books'
import type { EntryDoc, LotteryDoc, MessageDoc, PageDoc, ReviewDoc, RoomDoc } from './live-books'

/** Pieces held or sold in a pool, as an order remembers them. */
export interface HoldNote {
  readonly in: string
  readonly id: string
  readonly quantity: number
  readonly skuId?: string | null
}

export interface LineNote {
  readonly product: { readonly id: string }
  readonly sku: { readonly id: string; readonly priceFen: number }
  readonly quantity: number
  readonly steps: readonly { readonly kind: string; readonly amountFen: number }[]
  readonly payableFen: number
  /** Points that it is paid with, beside money. */
  readonly points: number
}

export interface RefundNote {
  readonly no: string
  readonly reason: string
  readonly amountFen: number
  readonly status: string
}

/** An after-sale request for pieces of a line. */
export interface AfterSaleNote {
  readonly no: number
  readonly status: string
  readonly pieces: readonly {
    readonly line: number
    readonly quantity: number
    readonly amountFen: number
  }[]
  readonly goodsFen: number
  readonly freightFen: number
}

export interface OrderDoc {
  readonly _id: string
  readonly memberId: string
  readonly status: string
  readonly placedAt: number
  readonly payBefore: number
  readonly receipt: {
    readonly lines: readonly LineNote[]
    readonly goodsFen: number
    readonly savedFen: number
    readonly freightFen: number
    readonly payableFen: number
  }
  readonly delivery: { readonly kind: string }
  readonly deal: {
    readonly kind: string
    readonly id: string
    readonly teamId?: string
    readonly unitFen?: number
    readonly settled?: { readonly dueFen: number; readonly finalPriceFen: number | null } | null
  } | null
  readonly couponId: string | null
  /** The live that it counts to, and who hosts it. */
  readonly live: { readonly id: string; readonly hostId: string | null } | null
  readonly attribution: CreditNote
  readonly holds: readonly HoldNote[]
  readonly payment: { readonly paidFen: number; readonly paidAt: number } | null
  readonly refunds: readonly RefundNote[]
  readonly afterSales: readonly AfterSaleNote[]
  readonly story: readonly { readonly event: string; readonly at: number }[]
  readonly todo: readonly { readonly task: string }[]
  readonly todoAt: number | null
}

export interface PoolDoc {
  readonly _id: string
  readonly loaded: number
  readonly available: number
  readonly sold: number
  readonly holds: Readonly<Record<string, { readonly n: number }>>
  readonly skuId?: string
  readonly dealId?: string | null
}

/** Coupons of a template that nobody has yet. */
export interface CouponPoolDoc extends PoolDoc {
  readonly templateId: string
}

export interface TeamDoc extends PoolDoc {
  readonly dealId: string
  readonly status: string
  readonly formBefore: number
  readonly members: Readonly<Record<string, { readonly memberId: string }>>
}

export interface DealDoc {
  readonly _id: string
  readonly kind: string
  /** Of which flash sale it is a session. */
  readonly saleId?: string
  /** Of which live it is, or of which of its lotteries. */
  readonly liveId?: string
  readonly lotteryId?: string
  readonly skuId: string
  readonly startsAt: number
  readonly endsAt: number
  readonly status?: string
  readonly outcome?: {
    readonly people: number
    readonly orders: number
    readonly finalPriceFen: number | null
  } | null
}

export interface StatementDoc {
  readonly _id: string
  readonly statement?: {
    readonly dealId: string
    readonly people: number
    readonly finalPriceFen: number | null
    readonly sums: Readonly<Record<string, number>>
    readonly pages: number
  }
  readonly rows?: readonly {
    readonly orderId: string
    readonly quantity: number
    readonly paidFen: number
    readonly dueFen: number
    readonly refundFen: number
  }[]
}

export interface CouponDoc {
  readonly _id: string
  readonly memberId: string
  readonly templateId: string
  readonly status: string
  readonly validFrom: number
  readonly validUntil: number
  readonly claimedAt: number
  readonly channel: string
  readonly source: string
  readonly orderId: string | null
}

export interface MemberDoc {
  readonly _id: string
  readonly joinedAt: number | null
  readonly levelId: string | null
  readonly spentFen: number
  readonly levelHistory: readonly {
    readonly at: number
    readonly from: string | null
    readonly to: string | null
    readonly spentFen: number
  }[]
}

export interface PointsAccountDoc {
  readonly _id: string
  readonly balance: number
  readonly available: number
  readonly lots: readonly { readonly expiresAt: number; readonly points: number }[]
  readonly holds: Readonly<Record<string, { readonly n: number }>>
  readonly entries: number
}

/** A line of somebody's points ledger. */
export interface PointsEntryDoc {
  readonly _id: string
  readonly memberId: string
  readonly no: number
  readonly kind: string
  readonly points: number
  readonly balance: number
  readonly at: number
  readonly orderId: string | null
}

/** Something that the shop itself found wrong. */
export interface AlarmDoc {
  readonly _id: string
  readonly memberId: string
}

/** A payment in WeChat Pay's books; `_id` is the order's number. */
export interface PaymentDoc {
  readonly _id: string
  readonly state: string
  readonly totalFee: number
  readonly openid: string
  readonly paidAt?: number
}

/** A refund in WeChat Pay's books; `_id` is its number. */
export interface BookedRefundDoc {
  readonly _id: string
  readonly outTradeNo: string
  readonly refundFee: number
  readonly state: string
  readonly requestedAt: number
}

/** What the shop wrote down. */
export interface ShopBooks {
  readonly orders: readonly OrderDoc[]
  readonly pools: readonly PoolDoc[]
  readonly quotas: readonly PoolDoc[]
  readonly teams: readonly TeamDoc[]
  readonly deals: readonly DealDoc[]
  readonly statements: readonly StatementDoc[]
  readonly members: readonly MemberDoc[]
  readonly coupons: readonly CouponDoc[]
  readonly couponPools: readonly CouponPoolDoc[]
  readonly accounts: readonly PointsAccountDoc[]
  readonly entries: readonly PointsEntryDoc[]
  readonly alarms: readonly AlarmDoc[]
  readonly guides: readonly GuideDoc[]
  readonly links: readonly LinkDoc[]
  readonly touches: readonly TouchDoc[]
  readonly customers: readonly CustomerDoc[]
  readonly commission: readonly CommissionDoc[]
  readonly payouts: readonly PayoutDoc[]
  readonly audit: readonly AuditDoc[]
  readonly rooms: readonly RoomDoc[]
  readonly lotteries: readonly LotteryDoc[]
  readonly lotteryEntries: readonly EntryDoc[]
  readonly lotteryPages: readonly PageDoc[]
  readonly messages: readonly MessageDoc[]
  readonly reviews: readonly ReviewDoc[]
}

/** All that is written down at one moment. */
export interface Books extends ShopBooks {
  readonly now: number
  readonly payments: readonly PaymentDoc[]
  readonly refunds: readonly BookedRefundDoc[]
  readonly transfers: readonly TransferDoc[]
}

/** In which collection of the shop each book is kept. */
const collections: Readonly<Record<keyof ShopBooks, string>> = {
  orders: 'orders',
  pools: 'pools',
  quotas: 'quotas',
  teams: 'teams',
  deals: 'deals',
  statements: 'statements',
  members: 'members',
  coupons: 'coupons',
  couponPools: 'coupon_pools',
  accounts: 'points_accounts',
  entries: 'points_entries',
  alarms: 'alarms',
  guides: 'guides',
  links: 'share_links',
  touches: 'touches',
  customers: 'guide_customers',
  commission: 'commission_entries',
  payouts: 'payouts',
  audit: 'audit_entries',
  rooms: 'live_rooms',
  lotteries: 'lotteries',
  lotteryEntries: 'lottery_entries',
  lotteryPages: 'lottery_pages',
  messages: 'messages',
  reviews: 'live_reviews',
}

/** Every book of the shop, with its collection. */
export const shopBooks = Object.entries(collections) as [keyof ShopBooks, string][]
