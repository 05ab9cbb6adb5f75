/** Rules about goods, orders and money, broken on purpose. */
import type { KnownSabotage } from './known'

export const ofOrders: readonly KnownSabotage[] = [
  {
    name: 'a hold is released twice',
    seen: ['adds up'],
    file: 'server/holds/release.ts',
    snippet: `    { [\`holds.\${orderId}\`]: _.exists(true) },
    {
      available: _.inc(hold.quantity),`,
    instead: `    {},
    {
      available: _.inc(hold.quantity),`,
  },
  {
    name: 'stock is sold that is not there',
    seen: ['adds up', 'no oversell'],
    file: 'server/holds/take.ts',
    snippet: '{ available: _.gte(quantity), [`holds.${holder}`]: _.exists(false) }',
    instead: '{ [`holds.${holder}`]: _.exists(false) }',
  },
  {
    name: 'the quota is forgotten',
    seen: ['no quota exceeded', 'as orders say'],
    file: 'server/orders/takeAll.ts',
    snippet: 'takings.push(() => one(takeQuota(owner, { orderId, quantity, until })))',
    instead: 'void [owner, quantity, takeQuota]',
  },
  {
    name: 'a todo is dropped before it is done',
    seen: ['all done', 'no fen made or lost', 'as orders say'],
    file: 'domain/orders/todo.ts',
    snippet: 'const todo = done ?',
    instead: 'const todo = done || task.task ?',
  },
  {
    name: 'a refund sends back all that was paid',
    seen: ['refunded as decided'],
    file: 'server/orders/todo.ts',
    snippet: 'refund: wanted, now',
    instead: 'refund: { ...wanted, amountFen: paidFen }, now',
  },
  {
    name: 'a ladder settles at what was paid',
    seen: ['no fen made or lost'],
    file: 'domain/groupbuy/ladder.ts',
    snippet: 'return times(lesser(paidUnitFen, finalPriceFen), quantity)',
    instead: 'return times(paidUnitFen, quantity)',
  },
  {
    name: 'an order ends without asking the gateway',
    seen: ['no fen made or lost', 'charged for something'],
    file: 'server/orders/end.ts',
    snippet: 'const paid = await shutPayment(orderId, now)',
    instead: 'const paid = orderId.length === 0 ? await shutPayment(orderId, now) : undefined',
  },
  {
    name: 'people are counted by their orders',
    seen: ['people are counted'],
    scale: { days: 30, steps: 2600 },
    file: 'server/groupbuy/close.ts',
    snippet: "_id: '$memberId'",
    instead: "_id: '$_id'",
  },
  {
    name: 'goods that come back are forgotten',
    seen: ['as orders say'],
    file: 'server/orders/todo.ts',
    snippet:
      'await comeBack(hold, { orderId, mark: orderId, people: hold === first ? people : 0, now })',
    instead: 'void [comeBack, people, hold === first]',
  },
  {
    name: 'the shop charges what the phone says',
    seen: ['receipt adds up', 'priced by the list'],
    file: 'domain/orders/receipt.ts',
    snippet: 'if (receipt.payableFen === seenFen) return undefined',
    instead: 'Object.assign(receipt, { payableFen: seenFen }); if (seenFen >= 0) return undefined',
  },
  {
    name: 'a seat of a team is sold twice',
    seen: ['adds up', 'seats'],
    file: 'server/teams/seats.ts',
    snippet: '      sold: _.inc(1),',
    instead: '      sold: _.inc(2),',
  },
  {
    name: 'goods go out before the team is complete',
    seen: ['one way', 'seats'],
    file: 'domain/teams/team.ts',
    snippet: "if (team.sold >= team.loaded) return 'form'",
    instead: "if (team.sold >= 1) return 'form'",
  },
  {
    name: 'one piece more is paid back than was asked',
    seen: ['a fair part', 'no fen made or lost', 'refunded as decided'],
    file: 'domain/aftersale/afterSale.ts',
    snippet: 'return add(...shares.slice(0, quantity))',
    instead: 'return add(...shares.slice(0, quantity + 1))',
  },
  {
    name: 'a parcel costs nothing too early',
    seen: ['priced by the list'],
    file: 'domain/orders/pricing/freight.ts',
    snippet: 'goodsFen >= freeAboveFen ? NOTHING : flatFen, why',
    instead: 'goodsFen >= freeAboveFen / 2 ? NOTHING : flatFen, why',
  },
]
