import type { functionOf } from '../functions'
import { type ActionName } from '../functions'

/** Whoever works for the shop: runs it, serves at the counter, or runs lives. */
export const staffRoles = ['operator', 'clerk', 'crew'] as const
export type StaffRole = (typeof staffRoles)[number]

/** An action of those who work here. */
export type StaffAction = {
  [Name in ActionName]: (typeof functionOf)[Name] extends 'staff' ? Name : never
}[ActionName]

const operator = ['operator'] as const
const counter = ['operator', 'clerk'] as const
const cockpit = ['operator', 'crew'] as const

/** Who may do what. An action without a line here does not compile, and nobody may do it. */
export const rolesOf: Readonly<Record<StaffAction, readonly StaffRole[]>> = {
  'fulfilment.desk': counter,
  'fulfilment.list': counter,
  'fulfilment.see': counter,
  'fulfilment.ship': counter,
  'fulfilment.find': counter,
  'fulfilment.verify': counter,
  'aftersale.answer': counter,
  'aftersale.list': counter,
  'groupbuy.watch': operator,
  'members.storeCode': counter,
  'attribution.see': operator,
  'attribution.assign': operator,
  'attribution.bind': operator,
  'attribution.replay': operator,
  'guides.invite': operator,
  'guides.list': operator,
  'guides.activate': operator,
  'commission.overview': operator,
  'live.cockpit': cockpit,
  'live.start': cockpit,
  'live.end': cockpit,
  'live.explain': cockpit,
  'live.skip': cockpit,
  'live.shelve': cockpit,
  'live.price': cockpit,
  'live.stock': cockpit,
  'live.announce': cockpit,
  'live.drop': cockpit,
  'live.warmUp': cockpit,
  'live.review': cockpit,
  'live.recount': cockpit,
  'live.note': cockpit,
  'lottery.open': cockpit,
  'lottery.draw': cockpit,
  'audit.list': operator,
  'shopfile.import': operator,
}

/** Whether somebody of a role may do something. */
export const mayDo = (role: StaffRole, action: StaffAction): boolean =>
  rolesOf[action].includes(role)
