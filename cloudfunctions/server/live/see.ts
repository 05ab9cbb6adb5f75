import type { Touch } from '@domain/attribution/shareLink'
import { fail, type Failure } from '@domain/failure'
import type { Guide } from '@domain/guides/guide'
import { available } from '@domain/holds/hold'
import type { LiveId, MemberId } from '@domain/ids'
import type { LiveCoupon, LiveView } from '@domain/live/contract'
import type { KeptRoom } from '@domain/live/room'
import type { Coupon } from '@domain/coupons/coupon'
import type { Member } from '@domain/members/member'
import type { Message } from '@domain/messages/message'
import { withTrail } from '../attribution/trail'
import { coupons } from '../kit/collections'
import { messageIdOf } from '../kit/ids'
import type { Caller } from '../kit/serve'
import { viewLotteries } from '../lottery/view'
import { figuresIn } from './figures'
import { droppable, goodsOf, readSession, sessionRows, soldIn, type LiveReading } from './read'
import { viewOf } from './room'

/** A session with what it is to one member. */
interface SeenReading extends LiveReading {
  readonly reminders: readonly Message[]
  readonly touches: readonly Touch[]
  readonly touched: readonly Guide[]
  readonly inviters: readonly Member[]
}

/** A live session with its room, what it sells, and how the caller came. */
export async function seeSession(
  { liveId }: { readonly liveId: LiveId },
  { memberId }: Caller,
): Promise<LiveView | Failure<'live_unknown'>> {
  const [session, claimed, lotteries] = await Promise.all([
    readSession<SeenReading>(rowsFor(liveId, memberId)),
    coupons.find({ memberId, channel: 'live' }, { fields: { templateId: true } }),
    viewLotteries({ liveId }, memberId),
  ])
  if (!session) return fail('live_unknown')
  const { _id, title, startsAt, endsAt, minutesPerProduct, room, channels } = session
  const goods = soldIn(session).flatMap((sold) => goodsOf(sold) ?? [])
  return {
    session: { _id, title, startsAt, endsAt, minutesPerProduct },
    hostName: session.hosts[0]?.name ?? null,
    coHostName: session.coHosts[0]?.name ?? null,
    channels,
    invitedBy: inviterOf(session),
    room: viewOf(room),
    goods,
    coupons: couponsOf(session, room, claimed),
    lotteries,
    mark: figuresIn(goods).mark,
    isReserved: session.reminders.length > 0,
    reminderTemplateId: session.shops[0]?.templates.liveStart ?? null,
  }
}

const rowsFor = (liveId: LiveId, memberId: MemberId) => {
  const reminderKey = messageIdOf({ kind: 'liveStart', memberId, subject: liveId })
  const rows = sessionRows(liveId)
    .addFields({ memberKey: memberId, reminderKey })
    .lookup({ from: 'messages', localField: 'reminderKey', foreignField: '_id', as: 'reminders' })
  return withTrail(rows, memberId).lookup({
    from: 'members',
    localField: 'touched.memberId',
    foreignField: '_id',
    as: 'inviters',
  })
}

/** The guide whose link to this very session the caller opened last. */
function inviterOf({ _id, touches, touched, inviters }: SeenReading): LiveView['invitedBy'] {
  const last = touches.find(
    ({ target, guideId }) => target.kind === 'live' && target.id === _id && guideId !== null,
  )
  const guide = touched.find((one) => one._id === last?.guideId && one.isActive)
  if (!guide) return null
  const inviter = inviters.find((member) => member._id === guide.memberId)
  return { name: guide.name, avatar: inviter?.profile.avatar ?? null }
}

/** Coupons that were dropped, the last one first. */
function couponsOf(
  { templates, couponPools }: LiveReading,
  { drops }: KeptRoom,
  claimed: readonly Pick<Coupon, 'templateId'>[],
): LiveCoupon[] {
  return drops.flatMap(({ templateId, at: droppedAt }) => {
    const found = templates.find((template) => template._id === templateId)
    if (!found) return []
    const own = claimed.filter((coupon) => coupon.templateId === templateId)
    return {
      template: droppable(found),
      droppedAt,
      left: available(couponPools.filter((pool) => pool.templateId === templateId)),
      claimed: own.length,
    }
  })
}
