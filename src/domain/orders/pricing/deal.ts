import { ladderPrice, stepsReached } from '../../groupbuy/ladder'
import { subtract, times, type Fen } from '../../money'
import type { Pricing, Skipped } from './draft'
import { stepped, type BasketLine, type DealOffer, type LadderOffer, type Why } from './line'

/** What a piece costs in a deal as it stands at this moment. */
export function dealPrice(offer: DealOffer): Fen {
  return offer.kind === 'ladder' ? ladderPrice(offer.ladder, offer.people) : offer.priceFen
}

/** What a piece of a line costs in its deal, or at its SKU's price: before anything else. */
export function unitFen({ sku, deal }: Pick<BasketLine, 'sku' | 'deal'>): Fen {
  return deal ? dealPrice(deal) : sku.priceFen
}

function whyOf(offer: DealOffer): Why {
  switch (offer.kind) {
    case 'ladder':
      return { people: offer.people, step: stepsReached(offer.ladder, offer.people) }
    case 'team':
      return { people: offer.people, role: offer.isLeader ? 'leader' : 'joiner' }
    case 'flash':
      return { endsAt: offer.endsAt }
    case 'mall':
      return { points: offer.points }
    case 'live':
    case 'prize':
      return {}
  }
}

/** The ladder steps that are not reached yet: not charged now, but settled by at the close. */
function stepsAhead({ id, name, ladder, people }: LadderOffer, skuId: Skipped['skuId']): Skipped[] {
  return ladder.steps
    .filter((step) => people < step.people)
    .map((step) => ({
      kind: 'ladder',
      id,
      name,
      reason: 'next',
      why: { missing: step.people - people, unitFen: step.priceFen },
      skuId,
    }))
}

/** The deal's price takes the place of the SKU's: a deal is joined, and a ladder settles by it. */
export const dealPricing: Pricing = ({ lines, skipped }) => ({
  lines: lines.map((line) => {
    const { sku, quantity, deal } = line
    if (!deal) return line
    const { kind, id, name } = deal
    const price = dealPrice(deal)
    const amountFen = times(subtract(price, sku.priceFen), quantity)
    const why = { ...whyOf(deal), unitFen: price }
    const dealt = stepped(line, { kind, id, name, amountFen, why })
    return kind === 'mall' ? { ...dealt, points: deal.points * quantity } : dealt
  }),
  skipped: [
    ...skipped,
    ...lines.flatMap(({ deal, sku }) => (deal?.kind === 'ladder' ? stepsAhead(deal, sku.id) : [])),
  ],
})
