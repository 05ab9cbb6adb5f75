import { believedAt, type PhoneEvent, type ShopEvent } from '@domain/events/event'
import { shopEvents } from '../kit/collections'
import { eventIdOf } from '../kit/ids'
import type { Caller } from '../kit/serve'

/** What a phone noted. */
interface Recording {
  readonly requestId: string
  readonly events: readonly PhoneEvent[]
}

/**
 * Keeps a batch of what happened on a phone: all of it or, where it was kept before, nothing. One
 * SDK call; none where all of it comes too late to count.
 */
export async function recordEvents(
  { requestId, events }: Recording,
  { memberId, now }: Caller,
): Promise<{ readonly kept: number }> {
  const kept = events.flatMap((event, place): ShopEvent[] => {
    const at = believedAt(event, now)
    const _id = eventIdOf(memberId, requestId, place)
    return at === undefined ? [] : [{ ...event, _id, memberId, at }]
  })
  if (kept.length > 0) await shopEvents.addAll(kept)
  return { kept: kept.length }
}
