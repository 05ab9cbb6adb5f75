/** 商家转账: WeChat Pay's API v3 as a merchant's function meets it. */
import { LocalCloud, sdk } from './local-cloud'
import { DAY, HOUR, MINUTE } from './pay-desk'

/** Signs as a merchant does and tells what came back, and whether WeChat Pay had signed it. */
const merchant = `${sdk}
const { createSign, createVerify, randomBytes } = require('node:crypto')
const lines = (...parts) => parts.map((part) => part + '\\n').join('')
exports.main = async ({ method = 'POST', path, wish, sent = wish, ago = 0, mchid }) => {
  const { env } = process
  const body = method === 'POST' ? JSON.stringify(wish) : ''
  const timestamp = String(Math.floor(Date.now() / 1000) - ago)
  const nonce = randomBytes(16).toString('hex')
  const signature = createSign('RSA-SHA256')
    .update(lines(method, path, timestamp, nonce, body)).sign(env.MCH_PRIVATE_KEY, 'base64')
  const fields = { mchid: mchid || env.MCH_ID, nonce_str: nonce, signature, timestamp,
    serial_no: env.MCH_SERIAL }
  const told = Object.entries(fields).map(([name, value]) => name + '="' + value + '"').join(',')
  const answer = await fetch(env.WECHAT_PAY_URL + path, {
    method, headers: { authorization: 'WECHATPAY2-SHA256-RSA2048 ' + told },
    ...(method === 'POST' && { body: JSON.stringify(sent) }),
  })
  const text = await answer.text()
  const header = (name) => answer.headers.get('wechatpay-' + name) || ''
  const isSigned = header('serial') === env.WECHAT_PAY_KEY_ID &&
    createVerify('RSA-SHA256').update(lines(header('timestamp'), header('nonce'), text))
      .verify(env.WECHAT_PAY_PUBLIC_KEY, header('signature'), 'base64')
  return { status: answer.status, body: JSON.parse(text), isSigned }
}`

interface Told {
  readonly status: number
  readonly isSigned: boolean
  readonly body: Readonly<Record<string, string>>
}

const shop = new LocalCloud({ pay: { code: merchant } })
const BILLS = '/v3/fund-app/mch-transfer/transfer-bills'

beforeAll(async () => {
  await shop.start()
  await shop.post('/_emulator/clock', { freeze: true })
})
afterAll(() => shop.close())
beforeEach(async () => {
  await shop.post('/_emulator/reset')
  await shop.post('/_emulator/settings', { transfers: 'accept' })
})

const wishFor = (own: object = {}) => ({
  ...{ appid: 'wx0000000000000001', out_bill_no: 'bill1', openid: 'ann', transfer_amount: 1234 },
  ...{ transfer_scene_id: '1005', transfer_remark: '导购佣金' },
  transfer_scene_report_infos: [
    { info_type: '岗位类型', info_content: '导购' },
    { info_type: '报酬说明', info_content: '推广商品的佣金' },
  ],
  ...own,
})

const send = (own: object = {}, how: object = {}) =>
  shop.result<Told>('pay', { path: BILLS, wish: wishFor(own), ...how })
const query = (number = 'bill1') =>
  shop.result<Told>('pay', { method: 'GET', path: `${BILLS}/out-bill-no/${number}` })
const end = (outcome: string, more: object = {}, number = 'bill1') =>
  shop.ask<{ state: string; error?: { code: string } }>('POST', `/_emulator/transfers/${number}`, {
    outcome,
    ...more,
  })
const listed = (query_ = '') => shop.get<{ state: string }[]>(`/_emulator/transfers${query_}`)

