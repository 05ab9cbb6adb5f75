import type * as z from 'zod'
import type { aftersaleContract, aftersaleStaffContract } from './aftersale/contract'
import type { attributionContract, attributionStaffContract } from './attribution/contract'
import type { commissionContract, commissionStaffContract } from './commission/contract'
import type { guidesContract, guidesStaffContract } from './guides/contract'
import type { auditContract } from './audit/contract'
import type { eventsContract } from './events/contract'
import type { liveContract } from './live/contract'
import type { liveStaffContract } from './live/staff.contract'
import type { lotteryContract, lotteryStaffContract } from './lottery/contract'
import type { payoutsContract } from './payouts/contract'
import type { couponsContract } from './coupons/contract'
import type { membersContract, membersStaffContract } from './members/contract'
import type { messagesContract } from './messages/contract'
import type { pointsContract, pointsTradeContract } from './points/contract'
import type { cartContract } from './cart/contract'
import type { catalogContract } from './catalog/contract'
import type { Failure, FailureCode } from './failure'
import type { flashsaleContract } from './flashsale/contract'
import type { fulfilmentContract } from './fulfilment/contract'
import type { ActionName } from './functions'
import type { groupbuyContract, groupbuyStaffContract } from './groupbuy/contract'
import type { ordersContract } from './orders/contract'
import type { shopfileContract } from './shopfile/contract'
import type { teamsContract } from './teams/contract'
import type { Instant } from './time'

/** Every action of the shop by its name. */
export type Api = typeof catalogContract &
  typeof cartContract &
  typeof teamsContract &
  typeof flashsaleContract &
  typeof aftersaleContract &
  typeof aftersaleStaffContract &
  typeof fulfilmentContract &
  typeof groupbuyContract &
  typeof groupbuyStaffContract &
  typeof ordersContract &
  typeof couponsContract &
  typeof pointsContract &
  typeof pointsTradeContract &
  typeof membersContract &
  typeof membersStaffContract &
  typeof messagesContract &
  typeof attributionContract &
  typeof attributionStaffContract &
  typeof commissionContract &
  typeof commissionStaffContract &
  typeof guidesContract &
  typeof guidesStaffContract &
  typeof auditContract &
  typeof eventsContract &
  typeof liveContract &
  typeof liveStaffContract &
  typeof lotteryContract &
  typeof lotteryStaffContract &
  typeof payoutsContract &
  typeof shopfileContract

/** What an action takes. */
export type InputOf<Name extends ActionName> = z.input<Api[Name]['input']>

/** What an action answers. */
export type OutputOf<Name extends ActionName> = z.output<Api[Name]['output']>

/** What every action may refuse beside its own list. */
export type CommonFailure =
  | 'action_unknown'
  | 'function_closed'
  | 'input_invalid'
  | 'identity_missing'
  | 'busy'
  | 'offline'
  | 'broken'

/** What an action may refuse. */
export type FailsOf<Name extends ActionName> = Api[Name]['fails'][number] | CommonFailure

/** What a function sends back. `now` is the cloud's clock, by which the phone counts down. */
export type Reply<Output = unknown> =
  | { readonly result: Output; readonly now: Instant }
  | { readonly error: ReplyError; readonly now: Instant }

/** A refusal on its way to the phone. */
export interface ReplyError {
  readonly code: FailureCode
  readonly message: string
  readonly details: Failure['details']
}

/** Every action has a function, and every function entry an action: a mismatch does not compile. */
export type ActionsAgree = [keyof Api] extends [ActionName]
  ? [ActionName] extends [keyof Api]
    ? true
    : never
  : never
export const actionsAgree: ActionsAgree = true
