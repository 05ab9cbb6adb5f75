import type { LiveStatus } from '@domain/live/room'
import type { Tone } from '@/components/Tag'

/** How the state of a session looks. */
export const statusTone: Readonly<Record<LiveStatus, Tone>> = {
  planned: 'amber',
  live: 'cherry',
  ended: 'plain',
}
