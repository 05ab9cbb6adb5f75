import { hasFailed } from '@domain/failure'
import type { AuditLine } from '@domain/audit/audit'
import type { Call } from '@/platform/call'
import { Lists } from './Lists'

/** 操作记录: what staff did, the newest first. */
export class AuditStore {
  readonly lines: Lists<'all', AuditLine>

  constructor(call: Call) {
    this.lines = new Lists(async (_name, last) => {
      const answer = await call('audit.list', last ? { before: last.at } : {})
      return hasFailed(answer) ? answer : { rows: answer.entries, hasMore: answer.more }
    })
  }
}
