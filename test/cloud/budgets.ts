/** How many SDK calls each action may make. */
import type { ActionName } from '@domain/functions'

/** Calls per action. The first seven are promises; the others are what was measured. */
export const budgets: Readonly<Record<ActionName, number>> = {
  'orders.place': 5,
  'groupbuy.see': 2,
  'catalog.home': 3,
  'catalog.see': 2,
  'cart.see': 2,
  'flashsale.see': 4,
  'teams.see': 1,
  'catalog.search': 1,
  'cart.add': 3,
  'cart.set': 2,
  'teams.offer': 2,
  'flashsale.remind': 2,
  'groupbuy.statement': 1,
  'coupons.center': 2,
  // Read everything, take a piece, write the coupon, book the piece.
  'coupons.claim': 4,
  'coupons.list': 1,
  'members.see': 3,
  // Shop, member and trail, coupons for newcomers, read and write; four more for each coupon given.
  'members.join': 4,
  'members.profile': 2,
  // Whether it was answered before, the count (opened in this hour), WeChat, read and write.
  'members.phone': 7,
  'members.levels': 3,
  // Who asks, the shop, the code, and two to put its picture away.
  'members.storeCode': 5,
  'messages.see': 2,
  'messages.consent': 3,
  'points.see': 3,
  'points.signs': 3,
  // The shop, and a transaction: begun, read, account, entry, committed.
  'points.signIn': 6,
  'points.mall': 4,
  // The item, all else, hold the points, three for the coupon, look for the entry, a transaction.
  'points.redeem': 12,
  'orders.quote': 1,
  'orders.pay': 2,
  'orders.checkPayment': 2,
  'orders.see': 2,
  'orders.list': 1,
  // Read, close, ask what was never opened, read and write, let both holds go, record.
  'orders.cancel': 8,
  // Read and write, siblings, two holds (tried as held, then as sold), refund, record.
  'orders.refund': 8,
  // Read and write, tell WeChat that it was shipped, reckon the member, record; and where the
  // order earns points: look, open the account, look again, entry and balance in one transaction.
  'orders.receive': 16,
  'aftersale.request': 2,
  'aftersale.withdraw': 2,
  // Who asks, the wish, read and write, the piece back, refund, record, who did it.
  'aftersale.answer': 9,
  'aftersale.list': 2,
  'fulfilment.desk': 4,
  'fulfilment.list': 2,
  'fulfilment.see': 2,
  // Who asks, the wish, read and write, tell WeChat, look into the wallet, record, who did it.
  'fulfilment.ship': 8,
  'fulfilment.find': 2,
  'fulfilment.verify': 20,
  // Who shares what and by whom they came, links that are there, those that are not.
  'attribution.share': 3,
  // The link with all that decides, the touch, the guide's customer; and perhaps a binding.
  'attribution.open': 4,
  'attribution.poster': 3,
  // The link, the count (opened in this hour), the code, and two to put its picture away.
  'attribution.code': 7,
  'attribution.explain': 3,
  'attribution.see': 3,
  // Who asks, the guide, read and write, the entry, commission of both guides, their customers.
  'attribution.assign': 13,
  'attribution.bind': 7,
  'attribution.replay': 3,
  // Code and caller, the try, read and write the member, the place.
  'guides.accept': 5,
  // The guide and the shop; visitors, orders and income of today, and what is where.
  'guides.desk': 6,
  'guides.trend': 4,
  'guides.customers': 2,
  'guides.material': 5,
  'guides.ranking': 5,
  'guides.invite': 5,
  'guides.list': 2,
  'guides.activate': 5,
  'commission.list': 2,
  'commission.see': 3,
  'commission.overview': 3,
  // Guide and payout, the slot, the sums, the payout, its entry (looked for and added), the news.
  'payouts.ask': 8,
  'payouts.check': 3,
  'payouts.list': 3,
  'live.list': 1,
  // The session with all that is in it, the caller's coupons, its lotteries.
  'live.see': 3,
  'live.room': 2,
  'live.reserve': 3,
  'live.claim': 5,
  'live.cockpit': 10,
  // Who asks, the session, wish and room, goods and reminders, the room, the record.
  'live.start': 8,
  'live.end': 6,
  'live.explain': 7,
  'live.skip': 6,
  'live.shelve': 7,
  'live.price': 7,
  // Beside the room and the record: the shards, each of them, their sum, the deal.
  'live.stock': 10,
  'live.announce': 5,
  'live.drop': 7,
  'live.warmUp': 5,
  // Who asks, the session, all it is reviewed by, what was kept, and the record; for `live.review`
  // the session before it as well, where that was never counted.
  'live.review': 28,
  'live.recount': 14,
  'live.note': 6,
  'lottery.see': 1,
  'lottery.enter': 2,
  'lottery.entries': 1,
  // Who asks, the wish, the session; seed, pool, deal, lottery, room and record.
  'lottery.open': 9,
  // Beside who asks: entries, a page, the hash; pages and seed, the deal, the draw, the room.
  'lottery.draw': 14,
  'events.record': 1,
  'audit.list': 4,
  'groupbuy.watch': 40,
  // As many as the file is long: this one has all that the tests before brought in.
  'shopfile.import': 260,
}
