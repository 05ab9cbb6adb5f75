/** Payouts: what leaves the ledger is what WeChat Pay sends, once, and what fails comes back. */
import type { Audit } from './auditor'
import type { CommissionDoc, PayoutDoc, TransferDoc } from './guide-books'
import { sum } from './lines'
import { byId, grouped } from './lookups'
import { SLACK } from './slack'

/** WeChat Pay's limits for one transfer. */
const LEAST_FEN = 30
const MOST_FEN = 20_000

const byPayee = grouped<CommissionDoc>(({ payee }) => payee)

const byPayout = grouped<CommissionDoc>(({ payoutId }) => payoutId ?? undefined)

/** What must hold at every moment. */
export function checkPayouts(audit: Audit): void {
  const { books } = audit
  if (books.payouts.length === 0) return
  for (const payout of books.payouts) checkPayout(audit, payout)
  checkTransfers(audit)
  for (const [payee, entries] of byPayee(books.commission)) checkSpent(audit, payee, entries)
}

function checkPayout({ books, accuse }: Audit, payout: PayoutDoc): void {
  const { _id, guideId, memberId, amountFen, transfers } = payout
  if (byId(books.guides).get(guideId)?.memberId !== memberId) {
    accuse('payouts add up', _id, `of ${guideId} goes to ${memberId}`)
  }
  if (sum(transfers.map((transfer) => transfer.amountFen)) !== amountFen) {
    accuse('payouts add up', _id, `its transfers are not ${amountFen} together`)
  }
  const odd = transfers.find((one) => one.amountFen < LEAST_FEN || one.amountFen > MOST_FEN)
  if (odd) accuse('payouts add up', _id, `sends ${odd.amountFen} at once`)
}

const waits = ({ state }: TransferDoc): boolean => state === 'WAIT_USER_CONFIRM'

/** WeChat Pay sends what was noted before, to whom it was noted for, of one payout at a time. */
function checkTransfers({ books, accuse }: Audit): void {
  const noted = new Map(
    books.payouts.flatMap((payout) => payout.transfers.map(({ no }) => [no, payout] as const)),
  )
  const waiting = new Map<string, string>()
  for (const transfer of books.transfers) {
    const { _id, openid, amount } = transfer
    const payout = noted.get(_id)
    const note = payout?.transfers.find(({ no }) => no === _id)
    if (payout?.memberId !== openid || note?.amountFen !== amount) {
      accuse('sent as noted', _id, `sends ${amount} to ${openid}, noted: ${note?.amountFen}`)
      continue
    }
    if (!byPayout(books.commission).has(payout._id)) {
      accuse('sent as noted', _id, `is sent, and ${payout._id} took nothing out of the ledger`)
    }
    if (!waits(transfer)) continue
    const other = waiting.get(openid) ?? payout._id
    waiting.set(openid, payout._id)
    if (other !== payout._id) accuse('one payout at a time', openid, `has ${other} beside it`)
  }
}

/**
 * What went out was there to go out: whatever was payable when it was asked for, less what had gone
 * before. What is taken back meanwhile may come into the ledger a little later.
 */
function checkSpent({ accuse }: Audit, payee: string, entries: readonly CommissionDoc[]): void {
  for (const out of entries) {
    if (out.kind !== 'payout') continue
    let left = out.amountFen
    for (const { _id, kind, amountFen, at, payableAt } of entries) {
      if (_id === out._id || payableAt > out.at) continue
      const isBefore = kind === 'payout' || amountFen > 0 || at < out.at - SLACK
      if (at <= out.at && isBefore) left += amountFen
    }
    if (left < 0) accuse('nothing is paid twice', out._id, `takes ${-left} more than ${payee} has`)
  }
}

const lostStatuses = new Set(['lapsed', 'failed'])

/** At rest every payout is over, and ledger, notes and WeChat Pay say the same of it. */
export function checkPayoutsAtRest({ books, accuse }: Audit): void {
  const sent = byId(books.transfers)
  for (const { _id, amountFen, endedAt, transfers } of books.payouts) {
    if (endedAt === null) accuse('all done', _id, 'is still under way')
    const entries = byPayout(books.commission).get(_id) ?? []
    const wanted = [-amountFen]
    for (const { no, status, amountFen: part } of transfers) {
      const isPaid = sent.get(no)?.state === 'SUCCESS'
      if (isPaid !== (status === 'paid')) {
        accuse('payouts add up', no, `is ${status}, for WeChat Pay ${sent.get(no)?.state}`)
      }
      if (!isPaid && lostStatuses.has(status)) wanted.push(part)
    }
    const booked = entries.map((entry) => entry.amountFen)
    if (inOrder(booked) !== inOrder(wanted)) {
      accuse('payouts add up', _id, `books ${inOrder(booked)}, not ${inOrder(wanted)}`)
    }
  }
}

const inOrder = (amounts: readonly number[]): string =>
  [...amounts].sort((one, other) => one - other).join(', ')
