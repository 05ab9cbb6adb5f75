import { MINUTE, SECOND, advance, decide, openPayDesk, order, pay, refund } from './pay-desk'

const shop = openPayDesk()

/** What the shop knows of a payment that was made and that WeChat can find. */
async function paidOrder(outTradeNo: string): Promise<string> {
  await order(outTradeNo)
  await decide(outTradeNo, { outcome: 'success', notify: 'never' })
  await advance(10 * SECOND)
  return String((await pay('queryOrder', { outTradeNo })).transactionId)
}

const parcel = { trackingNo: 'YT1234567890', expressCompany: 'YTO', itemDesc: '阳光玫瑰*2' }

const upload = (transactionId: string, more: object = {}) =>
  shop.result('ship', {
    orderKey: { orderNumberType: 2, transactionId },
    ...{ logisticsType: 1, deliveryMode: 1, shippingList: [parcel] },
    uploadTime: '2027-03-01T10:00:00.000+08:00',
    payer: { openid: 'ann' },
    ...more,
  })

const code = (errcode: number) => expect.stringMatching(new RegExp(`^${errcode} `)) as string

test('WeChat is told of a parcel, and shows where it went', async () => {
  const transactionId = await paidOrder('o1')
  const contact = { receiverContact: '138****1234' }
  expect(await upload(transactionId, { shippingList: [{ ...parcel, contact }] })).toBe(0)
  expect(await shop.get('/_emulator/shipments')).toEqual([
    {
      ...{ outTradeNo: 'o1', transactionId, openid: 'ann', logisticsType: 1 },
      parcels: [{ ...parcel, receiverContact: '138****1234' }],
      uploadedAt: Date.parse('2027-03-01T10:00:10+08:00'),
    },
  ])
})

test('goods that are picked up need no parcel, only their name', async () => {
  const transactionId = await paidOrder('o1')
  const pickUp = { logisticsType: 4, shippingList: [{ itemDesc: '阳光玫瑰*2' }] }
  expect(await upload(transactionId, pickUp)).toBe(0)
  expect(await shop.get('/_emulator/shipments')).toMatchObject([
    { logisticsType: 4, parcels: [{ itemDesc: '阳光玫瑰*2' }] },
  ])
})

test('a payment may be named by the merchant’s own number', async () => {
  await paidOrder('o1')
  const key = { orderNumberType: 1, mchid: '1900000109', outTradeNo: 'o1' }
  expect(await upload('', { orderKey: { ...key, mchid: '1' } })).toEqual(code(10060001))
  expect(await upload('', { orderKey: key })).toBe(0)
})

test('a repeat changes nothing and says so; one correction is taken, a second is not', async () => {
  const transactionId = await paidOrder('o1')
  const corrected = (trackingNo: string) =>
    upload(transactionId, { shippingList: [{ ...parcel, trackingNo }] })
  expect(await upload(transactionId)).toBe(0)
  expect(await upload(transactionId, { uploadTime: '2027-03-01T10:05:00Z' })).toEqual(
    code(10060023),
  )
  await advance(MINUTE)
  expect(await corrected('YT2')).toBe(0)
  expect(await corrected('YT2')).toEqual(code(10060023))
  expect(await corrected('YT3')).toEqual(code(10060003))
  const [shipment] =
    await shop.get<{ uploadedAt: number; correctedAt: number }[]>('/_emulator/shipments')
  expect(shipment).toMatchObject({ parcels: [{ trackingNo: 'YT2' }] })
  expect(shipment && shipment.correctedAt - shipment.uploadedAt).toBe(MINUTE)
})

test('two uploads at once are one shipment and one correction', async () => {
  const transactionId = await paidOrder('o1')
  const numbers = ['YT1', 'YT2', 'YT3']
  const answers = await Promise.all(
    numbers.map((trackingNo) =>
      upload(transactionId, { shippingList: [{ ...parcel, trackingNo }] }),
    ),
  )
  expect(answers.filter((answer) => answer === 0)).toHaveLength(2)
  expect(answers).toContainEqual(code(10060003))
})

