import { commissionDue, duePostings, payableFrom } from '@domain/commission/dues'
import { entriesOf } from '@domain/commission/entry'
import { fen } from '@domain/money'
import { giveBack, settleOrder } from '@domain/orders/ending'
import { withFollowing } from '@domain/orders/following'
import type { Order } from '@domain/orders/order'
import { NEVER } from '@domain/holds/hold'
import { after, DAY } from '@domain/time'
import { ARRIVED, arrived, ask, done, grant, pieces, toShip } from '../aftersale/build'
import { AFTER_CLOSE, aLine, aReceipt, aSku, id, joining, minutesIn } from '../build'
import { bps } from '../members/build'
import { aRule, aSharedOrder, creditedTo, paidFor, shares, sumsIn, theTerms, told } from './build'

/** An order of one line of that sum. */
const of = (amountFen: number, own: Partial<Order> = {}) =>
  aSharedOrder({ receipt: aReceipt([aLine({ sku: aSku(amountFen) })]), ...own })

const amounts = (order: Order) =>
  commissionDue(order).map(({ role, amountFen }) => [role, amountFen])

describe('what everybody should have of an order', () => {
  test('is nothing before it is paid', () => {
    expect(commissionDue(aSharedOrder())).toEqual([])
  })

  test('is the shares of its goods, freight left out', () => {
    const receipt = aReceipt([aLine({ sku: aSku(100_00) })], 800)
    expect(amounts(paidFor(aSharedOrder({ receipt })))).toEqual([
      ['guide', 200],
      ['store', 150],
    ])
  })

  test.each([
    // 3.5 % of 9.99 is 34.965: 34 fen, of which 19.43 and 14.57 are due.
    [999, 19, 15],
    // 3.5 % of 0.28 is 0.98: nothing.
    [28, 0, 0],
    [29, 1, 0],
    [1_980_000, 39_600, 29_700],
  ])('of %d fen is %d and %d: rounded down, and it adds up', (sum, guide, store) => {
    expect(amounts(paidFor(of(sum)))).toEqual([
      ['guide', guide],
      ['store', store],
    ])
  })

  test('is never more than the cap, each in proportion', () => {
    const commission = theTerms({
      lines: [shares({ guide: 2000, store: 1500 })],
      maxTotalBps: bps(700),
    })
    expect(amounts(paidFor(of(10_000, { commission })))).toEqual([
      ['guide', 400],
      ['store', 300],
    ])
  })

  test('has the host’s share in a live, and the second level’s where the guide was invited', () => {
    const commission = theTerms({ lines: [shares({ guide: 200, host: 20, second: 50 })] })
    const live = { id: id<'live'>('live-1'), hostId: id<'guide'>('hao') }
    const attribution = creditedTo('mei', { secondId: id('lan') })
    expect(amounts(paidFor(of(10_000, { commission, live, attribution })))).toEqual([
      ['guide', 200],
      ['host', 20],
      ['second', 50],
    ])
  })

  test('is the host’s alone where nobody brought the buyer', () => {
    const live = { id: id<'live'>('live-1'), hostId: id<'guide'>('hao') }
    const attribution = { ...creditedTo('mei'), guideId: null, storeId: null }
    expect(amounts(paidFor(of(10_000, { live, attribution })))).toEqual([['host', 20]])
  })

  test('of a ladder is of what is due in the end', () => {
    const joined = paidFor(aSharedOrder(joining(100)))
    expect(sumsIn(joined)).toEqual({ 'guide.mei': 898, 'store.s-1': 673 })
    const settled = done(settleOrder(joined, fen(29_900), AFTER_CLOSE))
    expect(sumsIn(settled)).toEqual({ 'guide.mei': 598, 'store.s-1': 448 })
  })
})

const lines = [aRule().shares, shares({ guide: 1000 })]

/** Two mangos and three boxes of cherries; of the cherries the guide has 10 %. */
const bought = () => {
  const own = { commission: theTerms({ lines }), attribution: creditedTo('mei') }
  const { status: _status, payment: _payment, story, ...order } = toShip(own)
  const placed = { ...order, status: 'unpaid' as const, payment: null, story: story.slice(0, 1) }
  return paidFor(placed)
}

