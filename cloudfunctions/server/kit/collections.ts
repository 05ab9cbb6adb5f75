import type { Cart } from '@domain/cart/cart'
import type { Product, Shop } from '@domain/catalog/product'
import type { Deal } from '@domain/deals/deal'
import type { FlashSale } from '@domain/flashsale/flashSale'
import type { Reminder } from '@domain/flashsale/reminder'
import type { Statement, StatementRow } from '@domain/groupbuy/settlement'
import type { Quota, StockPool } from '@domain/holds/hold'
import type { Member } from '@domain/members/member'
import type { Order } from '@domain/orders/order'
import type { Team } from '@domain/teams/team'
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
  readonly role: 'operator'
}

/** A section of the shop file that no part of the shop uses yet, kept as it was read. */
export interface KeptSection {
  readonly _id: string
  readonly section: unknown
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
export const reminders = new Collection<Reminder>('reminders')
export const carts = new Collection<Cart>('carts')
export const members = new Collection<Member>('members')
export const statements = new Collection<StatementPage>('statements')
export const staff = new Collection<StaffMember>('staff')
export const keptSections = new Collection<KeptSection>('kept_sections')
