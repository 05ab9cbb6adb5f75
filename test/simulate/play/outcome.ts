/** What came about in a history, in counts: so that nobody believes in rules that never applied. */
import type { Books } from '../auditor/books'
import { byId } from '../auditor/lookups'

/** How often something came about, by its name. */
export type Outcome = Readonly<Record<string, number>>

/** Counts something. */
type Add = (what: string) => void

/** Counts what the books tell of members, guides and lives at the end of a history. */
export function outcomeOf(books: Books): Outcome {
  const counts: Record<string, number> = {}
  const add: Add = (what) => (counts[what] = (counts[what] ?? 0) + 1)
  countMembers(books, add)
  countGuides(books, add)
  countLives(books, add)
  countLotteries(books, add)
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
    if (source?.role === 'host') add('host')
  }
  for (const { state, failReason = 'none' } of transfers) add(`transfers ${state} ${failReason}`)
}

/** What was sold and done in lives, and what the timer had to do for those who run them. */
function countLives({ orders, deals, rooms, audit, messages }: Books, add: Add): void {
  for (const { live, deal } of orders) {
    const kind = byId(deals).get(deal?.id ?? '')?.kind
    if (live) add(kind === 'live' ? 'live orders' : 'orders beside a live')
    if (kind === 'prize') add('prizes ordered')
  }
  for (const { action } of audit) if (/^(live|lottery)\./.test(action)) add(`done: ${action}`)
  const done = new Set(audit.map(({ action, subject }) => `${action} ${subject}`))
  const visited = new Set(orders.flatMap(({ live }) => live?.id ?? []))
  for (const { _id } of rooms) {
    if (!visited.has(_id)) continue
    for (const move of ['start', 'end']) {
      const byWhom = done.has(`live.${move} ${_id}`) ? 'the crew' : 'the timer'
      add(`live.${move} by ${byWhom}`)
    }
  }
  for (const { kind } of messages) if (kind === 'liveStart') add('reminders')
}

function countLotteries({ lotteries, lotteryEntries }: Books, add: Add): void {
  for (const { winners, entries } of lotteries) {
    add('lotteries')
    if (winners.length > 0 && winners.length < (entries ?? 0)) add('lotteries that some lost')
  }
  for (const _entry of lotteryEntries) add('lottery entries')
}
