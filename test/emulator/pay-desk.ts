/**
 * A cloud with a function that pays and one that hears of payments, and the person at the cashier.
 */
import { LocalCloud, sdk } from './local-cloud'

/** What `cloud.cloudPay.*` resolves to. */
export interface PayAnswer {
  readonly returnCode: string
  readonly resultCode?: string
  readonly errCodeDes?: string
  readonly payment?: Record<string, string>
  readonly prepayId?: string
  readonly [field: string]: unknown
}

/** A notice as the function heard it. */
export interface Heard {
  readonly outTradeNo: string
  readonly outRefundNo?: string
  readonly now: number
  readonly SOURCE: string
  readonly OPENID?: string
}

/** A payment as the control API shows it. */
export interface PaymentView {
  readonly state: string
  readonly refundedFee: number
  readonly notices: { at?: number; due?: number; acknowledged: boolean; error?: string }[]
}

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

const START = Date.parse('2027-03-01T10:00:00+08:00')

const notified = `${sdk}exports.main = async (event) => {
  const { SOURCE, OPENID } = cloud.getWXContext()
  await db.collection('things').add({ data: { ...event, now: Date.now(), SOURCE, OPENID } })
  const { data } = await db.collection('things').where({ _id: 'deaf' }).get()
  return data.length ? { errcode: 1 } : { errcode: 0, errmsg: 'ok' }
}`

const shipping = `${sdk}exports.main = (data) =>
  cloud.openapi.wxa.sec.order.uploadShippingInfo(data).then(
    ({ errCode }) => errCode, (error) => error.errCode + ' ' + error.errMsg)`

const shop = new LocalCloud({
  pay: { code: `${sdk}exports.main = ({ api, data }) => cloud.cloudPay[api](data)` },
  notify: { code: notified, config: { clients: false } },
  ship: {
    code: shipping,
    config: { permissions: { openapi: ['wxa.sec.order.uploadShippingInfo'] } },
  },
  'ship-undeclared': { code: shipping },
})

/** Opens the desk for the tests of a file. The clock stands at ten in the morning. */
export function openPayDesk(): LocalCloud {
  beforeAll(async () => {
    await shop.start()
    await shop.post('/_emulator/clock', { set: START, freeze: true })
  })
  afterAll(() => shop.close())
  beforeEach(async () => {
    await shop.post('/_emulator/reset')
    await shop.post('/_emulator/settings', {
      ...{ refunds: 'succeed', refundSeconds: 5, shippableSeconds: 10 },
    })
  })
  return shop
}

/** Calls WeChat Pay. Its errCode never comes through: wx-server-sdk writes its own over it. */
export const pay = (api: string, data: object, openid = 'ann') =>
  shop.result<PayAnswer>('pay', { api, data }, openid)

/** Places an order of ten yuan. */
export const order = (outTradeNo: string, more: object = {}, openid = 'ann') =>
  pay(
    'unifiedOrder',
    {
      ...{ body: '葡萄', outTradeNo, totalFee: 1000, subMchId: '1900000109' },
      ...{ spbillCreateIp: '127.0.0.1', envId: 'jutuan-local', functionName: 'notify', ...more },
    },
    openid,
  )

/** Decides a payment at the cashier. */
export const decide = (outTradeNo: string, decision: object = { outcome: 'success' }) =>
  shop.ask<PaymentView & { error: { code: string } }>(
    'POST',
    `/_emulator/payments/${outTradeNo}`,
    decision,
  )

/** An order that has been paid, quietly. */
export async function paid(outTradeNo: string): Promise<void> {
  await order(outTradeNo)
  await decide(outTradeNo, { outcome: 'success', notify: 'never' })
}

/** Asks for a refund of an order of ten yuan. */
export const refund = (
  outTradeNo: string,
  outRefundNo: string,
  refundFee: number,
  more: object = {},
) => pay('refund', { outTradeNo, outRefundNo, refundFee, totalFee: 1000, subMchId: '19', ...more })

export const see = (outTradeNo: string) =>
  shop.get<PaymentView>(`/_emulator/payments/${outTradeNo}`)
export const advance = (ms: number) => shop.post('/_emulator/clock', { advance: ms })

/** Every notice that reached the function, in order. */
export const heard = () =>
  shop.get<Heard[]>('/_emulator/collections/things?sort={"now":1}&where={"_id":{"$ne":"deaf"}}')

/** From now on the function hears, but does not acknowledge. */
export const beDeaf = () => shop.ask('PUT', '/_emulator/collections/things/deaf', {})
export const hearAgain = () => shop.ask('DELETE', '/_emulator/collections/things/deaf')
