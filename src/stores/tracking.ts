import { useEffect } from 'react'
import { DWELL_PIECE } from '@domain/events/event'
import { isId, type LiveId } from '@domain/ids'
import { stopwatch } from '@/platform/clock'
import { useVisible } from '@/platform/visible'
import { useStores } from './root'

/** What a page is about. */
export interface Visited {
  /** The page, by its name among the pages of the app. */
  readonly page: string
  readonly subject?: string
  readonly liveId?: string | undefined
}

/** Notes that a page is looked at, and for how long: in pieces, so that little can be lost. */
export function useVisit({ page, subject, liveId }: Visited): void {
  const { events } = useStores()
  const visible = useVisible()
  useEffect(() => {
    if (!visible) return undefined
    const about = { page, subject: idOf(subject), liveId: idOf(liveId) as LiveId | null }
    events.note({ kind: 'view', ...about, ms: 0 })
    let elapsed = stopwatch()
    const tell = () => {
      const ms = Math.min(elapsed(), DWELL_PIECE)
      if (ms > 0) events.note({ kind: 'dwell', ...about, ms })
      elapsed = stopwatch()
    }
    const timer = setInterval(tell, DWELL_PIECE)
    return () => {
      clearInterval(timer)
      tell()
    }
  }, [events, visible, page, subject, liveId])
}

/** An address may carry anything. */
const idOf = (value = ''): string | null => (isId(value) ? value : null)
