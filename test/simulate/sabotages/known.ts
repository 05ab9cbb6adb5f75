import type { Sabotage } from '../fast/bundle'

/** A sabotage, with the rules by which the auditor may see it. */
export interface KnownSabotage extends Sabotage {
  readonly seen: readonly string[]
  /** How long a street it takes to see it; a short one where nothing is said. */
  readonly scale?: { readonly days: number; readonly steps: number }
  /** The first seed that shows it, so that others need not be tried; the first one of all. */
  readonly seed?: number
}

/** A street on which most sabotages show. */
export const usual = { days: 6, steps: 600 }

/** Long enough for goods to be received, and asked back. */
export const weeks = { days: 30, steps: 1500 }

/** Enough people for a live to which somebody comes, and for what follows it. */
export const evening = { days: 6, steps: 1000 }

/** Long enough for levels to rise and fall. */
export const months = { days: 120, steps: 1500 }
