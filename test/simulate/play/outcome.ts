/** What came about in a history, in counts: so that nobody believes in rules that never applied. */
import type { Books } from '../auditor/books'

/** How often something came about, by its name. */
export type Outcome = Readonly<Record<string, number>>

/** Counts what the books tell of members at the end of a history. */
export function outcomeOf({ coupons, entries, members }: Books): Outcome {
  const counts: Record<string, number> = {}
  const add = (what: string) => (counts[what] = (counts[what] ?? 0) + 1)
  for (const { channel, status } of coupons) {
    add(channel)
    add(`coupons ${status}`)
  }
  for (const { kind } of entries) add(kind)
  for (const { levelHistory } of members) {
    for (const [place, { spentFen }] of levelHistory.entries()) {
      const before = levelHistory[place - 1]?.spentFen ?? 0
      add(spentFen < before ? 'levels fallen' : 'levels risen')
    }
  }
  return counts
}
