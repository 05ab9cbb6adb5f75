/** 提现: guides who have something to be paid, and WeChat Pay from the other side. */
import { randomUUID } from 'node:crypto'
import type { OutputOf } from '@domain/api'
import type { CommissionEntry } from '@domain/commission/entry'
import type { GuideId, PayoutId } from '@domain/ids'
import type { Fen } from '@domain/money'
import type { Payout } from '@domain/payouts/payout'
import { earning, type Working } from './guide-shop'
import type { SmallShop } from './small-shop'

/** A transfer as WeChat Pay has it. */
export interface BookedTransfer {
  readonly outBillNo: string
  readonly openid: string
  readonly amount: number
  readonly state: string
  readonly packageInfo: string
  readonly reports: Readonly<Record<string, string>>
}

export type PayoutView = OutputOf<'payouts.ask'>['payout']

/** A guide with so much to be paid: 3 % of what was bought by their link. */
export async function earner(small: SmallShop, payableFen = 3000): Promise<Working> {
  return earning(small, Math.ceil((payableFen * 100) / 3))
}

/** Asks for a payout, of everything unless told otherwise. */
export const asking = (amountFen?: number) => ({
  requestId: randomUUID(),
  ...(amountFen !== undefined && { amountFen: amountFen as Fen }),
})

/** A payout that was asked for just now. */
export async function askedBy(
  small: SmallShop,
  openid: string,
  amountFen?: number,
): Promise<PayoutView> {
  return (await small.shop.ask(openid, 'payouts.ask', asking(amountFen))).payout
}

/** Asks what became of a payout. */
export async function checked(
  small: SmallShop,
  openid: string,
  payoutId: PayoutId,
): Promise<PayoutView> {
  return (await small.shop.ask(openid, 'payouts.check', { payoutId })).payout
}

/** The transfers to somebody, oldest first, as WeChat Pay has them. */
export async function transfersTo(small: SmallShop, openid: string): Promise<BookedTransfer[]> {
  const all = await small.shop.control<BookedTransfer[]>('GET', 'transfers')
  return all.filter((transfer) => transfer.openid === openid).reverse()
}

/** What the guide, or WeChat, does with a transfer. */
export const decideTransfer = (
  small: SmallShop,
  outBillNo: string,
  outcome: 'confirm' | 'lapse' | 'fail',
) => small.shop.control('POST', `transfers/${outBillNo}`, { outcome })

/** Everybody confirms what waits for them. */
export async function confirmAll(small: SmallShop): Promise<void> {
  const all = await small.shop.control<BookedTransfer[]>('GET', 'transfers')
  const waiting = all.filter(({ state }) => state === 'WAIT_USER_CONFIRM')
  for (const { outBillNo } of waiting) await decideTransfer(small, outBillNo, 'confirm')
}

/** What the guide can ask for now. */
export async function payableOf(small: SmallShop, openid: string): Promise<number> {
  return (await small.shop.ask(openid, 'payouts.list', {})).payableFen
}

/** The ledger of a guide, in short. */
export async function ledgerOf(small: SmallShop, guideId: GuideId): Promise<[string, number][]> {
  const found = await small.shop.documents<CommissionEntry>('commission_entries', {
    payee: `guide.${guideId}`,
  })
  return found
    .sort((one, other) => one.at - other.at)
    .map(({ kind, amountFen }) => [kind, amountFen])
}

/** The payouts of a guide as they are stored. */
export const payoutsOf = (small: SmallShop, guideId: GuideId): Promise<Payout[]> =>
  small.shop.documents<Payout>('payouts', { guideId })

/**
 * Whatever happened: what went out is what was asked for, what came back is what did not arrive,
 * and WeChat Pay has each transfer once, for the sum that the payout says.
 */
export async function expectHonestPayouts(small: SmallShop): Promise<void> {
  const [payouts, entries, booked] = await Promise.all([
    small.shop.documents<Payout>('payouts'),
    small.shop.documents<CommissionEntry>('commission_entries'),
    small.shop.control<BookedTransfer[]>('GET', 'transfers'),
  ])
  const known = new Map(booked.map((transfer) => [transfer.outBillNo, transfer]))
  for (const { _id, amountFen, transfers, endedAt } of payouts) {
    expect(transfers.reduce((sum, transfer) => sum + transfer.amountFen, 0)).toBe(amountFen)
    const own = entries.filter(({ payoutId }) => payoutId === _id)
    const paid = transfers.filter(({ no }) => known.get(no)?.state === 'SUCCESS')
    const paidFen = paid.reduce((sum, transfer) => sum + transfer.amountFen, 0)
    if (endedAt !== null) {
      expect(own.reduce((sum, entry) => sum - entry.amountFen, 0)).toBe(paidFen)
    }
    for (const { no, amountFen: sum } of transfers) {
      const there = known.get(no)
      if (there) expect(there.amount).toBe(sum)
      known.delete(no)
    }
  }
  expect([...known.keys()]).toEqual([])
}
