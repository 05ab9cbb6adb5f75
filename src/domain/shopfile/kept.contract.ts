import * as z from 'zod'

/** Larger parts that are only checked for their outline until they are built. */
const outline = z.record(z.string(), z.json())

/**
 * Sections of the shop file that are checked and kept as they are read, by their names in the
 * file. Each moves out of here when the part of the shop that uses it is built.
 */
export const kept = {
  fission: outline.optional(),
}
