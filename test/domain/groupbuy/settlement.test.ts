import * as fc from 'fast-check'
import { finalPrice } from '@domain/groupbuy/ladder'
import {
  countPeople,
  settleJoin,
  statementText,
  sumRows,
  worstRefund,
  type PaidJoin,
  type StatementRow,
} from '@domain/groupbuy/settlement'
import type { OrderId } from '@domain/ids'
import { fen } from '@domain/money'
import { anyCampaign, anyComers, anyLadder, play, type Campaign } from '../arbitrary'
import { aJoin, allOrNothing, cherryLadder, id, paidBy } from '../build'
import { always } from '../property'

const numbered = (orderId: OrderId) => `${orderId}-d`

/** The close as the shop does it: count, decide, bring everyone down. */
function close({ ladder, joins }: Campaign): { people: number; rows: StatementRow[] } {
  const people = countPeople(joins)
  const price = finalPrice(ladder, people)
  return { people, rows: joins.map((join) => settleJoin(join, price, numbered)) }
}

const refundOf = (rows: readonly StatementRow[]) =>
  rows.reduce((sum, row) => sum + row.refundFen, 0)

describe('counting people', () => {
  test('nobody is nobody', () => {
    expect(countPeople([])).toBe(0)
  })

  test('a neighbour with three orders is one person', () => {
    const ann = aJoin({ memberId: id('ann') })
    expect(countPeople([ann, aJoin({ memberId: id('bo') }), ann, ann])).toBe(2)
  })

  test('everyone is counted once, in whatever order they came', () => {
    always(fc.array(fc.integer({ min: 0, max: 20 })), (members) => {
      const joins = members.map((member) => aJoin({ memberId: id(`member-${member}`) }))
      const each = Array.from({ length: 21 }, (_, member) => members.includes(member))
      expect(countPeople(joins)).toBe(each.filter(Boolean).length)
    })
  })
})

describe('one order comes down to the final price', () => {
  test('who paid ¥499 for each of two gets ¥400 back at ¥299', () => {
    expect(settleJoin(aJoin({ quantity: 2 }), fen(29900), numbered)).toEqual({
      orderId: 'order-1',
      alias: '安*',
      quantity: 2,
      paidFen: 99800,
      dueFen: 59800,
      refundFen: 40000,
      refundNo: 'order-1-d',
    })
  })

  test('who paid the final price gets nothing back, and no refund has a number', () => {
    const row = settleJoin(aJoin({ unitFen: fen(29900) }), fen(29900), numbered)
    expect(row).toMatchObject({ refundFen: 0, refundNo: null })
  })

  test('who paid less than the final price keeps what they paid for', () => {
    const row = settleJoin(aJoin({ unitFen: fen(39900) }), fen(44900), numbered)
    expect(row).toMatchObject({ paidFen: 39900, dueFen: 39900, refundFen: 0, refundNo: null })
  })

  test('where the ladder did not form everything goes back', () => {
    const row = settleJoin(aJoin(), null, numbered)
    expect(row).toMatchObject({ paidFen: 49900, dueFen: 0, refundFen: 49900 })
  })

  test('the statement does not name the member', () => {
    expect(Object.keys(settleJoin(aJoin(), null, numbered))).not.toContain('memberId')
  })
})

describe('a whole campaign', () => {
  test('that reaches the second of its steps brings six neighbours to one price', () => {
    const ladder = {
      ...cherryLadder,
      steps: [
        { people: 2, priceFen: fen(44900) },
        { people: 5, priceFen: fen(39900) },
      ],
    }
    const comers = [0, 1, 2, 3, 4, 5].map((member) => ({ member, quantity: 1 }))
    const { people, rows } = close(play(ladder, comers))
    expect(people).toBe(6)
    expect(rows.map((row) => [row.paidFen, row.refundFen])).toEqual([
      [49900, 10000],
      [49900, 10000],
      [44900, 5000],
      [44900, 5000],
      [44900, 5000],
      [39900, 0],
    ])
  })

  test('never asks anybody for more', () => {
    always(anyCampaign, (campaign) => {
      for (const row of close(campaign).rows) {
        expect(row.dueFen).toBeLessThanOrEqual(row.paidFen)
        expect(row.dueFen).toBeGreaterThanOrEqual(0)
      }
    })
  })

  test('gives nobody more back than they paid', () => {
    always(anyCampaign, (campaign) => {
      close(campaign).rows.forEach((row, index) => {
        const join = campaign.joins[index] ?? aJoin()
        expect(row.paidFen).toBe(paidBy(join))
        expect(row.refundFen).toBe(row.paidFen - row.dueFen)
        expect(row.refundNo).toBe(row.refundFen === 0 ? null : `${join.orderId}-d`)
      })
    })
  })

  test('ends with one price a piece for everybody, or with everything given back', () => {
    always(anyCampaign, (campaign) => {
      const { rows } = close(campaign)
      const prices = new Set(rows.map((row) => row.dueFen / row.quantity))
      expect(prices.size).toBeLessThanOrEqual(1)
    })
  })

  test('ends the same, in whatever order its orders are settled', () => {
    always(anyCampaign, (campaign) => {
      const backwards = { ...campaign, joins: [...campaign.joins].reverse() }
      expect(close(backwards).rows.reverse()).toEqual(close(campaign).rows)
    })
  })

  test('settled in pages or at once, comes to the same sums', () => {
    always(fc.tuple(anyCampaign, fc.integer({ min: 1, max: 30 })), ([campaign, size]) => {
      const { rows } = close(campaign)
      let paid = 0
      let pieces = 0
      for (let from = 0; from < rows.length; from += size) {
        const page = sumRows(rows.slice(from, from + size))
        paid += page.paidFen
        pieces += page.pieces
      }
      expect(sumRows(rows)).toMatchObject({ orders: rows.length, pieces, paidFen: paid })
    })
  })

  test('gives back exactly what was paid and is not due, in sum', () => {
    always(anyCampaign, (campaign) => {
      const sums = sumRows(close(campaign).rows)
      expect(sums.dueFen + sums.refundFen).toBe(sums.paidFen)
    })
  })
})

