import { instant, type Instant } from '@domain/time'

let offset = 0
let isLearned = false

/** The cloud's clock as the phone knows it: every price and countdown goes by it. */
export function now(): Instant {
  return instant(Date.now() + offset)
}

/** Sets the phone's notion of the cloud's clock by the time of a reply. */
export function learnTime(cloudNow: Instant): void {
  offset = cloudNow - Date.now()
  isLearned = true
}

/**
 * Starts to measure how long something takes, in milliseconds: by the phone's own clock, which does
 * not leap when the cloud tells its time.
 */
export function stopwatch(): () => number {
  const from = Date.now()
  return () => Math.max(0, Date.now() - from)
}

/** Whether the cloud has told its time yet; until then `now` is the phone's own. */
export const knowsTime = (): boolean => isLearned

/** A moment that was noted by the phone's own clock, by the cloud's. */
export const byCloudTime = (moment: Instant): Instant => instant(moment + offset)
