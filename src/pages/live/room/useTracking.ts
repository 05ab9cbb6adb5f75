import { useEffect, useMemo, useRef } from 'react'
import type { LiveGoods, LiveView } from '@domain/live/contract'
import type { LiveId } from '@domain/ids'
import { watchExposure } from '@/platform/exposure'
import { useVisible } from '@/platform/visible'
import { useStores } from '@/stores/root'

/** What is noted in a room beside that one is there. */
export interface RoomTracking {
  readonly clicked: (goods: LiveGoods) => void
  /** Something is on the screen; each counts once as long as the page is open. */
  readonly exposed: (dealId: string) => void
}

/** Notes what of a room's goods was seen and tapped. */
export function useTracking(liveId: string): RoomTracking {
  const { events } = useStores()
  const seen = useRef(new Set<string>())
  return useMemo(() => {
    const about = { page: 'room', liveId: liveId as LiveId, ms: 0 }
    return {
      clicked: ({ dealId }) => {
        events.note({ kind: 'click', subject: dealId, ...about })
      },
      exposed: (dealId) => {
        if (seen.current.has(dealId)) return
        seen.current.add(dealId)
        events.note({ kind: 'exposure', subject: dealId, ...about })
      },
    }
  }, [events, liveId])
}

/** What is explained is large on the screen, as long as the page is. */
export function useExplainedExposure(
  view: Pick<LiveView, 'room'> | undefined,
  exposed: (dealId: string) => void,
): void {
  const visible = useVisible()
  const dealId = view?.room.status === 'live' ? view.room.explaining?.dealId : undefined
  useEffect(() => {
    if (visible && dealId !== undefined) exposed(dealId)
  }, [visible, dealId, exposed])
}

/** Rows come on the screen as one scrolls; `rows` tells how many are drawn. */
export function useRowExposure(
  selector: string,
  rows: number,
  onSeen: (elementId: string) => void,
): void {
  const visible = useVisible()
  useEffect(() => {
    if (!visible) return undefined
    return watchExposure(selector, onSeen)
  }, [visible, selector, rows, onSeen])
}
