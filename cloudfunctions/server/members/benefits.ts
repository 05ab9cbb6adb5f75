import { hasFailed } from '@domain/failure'
import { noteGiven, owedBenefits } from '@domain/members/benefits'
import type { LevelRule } from '@domain/members/level'
import type { Member } from '@domain/members/member'
import type { Instant } from '@domain/time'
import { issueCoupon, type Giving } from '../coupons/issue'
import { _ } from '../kit/cloud'
import { members, shops } from '../kit/collections'
import { levelGiftIdOf, voucherIdOf } from '../kit/ids'
import { log, reasonOf } from '../kit/log'
import { jobOver } from '../timer/job'
import { changeMember, completeMember } from './change'
import { reckonAgain } from './reckon'

/** Members a batch. */
const BATCH = 100

/** Gives monthly vouchers and gifts for levels that are due. */
export const giveBenefits = jobOver({
  in: members,
  where: (now) => ({ benefitsAt: _.lte(now) }),
  finding: { limit: BATCH },
  first: async () => (await shops.get('shop'))?.levels ?? null,
  each: (member, now, rule) => giveOwed(member, rule, now),
  trouble: (error) => log('benefits_wait', { reason: reasonOf(error) }),
})

/**
 * Gives one member what is owed. Who is due to be reckoned is reckoned first: as a month begins, a
 * level may be lost with it.
 */
async function giveOwed(found: Member, rule: LevelRule | null, now: Instant): Promise<void> {
  const { _id: memberId } = found
  const member =
    found.reckonAt <= now ? await reckonAgain(memberId, now) : completeMember(memberId, found)
  const { voucher, gifts } = owedBenefits(member, rule, now)
  const isGiven =
    voucher !== null &&
    (await give(
      {
        templateId: voucher.templateId,
        couponId: voucherIdOf(memberId, voucher.month),
        memberId,
        channel: 'monthly',
        source: `monthly-${voucher.month}`,
      },
      now,
    ))
  const given: Member['giftsOwed'][number][] = []
  for (const { levelId, templateId } of gifts) {
    const couponId = levelGiftIdOf(memberId, levelId)
    const source = `level-${levelId}`
    if (await give({ templateId, couponId, memberId, channel: 'level-up', source }, now)) {
      given.push(levelId)
    }
  }
  await changeMember(memberId, (current) =>
    noteGiven(current, { voucher: isGiven, gifts: given }, rule, now),
  )
}

/** The coupon's id tells what it is for, so that it comes once however often this runs. */
async function give(giving: Giving, now: Instant): Promise<boolean> {
  const issued = await issueCoupon(giving, now)
  if (!hasFailed(issued)) return true
  const { memberId, templateId, source } = giving
  log('benefit_missing', { memberId, templateId, source, code: issued.code })
  return false
}
