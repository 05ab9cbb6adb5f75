import { dealMoves, type DealEvent, type DealStatus } from '@domain/groupbuy/ladder'
import { reachable, type Moves } from '@domain/moves'
import { orderMoves, type OrderEvent, type OrderStatus } from '@domain/orders/order'
import { refundMoves, type RefundEvent, type RefundStatus } from '@domain/orders/refund'

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
  final: ['refunded'],
  cells: table(`
               pay        cancel     expire   refund     settle  repay
    unpaid     paid       cancelled  expired  ·          ·       ·
    paid       ·          ·          ·        refunding  paid    ·
    cancelled  refunding  ·          ·        ·          ·       ·
    expired    refunding  ·          ·        ·          ·       ·
    refunding  ·          ·          ·        ·          ·       refunded
    refunded   ·          ·          ·        ·          ·       ·`),
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

describe.each([order, refund, deal])('the life of $of', ({ moves, start, final, cells }) => {
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

  test('never ends but where it is meant to end', () => {
    const left = (status: string) =>
      Object.values(moves[status] ?? {}).some((next) => next !== undefined && next !== status)
    expect(statuses.filter((status) => !left(status)).sort()).toEqual([...final].sort())
  })

  test('can be brought to an end from every status', () => {
    for (const status of statuses) {
      const ends = final.filter((end) => reachable(moves, status).has(end))
      expect([status, ends]).toEqual([status, final])
    }
  })
})

describe('money and the life of an order', () => {
  test('once money has come in, an order never becomes unpaid, cancelled or expired', () => {
    for (const status of ['paid', 'refunding', 'refunded'] as const) {
      const to = reachable(orderMoves, status)
      expect([...to].filter((next) => ['unpaid', 'cancelled', 'expired'].includes(next))).toEqual(
        [],
      )
    }
  })

  test('a payment is taken in from everywhere it can come late', () => {
    expect(orderMoves.cancelled.pay).toBe('refunding')
    expect(orderMoves.expired.pay).toBe('refunding')
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
