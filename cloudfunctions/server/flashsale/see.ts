import type { Shop } from '@domain/catalog/product'
import type { FlashProgress } from '@domain/deals/progress'
import { fail } from '@domain/failure'
import type { AudienceView, FlashSession } from '@domain/flashsale/contract'
import { inAudience, type Audience } from '@domain/members/audience'
import { strangerOf, type Member } from '@domain/members/member'
import type { Instant } from '@domain/time'
import { flashProgress, readDeals } from '../deals/progress'
import { _ } from '../kit/cloud'
import { members, reminders, shops } from '../kit/collections'
import type { Caller } from '../kit/serve'

/** Sessions that run and the next ones, soonest first. Four SDK calls. */
export async function seeSessions(_input: object, { memberId, now }: Caller) {
  const [shop, readings, known, wishes] = await Promise.all([
    shops.get('shop'),
    readDeals({ kind: 'flash', endsAt: _.gt(now) }),
    members.get(memberId),
    reminders.find({ memberId, startsAt: _.gt(now) }),
  ])
  if (!shop) return fail('shop_unknown')
  const items = readings.map(flashProgress).filter((item) => item !== undefined)
  const member = known ?? strangerOf(memberId)
  const sessions = bySession(items).map((found) =>
    sessionOf(found, {
      audience: audienceView(found[0].deal.audience, { shop, member, now }),
      isReminded: wishes.some(
        ({ saleId, startsAt }) =>
          saleId === found[0].deal.saleId && startsAt === found[0].deal.startsAt,
      ),
    }),
  )
  return { sessions, reminderTemplateId: shop.templates.flashStart }
}

type Items = readonly [FlashProgress, ...FlashProgress[]]

/** Items of one sale that start together are one session. */
function bySession(items: readonly FlashProgress[]): Items[] {
  const sessions = new Map<string, [FlashProgress, ...FlashProgress[]]>()
  for (const item of items) {
    const key = `${item.deal.saleId} ${item.deal.startsAt}`
    const found = sessions.get(key)
    if (found) found.push(item)
    else sessions.set(key, [item])
  }
  return [...sessions.values()]
}

function sessionOf(items: Items, own: Pick<FlashSession, 'audience' | 'isReminded'>): FlashSession {
  const { saleId, name, startsAt, endsAt, payMinutes } = items[0].deal
  return { saleId, name, startsAt, endsAt, payMinutes, items, ...own }
}

/** For whom a session is, by name, and whether the caller is one of them. */
function audienceView(
  audience: Audience,
  { shop, member, now }: { shop: Shop; member: Member; now: Instant },
): AudienceView {
  const { levels, segments } = shop
  const isIn = inAudience(audience, member, { levels, segments, now })
  return { kind: audience.kind, name: nameOf(audience, shop), isIn }
}

/** A group that the shop sorts members into is none of their business; a level they know. */
function nameOf(audience: Audience, { levels }: Shop): string {
  if (audience.kind !== 'level') return ''
  return levels?.levels.find(({ id }) => id === audience.levelId)?.name ?? ''
}
