import type { AuditEntry, AuditLine } from '@domain/audit/audit'
import { AUDIT_PAGE } from '@domain/audit/contract'
import type { MemberId } from '@domain/ids'
import type { Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { guideNames } from '../guides/names'
import { auditEntries, members } from '../kit/collections'

/**
 * A page of the record, the newest first. What was done at the very moment that a page ends with is
 * all on it, so that the next one, before that moment, leaves nothing out. Beside who asks three
 * SDK calls, and one more for such a moment.
 */
export async function listAudit({ before }: { readonly before?: Instant | undefined }): Promise<{
  readonly entries: readonly AuditLine[]
  readonly more: boolean
}> {
  const found = await auditEntries.find(before === undefined ? {} : { at: _.lt(before) }, {
    order: [
      ['at', 'desc'],
      ['_id', 'asc'],
    ],
    limit: AUDIT_PAGE + 1,
  })
  const [last, next] = [found[AUDIT_PAGE - 1], found[AUDIT_PAGE]]
  const page = found.slice(0, AUDIT_PAGE)
  if (!last || last.at !== next?.at) {
    return { entries: await auditLines(page), more: next !== undefined }
  }
  const twins = await auditEntries.find({ at: last.at }, { order: [['_id', 'asc']] })
  const entries = [...page.filter(({ at }) => at !== last.at), ...twins]
  return { entries: await auditLines(entries), more: true }
}

/** Entries as they are read: with names, and without what only the shop's own books need. */
export async function auditLines(entries: readonly AuditEntry[]): Promise<AuditLine[]> {
  const names = await namesOf([...new Set(entries.map(({ by }) => by))])
  return entries.map(({ _id, at, by, action, subject, reason, before, after }) => {
    return { _id, at, action, subject, reason, before, after, who: names.get(by) ?? null }
  })
}

/** What those who work here are called: as a guide, else by the name they gave themselves. */
async function namesOf(ids: readonly MemberId[]): Promise<ReadonlyMap<MemberId, string>> {
  if (ids.length === 0) return new Map()
  const fields = { guideId: true, profile: true }
  const known = await members.find({ _id: _.in([...ids]) }, { fields })
  const guiding = await guideNames(known.flatMap(({ guideId }) => guideId ?? []))
  return new Map(
    known
      .map(({ _id, guideId, profile }) => {
        return [_id, (guideId && guiding[guideId]) ?? profile.nickname] as const
      })
      .filter(([, name]) => name !== ''),
  )
}
