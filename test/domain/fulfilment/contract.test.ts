import { queues } from '@domain/fulfilment/contract'
import { CODE_DIGITS, courierCompanies } from '@domain/orders/delivery'
import { aRequest, notIds, takes } from '../actions'

const aCode = '012345678901'

describe('shipping an order', () => {
  const aParcel = { requestId: aRequest, orderId: 'order-1', company: 'SF', number: 'SF1234567890' }
  const ships = (own: object) => takes('fulfilment.ship', { ...aParcel, ...own })

  test.each(courierCompanies)('takes the courier %s', (company) => {
    expect(ships({ company })).toBe(true)
  })

  test.each(['sf', 'UPS', '', 'SF,YTO', null])('does not take the courier %j', (company) => {
    expect(ships({ company })).toBe(false)
  })

  test.each(['SF1234567890', '123456', 'JDX-000-1', 'a'.repeat(40)])(
    'takes the parcel number %s',
    (number) => {
      expect(ships({ number })).toBe(true)
    },
  )

  test.each([
    '12345',
    'a'.repeat(41),
    'SF 1234567890',
    'SF1234567890\n',
    'SF1234/567890',
    'SF1234567890<b>',
    '顺丰1234567890',
    '',
    1234567890,
    null,
  ])('does not take the parcel number %j', (number) => {
    expect(ships({ number })).toBe(false)
  })

  test('takes no order that is none, and no moment of its own', () => {
    for (const orderId of notIds) expect([orderId, ships({ orderId })]).toEqual([orderId, false])
    expect(ships({ shippedAt: 0 })).toBe(false)
  })
})

describe('a verification code', () => {
  const uses = (code: unknown) => [
    takes('fulfilment.find', { code }),
    takes('fulfilment.verify', { requestId: aRequest, code }),
  ]

  test('is twelve digits', () => {
    expect(aCode).toHaveLength(CODE_DIGITS)
    expect(uses(aCode)).toEqual([true, true])
  })

  test.each([
    aCode.slice(1),
    `${aCode}0`,
    '01234567890a',
    '0123 4567 8901',
    `${aCode}\n`,
    ` ${aCode}`,
    '０１２３４５６７８９０１',
    '',
    12345678901,
    { $gt: '' },
    null,
  ])('is not %j', (code) => {
    expect(uses(code)).toEqual([false, false])
  })
})

describe('looking at one order', () => {
  test('takes the id of an order, and nothing that is none', () => {
    expect(takes('fulfilment.see', { orderId: 'order-1' })).toBe(true)
    for (const orderId of notIds) {
      expect([orderId, takes('fulfilment.see', { orderId })]).toEqual([orderId, false])
    }
  })
})

describe('looking at a queue', () => {
  test.each(queues)('takes the queue %s, from its beginning or from a moment on', (queue) => {
    expect(takes('fulfilment.list', { queue })).toBe(true)
    expect(takes('fulfilment.list', { queue, after: 1772328600000 })).toBe(true)
  })

  test('takes no queue that staff has not, and no moment that is none', () => {
    expect(takes('fulfilment.list', { queue: 'everything' })).toBe(false)
    expect(takes('fulfilment.list', { queue: 'ship', after: -1 })).toBe(false)
    expect(takes('fulfilment.list', {})).toBe(false)
  })

  test('takes nothing where all queues are told', () => {
    expect(takes('fulfilment.desk', {})).toBe(true)
    expect(takes('fulfilment.desk', { storeId: 'store-01' })).toBe(false)
  })
})
