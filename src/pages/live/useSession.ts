import { useCallback, useEffect, useReducer } from 'react'
import type { LiveId } from '@domain/ids'
import { liveStatusOf } from '@domain/live/outlook'
import { now } from '@/platform/clock'
import { addressOf } from '@/platform/go'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { useStores } from '@/stores/root'
import { useSharing } from '@/stores/sharing'
import { useVisit } from '@/stores/tracking'
import { liveText } from '@/text/live'
import { roomText } from '@/text/liveRoom'
import { useChannels } from './useChannels'

/** What all pages of a session do: read it, ask for it again, share it, note the visit. */
export function useSession(liveId: string, page: 'live' | 'room') {
  const { live } = useStores()
  const visible = useVisible()
  const [, lookAtTheClock] = useReducer((count: number) => count + 1, 0)
  const loaded = live.sessions.of(liveId)
  const view = loaded.value
  const { isStreaming, ...channels } = useChannels(view?.channels)
  const status = view && liveStatusOf(view, isStreaming, now())
  const target = { kind: 'live', id: liveId as LiveId } as const
  const load = () => live.sessions.load(liveId)

  useEffect(() => {
    if (visible) void live.sessions.load(liveId)
  }, [visible, liveId, live])
  usePullToRefresh(load)
  useVisit({ page: page === 'live' ? 'session' : page, subject: liveId, liveId })
  const sharing = useSharing(
    () => ({
      title: view ? roomText.shareTitle(view.session.title) : liveText.title,
      address: addressOf(page, { liveId }),
      target,
    }),
    { toMoments: true },
  )
  const onTimeOver = useCallback(() => {
    lookAtTheClock()
    void live.refresh(liveId)
  }, [live, liveId])
  const onRetry = () => void load()
  return { ...channels, loaded, view, status, target, sharing, onTimeOver, onRetry }
}
