/** What members do beside buying, as a phone calls it. */
import type { MemberAct, Place } from '../street/step'
import type { Event } from './event'

const places: Readonly<Record<Place, Event>> = {
  home: { name: 'catalog.home', input: {} },
  orders: { name: 'orders.list', input: {} },
  'flash sales': { name: 'flashsale.see', input: {} },
  'member center': { name: 'members.see', input: {} },
  levels: { name: 'members.levels', input: {} },
  'coupon centre': { name: 'coupons.center', input: {} },
  coupons: { name: 'coupons.list', input: { tab: 'usable' } },
  points: { name: 'points.see', input: {} },
  'points mall': { name: 'points.mall', input: {} },
  workbench: { name: 'guides.desk', input: {} },
  income: { name: 'commission.list', input: {} },
  payouts: { name: 'payouts.list', input: {} },
}

/** The call for looking around somewhere. */
export const placeEvent = (at: Place): Event => places[at]

/** Messages that people on the street allow. */
const kinds = [...['couponExpiring', 'pointsExpiring', 'refundSent', 'teamFormed', 'liveStart']]

/** The call for something that a member does. */
export function memberEvent(act: MemberAct, requestId: string): Event {
  switch (act.do) {
    case 'join':
      return { name: 'members.join', input: act.storeId ? { storeId: act.storeId } : {} }
    case 'claim':
      return { name: 'coupons.claim', input: { requestId, templateId: act.templateId } }
    case 'sign in':
      return { name: 'points.signIn', input: {} }
    case 'redeem':
      return { name: 'points.redeem', input: { requestId, itemId: act.itemId } }
    case 'allow messages':
      return { name: 'messages.consent', input: { requestId, kinds } }
  }
}
