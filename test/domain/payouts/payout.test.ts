import * as fc from 'fast-check'
import { NEVER } from '@domain/holds/hold'
import { fen } from '@domain/money'
import { reachable } from '@domain/moves'
import {
  allEnded,
  confirmBefore,
  endPayout,
  MOST_PAYOUT,
  moveTransfer,
  payoutPart,
  payoutSums,
  transferAmounts,
  transferLimits,
  transferMoves,
  type Transfer,
  type TransferEvent,
  type TransferStatus,
} from '@domain/payouts/payout'
import { payoutEntries } from '@domain/payouts/entries'
import { after, DAY, HOUR, instant, MINUTE } from '@domain/time'
import { minutesIn } from '../build'
import { always } from '../property'
import { aPayout, heard, news } from './build'

const events: readonly TransferEvent[] = ['send', 'confirm', 'lapse', 'fail']

describe('the life of a transfer', () => {
  test.each<[TransferStatus, ...(TransferStatus | '')[]]>([
    ['waiting', 'sent', 'paid', 'lapsed', 'failed'],
    ['sent', '', 'paid', 'lapsed', 'failed'],
    ['paid', '', '', '', ''],
    ['lapsed', '', '', '', ''],
    ['failed', '', '', '', ''],
  ])('%s: sent %s, confirmed %s, lapsed %s, failed %s', (status, ...next) => {
    expect(events.map((event) => transferMoves[status][event] ?? '')).toEqual(next)
  })

  test('reaches every status, and nothing follows the end', () => {
    expect([...reachable(transferMoves, 'waiting')].sort()).toEqual(
      Object.keys(transferMoves).sort(),
    )
  })

  const waiting = aPayout(1000).transfers[0] as Transfer
  const sent = moveTransfer(waiting, news.send, minutesIn(1))

  test('keeps what WeChat’s sheet wants until it was confirmed', () => {
    expect(sent).toMatchObject({ status: 'sent', sentAt: minutesIn(1), packageInfo: 'package' })
    expect(moveTransfer(sent, news.confirm, minutesIn(2))).toMatchObject({
      ...{ status: 'paid', packageInfo: null, reason: '' },
    })
  })

  test('keeps WeChat’s word for what went wrong', () => {
    expect(moveTransfer(sent, news.lapse, minutesIn(2)).reason).toBe('OVERDUE_CLOSE')
    expect(moveTransfer(sent, news.fail, minutesIn(2)).reason).toBe('ACCOUNT_FROZEN')
  })

  test('changes nothing by what was heard before', () => {
    expect(moveTransfer(sent, news.send, minutesIn(9))).toBe(sent)
    const paid = moveTransfer(sent, news.confirm, minutesIn(2))
    for (const event of events) expect(moveTransfer(paid, news[event], minutesIn(9))).toBe(paid)
  })

  test('can be confirmed for a day from when it was sent', () => {
    expect(confirmBefore(waiting)).toBeNull()
    expect(confirmBefore(sent)).toBe(after(minutesIn(1), DAY))
    expect(confirmBefore(moveTransfer(sent, news.confirm, minutesIn(2)))).toBeNull()
  })
})

describe('a sum is cut into transfers', () => {
  test.each([
    [30, [30]],
    [20_000, [20_000]],
    [20_001, [19_971, 30]],
    [20_029, [19_999, 30]],
    [20_030, [20_000, 30]],
    [50_000, [20_000, 20_000, 10_000]],
    [60_010, [20_000, 20_000, 19_980, 30]],
  ])('%d fen: %p', (amountFen, amounts) => {
    expect(transferAmounts(fen(amountFen))).toEqual(amounts)
  })

  test('that add up to it, and WeChat takes each of them', () => {
    const sums = fc.integer({ min: transferLimits.leastFen, max: MOST_PAYOUT })
    always(sums, (sum) => {
      const amounts = transferAmounts(fen(sum))
      expect(amounts.reduce((all, amount) => all + amount, 0)).toBe(sum)
      expect(amounts.length).toBeLessThanOrEqual(transferLimits.mostTransfers)
      for (const amount of amounts) {
        expect(amount).toBeGreaterThanOrEqual(transferLimits.leastFen)
        expect(amount).toBeLessThanOrEqual(transferLimits.mostFen)
      }
    })
  })

  test('as far as one payout goes', () => {
    expect(payoutPart(fen(1234))).toBe(1234)
    expect(payoutPart(fen(1_000_000))).toBe(400_000)
  })

  test('whose numbers WeChat takes: letters and digits, each its own', () => {
    const numbers = aPayout(400_000).transfers.map(({ no }) => no)
    expect(new Set(numbers).size).toBe(20)
    for (const no of numbers) expect(no).toMatch(/^[0-9A-Za-z]{1,32}$/)
  })
})

