import { createHash } from 'node:crypto'
import type { DealId, MemberId, OrderId } from '@domain/ids'

const hash = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex')

/**
 * The order's id, derived from who wished it and which wish it was: a repeat lands on the same
 * document. 28 letters and digits also fit WeChat Pay's out_trade_no (32).
 */
export function orderIdOf(memberId: MemberId, requestId: string): OrderId {
  return hash('order', memberId, requestId).slice(0, 28) as OrderId
}

/** One key for all that a member has in a deal: the id of the quota, the mark of its orders. */
export function joinKeyOf(dealId: DealId, memberId: MemberId): string {
  return `${dealId}.${memberId}`
}

/** What was asked, in short: the same wish has the same one. */
export function wishOf(action: string, input: unknown): string {
  return hash('wish', action, JSON.stringify(input)).slice(0, 16)
}

/** SHA-256 over lines of text. */
export function digestOf(lines: readonly string[]): string {
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}
