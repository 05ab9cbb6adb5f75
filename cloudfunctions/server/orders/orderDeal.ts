import type { MemberId, OrderId } from '@domain/ids'
import { NOTHING } from '@domain/money'
import { PAY_WINDOW, type OrderDeal } from '@domain/orders/order'
import { unitFen, type Receipt } from '@domain/orders/receipt'
import { after, earlier, MINUTE, type Instant } from '@domain/time'
import { aliasOf } from '../deals/alias'
import { teamIdOf } from '../kit/ids'
import type { Basket } from './basket'

/** What an order keeps of the deal that it buys in; null for the shelf. */
export function dealOf(
  { deal, team }: Pick<Basket, 'deal' | 'team'>,
  receipt: Receipt,
  { memberId, orderId }: { readonly memberId: MemberId; readonly orderId: OrderId },
): OrderDeal | null {
  if (!deal) return null
  const { _id: id, endsAt } = deal
  const alias = aliasOf(id, memberId)
  switch (deal.kind) {
    case 'ladder': {
      const [line] = receipt.lines
      return {
        kind: 'ladder',
        id,
        endsAt,
        alias,
        unitFen: line ? unitFen(line) : NOTHING,
        settled: null,
      }
    }
    case 'team': {
      const opens = team === null
      const teamId = team?._id ?? teamIdOf(orderId)
      const newcomersOnly = deal.joiners === 'newcomer' && !opens
      return { kind: 'team', id, teamId, opens, alias, newcomersOnly }
    }
    case 'flash':
    case 'mall':
    case 'live':
    case 'prize':
      return { kind: deal.kind, id }
  }
}

/**
 * Until when an order can be paid. A ladder is counted at its end and a team at its own, so nobody
 * pays beyond it; a flash sale wants its pieces back soon; a live may end while one pays.
 */
export function payBeforeOf({ deal, team }: Pick<Basket, 'deal' | 'team'>, now: Instant): Instant {
  const usual = after(now, PAY_WINDOW)
  if (deal?.kind === 'flash') return after(now, deal.payMinutes * MINUTE)
  if (!deal || deal.kind === 'live' || deal.kind === 'prize') return usual
  return earlier(usual, team?.formBefore ?? deal.endsAt)
}
