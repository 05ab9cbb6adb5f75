import { NEVER } from '../holds/hold'
import type { TemplateId } from '../ids'
import { after, DAY, monthsLater, shopDay, shopMonth, shopTime, type Instant } from '../time'
import { levelHeld, type Level, type LevelRule } from './level'
import type { Member } from './member'

/** What a member's benefits depend on. */
export type Benefited = Pick<Member, 'levelId' | 'giftsOwed' | 'voucherMonth'>

/** What a level still owes a member. */
export interface OwedBenefits {
  /** The voucher of this month. */
  readonly voucher: { readonly month: string; readonly templateId: TemplateId } | null
  /** The gifts for levels that were reached. */
  readonly gifts: readonly { readonly levelId: Level['id']; readonly templateId: TemplateId }[]
}

/** The name of a month in shop time, e.g. `2028-02`. */
export const monthOf = (now: Instant): string => shopTime(now, 'YYYY-MM')

/**
 * What a member is owed at `now`: the voucher of the level that they stand on, once a month
 * whatever level it was for, and the gifts for levels reached. A month that is over is not made up
 * for.
 */
export function owedBenefits(
  { levelId, giftsOwed, voucherMonth }: Benefited,
  rule: LevelRule | null,
  now: Instant,
): OwedBenefits {
  const templateId = levelHeld(rule, levelId)?.monthlyTemplateId ?? null
  const month = monthOf(now)
  // A computer whose clock is behind does not go back to a month that is over.
  const isOwed = templateId !== null && (voucherMonth ?? '') < month
  return {
    voucher: isOwed ? { month, templateId } : null,
    gifts: (rule?.levels ?? []).flatMap(({ id, giftTemplateId }) =>
      giftTemplateId !== null && giftsOwed.includes(id)
        ? [{ levelId: id, templateId: giftTemplateId }]
        : [],
    ),
  }
}

/**
 * When benefits are looked after next: at once where some are owed, else as the next month begins;
 * never on a level without a monthly voucher.
 */
export function benefitsDue(member: Benefited, rule: LevelRule | null, now: Instant): Instant {
  const { voucher, gifts } = owedBenefits(member, rule, now)
  if (voucher || gifts.length > 0) return now
  const isMonthly = (levelHeld(rule, member.levelId)?.monthlyTemplateId ?? null) !== null
  return isMonthly ? monthsLater(shopMonth(now), 1) : NEVER
}

/** The later of two months. */
const later = (one: string | null, other: string): string =>
  one !== null && one > other ? one : other

/** What became of benefits that were owed. */
export interface GivenBenefits {
  readonly voucher: boolean
  readonly gifts: readonly Level['id'][]
}

/**
 * Notes what a member was given. What could not be given, because no coupon of it was left, is
 * tried again the next day.
 */
export function noteGiven(
  member: Member,
  given: GivenBenefits,
  rule: LevelRule | null,
  now: Instant,
): Member {
  const noted = {
    ...member,
    voucherMonth: given.voucher ? later(member.voucherMonth, monthOf(now)) : member.voucherMonth,
    giftsOwed: member.giftsOwed.filter((id) => !given.gifts.includes(id)),
  }
  const due = benefitsDue(noted, rule, now)
  return { ...noted, benefitsAt: due > now ? due : after(shopDay(now), DAY) }
}
