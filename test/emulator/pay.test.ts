import { HOUR, advance, decide, openPayDesk, order, paid, pay } from './pay-desk'

const shop = openPayDesk()

describe('an order', () => {
  test('is placed for the caller, with everything wx.requestPayment needs', async () => {
    const placed = await order('o1', {}, 'bo')
    expect(placed).toMatchObject({ returnCode: 'SUCCESS', resultCode: 'SUCCESS' })
    expect(Object.keys(placed.payment ?? {}).sort()).toEqual(
      ['appId', 'nonceStr', 'package', 'paySign', 'signType', 'timeStamp'].sort(),
    )
    expect(placed.payment?.['package']).toBe(`prepay_id=${String(placed.prepayId)}`)
    const found = await shop.get(`/_emulator/payments?prepayId=${String(placed.prepayId)}`)
    expect(found).toMatchObject([{ outTradeNo: 'o1', openid: 'bo', totalFee: 1000 }])
  })

  test('placed twice is the same order', async () => {
    const first = await order('o1')
    expect((await order('o1')).prepayId).toBe(first.prepayId)
    expect(await shop.get('/_emulator/payments')).toHaveLength(1)
  })

  test('goes from unpaid to paid, as queryOrder tells it', async () => {
    await order('o1', { attach: 'group 7' })
    expect(await pay('queryOrder', { outTradeNo: 'o1' })).toMatchObject({
      ...{ tradeState: 'NOTPAY', totalFee: 1000, attach: 'group 7' },
    })
    await decide('o1', { outcome: 'fail' })
    expect(await pay('queryOrder', { outTradeNo: 'o1' })).toMatchObject({ tradeState: 'PAYERROR' })
    await decide('o1')
    const queried = await pay('queryOrder', { outTradeNo: 'o1' })
    expect(queried).toMatchObject({
      ...{ tradeState: 'SUCCESS', subOpenid: 'ann', timeEnd: '20270301100000' },
    })
    const { transactionId } = queried
    expect(await pay('queryOrder', { transactionId })).toMatchObject({ outTradeNo: 'o1' })
  })

  test('cannot be paid after it was closed', async () => {
    await order('o1')
    expect(await pay('closeOrder', { outTradeNo: 'o1' })).toMatchObject({ resultCode: 'SUCCESS' })
    expect(await decide('o1')).toMatchObject({ status: 409 })
    expect(await pay('queryOrder', { outTradeNo: 'o1' })).toMatchObject({ tradeState: 'CLOSED' })
  })

  test.each<[string, () => Promise<unknown>, object]>([
    ['another sum', () => order('o1', { totalFee: 999 }), { errCodeDes: '201 商户订单号重复' }],
    ['another payer', () => order('o1', {}, 'bo'), { errCodeDes: '商户订单号重复' }],
    ['another merchant', () => order('o1', { subMchId: '7' }), { errCodeDes: '商户订单号重复' }],
    ['nothing to pay', () => order('o2', { totalFee: 0 }), { returnCode: 'FAIL' }],
    ['half a fen', () => order('o2', { totalFee: 1.5 }), { returnCode: 'FAIL' }],
    ['no function', () => order('o2', { functionName: '' }), { returnCode: 'FAIL' }],
    ['no address', () => order('o2', { spbillCreateIp: undefined }), { returnCode: 'FAIL' }],
    ['a long number', () => order('x'.repeat(33)), { returnCode: 'FAIL' }],
    ['an odd number', () => order('o 2'), { returnCode: 'FAIL' }],
    ['a long body', () => order('o2', { body: 'x'.repeat(129) }), { returnCode: 'FAIL' }],
    ['an odd end', () => order('o2', { timeExpire: 'soon' }), { returnCode: 'FAIL' }],
    ['a stranger', () => pay('queryOrder', { outTradeNo: 'no' }), { errCodeDes: '订单不存在' }],
    ['closing it', () => pay('closeOrder', { outTradeNo: 'no' }), { errCodeDes: '订单不存在' }],
  ])('is refused: %s', async (_, ask, refusal) => {
    await order('o1')
    expect(await ask()).toMatchObject(refusal)
  })

  test('that is paid can be neither placed nor closed nor paid again', async () => {
    await paid('o1')
    expect(await order('o1')).toMatchObject({ errCodeDes: '该订单已支付' })
    expect(await pay('closeOrder', { outTradeNo: 'o1' })).toMatchObject({
      errCodeDes: '订单已支付，不能发起关单',
    })
    expect((await decide('o1')).body.error.code).toBe('payment_paid')
  })

  test('that is closed can be neither placed nor closed again', async () => {
    await order('o1')
    await pay('closeOrder', { outTradeNo: 'o1' })
    expect(await order('o1')).toMatchObject({ errCodeDes: '该订单已关闭' })
    expect(await pay('closeOrder', { outTradeNo: 'o1' })).toMatchObject({
      errCodeDes: '订单已关闭，无需继续调用',
    })
  })

  test('is paid by its payer only, and in time', async () => {
    await order('o1', { timeExpire: '20991231235959' })
    expect((await decide('o1', { outcome: 'success', openid: 'bo' })).status).toBe(403)
    expect((await decide('none')).status).toBe(404)
    expect((await decide('o1', { outcome: 'maybe' })).status).toBe(400)
    await advance(2 * HOUR + 1)
    expect((await decide('o1')).body.error.code).toBe('payment_expired')
  })

  test('an interface that is not imitated is refused by name', async () => {
    const { body } = await shop.call('pay', { api: 'downloadBill', data: {} })
    expect(body.error.message).toContain('cloudPay.downloadBill is not part of the local cloud')
  })
})
