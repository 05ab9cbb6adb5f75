import * as z from 'zod'
import { id, words } from '../contract'

const guide = z.strictObject({
  id: id<'guide'>(),
  name: words(20).min(1),
  storeId: id<'store'>(),
  kind: z.enum(['employee', 'agent', 'customer']),
})

/** Larger parts that are only checked for their outline until they are built. */
const outline = z.record(z.string(), z.json())

/**
 * Sections of the shop file that are checked and kept as they are read, by their names in the
 * file. Each moves out of here when the part of the shop that uses it is built.
 */
export const kept = {
  guides: z.array(guide).default([]),
  fission: outline.optional(),
  live: z.array(outline).default([]),
  commission: outline.optional(),
}
