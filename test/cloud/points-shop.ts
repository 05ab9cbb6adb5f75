/** 积分: a small shop that gives points, and what its books say of them. */
import { randomUUID } from 'node:crypto'
import type { OrderId } from '@domain/ids'
import { freshAccount, type PointsAccount, type PointsEntry } from '@domain/points/account'
import { accountFaults } from '@domain/points/check'
import type { Shop } from '../harness/shop'
import { handOut } from './counter'
import type { Goal, SmallShop } from './small-shop'
import { writtenCoupon, writtenProduct, type WrittenShop } from './written'

type WrittenPoints = NonNullable<WrittenShop['points']>

/** Lets a shop give points from now on: one for each yuan, and some for signing in. */
export async function givePoints(
  small: SmallShop,
  own: Partial<WrittenPoints> = {},
): Promise<void> {
  small.file.points = {
    earnPerYuan: 1,
    expires: { months: 12, unit: 'month-end' },
    signIn: [1, 1, 2, 2, 3, 3, 10],
    mall: [],
    ...small.file.points,
    ...own,
  }
  await small.renew()
}

/** The mall of the file, to be added to. */
async function addToMall(
  small: SmallShop,
  item: NonNullable<WrittenPoints['mall']>[number],
): Promise<void> {
  await givePoints(small, { mall: [...(small.file.points?.mall ?? []), item] })
}

/** Puts a coupon of ten yuan into the mall. */
export async function mallCoupon(
  small: SmallShop,
  points = 10,
  stock = 100,
  perMember = 50,
): Promise<string> {
  const [id, couponId] = [small.fresh('mall-coupon'), small.fresh('coupon')]
  small.file.coupons.push(writtenCoupon(couponId, { channel: 'points', perMember }))
  await addToMall(small, { id, kind: 'coupon', couponId, points, stock } as never)
  return id
}

/** Puts a product of its own into the mall. */
export async function mallProduct(
  small: SmallShop,
  terms: { points?: number; cashFen?: number; stock?: number; perMember?: number } = {},
): Promise<Goal> {
  const [dealId, productId] = [small.fresh('mall-fruit'), small.fresh('fruit')]
  small.file.products.push(writtenProduct(productId))
  const item = { id: dealId, kind: 'product', productId, points: 10, stock: 100, ...terms }
  await addToMall(small, item as never)
  return { dealId, productId }
}

/** Buys something at the counter that costs so much, and takes it along. */
export async function received(
  small: SmallShop,
  openid: string,
  priceFen: number,
): Promise<OrderId> {
  const productId = await small.product({ priceFen })
  const orderId = await small.buy(openid, small.line(productId))
  await handOut(small, orderId)
  return orderId
}

/** Somebody with so many points. */
export async function memberWith(small: SmallShop, points: number): Promise<string> {
  const openid = small.neighbour()
  await received(small, openid, points * 100)
  return openid
}

/** An account as it is stored. */
export async function accountOf(small: SmallShop, openid: string): Promise<PointsAccount> {
  const [account] = await small.shop.documents<PointsAccount>('points_accounts', { _id: openid })
  return account ?? freshAccount(openid as PointsAccount['_id'])
}

/** What came and went, in its order. */
export async function historyOf(small: SmallShop, openid: string): Promise<[string, number][]> {
  const found = await small.shop.documents<PointsEntry>('points_entries', { memberId: openid })
  return found.sort((one, other) => one.no - other.no).map(({ kind, points }) => [kind, points])
}

/** Redeems points for a coupon of the mall. */
export const redeem = (
  small: SmallShop,
  openid: string,
  itemId: string,
  requestId: string = randomUUID(),
) => small.shop.call(openid, 'points.redeem', { requestId, itemId: itemId as never })

/** Every account agrees with its ledger to the point. */
export async function expectHonestAccounts(shop: Shop): Promise<void> {
  const accounts = await shop.documents<PointsAccount>('points_accounts')
  const entries = await shop.documents<PointsEntry>('points_entries')
  for (const account of accounts) {
    const own = entries.filter(({ memberId }) => memberId === account._id)
    const points = own.reduce((sum, entry) => sum + entry.points, 0)
    expect(accountFaults(account, { points, entries: own.length })).toEqual([])
    const numbers = own.map(({ no }) => no).sort((one, other) => one - other)
    expect(numbers).toEqual(own.map((_, index) => index + 1))
  }
  expect(entries.every(({ memberId }) => accounts.some(({ _id }) => _id === memberId))).toBe(true)
}