describe('a transfer', () => {
  test('is taken, and waits for who gets it', async () => {
    const { status, isSigned, body } = await send()
    expect([status, isSigned]).toEqual([200, true])
    expect(body).toMatchObject({ out_bill_no: 'bill1', state: 'WAIT_USER_CONFIRM' })
    expect(body['package_info']).toMatch(/.{40}/)
    expect((await query()).body).toMatchObject({
      ...{ state: 'WAIT_USER_CONFIRM', openid: 'ann', transfer_amount: 1234 },
      mch_id: '1900000109',
    })
    expect((await query()).body).not.toHaveProperty('package_info')
  })

  test('is found by what a phone is given to confirm it', async () => {
    const packageInfo = (await send()).body['package_info'] ?? ''
    expect(await listed(`?package=${encodeURIComponent(packageInfo)}`)).toMatchObject([
      { outBillNo: 'bill1', openid: 'ann', amount: 1234, reports: { 岗位类型: '导购' } },
    ])
    expect(await listed('?package=other')).toEqual([])
  })

  test('of one number is one transfer, however often it is asked for', async () => {
    const [first, second] = await Promise.all([send(), send()])
    expect(second.body['transfer_bill_no']).toBe(first.body['transfer_bill_no'])
    await end('confirm')
    expect((await send()).body).toMatchObject({ state: 'SUCCESS' })
    expect(await listed()).toHaveLength(1)
  })

  test('of one number can’t become another one', async () => {
    await send()
    const other = await send({ transfer_amount: 1235 })
    expect(other).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } })
  })

  test.each([
    ['confirm', { state: 'SUCCESS' }],
    ['lapse', { state: 'FAIL', fail_reason: 'OVERDUE_CLOSE' }],
    ['fail', { state: 'FAIL', fail_reason: 'ACCOUNT_FROZEN' }],
  ])('may end: %s', async (outcome, told) => {
    await send()
    expect((await end(outcome)).status).toBe(200)
    expect((await query()).body).toMatchObject(told)
    expect((await end('confirm')).body.error?.code).toBe('transfer_ended')
  })

  test('fails with the reason that is told', async () => {
    await send()
    await end('fail', { reason: 'REAL_NAME_CHECK_FAIL' })
    expect((await query()).body).toMatchObject({ fail_reason: 'REAL_NAME_CHECK_FAIL' })
  })

  test('is nobody else’s to confirm', async () => {
    await send()
    expect((await end('confirm', { openid: 'bo' })).body.error?.code).toBe('transfer_foreign')
    expect((await end('confirm', { openid: 'ann' })).status).toBe(200)
  })

  test('lapses by itself after a day, also when the cloud was down', async () => {
    await send()
    await shop.post('/_emulator/clock', { advance: DAY - MINUTE })
    expect((await query()).body['state']).toBe('WAIT_USER_CONFIRM')
    await shop.stop('SIGKILL')
    await shop.start()
    await shop.post('/_emulator/clock', { freeze: true })
    await shop.post('/_emulator/clock', { advance: HOUR })
    expect((await query()).body).toMatchObject({ state: 'FAIL', fail_reason: 'OVERDUE_CLOSE' })
  })

  test('is not known before it was asked for', async () => {
    expect(await query('never')).toMatchObject({
      ...{ status: 404, isSigned: true, body: { code: 'NOT_FOUND' } },
    })
    expect((await end('confirm', {}, 'never')).body.error?.code).toBe('transfer_unknown')
  })
})

describe('WeChat Pay refuses', () => {
  test.each<[string, object, number, string]>([
    ['another app', { appid: 'wx2' }, 400, 'PARAM_ERROR'],
    ['a number with a dash', { out_bill_no: 'bill-1' }, 400, 'PARAM_ERROR'],
    ['a number of 33 characters', { out_bill_no: 'b'.repeat(33) }, 400, 'PARAM_ERROR'],
    ['nobody to pay', { openid: '' }, 400, 'PARAM_ERROR'],
    ['29 fen', { transfer_amount: 29 }, 400, 'INVALID_REQUEST'],
    ['200.01 yuan', { transfer_amount: 20_001 }, 400, 'INVALID_REQUEST'],
    ['half a fen', { transfer_amount: 30.5 }, 400, 'PARAM_ERROR'],
    ['no remark', { transfer_remark: undefined }, 400, 'PARAM_ERROR'],
    ['a scene that is not open', { transfer_scene_id: '1000' }, 403, 'NO_AUTH'],
    ['a scene without its reports', { transfer_scene_report_infos: [] }, 400, 'PARAM_ERROR'],
    [
      'another scene’s reports',
      { transfer_scene_report_infos: [{ info_type: '活动名称', info_content: '抽奖' }] },
      ...([400, 'PARAM_ERROR'] as const),
    ],
  ])('%s', async (_what, own, status, code) => {
    expect(await send(own)).toMatchObject({ status, isSigned: true, body: { code } })
    expect(await listed()).toEqual([])
  })

  test('when the merchant’s account is empty, until there is money again', async () => {
    await shop.post('/_emulator/settings', { transfers: 'refuse' })
    expect(await send()).toMatchObject({ status: 403, body: { code: 'NOT_ENOUGH' } })
    await shop.post('/_emulator/settings', { transfers: 'accept' })
    expect((await send()).status).toBe(200)
  })

  test.each<[string, object]>([
    ['a body that was changed on its way', { sent: wishFor({ openid: 'bo' }) }],
    ['another merchant', { mchid: '1900000110' }],
    ['what was signed six minutes ago', { ago: 360 }],
    ['what was signed for in six minutes', { ago: -360 }],
  ])('%s', async (_what, how) => {
    expect(await send({}, how)).toMatchObject({ status: 401, body: { code: 'SIGN_ERROR' } })
    expect(await listed()).toEqual([])
  })

  test('what is not signed at all, and what is not imitated', async () => {
    const bare = await shop.ask<{ code: string }>('POST', BILLS, wishFor())
    expect(bare).toMatchObject({ status: 401, body: { code: 'SIGN_ERROR' } })
    const other = await shop.result<Told>('pay', { path: '/v3/pay/transactions/jsapi', wish: {} })
    expect(other).toMatchObject({ status: 404, body: { code: 'PATH_NOT_IMITATED' } })
  })
})

test('what befalls WeChat’s services befalls transfers too', async () => {
  await shop.post('/_emulator/faults', { seed: 1, rates: { 'wechat.before': 1 } })
  expect((await send()).status).toBe(500)
  await shop.post('/_emulator/faults', { seed: 1, rates: { 'wechat.after': 1 } })
  expect((await send()).status).toBe(500)
  await shop.post('/_emulator/faults', {})
  expect(await listed()).toHaveLength(1)
})
