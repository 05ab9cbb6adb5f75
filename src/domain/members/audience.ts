import { isId, type CategoryId, type Id } from '../ids'
import type { Fen } from '../money'
import { DAY, type Instant } from '../time'
import { reachesLevel, type LevelRule } from './level'
import type { Member } from './member'

/** At least so much, and below so much. */
export interface Bounds<Value extends number> {
  readonly atLeast?: Value | undefined
  readonly below?: Value | undefined
}

/** 人群: members who have something in common. All that is asked for must hold. */
export interface Segment {
  readonly id: Id<'segment'>
  readonly name: string
  readonly where: {
    /** Who never ordered has an average of 0. */
    readonly averageOrderFen?: Bounds<Fen> | undefined
    /** Whole days. Who never ordered has none, and is not in. */
    readonly daysSinceLastOrder?: Bounds<number> | undefined
    readonly favouriteCategory?: CategoryId | undefined
  }
}

/** For whom something is. */
export type Audience =
  | { readonly kind: 'all' }
  /** Who has not received an order yet. */
  | { readonly kind: 'newcomer' }
  /** That level or above. */
  | { readonly kind: 'level'; readonly levelId: Id<'level'> }
  | { readonly kind: 'segment'; readonly segmentId: Id<'segment'> }

/** What an audience is told by, beside the member. */
export interface Society {
  readonly levels: LevelRule | null
  readonly segments: readonly Segment[]
  readonly now: Instant
}

/** Reads an audience: `all`, `newcomer`, `level:<id>` or `segment:<id>`; nothing else is one. */
export function audienceOf(text: string): Audience | undefined {
  if (text === 'all' || text === 'newcomer') return { kind: text }
  const [, kind, id] = /^(level|segment):(.+)$/.exec(text) ?? []
  if (id === undefined || !isId(id)) return undefined
  if (kind === 'level') return { kind, levelId: id as Id<'level'> }
  return { kind: 'segment', segmentId: id as Id<'segment'> }
}

/** Whether something is for this member. An unknown level or segment is for nobody. */
export function inAudience(
  audience: Audience,
  member: Omit<Member, '_id' | 'reckonAt' | 'rev'>,
  { levels, segments, now }: Society,
): boolean {
  switch (audience.kind) {
    case 'all':
      return true
    case 'newcomer':
      return member.orders === 0
    case 'level':
      return reachesLevel(levels, member.levelId, audience.levelId)
    case 'segment': {
      const segment = segments.find(({ id }) => id === audience.segmentId)
      return segment !== undefined && inSegment(segment, member, now)
    }
  }
}

/** Whether all that a segment asks for holds for a member. */
export function inSegment(
  { where }: Pick<Segment, 'where'>,
  member: Pick<Member, 'averageOrderFen' | 'lastOrderAt' | 'favouriteCategoryId'>,
  now: Instant,
): boolean {
  const { averageOrderFen, daysSinceLastOrder, favouriteCategory } = where
  const { lastOrderAt, favouriteCategoryId } = member
  const days = lastOrderAt === null ? undefined : Math.floor((now - lastOrderAt) / DAY)
  return (
    (!averageOrderFen || within(averageOrderFen, member.averageOrderFen)) &&
    (!daysSinceLastOrder || (days !== undefined && within(daysSinceLastOrder, days))) &&
    (favouriteCategory === undefined || favouriteCategory === favouriteCategoryId)
  )
}

function within({ atLeast, below }: Bounds<number>, value: number): boolean {
  return (atLeast === undefined || value >= atLeast) && (below === undefined || value < below)
}
