import { useEffect, useRef } from 'react'
import { useVisible } from './visible'

/** How often to ask. */
export interface Pace {
  readonly fromSeconds: number
  readonly toSeconds: number
}

const SLOWER = 1.5

/**
 * Asks again and again while the page is on screen: ever more slowly while `ask` answers that
 * nothing changed, quickly again when something did. `undefined` in place of `ask` pauses it.
 */
export function usePoll(ask: (() => Promise<boolean>) | undefined, pace: Pace): void {
  const visible = useVisible()
  const latest = useRef(ask)
  useEffect(() => {
    latest.current = ask
  })
  const { fromSeconds, toSeconds } = pace
  const running = visible && ask !== undefined
  useEffect(() => {
    if (!running) return undefined
    let seconds = fromSeconds
    let timer = setTimeout(() => void tick(), seconds * 1000)
    let stopped = false
    async function tick() {
      const changed = (await latest.current?.()) ?? false
      if (stopped) return
      seconds = changed ? fromSeconds : Math.min(toSeconds, seconds * SLOWER)
      timer = setTimeout(() => void tick(), seconds * 1000)
    }
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [running, fromSeconds, toSeconds])
}
