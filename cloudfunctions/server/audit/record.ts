import type { AuditEntry } from '@domain/audit/audit'
import { fail, type Failure } from '@domain/failure'
import { auditEntries } from '../kit/collections'
import { auditIdOf, wishOf } from '../kit/ids'
import type { Caller } from '../kit/serve'

/** What somebody of the shop changes by one wish. */
export interface Deed {
  readonly caller: Caller
  /** The wish's own id; where an action has none, a name for what the deed changes. */
  readonly requestId: string
  /** The action's name, with its whole input. */
  readonly action: string
  readonly input: unknown
}

/** What is told of a change beside who made it, and when. */
export type Change = Pick<AuditEntry, 'subject' | 'reason' | 'before' | 'after'>

/** What is known of a wish before it is granted. */
export type Earlier = AuditEntry | Failure<'request_reused'> | undefined

/** The entry of the same wish that was granted before; refused where the id stood for another. */
export async function earlierDeed(deed: Deed): Promise<Earlier> {
  const entry = await auditEntries.get(entryIdOf(deed))
  if (!entry) return undefined
  return entry.wish === wishOf(deed.action, deed.input) ? entry : fail('request_reused')
}

/**
 * Notes a change after it was made. Who is interrupted between the two asks again by the same id:
 * the change, made so that it changes nothing twice, is then noted as well.
 */
export async function record(deed: Deed, change: Change): Promise<void> {
  const { caller, action, input } = deed
  await auditEntries.add({
    _id: entryIdOf(deed),
    at: caller.now,
    by: caller.memberId,
    action,
    wish: wishOf(action, input),
    ...change,
  })
}

const entryIdOf = ({ caller, requestId }: Deed): string => auditIdOf(caller.memberId, requestId)
