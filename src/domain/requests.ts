import { fail, type Failure } from './failure'
import { after, DAY, type Duration, type Instant } from './time'

/** A wish as a phone sends it: its id, and in short what is wished. */
export interface Request {
  readonly requestId: string
  readonly wish: string
}

/** Wishes that were granted of late, by their request ids. */
export type GrantedRequests = Readonly<
  Record<string, { readonly wish: string; readonly at: Instant }>
>

/** How long a wish is known again: longer than a phone tries to tell of it. */
export const REQUESTS_KNOWN = (7 * DAY) as Duration

/** Wishes that are known at most: nobody who taps has so many in a week. */
export const MOST_REQUESTS = 100

/** Whether a wish was granted before. The id of another wish is refused. */
export function isGranted(
  granted: GrantedRequests,
  { requestId, wish }: Request,
): boolean | Failure<'request_reused'> {
  const before = granted[requestId]
  if (!before) return false
  return before.wish === wish || fail('request_reused')
}

/** Notes a wish that is granted now, so that a repeat is known; old ones are forgotten. */
export function noteGranted(
  granted: GrantedRequests,
  { requestId, wish }: Request,
  now: Instant,
): GrantedRequests {
  const recent = Object.entries(granted)
    .filter(([, { at }]) => after(at, REQUESTS_KNOWN) > now)
    .sort(([, one], [, other]) => one.at - other.at)
    .slice(1 - MOST_REQUESTS)
  return { ...Object.fromEntries(recent), [requestId]: { wish, at: now } }
}
