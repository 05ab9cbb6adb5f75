import { fail, hasFailed, type Failure } from '@domain/failure'
import type { GuideRow } from '@domain/guides/contract'
import type { Guide } from '@domain/guides/guide'
import type { GuideId } from '@domain/ids'
import { earlierDeed, record } from '../audit/record'
import { guides } from '../kit/collections'
import type { Caller } from '../kit/serve'

/** Every place for a guide, taken or not. Beside who asks one SDK call for each thousand. */
export async function listGuides(): Promise<{ readonly guides: readonly GuideRow[] }> {
  const all = await guides.findAll({})
  return { guides: all.map(rowOf) }
}

/** Who has taken a place is said by its name; who that is in WeChat is nobody's business. */
function rowOf(guide: Guide): GuideRow {
  const { _id: id, name, kind, storeId, joinedAt, isActive, invitedBy, invitation } = guide
  return { id, name, kind, storeId, joinedAt, isActive, invitedBy, invitation }
}

/** A guide's work that ends or goes on. */
interface Activating {
  readonly requestId: string
  readonly guideId: GuideId
  readonly isActive: boolean
  readonly reason: string
}

/**
 * Ends a guide's work, or lets it go on: orders from then on are credited so, and what was earned
 * stays. Beside who asks four SDK calls.
 */
export async function activateGuide(
  activating: Activating,
  caller: Caller,
): Promise<{ readonly guide: GuideRow } | Failure<'request_reused' | 'guide_unknown'>> {
  const { requestId, guideId, isActive, reason } = activating
  const deed = { caller, requestId, action: 'guides.activate', input: activating }
  const [earlier, guide] = await Promise.all([earlierDeed(deed), guides.get(guideId)])
  if (hasFailed(earlier)) return earlier
  if (!guide) return fail('guide_unknown')
  if (earlier) return { guide: rowOf(guide) }
  await guides.changeIf(guideId, {}, { isActive })
  const before = { isActive: guide.isActive }
  await record(deed, { subject: guideId, reason, before, after: { isActive } })
  return { guide: rowOf({ ...guide, isActive }) }
}
