import type { FlashProgress } from '@domain/deals/progress'
import { fail } from '@domain/failure'
import type { FlashSession } from '@domain/flashsale/contract'
import { REMIND_AHEAD } from '@domain/flashsale/reminder'
import { strangerOf } from '@domain/members/member'
import { after } from '@domain/time'
import { flashProgress, readDeals } from '../deals/progress'
import { _ } from '../kit/cloud'
import { members, messages, shops } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { audienceView } from '../members/audienceView'
import { reminderSubject } from './remind'

/** Sessions that run and the next ones, soonest first. Four SDK calls. */
export async function seeSessions(_input: object, { memberId, now }: Caller) {
  const [shop, readings, known, wishes] = await Promise.all([
    shops.get('shop'),
    readDeals({ kind: 'flash', endsAt: _.gt(now) }),
    members.get(memberId),
    // Of a session that is still to come the reminder went five minutes ago at the earliest.
    messages.find({ memberId, kind: 'flashStart', sendAt: _.gt(after(now, -1 * REMIND_AHEAD)) }),
  ])
  if (!shop) return fail('shop_unknown')
  const items = readings.map(flashProgress).filter((item) => item !== undefined)
  const member = known ?? strangerOf(memberId)
  const sessions = bySession(items).map((found) =>
    sessionOf(found, {
      audience: audienceView(found[0].deal.audience, { shop, member, now }),
      isReminded: wishes.some(({ subject }) => subject === reminderSubject(found[0].deal)),
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
