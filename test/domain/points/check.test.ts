import { accountFaults } from '@domain/points/check'
import { anAccount, holding } from './build'

const honest = holding(anAccount(['2026-03-05', 100], ['2026-04-05', -30]), 'order-1', 20)
const ledger = { points: 70, entries: 2 }

test('an honest account has no faults, in debt neither', () => {
  expect(accountFaults(honest, ledger)).toEqual([])
  const debt = anAccount(['2026-03-05', 10], ['2026-03-06', -25])
  expect(accountFaults(debt, { points: -15, entries: 2 })).toEqual([])
})

test.each([
  ['a balance that its ledger does not come to', { balance: 80 }, ['balance', 'lots', 'available']],
  ['points in no lot', { lots: [] }, ['lots']],
  ['points that can be spent and are held', { available: 70 }, ['available']],
  ['a hold that was dropped without its points', { holds: {} }, ['available']],
  ['an entry that is missing', { entries: 3 }, ['entries']],
])('%s is told', (_what, own, faults) => {
  expect(accountFaults({ ...honest, ...own }, ledger).map(({ what }) => what)).toEqual(faults)
})

test('both figures are told', () => {
  expect(accountFaults(honest, { points: 71, entries: 2 })).toEqual([
    { what: 'balance', found: 70, expected: 71 },
  ])
})
