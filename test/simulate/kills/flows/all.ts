import type { Flow } from '../flow'
import { ofGroups } from './groups'
import { ofLives } from './lives'
import { ofMembers } from './members'
import { ofOrders } from './orders'

/** Every flow that is cut off at each of its writes. */
export const flows: readonly Flow[] = [...ofOrders, ...ofGroups, ...ofMembers, ...ofLives]
