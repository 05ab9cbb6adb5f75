/** The actions of the shop, and which of them have what in common. */
import { functionOf, type ActionName } from '@domain/functions'

/** Every action there is. */
export const actions = Object.keys(functionOf) as ActionName[]

/** The actions whose wish has a certain field. */
export const actionsWith = {
  /** Of the caller's own order. */
  orderId: [
    'orders.pay',
    'orders.checkPayment',
    'orders.see',
    'orders.cancel',
    'orders.receive',
    'orders.refund',
    'aftersale.request',
    'aftersale.withdraw',
  ] as const,
  requestId: [
    'cart.add',
    'members.phone',
    'coupons.claim',
    'messages.consent',
    'attribution.open',
    'live.claim',
    'events.record',
    'orders.place',
    'orders.cancel',
    'orders.receive',
    'orders.refund',
    'points.redeem',
    'aftersale.request',
    'aftersale.withdraw',
    'payouts.ask',
    'fulfilment.ship',
    'fulfilment.verify',
    'aftersale.answer',
    'attribution.assign',
    'attribution.bind',
    'guides.invite',
    'guides.activate',
    'live.start',
    'live.end',
    'live.explain',
    'live.skip',
    'live.shelve',
    'live.price',
    'live.stock',
    'live.announce',
    'live.drop',
    'live.warmUp',
    'live.note',
    'lottery.open',
    'lottery.draw',
  ] as const,
}

/** The actions that only staff may ask for. */
export const staffActions = actions.filter((name) => functionOf[name] === 'staff')
