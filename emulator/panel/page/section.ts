import type { ShopClock } from '../clock'
import type { IconName } from './icon'
import type { Directory } from './directory'

/** What every section of the panel may lean on. */
export interface Bench {
  readonly clock: ShopClock
  readonly people: Directory
}

/** Ends what a section started: its polling and its watches. */
export type Close = () => void

/**
 * One section of the panel. A new section is one file that exports one of these, listed in
 * main.ts.
 */
export interface Section {
  /** Its name in the address: `/_emulator#payments`; what follows a slash is the section's own. */
  readonly id: string
  readonly title: string
  readonly icon: IconName
  /** One sentence under the title. */
  readonly about: string
  readonly open: (root: HTMLElement, bench: Bench, rest: string) => Close
}
