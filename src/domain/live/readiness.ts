/** A member pool of this size carries a live, where the shop does not say another one. */
export const ENOUGH_MEMBERS = 8000

/** One line of what has to be ready before a session starts. */
export interface Readiness {
  readonly kind: 'priced' | 'stocked' | 'crew' | 'reminders' | 'members' | 'warm-up'
  readonly isReady: boolean
  /** Where it stands, and where it should. */
  readonly is: number
  readonly need: number
}
