import { openTab, replace } from '@/platform/go'
import type { OpenedLink } from '@/stores/AttributionStore'

/** Goes to what a link is for, in place of the page that asked. */
export function goOn({ target, dealKind }: OpenedLink): void {
  switch (target.kind) {
    case 'home':
      openTab('home')
      return
    case 'product':
      replace('product', { productId: target.id })
      return
    case 'team':
      replace('team', { teamId: target.id })
      return
    case 'store':
      replace('join', { storeId: target.id })
      return
    case 'live':
      replace('live', { liveId: target.id })
      return
    case 'deal':
      if (dealKind === 'ladder') replace('ladder', { dealId: target.id })
      else if (dealKind === 'team') replace('offer', { dealId: target.id })
      else if (dealKind === 'flash') replace('sessions', { dealId: target.id })
      else replace('mall', {})
  }
}
