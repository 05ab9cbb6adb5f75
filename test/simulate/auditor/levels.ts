/** Levels by what was spent, and what comes with them: vouchers and gifts, once each. */
import type { Audit } from './auditor'
import type { CouponDoc, MemberDoc, OrderDoc } from './books'
import { byId, grouped } from './lookups'
import { monthName, monthStart } from './calendar'
import { SLACK } from './slack'
import { levelsAround, receivedAt, spentIn } from './spending'

/** Who stood long enough on a level is owed what comes with it. */
const SETTLED = 2 * SLACK

/** A level as it was seen from one look to another. */
interface Standing {
  readonly levelId: string
  readonly from: number
  until: number
}

/** What the auditor remembers of members from look to look. */
export class Standings {
  readonly of = new Map<string, Standing[]>()
  readonly seen = new Set<string>()

  /** Notes the level that somebody's spending makes at this moment. */
  note(memberId: string, levelId: string, now: number): Standing {
    const before = this.of.get(memberId) ?? []
    this.of.set(memberId, before)
    const last = before.at(-1)
    if (last?.levelId === levelId) {
      last.until = now
      return last
    }
    const fresh = { levelId, from: now, until: now }
    before.push(fresh)
    return fresh
  }
}

/** What must hold at every moment. */
export function checkLevels(audit: Audit, standings: Standings): void {
  const { books, prices, accuse } = audit
  const orders = ordersByMember(books.orders)
  const from = prices.rules.windowStart(books.now)
  for (const member of books.members) {
    const level = prices.rules.levelFor(spentIn(orders.get(member._id) ?? [], from))
    const { until, from: since } = standings.note(member._id, level.id, books.now)
    const noted = prices.rules.level(member.levelId).id
    if (noted !== level.id && until - since > SLACK) {
      accuse('level by the spending', member._id, `is ${noted}, and ${level.id} by the orders`)
    }
  }
  checkVouchers(audit, standings, orders)
}

const ordersByMember = grouped<OrderDoc>(({ memberId }) => memberId)

/** One a month, of the level of that time; one gift for a level. */
function checkVouchers(
  audit: Audit,
  standings: Standings,
  orders: ReadonlyMap<string, readonly OrderDoc[]>,
): void {
  const { books, accuse } = audit
  const keys = new Set<string>()
  for (const coupon of books.coupons) {
    const key = onceKey(coupon)
    if (key !== undefined && keys.has(key)) {
      accuse('one voucher a month', coupon.memberId, `has two for ${key}`)
    }
    if (key !== undefined) keys.add(key)
    if (standings.seen.has(coupon._id)) continue
    standings.seen.add(coupon._id)
    if (key !== undefined) checkLevelOf(audit, standings, coupon)
    else checkAudience(audit, standings, { coupon, orders: orders.get(coupon.memberId) ?? [] })
  }
}

/** What a coupon is that comes only once; undefined for others. */
function onceKey({ channel, memberId, templateId, claimedAt }: CouponDoc): string | undefined {
  if (channel === 'monthly') return `${memberId} ${monthName(claimedAt)}`
  return channel === 'level-up' ? `${memberId} ${templateId}` : undefined
}

/** A voucher is of a level held when it came; a gift stays owed when the level is lost again. */
function checkLevelOf(audit: Audit, standings: Standings, coupon: CouponDoc): void {
  const { rules } = audit.prices
  const { channel, templateId } = coupon
  const brings =
    channel === 'monthly'
      ? heldAround(audit, standings, coupon).some(
          (id) => rules.level(id).monthlyCouponId === templateId,
        )
      : everHeld(audit, standings, coupon).some((id) => rules.level(id).giftCouponId === templateId)
  if (!brings) {
    const says = `was given ${coupon.templateId}, which its level does not bring`
    audit.accuse('vouchers by level', coupon.memberId, says)
  }
}

/** Levels that somebody had lately when a coupon came. */
function heldAround(
  { books, prices }: Audit,
  standings: Standings,
  { memberId, claimedAt }: CouponDoc,
): string[] {
  const lately = (standings.of.get(memberId) ?? []).filter(
    ({ from, until }) => until >= claimedAt - SLACK && from <= claimedAt + SLACK,
  )
  const noted = levelsAround({ books, rules: prices.rules }, memberId, claimedAt)
  return [...noted, ...lately.map(({ levelId }) => levelId)]
}

/** Levels that somebody ever had, as they were seen and as the shop noted them. */
function everHeld({ books }: Audit, standings: Standings, { memberId }: CouponDoc): string[] {
  const noted = byId(books.members).get(memberId)?.levelHistory ?? []
  const seen = standings.of.get(memberId) ?? []
  return [...noted.flatMap(({ to }) => to ?? []), ...seen.map(({ levelId }) => levelId)]
}

/** Who claimed a coupon was one of those that it is for. */
function checkAudience(
  audit: Audit,
  standings: Standings,
  { coupon, orders }: { readonly coupon: CouponDoc; readonly orders: readonly OrderDoc[] },
): void {
  const { rules } = audit.prices
  const { memberId, claimedAt, templateId } = coupon
  const audience = rules.coupons.get(templateId)?.audience ?? 'all'
  const isLate = (order: OrderDoc): boolean =>
    (receivedAt(order) ?? Infinity) < claimedAt - SLACK && spentIn([order], 0) > 0
  const [kind, levelId = ''] = audience.split(':')
  const reached = rules.level(levelId).spendFen
  const isWrong =
    kind === 'level'
      ? heldAround(audit, standings, coupon).every((id) => rules.level(id).spendFen < reached)
      : kind === 'newcomer' && orders.some(isLate)
  if (isWrong) audit.accuse('vouchers by level', memberId, `claimed ${templateId}: ${audience}`)
}

/** At rest levels are exactly what was spent, and nothing that they bring is owed. */
export function checkLevelsAtRest(audit: Audit, standings: Standings): void {
  const { books, prices, accuse } = audit
  const orders = ordersByMember(books.orders)
  const from = prices.rules.windowStart(books.now)
  const keys = new Set(books.coupons.map(onceKey))
  for (const member of books.members) {
    const spent = spentIn(orders.get(member._id) ?? [], from)
    if (member.spentFen !== spent) {
      accuse('level by the spending', member._id, `spent ${spent}, noted ${member.spentFen}`)
    }
    checkOwed(audit, { member, standings, keys })
  }
}

/** Each month in which somebody stood long enough on a level with a voucher has brought one. */
function checkOwed(
  { prices, accuse }: Audit,
  known: {
    readonly member: MemberDoc
    readonly standings: Standings
    readonly keys: ReadonlySet<string | undefined>
  },
): void {
  const { member, standings, keys } = known
  for (const { levelId, from, until } of standings.of.get(member._id) ?? []) {
    const { monthlyCouponId, giftCouponId } = prices.rules.level(levelId)
    const owed: string[] = []
    if (giftCouponId !== null && until - from > SETTLED) owed.push(giftCouponId)
    for (let start = from; monthlyCouponId !== null && start < until;) {
      const end = monthStart(start, 1)
      if (Math.min(end, until) - start > SETTLED) owed.push(monthName(start))
      start = end
    }
    const missing = owed.find((what) => !keys.has(`${member._id} ${what}`))
    if (missing !== undefined) accuse('vouchers by level', member._id, `never got ${missing}`)
  }
}
