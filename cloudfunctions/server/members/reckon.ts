import { freightOf, lineKeptFen } from '@domain/aftersale/afterSale'
import type { CategoryId, MemberId } from '@domain/ids'
import { strangerOf, type Member, type Spend } from '@domain/members/member'
import { reckon } from '@domain/members/reckoning'
import { add, NOTHING, subtract, type Fen } from '@domain/money'
import { keptFen, momentOf, type Order } from '@domain/orders/order'
import type { Instant } from '@domain/time'
import { _ } from '../kit/cloud'
import { members, orders, shops } from '../kit/collections'
import { log, reasonOf } from '../kit/log'
import { jobOver, type Job } from '../timer/job'
import { changeMember } from './change'

/** Members a batch. */
const BATCH = 50

/**
 * Reckons a member's figures anew from the orders that were received: the orders decide, so it
 * does not matter how often or in which order it is done.
 */
export function reckonAgain(memberId: MemberId, now: Instant): Promise<Member> {
  return changeMember(memberId, async (before) => {
    const [shop, received] = await Promise.all([
      shops.get('shop'),
      orders.findAll({ memberId, status: _.in(['received', 'done']) }),
    ])
    return reckon(before, { spends: received.map(spendOf), rule: shop?.levels ?? null, now })
  })
}

/**
 * Makes everybody due to be reckoned anew, as the shop's levels are other ones now. The shop says
 * so itself until it is done: whatever befalls the import or the timer, it is done in the end.
 */
export const reckonEverybody: Job = {
  due: () => [{ in: shops, where: { levelsChangedAt: _.gt(0) } }],
  work: async ({ now }) => {
    const levelsChangedAt = (await shops.get('shop'))?.levelsChangedAt ?? null
    if (levelsChangedAt === null) return 0
    const due = await members.changeAll({ reckonAt: _.gt(now) }, { reckonAt: now, rev: _.inc(1) })
    // Levels that changed again meanwhile ask for it once more.
    await shops.changeIf('shop', { levelsChangedAt }, { levelsChangedAt: null })
    return due
  },
}

/** What is left of an order for its goods, freight and what went back left out. */
function spendOf(order: Order): Spend {
  const at = momentOf(order, 'receive') ?? momentOf(order, 'verify') ?? order.placedAt
  const parts = order.receipt.lines.map(({ product }, line) => ({
    id: product.categoryId,
    amountFen: subtract(lineKeptFen(order, line), grantedOf(order, line)),
  }))
  const freight = freightOf(order)
  const amountFen = keptFen(order) > freight ? subtract(keptFen(order), freight) : NOTHING
  return { at, amountFen, categories: byCategory(parts) }
}

function grantedOf(order: Order, line: number): Fen {
  const granted = order.afterSales.filter(({ status }) => status === 'approved')
  const pieces = granted.flatMap((asked) => asked.pieces.filter((piece) => piece.line === line))
  return add(...pieces.map(({ amountFen }) => amountFen))
}

function byCategory(parts: readonly { id: CategoryId; amountFen: Fen }[]): Spend['categories'] {
  const ids = [...new Set(parts.map(({ id }) => id))]
  return ids.map((id) => ({
    id,
    amountFen: add(...parts.filter((part) => part.id === id).map(({ amountFen }) => amountFen)),
  }))
}

/** Reckons members whose figures change by time alone, as old orders leave the level's window. */
export const reckonMembers = jobOver({
  in: members,
  where: (now) => ({ reckonAt: _.lte(now) }),
  finding: { limit: BATCH },
  each: ({ _id }, now) => reckonAgain(_id, now),
  trouble: (error) => log('member_waits', { reason: reasonOf(error) }),
})

/** What the shop knows of a member, also of one who never bought. */
export const knownMember = (
  memberId: MemberId,
  found: readonly ReturnType<typeof strangerOf>[],
): ReturnType<typeof strangerOf> => found[0] ?? strangerOf(memberId)
