import { fail, type Failure } from '@domain/failure'
import type { Guide } from '@domain/guides/guide'
import type { Member } from '@domain/members/member'
import type { Instant } from '@domain/time'
import { guides } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { changeMember } from '../members/change'

/** What a guide is told of their place. */
interface Accepted {
  readonly guide: Pick<Guide, '_id' | 'name' | 'kind'>
}

/** Why a place can't be taken up. */
type Refusal = Failure<'invitation_unknown' | 'invitation_over' | 'guide_already'>

/** A place with the caller and the place that they have already. */
type PlaceReading = Guide & {
  readonly members: readonly Member[]
  readonly held: readonly Guide[]
}

/**
 * Takes up a place as a guide. First the member says which place is theirs, so that nobody has two;
 * then the place says whose it is, so that nobody shares one. Whoever is interrupted between the
 * two finishes by the same code, and whoever comes second lets go. At most five SDK calls.
 */
export async function acceptInvitation(
  { code }: { readonly code: string },
  caller: Caller,
): Promise<Accepted | Refusal> {
  const { memberId, now } = caller
  const place = await readPlace(code.toUpperCase(), caller)
  if (!place) return fail('invitation_unknown')
  if (place.memberId === memberId) return accepted(place)
  const refusal = refusalOf(place, caller)
  if (refusal) return refusal
  const member = await changeMember(memberId, (known) =>
    known.guideId === place._id || !isFree(known, place.held, caller)
      ? known
      : { ...known, guideId: place._id },
  )
  if (member.guideId !== place._id) return fail('guide_already')
  const terms = { memberId: null, isActive: true, 'invitation.code': place.invitation?.code }
  if (await guides.changeIf(place._id, terms, { memberId, joinedAt: now })) return accepted(place)
  return settle(place, caller)
}

async function readPlace(code: string, { memberId }: Caller): Promise<PlaceReading | undefined> {
  const { list } = (await guides
    .aggregate()
    .match({ 'invitation.code': code })
    .limit(1)
    .addFields({ memberKey: memberId })
    .lookup({ from: 'members', localField: 'memberKey', foreignField: '_id', as: 'members' })
    .lookup({ from: 'guides', localField: 'members.guideId', foreignField: '_id', as: 'held' })
    .end()) as unknown as { list: readonly PlaceReading[] }
  return list[0]
}

const accepted = ({ _id, name, kind }: Guide): Accepted => ({ guide: { _id, name, kind } })

function refusalOf(place: PlaceReading, caller: Caller): Refusal | undefined {
  const { memberId: owner, members, held } = place
  if (owner !== null) return fail('invitation_unknown')
  const [member] = members
  if (member && member.guideId !== place._id && !isFree(member, held, caller)) {
    return fail('guide_already')
  }
  return isOver(place, caller.now) ? fail('invitation_over') : undefined
}

/**
 * Whether a member may take up another place: they have none, somebody else was faster to take up
 * the one they meant, or it can't be finished any more.
 */
function isFree(
  { guideId }: Pick<Member, 'guideId'>,
  held: readonly Guide[],
  { memberId, now }: Caller,
): boolean {
  if (guideId === null) return true
  const place = held.find(({ _id }) => _id === guideId)
  if (!place || place.memberId === memberId) return false
  return place.memberId !== null || isOver(place, now)
}

const isOver = ({ isActive, invitation }: Guide, now: Instant): boolean =>
  !isActive || !invitation || now >= invitation.until

/** The place changed since it was read: it is the caller's after all, or they let go of it. */
async function settle(place: Guide, { memberId }: Caller): Promise<Accepted | Refusal> {
  const current = await guides.get(place._id)
  if (current?.memberId === memberId) return accepted(current)
  await changeMember(memberId, (known) =>
    known.guideId === place._id ? { ...known, guideId: null } : known,
  )
  return fail('invitation_unknown')
}
