/** What came about in a history, in counts: so that nobody believes in rules that never applied. */
import type { Books } from '../auditor/books'

/** How often something came about, by its name. */
export type Outcome = Readonly<Record<string, number>>

/** Counts something. */
type Add = (what: string) => void

/** Counts what the books tell of members and of guides at the end of a history. */
export function outcomeOf(books: Books): Outcome {
  const counts: Record<string, number> = {}
  const add: Add = (what) => (counts[what] = (counts[what] ?? 0) + 1)
  countMembers(books, add)
  countGuides(books, add)
  return counts
}

function countMembers({ coupons, entries, members }: Books, add: Add): void {
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
}

/** Whose orders are, and why; what was shared, taken back and paid out. */
function countGuides({ orders, touches, commission, transfers }: Books, add: Add): void {
  for (const { hops, guideId } of touches) {
    add(guideId === null ? 'touches of nobody' : hops > 0 ? 'touches by friends' : 'touches')
  }
  for (const { attribution, payment } of orders) {
    const { won, lost, changes } = attribution
    if (won && payment) add(`credited by ${won.kind}`)
    for (const { because } of lost) add(`lost: ${because}`)
    if (changes.length > 0) add('credited by the shop')
  }
  for (const { kind, amountFen, source } of commission) {
    add(`commission ${kind}${kind === 'change' && amountFen < 0 ? ' back' : ''}`)
    if (source?.role === 'second') add('second level')
  }
  for (const { state, failReason = 'none' } of transfers) add(`transfers ${state} ${failReason}`)
}
