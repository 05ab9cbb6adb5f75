import { usualRule, type AttributionRule } from '../attribution/rule'
import type { CommissionRule, RoleShare } from '../commission/rule'
import type { Guide, GuideGoal } from '../guides/guide'
import type { Bps } from '../money'
import type { ShopFile } from './contract'

/** A place for a guide, as the file has it; who takes it comes with an invitation. */
export type PlannedGuide = Pick<Guide, '_id' | 'name' | 'storeId' | 'kind' | 'invitedBy'>

/** The rules of a file count as the first ones; the import goes on counting where they change. */
const FIRST_VERSION = 1

type FileCommission = NonNullable<ShopFile['commission']>
type FileShare = FileCommission['shares'][number]

/** The places for guides. */
export const plannedGuides = (file: ShopFile): PlannedGuide[] =>
  file.guides.map(({ id, name, storeId, kind, invitedBy = null }) => ({
    ...{ _id: id, name, storeId, kind, invitedBy },
  }))

/** Whom orders are credited to. */
export function plannedAttribution({ commission }: ShopFile): AttributionRule {
  if (!commission) return usualRule
  const { rule: kind, bindingDays: days, selfPurchase } = commission
  return { version: FIRST_VERSION, kind, days, selfPurchase }
}

/** What orders are shared by; null for a shop that shares nothing. */
export function plannedCommission({ commission }: ShopFile): CommissionRule | null {
  if (!commission) return null
  const { products = {}, deals = {}, maxTotalBps, freezeDaysAfterReceipt: freezeDays } = commission
  return {
    version: FIRST_VERSION,
    shares: rolesOf(commission.shares, commission),
    ofProducts: eachOf(products, commission),
    ofDeals: eachOf(deals, commission),
    maxTotalBps: maxTotalBps as Bps,
    freezeDays,
  }
}

/** Who invited a guide earns wherever the guide does. */
export function rolesOf(shares: readonly FileShare[], { referral }: FileCommission): RoleShare[] {
  const roles = shares.map(({ role, bps }): RoleShare => ({ role, bps: bps as Bps }))
  const isGuided = roles.some(({ role }) => role === 'guide')
  if (!referral || !isGuided) return roles
  return [...roles, { role: 'second', bps: referral.level2Bps as Bps }]
}

const eachOf = (
  closer: Readonly<Record<string, readonly FileShare[]>>,
  commission: FileCommission,
): Record<string, RoleShare[]> =>
  Object.fromEntries(
    Object.entries(closer).map(([id, shares]) => [id, rolesOf(shares, commission)]),
  )

/** What guides are to reach in a month. */
export const plannedGoals = ({ guideGoals }: ShopFile): readonly GuideGoal[] => guideGoals
