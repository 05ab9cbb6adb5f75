import {
  afterSaleMoves,
  type AfterSaleEvent,
  type AfterSaleStatus,
} from '@domain/aftersale/afterSale'
import { couponMoves, type CouponEvent, type CouponStatus } from '@domain/coupons/coupon'
import { dealMoves, type DealEvent, type DealStatus } from '@domain/groupbuy/ladder'
import { reachable, type Moves } from '@domain/moves'
import { isKept, orderMoves, type OrderEvent, type OrderStatus } from '@domain/orders/order'
import { refundMoves, type RefundEvent, type RefundStatus } from '@domain/orders/refund'
import { teamMoves, type TeamEvent, type TeamStatus } from '@domain/teams/team'

/** A life cycle as its owner writes it down: a row a status, a column an event, `·` for no. */
function table(text: string): { from: string; on: string; to: string | undefined }[] {
  const [head = [], ...rows] = text
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/))
  return rows.flatMap(([from = '', ...cells]) =>
    head.map((on, column) => {
      const to = cells[column]
      return { from, on, to: to === '·' ? undefined : to }
    }),
  )
}

interface LifeCycle {
  readonly of: string
  readonly moves: Moves<string, string>
  readonly start: string
  readonly final: readonly string[]
  readonly cells: ReturnType<typeof table>
}

const order: LifeCycle = {
  of: 'an order',
  moves: orderMoves satisfies Moves<OrderStatus, OrderEvent>,
  start: 'unpaid',
  final: ['cancelled', 'done', 'expired', 'refunded'],
  cells: table(`
               pay        join       settle  form  ship     verify    receive   finish
    unpaid     paid       waiting    ·       ·     ·        ·         ·         ·
    waiting    ·          ·          paid    paid  ·        ·         ·         ·
    paid       ·          ·          ·       ·     shipped  received  ·         ·
    shipped    ·          ·          ·       ·     ·        ·         received  ·
    received   ·          ·          ·       ·     ·        ·         ·         done
    done       ·          ·          ·       ·     ·        ·         ·         ·
    cancelled  refunding  refunding  ·       ·     ·        ·         ·         ·
    expired    refunding  refunding  ·       ·     ·        ·         ·         ·
    refunding  ·          ·          ·       ·     ·        ·         ·         ·
    refunded   ·          ·          ·       ·     ·        ·         ·         ·`).concat(
    table(`
               cancel     expire   refund     repay
    unpaid     cancelled  expired  ·          ·
    waiting    ·          ·        refunding  ·
    paid       ·          ·        refunding  ·
    shipped    ·          ·        refunding  ·
    received   ·          ·        refunding  ·
    done       ·          ·        ·          ·
    cancelled  ·          ·        ·          ·
    expired    ·          ·        ·          ·
    refunding  ·          ·        ·          refunded
    refunded   ·          ·        ·          ·`),
  ),
}

const refund: LifeCycle = {
  of: 'a refund',
  moves: refundMoves satisfies Moves<RefundStatus, RefundEvent>,
  start: 'requested',
  final: ['succeeded'],
  cells: table(`
               send  succeed    fail
    requested  sent  ·          failed
    sent       ·     succeeded  failed
    failed     sent  ·          failed
    succeeded  ·     ·          ·`),
}

const deal: LifeCycle = {
  of: 'a ladder deal',
  moves: dealMoves satisfies Moves<DealStatus, DealEvent>,
  start: 'open',
  final: ['settled'],
  cells: table(`
              close    count     settle
    open      closing  ·         ·
    closing   ·        settling  ·
    settling  ·        ·         settled
    settled   ·        ·         ·`),
}

const afterSale: LifeCycle = {
  of: 'a request for money back',
  moves: afterSaleMoves satisfies Moves<AfterSaleStatus, AfterSaleEvent>,
  start: 'requested',
  final: ['approved', 'refused', 'withdrawn'],
  cells: table(`
               approve   refuse   withdraw
    requested  approved  refused  withdrawn
    approved   ·         ·        ·
    refused    ·         ·        ·
    withdrawn  ·         ·        ·`),
}

const team: LifeCycle = {
  of: 'a team',
  moves: teamMoves satisfies Moves<TeamStatus, TeamEvent>,
  start: 'open',
  final: ['failed', 'formed'],
  cells: table(`
            form    fail
    open    formed  failed
    formed  ·       ·
    failed  ·       ·`),
}

