import type { Reply } from '@domain/api'

/** Tells what a function of the shop sends back from anything else that may stand in its place. */
export function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && ('result' in value || 'error' in value)
}
