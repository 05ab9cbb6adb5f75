import { useEffect, useState } from 'react'
import type { LiveChannels } from '@domain/live/session'
import { channelsLive } from '@/platform/channels'
import { toast } from '@/platform/notice'
import { useVisible } from '@/platform/visible'
import { roomText } from '@/text/liveRoom'

/** 视频号 for one session. */
export interface SessionChannels {
  /** Whether its stream is on, where WeChat tells. */
  readonly isStreaming: boolean | undefined
  /** Opens the stream; nothing where the session has none. To be called from a tap. */
  readonly watch: (() => void) | undefined
  /** How to see the stream is told, as it can't be opened from here. */
  readonly isTold: boolean
  readonly dismiss: () => void
}

/** Knows whether a session's stream is on, and opens it. */
export function useChannels(channels: LiveChannels | null | undefined): SessionChannels {
  const visible = useVisible()
  const [isStreaming, setStreaming] = useState<boolean>()
  const [isTold, setTold] = useState(false)
  const key = channels ? JSON.stringify(channels) : undefined
  useEffect(() => {
    if (!visible || key === undefined) return undefined
    let isGone = false
    void channelsLive.isStreaming(JSON.parse(key) as LiveChannels).then((answer) => {
      if (!isGone) setStreaming(answer)
    })
    return () => {
      isGone = true
    }
  }, [visible, key])
  const watch = async (from: LiveChannels) => {
    if (!channelsLive.canOpen) setTold(true)
    else if ((await channelsLive.watch(from)) === 'unavailable') toast(roomText.unwatched)
  }
  return {
    isStreaming,
    watch: channels ? () => void watch(channels) : undefined,
    isTold,
    dismiss: () => {
      setTold(false)
    },
  }
}
