import { noCommission, stageOf } from '@domain/commission/sums'
import { NEVER } from '@domain/holds/hold'
import { after } from '@domain/time'
import { id, MORNING } from '../build'

test.each([
  ['pending', 'while its order is not received', NEVER, MORNING],
  ['frozen', 'until its time', after(MORNING, 1), MORNING],
  ['payable', 'from its time on', MORNING, MORNING],
  ['payable', 'ever after', MORNING, after(MORNING, 1)],
] as const)('commission is %s %s', (stage, _when, payableAt, now) => {
  expect(stageOf({ payableAt, payoutId: null }, now)).toBe(stage)
})

test('what is of a payout is paid out, whenever it became payable', () => {
  for (const payableAt of [MORNING, after(MORNING, 1), NEVER]) {
    expect(stageOf({ payableAt, payoutId: id('payout-1') }, MORNING)).toBe('paid-out')
  }
})

test('who never got anything has nothing in any stage', () => {
  expect(noCommission).toEqual({
    ...{ pendingFen: 0, frozenFen: 0, payableFen: 0, paidOutFen: 0 },
    nextPayableAt: null,
  })
})
