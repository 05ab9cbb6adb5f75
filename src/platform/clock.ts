import { instant, type Instant } from '@domain/time'

let offset = 0

/** The cloud's clock as the phone knows it: every price and countdown goes by it. */
export function now(): Instant {
  return instant(Date.now() + offset)
}

/** Sets the phone's notion of the cloud's clock by the time of a reply. */
export function learnTime(cloudNow: Instant): void {
  offset = cloudNow - Date.now()
}
