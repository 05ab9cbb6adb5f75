import type { PublicRow } from '@domain/groupbuy/contract'
import { recount } from '@domain/groupbuy/recount'
import { settleJoin, sumRows, type Statement } from '@domain/groupbuy/settlement'
import { fen, type Fen } from '@domain/money'
import fc from 'fast-check'
import { cherryLadder, id, MORNING } from '../build'

/** Rows as the shop publishes them at a final price. */
function rowsAt(
  finalPriceFen: Fen | null,
  joins: readonly { quantity: number; unitFen: number }[],
) {
  return joins.map(({ quantity, unitFen }, index): PublicRow => {
    const join = { orderId: id<'order'>(`o${index}`), alias: `邻居${index}`, quantity }
    const row = settleJoin(
      { ...join, unitFen: fen(unitFen) },
      finalPriceFen,
      (order) => `${order}-d`,
    )
    const { orderId: _orderId, ...published } = row
    return published
  })
}

function statementOf(rows: readonly PublicRow[], finalPriceFen: Fen | null): Statement {
  return {
    dealId: id('cherry-ladder'),
    name: '车厘子阶梯团',
    ladder: cherryLadder,
    people: rows.length,
    step: 1,
    finalPriceFen,
    countedAt: MORNING,
    settledAt: MORNING,
    sums: sumRows(rows),
    digest: '',
    pages: 1,
  }
}

const joins = [
  { quantity: 2, unitFen: 49900 },
  { quantity: 1, unitFen: 44900 },
]
const rows = rowsAt(fen(44900), joins)
const statement = statementOf(rows, fen(44900))

test('an honest statement leaves nothing to say, whatever was bought at whatever price', () => {
  const join = fc.record({
    quantity: fc.integer({ min: 1, max: 9 }),
    unitFen: fc.integer({ min: 1, max: 100_000 }),
  })
  const price = fc.option(fc.integer({ min: 1, max: 100_000 }).map(fen))
  fc.assert(
    fc.property(fc.array(join, { maxLength: 50 }), price, (all, finalPriceFen) => {
      const honest = rowsAt(finalPriceFen, all)
      expect(recount(statementOf(honest, finalPriceFen), honest)).toEqual([])
    }),
  )
})

test.each([
  ['orders', 3],
  ['pieces', 4],
  ['paidFen', 144701],
  ['dueFen', 134699],
  ['refundFen', 9999],
] as const)('a sum of %s that the rows do not bear out is named', (of, published) => {
  const sums = { ...statement.sums, [of]: published }
  const counted = statement.sums[of]
  expect(recount({ ...statement, sums }, rows)).toEqual([{ of, published, counted }])
})

test('a row that was left out shows in every sum that it was part of', () => {
  const differences = recount(statement, rows.slice(1))
  expect(differences.map(({ of }) => of)).toEqual([
    'orders',
    'pieces',
    'paidFen',
    'dueFen',
    'refundFen',
  ])
})

test('rows that add up but do not follow from the final price are counted', () => {
  const [first, second] = rows
  if (!first || !second) throw new Error('there are two rows')
  const shifted = [
    { ...first, dueFen: fen(first.dueFen - 100), refundFen: fen(first.refundFen + 100) },
    { ...second, dueFen: fen(second.dueFen + 100), refundFen: fen(second.refundFen - 100) },
  ]
  expect(recount(statement, shifted)).toEqual([{ of: 'rows', published: 0, counted: 2 }])
})

test.each([
  ['that gives back another sum than what is left', { refundFen: fen(9999) }],
  ['of pieces that did not all cost the same', { paidFen: fen(99801) }],
])('a row %s does not follow from the final price', (_what, own) => {
  const [first, ...others] = rows
  if (!first) throw new Error('there are two rows')
  const wrong = [{ ...first, ...own }, ...others]
  expect(recount(statementOf(wrong, fen(44900)), wrong)).toEqual([
    { of: 'rows', published: 0, counted: 1 },
  ])
})
