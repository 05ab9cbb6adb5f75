import type { MemberId } from '@domain/ids'
import { strangerOf, type Member } from '@domain/members/member'
import { members } from '../kit/collections'
import { difference } from '../kit/database'
import { untilThrough } from '../kit/weather'

/**
 * Reads a member, decides, writes; decides anew on what is there when another was faster. Who is
 * not known yet is a stranger, and known from then on. A decision that returns the member itself
 * writes nothing.
 */
export function changeMember(
  memberId: MemberId,
  decide: (member: Member) => Member | Promise<Member>,
): Promise<Member> {
  return untilThrough(async () => {
    const known = await members.get(memberId)
    const before = completeMember(memberId, known)
    const decided = await decide(before)
    if (decided === before) return before
    const after = { ...decided, rev: before.rev + 1 }
    const written = known
      ? await members.changeIf(memberId, { rev: before.rev }, difference(before, after))
      : await members.add(after)
    return written ? after : 'lost'
  })
}

/** A member with all fields: documents of older versions lack some. */
export const completeMember = (memberId: MemberId, known: Member | undefined): Member => ({
  ...strangerOf(memberId),
  ...known,
})
