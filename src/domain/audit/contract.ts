import * as z from 'zod'
import { action, moment } from '../contract'
import type { AuditLine } from './audit'

/** Entries of a page of the record. */
export const AUDIT_PAGE = 50

/** 操作记录: what staff did, the newest first. */
export const auditContract = {
  'audit.list': action({
    input: z.strictObject({ before: moment.optional() }),
    output: z.custom<{ readonly entries: readonly AuditLine[]; readonly more: boolean }>(),
    fails: ['role_missing'],
  }),
}
