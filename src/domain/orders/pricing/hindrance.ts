import { inScope, type Scope } from '../../promotions/scope'
import { nextSession, sessionAt, type Schedule } from '../../schedule'
import type { Instant } from '../../time'
import type { BasketLine, Why } from './line'

/** What keeps a promotion from doing anything at all for a basket. */
export interface Hindrance {
  readonly reason: 'over' | 'scope' | 'unstarted'
  readonly why: Why
}

/** Why a promotion can do nothing for a basket at `now`; nothing where it may. */
export function hindrance(
  { schedule, scope }: { readonly schedule: Schedule; readonly scope: Scope },
  lines: readonly Pick<BasketLine, 'product'>[],
  now: Instant,
): Hindrance | undefined {
  const session = sessionAt(schedule, now) ?? nextSession(schedule, now)
  if (!session) return { reason: 'over', why: {} }
  if (!lines.some(({ product }) => inScope(scope, product))) return { reason: 'scope', why: {} }
  const { startsAt } = session
  return startsAt > now ? { reason: 'unstarted', why: { startsAt } } : undefined
}
