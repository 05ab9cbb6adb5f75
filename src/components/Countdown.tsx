import { Text } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { SECOND, type Instant } from '@domain/time'
import { useVisible } from '@/platform/visible'
import { lasting } from '@/text/when'
import styles from './Countdown.module.scss'

/** What is counted down to, and by which clock. */
export interface CountdownProps {
  readonly until: Instant
  /** The cloud's clock, as `@/platform/clock` knows it. */
  readonly now: () => Instant
  /** Called once when the time is over. */
  readonly onEnd?: () => void
  /** Words for what is left, in milliseconds; 还剩 2 小时 13 分 or 还剩 12:05 by default. */
  readonly format?: (leftMs: number) => string
}

const remaining = (leftMs: number): string => `还剩 ${lasting(leftMs)}`

/** How long it still is. Alone in its own state: a second costs one small update, or none. */
export function Countdown({ until, now, onEnd, format = remaining }: CountdownProps) {
  const visible = useVisible()
  const [words, setWords] = useState(() => format(until - now()))
  const latest = useRef({ now, onEnd, format })
  useEffect(() => {
    latest.current = { now, onEnd, format }
  })
  useEffect(() => {
    if (!visible) return undefined
    let ended = false
    const tick = () => {
      const leftMs = until - latest.current.now()
      setWords(latest.current.format(leftMs))
      if (leftMs > 0 || ended) return
      ended = true
      clearInterval(timer)
      latest.current.onEnd?.()
    }
    const timer = setInterval(tick, SECOND)
    tick()
    return () => {
      clearInterval(timer)
    }
  }, [until, visible])
  return <Text className={styles.countdown}>{words}</Text>
}
