/** What those who run a live did: everything that was granted is in the record, once. */
import type { Audit } from './auditor'
import type { AuditDoc } from './guide-books'
import { grouped } from './lookups'

/** A wish of somebody of the shop, as whoever made it was answered. */
export interface StaffDeed {
  readonly requestId: string
  readonly action: string
  readonly by: string
  /** The live that it is about. */
  readonly subject: string
  /** Unknown where weather was the last that was heard of it. */
  readonly outcome: 'granted' | 'refused' | 'unknown'
}

const keyOf = ({ action, by, subject }: Pick<AuditDoc, 'action' | 'by' | 'subject'>): string =>
  `${action} by ${by} in ${subject}`

const entriesOf = grouped<AuditDoc>(keyOf)

/** At rest the record has an entry of each wish that was granted, and of no other. */
export function checkDeedsAtRest(
  { books, accuse }: Audit,
  deeds: ReadonlyMap<string, StaffDeed>,
): void {
  const counts = new Map<string, { granted: number; unknown: number }>()
  const actions = new Set<string>()
  for (const deed of deeds.values()) {
    const count = counts.get(keyOf(deed)) ?? { granted: 0, unknown: 0 }
    counts.set(keyOf(deed), count)
    actions.add(deed.action)
    if (deed.outcome !== 'refused') count[deed.outcome] += 1
  }
  const noted = entriesOf(books.audit)
  for (const [key, { granted, unknown }] of counts) {
    const entries = noted.get(key)?.length ?? 0
    if (entries < granted || entries > granted + unknown) {
      accuse('every deed is recorded', key, `${entries} entries for ${granted} deeds`)
    }
  }
  const strange = books.audit.find(
    (entry) => actions.has(entry.action) && !counts.has(keyOf(entry)),
  )
  if (strange) accuse('every deed is recorded', strange._id, 'is of nobody who did it')
}
