/** What an attack is, and how one knows that it would be seen. */
import type { Cut } from '../../harness/faults'
import type { SmallShop } from '../small-shop'

/** Something that somebody tries. */
export interface Attack {
  /** Reads on from the name of its class: a sentence. */
  readonly what: string
  /** Tries it, and tells what came of it that must not: nothing where it is turned away. */
  readonly play: (small: SmallShop) => Promise<readonly string[]>
}

/** Attacks of one kind, with the faults by which each of them would get through. */
export interface AttackClass {
  readonly name: string
  readonly attacks: readonly Attack[]
  /** The table of owners has them turned away already. */
  readonly isInTable?: true
  /** Made in a copy of the functions: every attack must be seen to get through there. */
  readonly faults: readonly Cut[]
}

/** A breach, where something holds that must not. */
export const breach = (holds: boolean, says: string): readonly string[] => (holds ? [says] : [])