describe('what is posted', () => {
  test('is what is due, and a repeat posts nothing', () => {
    const order = bought()
    expect(told(order)).toEqual([
      [0, 'guide', 'guide.mei', 196],
      [0, 'store', 'store.s-1', 147],
      [1, 'guide', 'guide.mei', 8970],
    ])
    expect(duePostings(order, minutesIn(9))).toEqual([])
    expect(order.todo.filter(({ task }) => task === 'commission')).toHaveLength(1)
  })

  test('is taken back line by line as pieces are granted back', () => {
    const back = done(grant(done(ask(bought(), pieces(1, 1))), 1))
    expect(told(back).slice(3)).toEqual([[1, 'guide', 'guide.mei', -2990]])
    const more = done(grant(done(ask(back, pieces(0, 2))), 2))
    expect(sumsIn(more)).toEqual({ 'guide.mei': 5980, 'store.s-1': 0 })
  })

  test('comes to nothing once everything goes back', () => {
    const order = bought()
    const back = done(giveBack(order, minutesIn(30)))
    expect(told(back).slice(3)).toEqual([
      [0, 'guide', 'guide.mei', -196],
      [0, 'store', 'store.s-1', -147],
      [1, 'guide', 'guide.mei', -8970],
    ])
    expect(duePostings(back, minutesIn(31))).toEqual([])
  })

  test('moves to who is credited instead, and first it is taken', () => {
    const attribution = creditedTo('ning', { storeId: id('s-2') })
    const moved = withFollowing({ ...bought(), attribution }, 'assignment', minutesIn(30))
    expect(told(moved).slice(3)).toEqual([
      [0, 'guide', 'guide.mei', -196],
      [0, 'store', 'store.s-1', -147],
      [1, 'guide', 'guide.mei', -8970],
      [0, 'guide', 'guide.ning', 196],
      [0, 'store', 'store.s-2', 147],
      [1, 'guide', 'guide.ning', 8970],
    ])
    const back = withFollowing(
      { ...moved, attribution: creditedTo('mei') },
      'assignment',
      minutesIn(40),
    )
    expect(sumsIn(back)).toEqual({
      ...{ 'guide.mei': 9166, 'store.s-1': 147 },
      ...{ 'guide.ning': 0, 'store.s-2': 0 },
    })
  })

  test('leaves a receipt something to do, although nothing is posted', () => {
    const received = arrived(bought())
    expect(told(received)).toHaveLength(3)
    expect(received.todo.filter(({ task }) => task === 'commission')).toHaveLength(2)
  })

  test('is nothing, and leaves nothing to do, for an order that nobody is credited with', () => {
    const attribution = { ...creditedTo('mei'), guideId: null, storeId: null }
    const order = arrived(paidFor(aSharedOrder({ attribution, delivery: toShip().delivery })))
    expect(order.commission?.posted).toEqual([])
    expect(order.todo.filter(({ task }) => task === 'commission')).toEqual([])
  })
})

describe('when commission can be paid out', () => {
  test('is not known before the order is received', () => {
    expect(payableFrom(bought())).toBe(NEVER)
  })

  test('is so many days after that, whatever goes back later', () => {
    const payableAt = after(ARRIVED, 7 * DAY)
    const received = arrived(bought())
    expect(payableFrom(received)).toBe(payableAt)
    const back = done(grant(done(ask(received, pieces(1, 1))), 1))
    expect(entriesOf(back).map((entry) => entry.payableAt)).toEqual([
      ...[payableAt, payableAt, payableAt, payableAt],
    ])
  })
})

describe('an entry of the ledger', () => {
  test('names its order, line, rule and sum, and is found by them', () => {
    const [first] = entriesOf(bought())
    expect(first).toEqual({
      _id: 'order-1.0.guide.1',
      payee: 'guide.mei',
      kind: 'share',
      amountFen: 196,
      payableAt: NEVER,
      at: minutesIn(5),
      source: {
        ...{ orderId: 'order-1', line: 0, role: 'guide', ruleVersion: 3, bps: 200 },
        ...{ keptFen: 9800, name: '智利JJ车厘子 10斤礼盒' },
      },
      payoutId: null,
      row: `00${minutesIn(5)}.order-1.guide.mei`,
      opens: 'order',
    })
  })

  test('that takes something back counts on', () => {
    const back = done(grant(done(ask(bought(), pieces(1, 1))), 1))
    expect(entriesOf(back).at(-1)).toMatchObject({
      ...{ _id: 'order-1.1.guide.2', kind: 'change', amountFen: -2990 },
      source: { keptFen: 59_800 },
    })
  })

  test('stands in one row with all that its payee has of the order, which the first one opens', () => {
    const rowsOf = (payee: string) =>
      entriesOf(done(grant(done(ask(bought(), pieces(1, 1))), 1)))
        .filter((entry) => entry.payee === payee)
        .map(({ row, opens }) => [row, opens])
    const [first, ...others] = rowsOf('guide.mei')
    expect(first).toEqual([`00${minutesIn(5)}.order-1.guide.mei`, 'order'])
    expect(others).not.toEqual([])
    expect(others).toEqual(others.map(() => [first?.[0], null]))
    const opened = rowsOf('store.s-1').filter(([, opens]) => opens === 'order')
    expect(opened).toEqual([[`00${minutesIn(5)}.order-1.store.s-1`, 'order']])
  })

  test('is not there in a shop that shares nothing', () => {
    expect(entriesOf(aSharedOrder({ commission: null }))).toEqual([])
  })
})