describe('when a payout is looked at again', () => {
  const askedAt = minutesIn(0)
  const lookAfter = (payout: { readonly dueAt: number }, now: number) => payout.dueAt - now

  test('is two minutes for who opened it to send it', () => {
    expect(aPayout().dueAt).toBe(after(askedAt, 2 * MINUTE))
  })

  test('is a minute as long as something is still to be sent', () => {
    const now = minutesIn(3)
    expect(lookAfter(heard(aPayout(), ['send', undefined, 'send'], now), now)).toBe(MINUTE)
  })

  test.each([
    [1, 5 * MINUTE],
    [59, 5 * MINUTE],
    [61, HOUR],
    [60 * 12, HOUR],
    // A minute after the last of them lapsed WeChat knows of it.
    [60 * 24 - 20, 21 * MINUTE],
    [60 * 24 + 30, HOUR],
  ])('%d minutes after it was asked for: %d ms later', (minutes, wait) => {
    const sent = heard(aPayout(), ['send', 'send', 'send'], minutesIn(0))
    const now = minutesIn(minutes)
    expect(lookAfter(heard(sent, [], now), now)).toBe(wait)
  })

  test('is at once when all of it has ended, and never when that was written', () => {
    const ended = heard(aPayout(), ['confirm', 'lapse', 'fail'])
    expect(allEnded(ended)).toBe(true)
    expect(ended.dueAt).toBe(minutesIn(1))
    expect(endPayout(ended, minutesIn(2))).toMatchObject({ endedAt: minutesIn(2), dueAt: NEVER })
  })
})

describe('what a payout does to the ledger', () => {
  const now = instant(minutesIn(9))
  const told = (payout: ReturnType<typeof aPayout>) =>
    payoutEntries(payout, now).map(({ _id, kind, amountFen, payableAt }) => [
      ...[_id, kind, amountFen, payableAt],
    ])

  test('is that the whole of it goes out when it is asked for', () => {
    expect(told(aPayout())).toEqual([['payout1.out', 'payout', -50_000, minutesIn(0)]])
    expect(payoutEntries(aPayout(), now)[0]).toMatchObject({
      ...{ payee: 'guide.mei', payoutId: 'payout1', source: null },
    })
  })

  test('and that what lapsed or failed comes back, payable at once', () => {
    expect(told(heard(aPayout(), ['confirm', 'lapse', 'fail'])).slice(1)).toEqual([
      ['payout102.back', 'payout-back', 20_000, now],
      ['payout103.back', 'payout-back', 10_000, now],
    ])
  })

  test('in one row of the guide’s income, which the first one opens', () => {
    const entries = payoutEntries(heard(aPayout(), ['confirm', 'lapse', 'fail']), now)
    const row = `00${minutesIn(0)}.payout1.guide.mei`
    expect(entries.map((entry) => [entry.row, entry.opens])).toEqual([
      [row, 'payout'],
      [row, null],
      [row, null],
    ])
  })

  test('adds up to what arrived, whatever becomes of it', () => {
    const fates = fc.record({
      amountFen: fc.integer({ min: 30, max: MOST_PAYOUT }),
      events: fc.array(fc.constantFrom(...events, undefined), { minLength: 20, maxLength: 20 }),
    })
    always(fates, (fate) => {
      const payout = heard(aPayout(fate.amountFen), fate.events)
      const sum = payoutEntries(payout, now).reduce((all, entry) => all + entry.amountFen, 0)
      const { paidFen, backFen } = payoutSums(payout)
      expect(sum).toBe(backFen - fate.amountFen)
      expect(paidFen + backFen <= fate.amountFen).toBe(true)
      expect(paidFen + backFen === fate.amountFen).toBe(allEnded(payout))
    })
  })
})
