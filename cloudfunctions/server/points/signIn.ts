import { fail } from '@domain/failure'
import type { MemberId } from '@domain/ids'
import type { PointsAccount, PointsRule } from '@domain/points/account'
import { post, type Posted } from '@domain/points/ledger'
import { signIn, signInPoints } from '@domain/points/signIn'
import type { Instant } from '@domain/time'
import { shops } from '../kit/collections'
import type { Caller } from '../kit/serve'
import { untilThrough } from '../kit/weather'
import { writePosted } from './post'

/** What a shop without points gives for signing in. */
const noRule: Pick<PointsRule, 'signIn' | 'months'> = { signIn: [], months: 0 }

/** 签到: once a day of the shop's calendar; again on the same day it answers the same. */
export async function signInToday(_input: object, { memberId, now }: Caller) {
  const shop = await shops.get('shop')
  if (!shop) return fail('shop_unknown')
  const rule = shop.points ?? noRule
  const { streak, balance } = await untilThrough(() =>
    writePosted(memberId, (account) => signed(account, rule, now)),
  )
  return { points: signInPoints(rule.signIn, streak), streak, balance }
}

function signed(
  account: PointsAccount,
  { signIn: steps, months }: typeof noRule,
  now: Instant,
): Posted | 'nothing' {
  const today = signIn(account, steps, now)
  if (!today) return 'nothing'
  const { day, streak, points } = today
  const why = { day, streak }
  const _id = signInIdOf(account._id, day)
  const marked = { ...account, signedOn: day, streak }
  return post(marked, [{ _id, kind: 'sign-in', points, orderId: null, why, months }], now)
}

const signInIdOf = (memberId: MemberId, day: string): string => `sign-in.${memberId}.${day}`
