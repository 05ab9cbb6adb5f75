/**
 * Rooms of lives: forward in their life, with drops for those who are there, and reminders once.
 */
import type { Audit } from './auditor'
import type { CouponDoc } from './books'
import type { AuditDoc } from './guide-books'
import type { MessageDoc, RoomDoc } from './live-books'
import { ranAt } from './live-sales'
import { byId, grouped } from './lookups'
import { SLACK } from './slack'
import { CLOCK_SKEW } from './spending'

/** What the auditor remembers of rooms and reminders from the last look. */
export class SeenRooms {
  private readonly rooms = new Map<string, RoomDoc>()
  private readonly gone = new Set<string>()

  /** The room as it was. */
  before(room: RoomDoc): RoomDoc | undefined {
    const before = this.rooms.get(room._id)
    this.rooms.set(room._id, room)
    return before
  }

  /** Whether a message had gone by the last look. */
  hadGone({ _id, dueAt }: MessageDoc): boolean {
    const had = this.gone.has(_id)
    if (dueAt === null) this.gone.add(_id)
    return had
  }
}

const order = ['planned', 'live', 'ended']

/** What must hold at every moment. */
export function checkRooms(audit: Audit, seen: SeenRooms): void {
  const { books, accuse } = audit
  for (const room of books.rooms) {
    const before = seen.before(room)
    if (before && before !== room) checkForward(accuse, before, room)
  }
  checkDrops(audit)
  checkReminders(audit, seen)
}

/** A live is planned, runs and has ended; when it did stays as it was told. */
function checkForward(accuse: Audit['accuse'], before: RoomDoc, room: RoomDoc): void {
  const { _id, status, startedAt, endedAt, rev } = room
  const isBack = order.indexOf(status) < order.indexOf(before.status) || rev < before.rev
  const isRetold =
    (before.startedAt !== null && before.startedAt !== startedAt) ||
    (before.endedAt !== null && before.endedAt !== endedAt)
  if (isBack || isRetold) {
    accuse('a live goes forward', _id, `was ${before.status} at ${before.startedAt}, is ${status}`)
  }
}

const dropsOf = grouped<AuditDoc>(({ action, after }) =>
  action === 'live.drop' ? String(after['templateId']) : undefined,
)

const looked = new WeakSet()

/** Coupons of lives come by what was dropped, and while its room is open. */
function checkDrops({ books, accuse }: Audit): void {
  for (const coupon of books.coupons) {
    if (coupon.channel !== 'live' || looked.has(coupon)) continue
    looked.add(coupon)
    const drops = dropsOf(books.audit).get(coupon.templateId) ?? []
    const isThere = drops.some((drop) => {
      const room = byId(books.rooms).get(drop.subject)
      return room && wasClaimed(coupon, { room, since: drop.at })
    })
    if (!isThere) {
      accuse('only what is dropped', coupon._id, `is claimed at ${coupon.claimedAt}, out of a room`)
    }
  }
}

const wasClaimed = (
  { claimedAt }: CouponDoc,
  { room, since }: { readonly room: RoomDoc; readonly since: number },
): boolean => ranAt(room, claimedAt) && claimedAt >= since - CLOCK_SKEW

/** Who reserved is reminded once: there is one message of a live, and it goes no second time. */
function checkReminders({ books, accuse }: Audit, seen: SeenRooms): void {
  const owners = new Set<string>()
  for (const message of books.messages) {
    if (message.kind !== 'liveStart') continue
    const { _id, memberId, subject, dueAt } = message
    const owner = `${memberId} ${subject}`
    if (owners.has(owner)) accuse('reminded once', _id, `is another one of ${owner}`)
    owners.add(owner)
    if (seen.hadGone(message) && dueAt !== null) {
      accuse('reminded once', _id, 'had gone, and is to go again')
    }
    if (dueAt !== null && dueAt < books.now - SLACK) {
      accuse('reminded once', _id, `should have gone at ${dueAt}`)
    }
  }
}

/** At rest every live is over, and everybody was reminded. */
export function checkRoomsAtRest({ books, prices, accuse }: Audit): void {
  for (const { id } of prices.lives.written) {
    const room = byId(books.rooms).get(id)
    if (room?.status !== 'ended') accuse('all done', id, `is still ${room?.status}`)
  }
  for (const { _id, kind, dueAt } of books.messages) {
    if (kind === 'liveStart' && dueAt !== null) accuse('all done', _id, 'is still to go')
  }
}
