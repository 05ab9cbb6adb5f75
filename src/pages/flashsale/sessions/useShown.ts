import { useState } from 'react'
import type { FlashSession } from '@domain/flashsale/contract'
import { sessionInFront } from '@domain/flashsale/outlook'
import { now } from '@/platform/clock'
import type { Pages } from '@/platform/go'
import { keyOf } from '@/stores/FlashsaleStore'

/** Which session is looked at, and which ones were. */
export interface Shown {
  readonly session: FlashSession | undefined
  /** What was looked at stays in the page: coming back to it sends the view only classes. */
  readonly wasLookedAt: (session: FlashSession) => boolean
  readonly show: (key: string) => void
}

/** Whether the caller is one of those whom a session is for. */
export const isOpenToCaller = ({ audience }: FlashSession): boolean => audience.isIn

/** What the address of the page names, if anything. */
type Named = Partial<Pages['sessions']>

/** The session that was tapped, else one that the address names, else the best one. */
export function useShown(sessions: readonly FlashSession[], { dealId, saleId }: Named): Shown {
  // The one tapped last stands first.
  const [looked, look] = useState<readonly string[]>([])
  const tapped = sessions.find((one) => keyOf(one) === looked[0])
  const named =
    sessions.find(({ items }) => items.some(({ deal }) => deal._id === dealId)) ??
    sessions.find((one) => one.saleId === saleId)
  const session = tapped ?? named ?? sessionInFront(sessions, now(), isOpenToCaller)
  return {
    session,
    wasLookedAt: (one) => one === session || looked.includes(keyOf(one)),
    show: (key) => {
      look([...new Set([key, ...(session ? [keyOf(session)] : []), ...looked])])
    },
  }
}
