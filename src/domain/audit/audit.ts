import type { MemberId } from '../ids'
import type { Instant } from '../time'

/** 操作记录: what somebody of the shop changed, and why. Written once, never changed. */
export interface AuditEntry {
  readonly _id: string
  readonly at: Instant
  readonly by: MemberId
  /** The action's name. */
  readonly action: string
  /** The id of what was changed. */
  readonly subject: string
  readonly reason: string
  /** What was asked, in short: the request id that the entry is found by stands for no other. */
  readonly wish: string
  /** Figures and names, as they were and as they are. */
  readonly before: Readonly<Record<string, string | number | boolean | null>>
  readonly after: Readonly<Record<string, string | number | boolean | null>>
}

/** An entry as it is read: who did it is told by name, and by no id. */
export interface AuditLine extends Pick<
  AuditEntry,
  '_id' | 'at' | 'action' | 'subject' | 'reason' | 'before' | 'after'
> {
  /** A guide's name or a member's nickname; null for who gave neither. */
  readonly who: string | null
}
