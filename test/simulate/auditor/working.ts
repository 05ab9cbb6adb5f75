/** Who works as a guide, and when: by the places that were taken, and by the audit log. */
import type { Books } from './books'
import type { AuditDoc, GuideDoc } from './guide-books'
import { grouped, once } from './lookups'
import { CLOCK_SKEW } from './spending'

const changesOf = grouped<AuditDoc>(({ action, subject }) =>
  action === 'guides.activate' ? subject : undefined,
)

const placesOf = once((guides: readonly GuideDoc[]) => {
  const taken = guides.filter(({ memberId }) => memberId !== null)
  return new Map(taken.map((guide) => [guide.memberId, guide]))
})

/** Somebody's own place as a guide. */
export const placeOf = ({ guides }: Books, memberId: string): GuideDoc | undefined =>
  placesOf(guides).get(memberId)

/** Whether a guide worked at a moment; undefined where clocks that differ leave it open. */
export function worked({ audit }: Books, guideId: string | null, at: number): boolean | undefined {
  if (guideId === null) return false
  const changes = changesOf(audit).get(guideId) ?? []
  if (changes.some((change) => Math.abs(change.at - at) <= CLOCK_SKEW)) return undefined
  const before = changes.filter((change) => change.at < at)
  const last = before.reduce<AuditDoc | undefined>(
    (latest, change) => (latest && latest.at > change.at ? latest : change),
    undefined,
  )
  return last === undefined || last.after['isActive'] === true
}