describe('the sums of a statement', () => {
  test('of no orders are nothing', () => {
    expect(sumRows([])).toEqual({ orders: 0, pieces: 0, paidFen: 0, dueFen: 0, refundFen: 0 })
  })

  test('can be made again from the rows', () => {
    const rows = [
      settleJoin(aJoin({ quantity: 2 }), fen(39900), numbered),
      settleJoin(aJoin({ orderId: id('order-2'), unitFen: fen(39900) }), fen(39900), numbered),
    ]
    expect(sumRows(rows)).toEqual({
      orders: 2,
      pieces: 3,
      paidFen: 139700,
      dueFen: 119700,
      refundFen: 20000,
    })
  })
})

describe('a row in the digest', () => {
  test('reads as what was paid, due and refunded, with the number of the refund', () => {
    const row = settleJoin(aJoin({ quantity: 2 }), fen(29900), numbered)
    expect(statementText(row)).toBe('安*,2,99800,59800,40000,order-1-d')
  })

  test('has a dash where nothing goes back', () => {
    expect(statementText(settleJoin(aJoin(), fen(49900), numbered))).toBe('安*,1,49900,49900,0,-')
  })

  test('is one line, and another one as soon as any figure is another', () => {
    const figures = fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 0, max: 3 })))
    const row = ([quantity = 0, paid = 0, due = 0, refund = 0]: readonly number[]) => ({
      alias: '安*',
      quantity,
      paidFen: fen(paid),
      dueFen: fen(due),
      refundFen: fen(refund),
      refundNo: null,
    })
    always(fc.tuple(figures, figures), ([one, other]) => {
      const same = one.every((figure, index) => figure === other[index])
      expect(statementText(row(one)) === statementText(row(other))).toBe(same)
      expect(statementText(row(one))).not.toContain('\n')
    })
  })
})

describe('the most that may have to go back', () => {
  const three = [
    aJoin(),
    aJoin({ memberId: id('bo') }),
    aJoin({ memberId: id('cai'), quantity: 2 }),
  ]

  test('while it sells at base, is the way down to the lowest step', () => {
    expect(worstRefund(cherryLadder, three)).toBe(4 * 20000)
  })

  test('of an all-or-nothing ladder, is everything: people may leave until the close', () => {
    expect(worstRefund(allOrNothing, three)).toBe(4 * 49900)
  })

  test('is nothing where nobody paid', () => {
    expect(worstRefund(allOrNothing, [])).toBe(0)
  })

  test('is nothing for who paid the lowest price already', () => {
    expect(worstRefund(cherryLadder, [aJoin({ unitFen: fen(29900) })])).toBe(0)
  })

  /** What this moment's joins get back when the rest of the campaign comes as it may. */
  const outcome = (ladder: Campaign['ladder'], joins: readonly PaidJoin[], people: number) =>
    refundOf(joins.map((join) => settleJoin(join, finalPrice(ladder, people), numbered)))

  test('is never exceeded, whoever else comes', () => {
    const examples = fc.tuple(anyLadder, anyComers, fc.integer({ min: 0, max: 100 }))
    always(examples, ([ladder, comers, more]) => {
      const { joins } = play(ladder, comers)
      const people = countPeople(joins)
      const worst = worstRefund(ladder, joins)
      expect(outcome(ladder, joins, people + more)).toBeLessThanOrEqual(worst)
    })
  })

  test('is never exceeded, whoever leaves before the close', () => {
    const examples = fc.tuple(anyLadder, anyComers, fc.nat(30))
    always(examples, ([ladder, comers, leavers]) => {
      const { joins } = play(ladder, comers)
      const left = new Set(joins.slice(0, leavers).map((join) => join.memberId))
      const stayed = joins.filter((join) => !left.has(join.memberId))
      const worst = worstRefund(ladder, joins)
      expect(outcome(ladder, stayed, countPeople(stayed))).toBeLessThanOrEqual(worst)
    })
  })

  test('can really come: when people leave, or when the whole town comes', () => {
    always(anyCampaign, ({ ladder, joins }) => {
      const ends = [outcome(ladder, joins, 0), outcome(ladder, joins, 1_000_000)]
      expect(ends).toContain(worstRefund(ladder, joins))
    })
  })
})
