/** What a flow comes to, whenever it was done: the same sums, however often it was cut off. */
import type { Books } from '../auditor/books'
import { stateOf } from '../play/state'

export { differences } from '../play/state'

export type Sums = Readonly<Record<string, unknown>>

/** Instants are later than any sum is large. */
const FIRST_INSTANT = Date.parse('2020-01-01T00:00Z')

/** How often a document was written, which differs with what was asked again. */
const byHowOften = new Set(['rev', 'now'])

/**
 * Every document, without when it was written, and how often. Reviews tell of a live minute by
 * minute, up to whichever tick of the timer ended it: the auditor counts them anew instead.
 */
export function sumsOf(books: Books): Sums {
  const audit = books.audit.filter(({ action }) => action !== 'live.recount')
  const { now: _, ...state } = stateOf({ ...books, audit, reviews: [] })
  return Object.fromEntries(
    Object.entries(state).map(([name, document]) => [timeless(name), without(document)]),
  )
}

function without(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(without)
  if (typeof value === 'number') return value > FIRST_INSTANT ? 'some time' : value
  if (typeof value === 'string') return timeless(value)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !byHowOften.has(name))
      .map(([name, field]) => [name, without(field)]),
  )
}

/** Some names carry an instant. */
const timeless = (text: string): string => text.replace(/\d{13}/g, 'some time')