const coupon: LifeCycle = {
  of: 'a coupon',
  moves: couponMoves satisfies Moves<CouponStatus, CouponEvent>,
  start: 'unused',
  final: ['expired', 'revoked'],
  cells: table(`
             hold  release  use   return  expire   revoke
    unused   held  ·        ·     ·       expired  revoked
    held     ·     unused   used  ·       ·        ·
    used     ·     ·        ·     unused  ·        ·
    expired  ·     ·        ·     ·       ·        ·
    revoked  ·     ·        ·     ·       ·        ·`),
}

describe.each([order, refund, deal, afterSale, team, coupon])(
  'the life of $of',
  ({ moves, start, final, cells }) => {
    const statuses = Object.keys(moves)

    test.each(cells)('$from, on $on: $to', ({ from, on, to }) => {
      expect(moves[from]?.[on]).toBe(to)
    })

    test('has no status and no event that the table does not name', () => {
      const named = new Set(cells.map(({ from }) => from))
      const events = new Set(cells.map(({ on }) => on))
      expect(statuses.filter((status) => !named.has(status))).toEqual([])
      const known = Object.values(moves).flatMap((row) => Object.keys(row))
      expect(known.filter((event) => !events.has(event))).toEqual([])
    })

    test('comes to every status', () => {
      expect([...reachable(moves, start)].sort()).toEqual([...statuses].sort())
    })

    test('goes nowhere from an end, unless money comes late', () => {
      const byItself = (status: string) =>
        Object.entries(moves[status] ?? {}).filter(([event]) => event !== 'pay' && event !== 'join')
      for (const end of final) expect([end, byItself(end)]).toEqual([end, []])
    })

    test('can be brought to an end from every status', () => {
      for (const status of statuses) {
        const ends = final.filter((end) => reachable(moves, status).has(end))
        expect([status, ends.length > 0]).toEqual([status, true])
      }
    })

    test('leaves every status but the last ones by a move of its own', () => {
      const rests = statuses.filter((status) => !final.includes(status))
      for (const status of rests) {
        const next = Object.values(moves[status] ?? {}).filter((to) => to && to !== status)
        expect([status, next.length > 0]).toEqual([status, true])
      }
    })
  },
)

describe('money and the life of an order', () => {
  const from = (status: OrderStatus) => [...reachable(orderMoves, status)].sort()

  test.each<OrderStatus>(['waiting', 'paid', 'shipped', 'received', 'refunding', 'refunded'])(
    'an order that is %s, whose money came in, never becomes unpaid, cancelled or expired',
    (status) => {
      const unpaid = from(status).filter((next) =>
        ['unpaid', 'cancelled', 'expired'].includes(next),
      )
      expect(unpaid).toEqual([])
    },
  )

  test.each<OrderStatus>(['cancelled', 'expired'])(
    'a payment is taken in where it comes after an order was %s, and only to go back',
    (status) => {
      expect(from(status)).toEqual([status, 'refunded', 'refunding'].sort())
    },
  )

  test.each<OrderStatus>(['refunding', 'refunded'])(
    'goods are never handed out of an order that is %s',
    (status) => {
      expect(from(status)).not.toContain('shipped')
      expect(from(status)).not.toContain('received')
    },
  )

  test('nothing is handed out before the group is decided', () => {
    expect(Object.keys(orderMoves.waiting).sort()).toEqual(['form', 'refund', 'settle'])
  })

  test('the shop keeps the money just of orders that are paid and do not go back', () => {
    const statuses = Object.keys(orderMoves) as OrderStatus[]
    const unkept = ['unpaid', 'cancelled', 'expired', 'refunding', 'refunded']
    expect(statuses.filter((status) => !isKept(status)).sort()).toEqual(unkept.sort())
  })
})

describe('walking a life cycle', () => {
  const lamp: Moves<'off' | 'on' | 'broken' | 'lost', 'switch' | 'drop'> = {
    off: { switch: 'on', drop: 'broken' },
    on: { switch: 'off' },
    broken: {},
    lost: { drop: 'broken' },
  }

  test('finds what can be reached over several moves, with the start', () => {
    expect(reachable(lamp, 'on')).toEqual(new Set(['on', 'off', 'broken']))
  })

  test('ends in rounds and at dead ends', () => {
    expect(reachable(lamp, 'broken')).toEqual(new Set(['broken']))
  })

  test('does not find what no move leads to', () => {
    expect(reachable(lamp, 'off').has('lost')).toBe(false)
  })
})
