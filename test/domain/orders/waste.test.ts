import { MOST_UNPAID, UNPAID_COUNTS, unpaidStatuses, wastes } from '@domain/orders/waste'
import { orderMoves } from '@domain/orders/order'
import { after, instant, MINUTE } from '@domain/time'

const morning = instant(Date.UTC(2027, 2, 1, 2))
const left = (count: number) =>
  Array.from({ length: count }, (_, no) => ({ placedAt: after(morning, no * MINUTE) }))

test('who leaves some orders unpaid may place another one', () => {
  expect(wastes([])).toBeUndefined()
  expect(wastes(left(MOST_UNPAID - 1))).toBeUndefined()
})

test('who leaves too many is told when the first of them counts no more', () => {
  expect(wastes([...left(MOST_UNPAID)].reverse())).toEqual({
    failed: true,
    code: 'unpaid_many',
    details: { most: MOST_UNPAID, until: after(morning, UNPAID_COUNTS) },
  })
})

test('an order counts that is not paid yet, or ended before it was', () => {
  const { cancel, expire } = orderMoves.unpaid
  expect([...unpaidStatuses]).toEqual(['unpaid', cancel, expire])
})
