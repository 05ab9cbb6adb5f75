import { fail, hasFailed, type Failure } from '@domain/failure'
import type { Guide } from '@domain/guides/guide'
import type { MemberId } from '@domain/ids'
import type { HourlyCounts } from '@domain/limits/hourly'
import type { Member } from '@domain/members/member'
import type { Instant } from '@domain/time'
import { guides, shops } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { untilThrough } from '../kit/weather'
import { countFrom } from '../limits/count'
import { changeMember } from '../members/change'

/** What a guide is told of their place. */
interface Accepted {
  readonly guide: Pick<Guide, '_id' | 'name' | 'kind'>
}

/** Why a place can't be taken up. */
type Refusal = Failure<'tries_over' | 'invitation_unknown' | 'invitation_over' | 'guide_already'>

/** A place with the caller and the place that they have already. */
type PlaceReading = Guide & {
  readonly members: readonly Member[]
  readonly held: readonly Guide[]
}

/**
 * Takes up a place as a guide. First the member says which place is theirs, so that nobody has two;
 * then the place says whose it is, so that nobody shares one. Whoever is interrupted between the
 * two finishes by the same code, and whoever comes second lets go. At most six SDK calls.
 */
export async function acceptInvitation(
  { code }: { readonly code: string },
  caller: Caller,
): Promise<Accepted | Refusal> {
  const { memberId, now } = caller
  const place = await triedPlace(code.toUpperCase(), caller)
  if (!place) return fail('invitation_unknown')
  if (hasFailed(place)) return place
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

/**
 * The place of a code. Nothing of it is told before the try is counted: whoever guesses, however
 * many codes at the same time, learns of no more than may be tried.
 */
function triedPlace(
  code: string,
  caller: Caller,
): Promise<PlaceReading | Failure<'tries_over'> | undefined> {
  return untilThrough(async () => {
    const { places, members, held, counts } = await read(code, caller.memberId)
    const over = await countFrom(counts[0], 'invitation', caller)
    if (over) return over
    const [place] = places
    return place && { ...place, members, held }
  })
}

/** What a code leads to, and who tries it. */
interface CodeReading extends Pick<PlaceReading, 'members' | 'held'> {
  readonly places: readonly Guide[]
  readonly counts: readonly HourlyCounts[]
}

async function read(code: string, memberKey: MemberId): Promise<CodeReading> {
  const { list } = (await shops
    .aggregate()
    .match({ _id: 'shop' })
    .addFields({ code, memberKey })
    .lookup({ from: 'guides', localField: 'code', foreignField: 'invitation.code', as: 'places' })
    .lookup({ from: 'members', localField: 'memberKey', foreignField: '_id', as: 'members' })
    .lookup({ from: 'guides', localField: 'members.guideId', foreignField: '_id', as: 'held' })
    .lookup({ from: 'hourly_counts', localField: 'memberKey', foreignField: '_id', as: 'counts' })
    .project({ places: 1, members: 1, held: 1, counts: 1 })
    .end()) as unknown as { list: readonly CodeReading[] }
  return list[0] ?? { places: [], members: [], held: [], counts: [] }
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
