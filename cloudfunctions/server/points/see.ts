import { fail } from '@domain/failure'
import { freshAccount } from '@domain/points/account'
import { ENTRIES_PAGE, type EntryView } from '@domain/points/contract'
import { dayOf, isSigned, monthBounds, nextSignIns, streakAt } from '@domain/points/signIn'
import { _ } from '../kit/cloud'
import { pointsAccounts, pointsEntries, shops } from '../kit/collections'
import type { Caller } from '../kit/serve'

/** The account with a page of its history, newest first. Three SDK calls. */
export async function seePoints({ before }: { before?: number | undefined }, { memberId }: Caller) {
  const [shop, known, found] = await Promise.all([
    shops.get('shop'),
    pointsAccounts.get(memberId),
    pointsEntries.find(
      { memberId, ...(before !== undefined && { no: _.lt(before) }) },
      { order: [['no', 'desc']], limit: ENTRIES_PAGE + 1 },
    ),
  ])
  if (!shop) return fail('shop_unknown')
  const { balance, available, lots } = known ?? freshAccount(memberId)
  const entries = found
    .slice(0, ENTRIES_PAGE)
    .map(({ memberId: _memberId, ...entry }): EntryView => entry)
  const account = { balance, available, lots }
  return { account, rule: shop.points, entries, more: found.length > ENTRIES_PAGE }
}

/** A month of the sign-in calendar, and what comes next. Three SDK calls. */
export async function seeSignIns({ month }: { month: string }, { memberId, now }: Caller) {
  const { startsAt, endsAt } = monthBounds(month)
  const [shop, known, signed] = await Promise.all([
    shops.get('shop'),
    pointsAccounts.get(memberId),
    pointsEntries.find(
      { memberId, kind: 'sign-in', at: _.gte(startsAt).and(_.lt(endsAt)) },
      { order: [['at', 'asc']] },
    ),
  ])
  const account = known ?? freshAccount(memberId)
  return {
    days: signed.map(({ at, points }) => ({ day: dayOf(at), points })),
    streak: streakAt(account, now),
    signedToday: isSigned(account, now),
    next: nextSignIns(account, shop?.points?.signIn ?? [], now),
  }
}
