import {
  DAY,
  MINUTE,
  SECOND,
  advance,
  beDeaf,
  decide,
  hearAgain,
  heard,
  openPayDesk,
  order,
  see,
} from './pay-desk'

const shop = openPayDesk()

describe('a payment notice', () => {
  test('arrives before the cashier answers, from WeChat and from nobody else', async () => {
    await order('o1', { attach: 'group 7' })
    const { body } = await decide('o1')
    expect(body.notices).toMatchObject([{ acknowledged: true }])
    const [notice, ...more] = await heard()
    expect(more).toEqual([])
    expect(notice).toMatchObject({
      ...{ returnCode: 'SUCCESS', resultCode: 'SUCCESS', outTradeNo: 'o1', totalFee: 1000 },
      ...{
        subOpenid: 'ann',
        attach: 'group 7',
        timeEnd: expect.stringMatching(/^\d{14}$/) as string,
      },
      ...{ SOURCE: 'wx_paycallback' },
    })
    expect(notice?.OPENID).toBeUndefined()
  })

  test.each([
    ['once', 1, 1],
    ['twice', 2, 2],
    ['late', 0, 1],
    ['never', 0, 0],
  ])('%s: heard %i times at once and %i times after a day', async (notify, atOnce, inTheEnd) => {
    await order('o1')
    await decide('o1', { outcome: 'success', notify })
    expect(await heard()).toHaveLength(atOnce)
    await advance(20 * MINUTE - 1)
    expect(await heard()).toHaveLength(atOnce)
    await advance(DAY)
    expect(await heard()).toHaveLength(inTheEnd)
  })

  test('is repeated at the intervals of WeChat Pay until it is answered errcode 0', async () => {
    await beDeaf()
    await order('o1')
    await decide('o1')
    const { now: paidAt } = await shop.get<{ now: number }>('/_emulator/clock')
    await advance(90 * SECOND)
    expect((await heard()).map(({ now }) => (now - paidAt) / SECOND)).toEqual([0, 15, 30, 60])
    await advance(3 * MINUTE)
    expect(await heard()).toHaveLength(5)
    await hearAgain()
    await advance(DAY)
    expect(await heard()).toHaveLength(6)
    const { notices } = await see('o1')
    expect(notices.map(({ acknowledged }) => acknowledged)).toEqual([
      ...[false, false, false, false, false, true],
    ])
    expect(notices[0]?.error).toContain('{"errcode":1}')
  })

  test('is given up after fifteen repeats', async () => {
    await beDeaf()
    await order('o1')
    await decide('o1')
    await advance(3 * DAY)
    expect(await heard()).toHaveLength(16)
  })

  test('to a function that does not exist stays unheard, and the payment counts', async () => {
    await order('o1', { functionName: 'nowhere' })
    expect((await decide('o1')).body).toMatchObject({
      ...{ state: 'SUCCESS', notices: [{ acknowledged: false }, { acknowledged: false }] },
    })
  })

  test('still to be delivered survives a power cut', async () => {
    await order('o1')
    await decide('o1', { outcome: 'success', notify: 'late' })
    await shop.stop('SIGKILL')
    await shop.start()
    expect(await heard()).toEqual([])
    await advance(20 * MINUTE)
    expect(await heard()).toMatchObject([{ outTradeNo: 'o1' }])
  })

  test('of a refused payment comes only when asked for', async () => {
    await order('o1')
    await decide('o1', { outcome: 'fail' })
    expect(await heard()).toEqual([])
    await decide('o1', { outcome: 'fail', notify: 'once' })
    expect(await heard()).toMatchObject([{ resultCode: 'FAIL' }])
  })
})
