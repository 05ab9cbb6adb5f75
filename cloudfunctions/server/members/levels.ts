import { fail } from '@domain/failure'
import type { LevelBenefits } from '@domain/members/contract'
import { growthOf } from '@domain/members/growth'
import type { Level } from '@domain/members/level'
import { _ } from '../kit/cloud'
import { couponTemplates, members, shops } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { completeMember } from './change'

/** The levels with what they bring, and how the caller's own changed. Three SDK calls. */
export async function seeLevels(_input: object, { memberId }: Caller) {
  const [shop, known] = await Promise.all([shops.get('shop'), members.get(memberId)])
  if (!shop) return fail('shop_unknown')
  const member = completeMember(memberId, known)
  return {
    growth: growthOf(shop.levels, member),
    levels: await withNames(shop.levels?.levels ?? []),
    history: [...member.levelHistory].reverse(),
  }
}

/** Levels with the names of the coupons that come with them. */
async function withNames(levels: readonly Level[]): Promise<LevelBenefits[]> {
  const ids = levels.flatMap(({ monthlyTemplateId, giftTemplateId }) =>
    [monthlyTemplateId, giftTemplateId].filter((id) => id !== null),
  )
  const found =
    ids.length === 0
      ? []
      : await couponTemplates.find({ _id: _.in(ids) }, { fields: { name: true } })
  const nameOf = (id: Level['giftTemplateId']): string | null =>
    found.find(({ _id }) => _id === id)?.name ?? null
  return levels.map((level) => ({
    level,
    monthly: nameOf(level.monthlyTemplateId),
    gift: nameOf(level.giftTemplateId),
  }))
}
