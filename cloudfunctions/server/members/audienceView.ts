import type { Shop } from '@domain/catalog/product'
import type { AudienceView } from '@domain/flashsale/contract'
import { inAudience, type Audience } from '@domain/members/audience'
import type { Member } from '@domain/members/member'
import type { Instant } from '@domain/time'

/** Who looks, and when. */
interface Looking {
  readonly shop: Pick<Shop, 'levels' | 'segments'>
  readonly member: Member
  readonly now: Instant
}

/** For whom something is, by name, and whether the caller is one of them. */
export function audienceView(audience: Audience, { shop, member, now }: Looking): AudienceView {
  const { levels, segments } = shop
  const isIn = inAudience(audience, member, { levels, segments, now })
  return { kind: audience.kind, name: nameOf(audience, shop), isIn }
}

/** A group that the shop sorts members into is none of their business; a level they know. */
function nameOf(audience: Audience, { levels }: Pick<Shop, 'levels'>): string {
  if (audience.kind !== 'level') return ''
  return levels?.levels.find(({ id }) => id === audience.levelId)?.name ?? ''
}
