import { Text } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { SECOND, type Instant } from '@domain/time'
import { now } from '@/platform/clock'
import { useVisible } from '@/platform/visible'

/** Words that go with the clock, e.g. how long something has run. */
export interface TickingProps {
  readonly say: (now: Instant) => string
}

/** Words that go with the clock. Alone in their own state: a second costs one small update. */
export function Ticking({ say }: TickingProps) {
  const visible = useVisible()
  const [at, setAt] = useState(now)
  useEffect(() => {
    if (!visible) return undefined
    const timer = setInterval(() => {
      setAt(now())
    }, SECOND)
    return () => {
      clearInterval(timer)
    }
  }, [visible])
  return <Text>{say(at)}</Text>
}