describe('WeChat does not know', () => {
  test.each([
    ['a payment that was never placed', () => upload('4200000000')],
    ['an order that is not paid', () => order('o1')],
  ])('%s', async (_, prepare) => {
    await prepare()
    const key = { orderNumberType: 1, mchid: '1900000109', outTradeNo: 'o1' }
    expect(await upload('', { orderKey: key })).toEqual(code(10060001))
  })

  test('a payment of this moment, but after some seconds it does', async () => {
    await order('o1')
    await decide('o1', { outcome: 'success', notify: 'never' })
    const { transactionId } = await pay('queryOrder', { outTradeNo: 'o1' })
    expect(await upload(String(transactionId))).toEqual(code(10060001))
    await shop.post('/_emulator/settings', { shippableSeconds: 0 })
    expect(await upload(String(transactionId))).toBe(0)
  })
})

test('what was refunded in full is not shipped, what was refunded in part is', async () => {
  const transactionId = await paidOrder('o1')
  await refund('o1', 'r1', 400)
  await advance(MINUTE)
  expect(await upload(transactionId)).toBe(0)
  await refund('o1', 'r2', 600)
  await advance(MINUTE)
  expect(await upload(transactionId, { logisticsType: 4 })).toEqual(code(10060004))
})

const SF = { ...parcel, expressCompany: 'SF' }

test.each<[string, object, number]>([
  ['another payer', { payer: { openid: 'bo' } }, 10060031],
  ['no payer', { payer: {} }, 10060014],
  ['no key', { orderKey: {} }, 268485194],
  ['a key without its number', { orderKey: { orderNumberType: 2 } }, 268485195],
  ['a key without the merchant', { orderKey: { orderNumberType: 1 } }, 268485196],
  ['a key without the order', { orderKey: { orderNumberType: 1, mchid: '1' } }, 268485197],
  ['an unknown way', { logisticsType: 5 }, 10060005],
  ['an unknown mode', { deliveryMode: 3 }, 268485224],
  ['a split of what is picked up', { deliveryMode: 2, logisticsType: 4 }, 10060006],
  ['a split, which is not imitated', { deliveryMode: 2 }, -501007],
  ['a plain date', { uploadTime: '2027-03-01 10:00:00' }, 268485216],
  ['one parcel instead of a list', { shippingList: parcel }, 47001],
  ['no parcel', { shippingList: [] }, 268485228],
  ['two parcels', { shippingList: [parcel, parcel] }, 268485228],
  ['no goods', { shippingList: [{ ...parcel, itemDesc: '' }] }, 10060008],
  ['too many words', { shippingList: [{ ...parcel, itemDesc: '葡'.repeat(121) }] }, 10060009],
  ['no tracking number', { shippingList: [{ ...parcel, trackingNo: '' }] }, 268485226],
  ['no courier', { shippingList: [{ ...parcel, expressCompany: undefined }] }, 268485227],
  ['a long courier', { shippingList: [{ ...parcel, expressCompany: 'x'.repeat(129) }] }, 10060025],
  ['a long number', { shippingList: [{ ...parcel, trackingNo: '1'.repeat(129) }] }, 10060026],
  ['SF Express without a number to call', { shippingList: [SF] }, 10060014],
  [
    'a telephone number in full',
    { shippingList: [{ ...SF, contact: { receiverContact: '13800001234' } }] },
    10060014,
  ],
])('an upload with %s is refused', async (_, change, errcode) => {
  const transactionId = await paidOrder('o1')
  expect(await upload(transactionId, change)).toEqual(code(errcode))
  expect(await shop.get('/_emulator/shipments')).toEqual([])
})

test('a function that did not declare the interface may not call it', async () => {
  expect(await shop.result('ship-undeclared', {})).toEqual(code(-604101))
  const log = await shop.get<{ lines: string[] }[]>('/_emulator/log')
  expect(JSON.stringify(log)).toContain(
    'permissions.openapi \\"wxa.sec.order.uploadShippingInfo\\"',
  )
})

test('shipments are forgotten with everything else', async () => {
  await upload(await paidOrder('o1'))
  await shop.post('/_emulator/reset')
  expect(await shop.get('/_emulator/shipments')).toEqual([])
})
