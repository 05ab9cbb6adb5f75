/**
 * Which deployed function answers which action. Code is cut by feature but deployed by trust and
 * heat: `shop` reads and must survive a rush, `trade` moves money, `staff` is not even reachable
 * with a shopper's actions.
 */
export const functionOf = {
  'catalog.home': 'shop',
  'catalog.see': 'shop',
  'catalog.search': 'shop',
  'cart.see': 'shop',
  'cart.add': 'shop',
  'cart.set': 'shop',
  'teams.offer': 'shop',
  'teams.see': 'shop',
  'flashsale.see': 'shop',
  'flashsale.remind': 'shop',
  'groupbuy.see': 'shop',
  'groupbuy.statement': 'shop',
  'orders.quote': 'trade',
  'orders.place': 'trade',
  'orders.pay': 'trade',
  'orders.checkPayment': 'trade',
  'orders.see': 'trade',
  'orders.list': 'trade',
  'orders.cancel': 'trade',
  'orders.receive': 'trade',
  'orders.refund': 'trade',
  'aftersale.request': 'trade',
  'aftersale.withdraw': 'trade',
  'fulfilment.desk': 'staff',
  'fulfilment.list': 'staff',
  'fulfilment.see': 'staff',
  'fulfilment.ship': 'staff',
  'fulfilment.find': 'staff',
  'fulfilment.verify': 'staff',
  'aftersale.answer': 'staff',
  'aftersale.list': 'staff',
  'groupbuy.watch': 'staff',
  'shopfile.import': 'staff',
} as const

/** The name of an action: `feature.verb`. */
export type ActionName = keyof typeof functionOf
