import { useEffect } from 'react'
import type { DealOffer } from '@domain/orders/receipt'
import type { CatalogStore } from '@/stores/CatalogStore'
import type { LiveStore } from '@/stores/LiveStore'
import { useStores } from '@/stores/root'
import type { WantedLine } from '@/stores/CheckoutStore'

/** What the checkout has to know of a deal beside its price. */
export interface DealFacts {
  /** Pieces that the shopper may still take; undefined as long as that is not known. */
  readonly takeable: number | undefined
  /** Minutes to pay, where a deal gives less than usual. */
  readonly payMinutes: number | undefined
}

/** Asks for what a deal of that kind allows, and tells it as soon as it is known. */
export function useDealFacts(
  line: WantedLine | undefined,
  kind: DealOffer['kind'] | undefined,
  liveId: string | undefined,
): DealFacts {
  const { catalog, groupbuy, live } = useStores()
  const { dealId, productId } = line ?? {}
  useEffect(() => {
    if (dealId === undefined || productId === undefined || kind === undefined) return
    if (kind === 'ladder') void groupbuy.ladders.load(dealId)
    else if (kind === 'prize') return
    else if (kind === 'live') {
      if (liveId !== undefined) void live.sessions.load(liveId)
    } else void catalog.loadProduct(productId)
  }, [dealId, productId, kind, liveId, catalog, groupbuy, live])
  if (dealId === undefined || productId === undefined || kind === undefined) return nothing
  if (kind === 'prize') return { ...nothing, takeable: 1 }
  if (kind === 'live') return liveFacts(live, dealId, liveId)
  if (kind !== 'ladder') return factsOf(catalog, productId, dealId)
  const isKnown = groupbuy.ladders.of(dealId).value !== undefined
  return isKnown ? { ...nothing, takeable: groupbuy.takeable(dealId) } : nothing
}

const nothing: DealFacts = { takeable: undefined, payMinutes: undefined }

/** What is left of something in a live room, and a member's share of it. */
function liveFacts(live: LiveStore, dealId: string, liveId = ''): DealFacts {
  const goods = live.sessions.of(liveId).value?.goods.find((one) => one.dealId === dealId)
  return goods ? { ...nothing, takeable: Math.min(goods.left, goods.perMember) } : nothing
}

/** What a team or a session of a flash sale allows: what is left, and a member's share of it. */
function factsOf(catalog: CatalogStore, productId: string, dealId: string): DealFacts {
  const deals = catalog.product(productId).value?.deals
  const team = deals?.teams.find(({ deal }) => deal._id === dealId)
  if (team) return { ...nothing, takeable: Math.min(team.left, team.deal.perMember) }
  const flash = deals?.flash.find(({ deal }) => deal._id === dealId)
  if (!flash) return nothing
  const { left, deal } = flash
  return { takeable: Math.min(left, deal.perMember), payMinutes: deal.payMinutes }
}
