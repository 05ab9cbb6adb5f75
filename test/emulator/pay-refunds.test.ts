import {
  DAY,
  MINUTE,
  SECOND,
  advance,
  heard,
  openPayDesk,
  order,
  paid,
  pay,
  refund,
  see,
} from './pay-desk'

const shop = openPayDesk()

describe('a refund', () => {
  const status = async (outRefundNo: string) =>
    (await pay('queryRefund', { outRefundNo }))['refundStatus_0']

  test('is accepted first and succeeds five seconds later, told to its function', async () => {
    await paid('o1')
    const accepted = await refund('o1', 'r1', 400, {
      functionName: 'notify',
      envId: 'jutuan-local',
    })
    expect(accepted).toMatchObject({ resultCode: 'SUCCESS', outRefundNo: 'r1', refundFee: 400 })
    expect(await status('r1')).toBe('PROCESSING')
    expect(await pay('queryOrder', { outTradeNo: 'o1' })).toMatchObject({ tradeState: 'REFUND' })
    await advance(5 * SECOND)
    expect(await status('r1')).toBe('SUCCESS')
    expect(await see('o1')).toMatchObject({ state: 'REFUND', refundedFee: 400 })
    expect(await heard()).toMatchObject([
      { refundStatus: 'SUCCESS', outRefundNo: 'r1', refundFee: 400, SOURCE: 'wx_paycallback' },
    ])
  })

  test('asked for twice is one refund', async () => {
    await paid('o1')
    const first = await refund('o1', 'r1', 400)
    expect((await refund('o1', 'r1', 400))['refundId']).toBe(first['refundId'])
    await advance(MINUTE)
    expect((await refund('o1', 'r1', 400))['refundId']).toBe(first['refundId'])
    expect(await shop.get('/_emulator/refunds')).toHaveLength(1)
  })

  test('that failed is tried again under its own number', async () => {
    await shop.post('/_emulator/settings', { refunds: 'fail' })
    await paid('o1')
    await refund('o1', 'r1', 1000)
    await advance(MINUTE)
    expect(await status('r1')).toBe('REFUNDCLOSE')
    expect(await see('o1')).toMatchObject({ state: 'SUCCESS', refundedFee: 0 })
    await shop.post('/_emulator/settings', { refunds: 'succeed', refundSeconds: 1 })
    expect(await refund('o1', 'r1', 1000)).toMatchObject({ resultCode: 'SUCCESS' })
    await advance(SECOND)
    expect(await status('r1')).toBe('SUCCESS')
  })

  test('held back waits for a decision', async () => {
    await shop.post('/_emulator/settings', { refunds: 'hold' })
    await paid('o1')
    await refund('o1', 'r1', 300, { functionName: 'notify' })
    await advance(DAY)
    expect(await status('r1')).toBe('PROCESSING')
    await shop.post('/_emulator/refunds/r1', { outcome: 'abnormal' })
    expect(await status('r1')).toBe('CHANGE')
    await shop.post('/_emulator/refunds/r1', { outcome: 'success' })
    expect(await status('r1')).toBe('SUCCESS')
    expect((await shop.ask('POST', '/_emulator/refunds/r1', { outcome: 'fail' })).status).toBe(409)
    expect((await shop.ask('POST', '/_emulator/refunds/no', { outcome: 'fail' })).status).toBe(404)
    expect(await heard()).toHaveLength(2)
  })

  test.each<[string, () => Promise<unknown>, object]>([
    ['no such order', () => refund('no', 'r2', 1), { errCodeDes: '订单不存在' }],
    ['not paid', () => refund('unpaid', 'r2', 1), { errCodeDes: '订单未支付，不能退款' }],
    ['more than its order', () => refund('o1', 'r2', 1001), { returnCode: 'FAIL' }],
    ['nothing', () => refund('o1', 'r2', 0), { returnCode: 'FAIL' }],
    [
      'a wrong total',
      () => refund('o1', 'r2', 1, { totalFee: 999 }),
      { errCodeDes: '订单金额或退款金额与之前请求不一致，请核实后再试' },
    ],
    [
      'another sum',
      () => refund('o1', 'r1', 399),
      { errCodeDes: '订单金额或退款金额与之前请求不一致，请核实后再试' },
    ],
    ['more than is left', () => refund('o1', 'r2', 601), { errCodeDes: 'refund_fee大于可退金额' }],
    [
      'within a minute',
      () => refund('o1', 'r2', 600),
      { errCodeDes: '频率限制，同一笔订单的退款请间隔1分钟后再试' },
    ],
    [
      'no such refund',
      () => pay('queryRefund', { outRefundNo: 'no' }),
      { errCodeDes: '退款订单查询失败' },
    ],
  ])('is refused: %s', async (_, ask, refusal) => {
    await order('unpaid')
    await paid('o1')
    await refund('o1', 'r1', 400)
    expect(await ask()).toMatchObject(refusal)
  })

  test('is refused when all has been given back, and a year later', async () => {
    await paid('o1')
    await paid('o2')
    await refund('o1', 'r1', 1000)
    await advance(MINUTE)
    expect(await refund('o1', 'r2', 1)).toMatchObject({ errCodeDes: '订单已全额退款' })
    await advance(365 * DAY)
    expect(await refund('o2', 'r3', 1)).toMatchObject({ errCodeDes: '订单已经超过退款期限' })
    expect(await refund('o1', 'r1', 1000)).toMatchObject({ resultCode: 'SUCCESS' })
  })

  test('can be made fifty times, a minute apart, and is listed by its order', async () => {
    await paid('o1')
    for (let n = 0; n < 50; n++) {
      expect(await refund('o1', `r${n}`, 1)).toMatchObject({ resultCode: 'SUCCESS' })
      await advance(MINUTE)
    }
    expect(await refund('o1', 'r50', 1)).toMatchObject({ errCodeDes: '部分退款次数超过50次' })
    expect(await pay('queryRefund', { outTradeNo: 'o1' })).toMatchObject({
      ...{ refundCount: 50, refundFee: 50, outRefundNo_49: 'r49', refundStatus_0: 'SUCCESS' },
    })
  })

  test('under way survives a power cut', async () => {
    await paid('o1')
    await refund('o1', 'r1', 400)
    await shop.stop('SIGKILL')
    await shop.start()
    await advance(5 * SECOND)
    expect(await status('r1')).toBe('SUCCESS')
  })
})
