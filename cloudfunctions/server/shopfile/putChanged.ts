import { isDeepStrictEqual } from 'node:util'
import type { Collection, Stored } from '../kit/database'

/**
 * Writes the documents that are not there as the file has them: the same file again writes none. An
 * SDK call for each that is written.
 */
export async function putChanged<Doc extends Stored>(
  place: Collection<Doc>,
  known: readonly Doc[],
  wanted: readonly Doc[],
): Promise<void> {
  const byId = new Map<string, Doc>(known.map((doc) => [doc._id, doc]))
  const changed = wanted.filter((doc) => !isDeepStrictEqual(byId.get(doc._id), asStored(doc)))
  await Promise.all(changed.map((doc) => place.put(doc)))
}

/** The database keeps no field that has no value. */
const asStored = (doc: Stored): unknown => JSON.parse(JSON.stringify(doc))
