import { aftersaleContract, aftersaleStaffContract } from '@domain/aftersale/contract'
import type { InputOf } from '@domain/api'
import { attributionContract, attributionStaffContract } from '@domain/attribution/contract'
import { auditContract } from '@domain/audit/contract'
import { cartContract } from '@domain/cart/contract'
import { catalogContract } from '@domain/catalog/contract'
import { commissionContract, commissionStaffContract } from '@domain/commission/contract'
import type { Action } from '@domain/contract'
import { couponsContract } from '@domain/coupons/contract'
import { eventsContract } from '@domain/events/contract'
import { flashsaleContract } from '@domain/flashsale/contract'
import { fulfilmentContract } from '@domain/fulfilment/contract'
import type { ActionName } from '@domain/functions'
import { groupbuyContract, groupbuyStaffContract } from '@domain/groupbuy/contract'
import { guidesContract, guidesStaffContract } from '@domain/guides/contract'
import { liveContract } from '@domain/live/contract'
import { liveStaffContract } from '@domain/live/staff.contract'
import { lotteryContract, lotteryStaffContract } from '@domain/lottery/contract'
import { membersContract, membersStaffContract } from '@domain/members/contract'
import { messagesContract } from '@domain/messages/contract'
import { ordersContract } from '@domain/orders/contract'
import { fen } from '@domain/money'
import { payoutsContract } from '@domain/payouts/contract'
import { pointsContract, pointsTradeContract } from '@domain/points/contract'
import { shopfileContract } from '@domain/shopfile/contract'
import { teamsContract } from '@domain/teams/contract'
import { id } from './build'

/** Every action of the shop by its name. */
export const everyAction: Readonly<Record<string, Action>> = {
  ...aftersaleContract,
  ...aftersaleStaffContract,
  ...attributionContract,
  ...attributionStaffContract,
  ...auditContract,
  ...cartContract,
  ...catalogContract,
  ...commissionContract,
  ...commissionStaffContract,
  ...couponsContract,
  ...eventsContract,
  ...flashsaleContract,
  ...fulfilmentContract,
  ...groupbuyContract,
  ...groupbuyStaffContract,
  ...guidesContract,
  ...guidesStaffContract,
  ...liveContract,
  ...liveStaffContract,
  ...lotteryContract,
  ...lotteryStaffContract,
  ...membersContract,
  ...membersStaffContract,
  ...messagesContract,
  ...ordersContract,
  ...payoutsContract,
  ...pointsContract,
  ...pointsTradeContract,
  ...shopfileContract,
  ...teamsContract,
}

/** Whether an action takes an input. */
export const takes = (name: ActionName, input: unknown): boolean | undefined =>
  everyAction[name]?.input.safeParse(input).success

/** What an action makes of an input that it takes. */
export const read = (name: ActionName, input: unknown): unknown =>
  everyAction[name]?.input.parse(input)

/** A request id as phones make them. */
export const aRequest = '3f2b8a52-6d0e-4c3e-9a55-0d6f1e2c7b10'

/** A line of a basket as phones send it. */
export const aWantedLine: InputOf<'orders.place'>['lines'][number] = {
  productId: id('cherry-jj-10'),
  skuId: id('cherry-jj-10'),
  quantity: 1,
}

/** A wish for an order that is picked up. */
export const aWish: InputOf<'orders.place'> = {
  requestId: aRequest,
  lines: [aWantedLine],
  delivery: { kind: 'pick-up', storeId: id('store-01'), name: '安安', phone: '13800000000' },
  payableFen: fen(49900),
}

/** Texts that are no ids: paths, commands, and what JavaScript keeps for itself. */
export const notIds = ['', 'a.b', 'a/b', '$where', '__proto__', 'x'.repeat(65), { $ne: 1 }, 7, null]

/** Texts that hide something: line ends, ends of strings, what a terminal obeys. */
export const unprintable = ['a\nb', 'a\u0000b', '\u001b[2J', 'a\u007f', 'a\tb']
