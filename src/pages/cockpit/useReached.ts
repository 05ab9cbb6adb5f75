import { useEffect, useState } from 'react'
import { SECOND, type Instant } from '@domain/time'
import { now } from '@/platform/clock'

/** Whether a moment has come; the page is drawn again when it does. */
export function useReached(moment: Instant): boolean {
  const [reached, setReached] = useState<Instant>()
  const isReached = reached === moment || now() >= moment
  useEffect(() => {
    if (isReached) return undefined
    const timer = setInterval(() => {
      if (now() >= moment) setReached(moment)
    }, SECOND)
    return () => {
      clearInterval(timer)
    }
  }, [isReached, moment])
  return isReached
}
