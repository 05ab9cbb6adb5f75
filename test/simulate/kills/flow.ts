/** One thing that happens in the shop, from the first call to the last one. */
import { randomUUID } from 'node:crypto'
import type { Hands } from './hands'

/** Does a flow, or does it again: with the same wishes each time. */
export type Doing = (hands: Hands) => Promise<unknown>

/** A flow by its name. */
export interface Flow {
  readonly name: string
  /** Does what comes before it, and says how it goes. */
  readonly prepare: (hands: Hands) => Promise<Doing>
}

/** A wish with a name of its own. */
export const wish = (input: object = {}) => ({ requestId: randomUUID(), ...input })
