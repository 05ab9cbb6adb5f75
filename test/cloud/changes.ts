/** What was written, in the shop and at WeChat, while something happened. */
import { isDeepStrictEqual } from 'node:util'
import type { Shop } from '../harness/shop'

/** A document that was written; null where there was none, or is none any more. */
export interface Change {
  readonly collection: string
  readonly before: Written | null
  readonly after: Written | null
}
type Written = Readonly<Record<string, unknown>> & { readonly _id: unknown }

interface Told {
  readonly version: number
  readonly changes?: readonly Change[]
}

/** Follows what is written in one shop. */
export class Follower {
  private version: number | undefined

  constructor(private readonly shop: Shop) {}

  /** All that was written since this was asked last; nothing for the first time. */
  async written(): Promise<readonly Change[]> {
    const asked = this.version === undefined ? 'changes' : `changes?after=${this.version}`
    const { version, changes } = await this.shop.control<Told>('GET', asked)
    if (!changes) throw new Error('More was written than the local cloud remembers.')
    this.version = version
    return changes
  }
}

/** A hold that was taken and let go leaves how often its pool was written. */
const bookkeeping = ['rev', 'sweepAt']

/** Documents that are other ones at the end than at the beginning, `beside` some fields. */
export function lasting(written: readonly Change[], beside = bookkeeping): Change[] {
  const documents = new Map<string, Change>()
  for (const change of written) {
    const key = nameOf(change)
    const first = documents.get(key)
    documents.set(key, first ? { ...change, before: first.before } : change)
  }
  return [...documents.values()].filter(
    ({ before, after }) => !isDeepStrictEqual(without(beside, before), without(beside, after)),
  )
}

const without = (fields: readonly string[], document: Written | null) =>
  document &&
  Object.fromEntries(Object.entries(document).filter(([field]) => !fields.includes(field)))

/** Which document it is, for people. */
export const nameOf = ({ collection, before, after }: Change): string =>
  `${collection}/${String((after ?? before)?._id)}`
