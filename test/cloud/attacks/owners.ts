/** Whose things each action touches, and what becomes of whoever else tries it. */
import type { FailureCode } from '@domain/failure'
import type { ActionName } from '@domain/functions'

/**
 * everybody: what is there for all to see; nothing is written.
 * caller: the caller's own things, which no input can name; whoever sends another's wish does it
 * to themselves.
 * owner: a thing of somebody, named by its id; to others it is as unknown as one that never was.
 * bearer: whoever has the code.
 * shop: for who works here, by role.
 */
export type Whose = 'everybody' | 'caller' | 'owner' | 'bearer' | 'shop'

/** A row of the table. */
export interface Row {
  readonly whose: Whose
  /** What another one is told. */
  readonly refusals?: readonly FailureCode[]
  /** Where it is shown, if not by the attacks that are made of this table. */
  readonly shown?: string
}

const everybody: Row = {
  whose: 'everybody',
  shown: 'actions: “keeps to itself what is not the shopper’s”; again: “only looks”',
}
const caller: Row = { whose: 'caller' }
const order: Row = { whose: 'owner', refusals: ['order_unknown'] }
const sale: Row = { whose: 'owner', refusals: ['order_unknown', 'guide_missing'] }
const shop: Row = {
  whose: 'shop',
  shown: 'staff-roles: “is refused to shoppers, guides and who works here as something else”',
}

/** An action without a row does not compile, and the table’s first test fails. */
export const owners: Readonly<Record<ActionName, Row>> = {
  'catalog.home': everybody,
  'catalog.see': everybody,
  'catalog.search': everybody,
  'teams.offer': everybody,
  'teams.see': everybody,
  'groupbuy.see': everybody,
  'groupbuy.statement': everybody,
  'coupons.center': { whose: 'everybody' },
  'flashsale.see': everybody,
  'live.list': { whose: 'everybody' },
  'live.see': everybody,
  'live.room': { whose: 'everybody' },
  'lottery.see': everybody,
  'lottery.entries': everybody,
  'members.levels': everybody,
  'orders.quote': everybody,

  'cart.see': caller,
  'cart.add': caller,
  'cart.set': caller,
  'flashsale.remind': caller,
  'members.see': caller,
  'members.join': caller,
  'members.profile': caller,
  'coupons.claim': caller,
  'coupons.list': caller,
  'points.see': caller,
  'points.signs': caller,
  'points.signIn': caller,
  'points.mall': caller,
  'points.redeem': caller,
  'messages.see': caller,
  'messages.consent': caller,
  'attribution.share': caller,
  'attribution.open': caller,
  'attribution.poster': caller,
  'guides.desk': caller,
  'guides.trend': caller,
  'guides.customers': caller,
  'guides.material': caller,
  'guides.ranking': caller,
  'commission.list': caller,
  'live.reserve': caller,
  'live.claim': caller,
  'lottery.enter': caller,
  'events.record': caller,
  'orders.place': caller,
  'orders.list': caller,
  'payouts.ask': caller,
  'payouts.list': caller,

  'orders.pay': order,
  'orders.checkPayment': order,
  'orders.see': order,
  'orders.cancel': order,
  'orders.receive': order,
  'orders.refund': order,
  'aftersale.request': order,
  'aftersale.withdraw': order,
  'attribution.explain': sale,
  'commission.see': sale,
  'attribution.code': { whose: 'owner', refusals: ['link_unknown'] },
  'payouts.check': { whose: 'owner', refusals: ['payout_unknown', 'guide_missing'] },

  'members.phone': {
    whose: 'bearer',
    shown: 'member-profile: “a code that somebody else used up is refused”',
  },
  'guides.accept': {
    whose: 'bearer',
    shown: 'invitation-tries: “the code of a place is not found by guessing”',
  },

  'fulfilment.desk': shop,
  'fulfilment.list': shop,
  'fulfilment.see': shop,
  'fulfilment.ship': shop,
  'fulfilment.find': shop,
  'fulfilment.verify': shop,
  'aftersale.answer': shop,
  'aftersale.list': shop,
  'groupbuy.watch': shop,
  'members.storeCode': shop,
  'attribution.see': shop,
  'attribution.assign': shop,
  'attribution.bind': shop,
  'attribution.replay': shop,
  'guides.invite': shop,
  'guides.list': shop,
  'guides.activate': shop,
  'commission.overview': shop,
  'live.cockpit': shop,
  'live.start': shop,
  'live.end': shop,
  'live.explain': shop,
  'live.skip': shop,
  'live.shelve': shop,
  'live.price': shop,
  'live.stock': shop,
  'live.announce': shop,
  'live.drop': shop,
  'live.warmUp': shop,
  'live.review': shop,
  'live.recount': shop,
  'live.note': shop,
  'lottery.open': shop,
  'lottery.draw': shop,
  'audit.list': shop,
  'shopfile.import': shop,
}
