import type { AuditEntry } from '@domain/audit/audit'
import type { Binding } from '@domain/attribution/attribution'
import type { ShareLink, Touch } from '@domain/attribution/shareLink'
import type { Cart } from '@domain/cart/cart'
import type { Product, Shop } from '@domain/catalog/product'
import type { CommissionEntry } from '@domain/commission/entry'
import type { Coupon, CouponTemplate } from '@domain/coupons/coupon'
import type { Deal } from '@domain/deals/deal'
import type { FlashSale } from '@domain/flashsale/flashSale'
import type { Statement, StatementRow } from '@domain/groupbuy/settlement'
import type { Guide, GuideCustomer } from '@domain/guides/guide'
import type { CouponPool, Quota, StockPool } from '@domain/holds/hold'
import type { MemberId } from '@domain/ids'
import type { ShopEvent } from '@domain/events/event'
import type { HourlyCounts } from '@domain/limits/hourly'
import type { LiveNote, LiveReview } from '@domain/live/review'
import type { KeptRoom } from '@domain/live/room'
import type { LiveSession } from '@domain/live/session'
import type { Lottery, LotteryEntry, LotteryPage, LotterySeed } from '@domain/lottery/lottery'
import type { Member } from '@domain/members/member'
import type { Message } from '@domain/messages/message'
import type { MessageWallet } from '@domain/messages/wallet'
import type { Order } from '@domain/orders/order'
import type { Payout } from '@domain/payouts/payout'
import type { PointsAccount, PointsEntry } from '@domain/points/account'
import type { AccountFault } from '@domain/points/check'
import type { MallCoupon } from '@domain/points/mall'
import type { CountedTime } from '@domain/shopfile/countedTimes'
import type { StaffRole } from '@domain/staff/roles'
import type { Team } from '@domain/teams/team'
import type { Instant } from '@domain/time'
import { Collection } from './database'

/** The statement of a deal, written once: one document of sums, then pages of rows. */
export interface StatementPage {
  readonly _id: string
  readonly statement?: Statement
  readonly rows?: readonly StatementRow[]
}

/** Somebody who works for the shop. */
export interface StaffMember {
  readonly _id: string
  readonly role: StaffRole
}

/** Something that does not add up, for whoever runs the shop: told, and never mended by itself. */
export interface Alarm {
  readonly _id: string
  readonly about: 'points'
  readonly memberId: MemberId
  readonly faults: readonly AccountFault[]
  readonly at: Instant
}

/** A section of the shop file that no part of the shop uses yet, kept as it was read. */
export interface KeptSection {
  readonly _id: string
  readonly section: unknown
}

/** The last import of the shop file, and what times of it came to that count from one. */
export interface FileTimes {
  readonly _id: 'file'
  readonly times: readonly CountedTime[]
  /** Which import it was: 1, 2, 3 …; one of the same file after itself does not count. */
  readonly no: number
  /** Tells its input from others. */
  readonly digest: string
}

/** Every collection of the shop; database.json declares the same ones with their indexes. */
export const shops = new Collection<Shop>('shop')
export const products = new Collection<Product>('products')
export const pools = new Collection<StockPool>('pools')
export const quotas = new Collection<Quota>('quotas')
export const deals = new Collection<Deal>('deals')
export const orders = new Collection<Order>('orders')
export const teams = new Collection<Team>('teams')
export const flashSales = new Collection<FlashSale>('flash_sales')
export const carts = new Collection<Cart>('carts')
export const couponTemplates = new Collection<CouponTemplate>('coupon_templates')
export const couponPools = new Collection<CouponPool>('coupon_pools')
export const coupons = new Collection<Coupon>('coupons')
export const pointsAccounts = new Collection<PointsAccount>('points_accounts')
export const pointsEntries = new Collection<PointsEntry>('points_entries')
export const mallCoupons = new Collection<MallCoupon>('mall_coupons')
export const alarms = new Collection<Alarm>('alarms')
export const members = new Collection<Member>('members')
export const wallets = new Collection<MessageWallet>('wallets')
export const messages = new Collection<Message>('messages')
export const shareLinks = new Collection<ShareLink>('share_links')
export const touches = new Collection<Touch>('touches')
export const bindings = new Collection<Binding>('bindings')
export const guides = new Collection<Guide>('guides')
export const hourlyCounts = new Collection<HourlyCounts>('hourly_counts')
export const guideCustomers = new Collection<GuideCustomer>('guide_customers')
export const commissionEntries = new Collection<CommissionEntry>('commission_entries')
export const payouts = new Collection<Payout>('payouts')
export const liveSessions = new Collection<LiveSession>('live_sessions')
export const liveRooms = new Collection<KeptRoom>('live_rooms')
export const liveReviews = new Collection<LiveReview>('live_reviews')
export const liveNotes = new Collection<LiveNote>('live_notes')
export const lotteries = new Collection<Lottery>('lotteries')
export const lotterySeeds = new Collection<LotterySeed>('lottery_seeds')
export const lotteryEntries = new Collection<LotteryEntry>('lottery_entries')
export const lotteryPages = new Collection<LotteryPage>('lottery_pages')
export const shopEvents = new Collection<ShopEvent>('shop_events')
export const auditEntries = new Collection<AuditEntry>('audit_entries')
export const statements = new Collection<StatementPage>('statements')
export const staff = new Collection<StaffMember>('staff')
export const keptSections = new Collection<KeptSection>('kept_sections')
export const fileTimes = new Collection<FileTimes>('file_times')
