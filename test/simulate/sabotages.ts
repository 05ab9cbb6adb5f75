/** Rules broken on purpose, one at a time, in a copy of the code: the auditor must see each. */
import { ofGuides } from './sabotages/guides'
import type { KnownSabotage } from './sabotages/known'
import { ofLives } from './sabotages/live'
import { ofMembers } from './sabotages/members'
import { ofOrders } from './sabotages/orders'

export const sabotages: readonly KnownSabotage[] = [
  ...ofOrders,
  ...ofMembers,
  ...ofGuides,
  ...ofLives,
]
