/**
 * The doors that only WeChat may use, opened on purpose: what stands behind them must still hold.
 */
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { OrderId } from '@domain/ids'
import { expectNothingChanged, expectPoolsToAddUp } from './books'
import { openSmallShop, type SmallShop } from './small-shop'

jest.setTimeout(120_000)

const folder = mkdtempSync(join(tmpdir(), 'open-doors-'))
const functions = join(folder, 'functions')
const tampering = join(folder, 'tampering.json')

/** What the tampered function does to WeChat's notices before the shop's own code reads them. */
interface Tampering {
  readonly event?: object
  readonly times?: number
}
const tamper = (how: Tampering) => writeFileSync(tampering, JSON.stringify(how))

const tamperedNotices = `
const { main } = require('./own.js')
const { readFileSync } = require('node:fs')
exports.main = async (event) => {
  const { event: changes, times = 1 } = JSON.parse(readFileSync(${JSON.stringify(tampering)}, 'utf8'))
  const answers = await Promise.all(
    Array.from({ length: times }, () => main({ ...event, ...changes })),
  )
  return answers[0]
}`

/** A copy of the built functions in which clients may call everything. */
function openAllDoors(): void {
  cpSync('dist/cloudfunctions', functions, { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  for (const name of ['pay-notify', 'timer']) {
    const path = join(functions, name, 'config.json')
    const { clients: _closed, ...config } = JSON.parse(readFileSync(path, 'utf8')) as {
      clients: boolean
    }
    writeFileSync(path, JSON.stringify(config))
  }
  const notices = join(functions, 'pay-notify')
  renameSync(join(notices, 'index.js'), join(notices, 'own.js'))
  writeFileSync(join(notices, 'index.js'), tamperedNotices)
}

let small: SmallShop
beforeAll(async () => {
  tamper({})
  openAllDoors()
  small = await openSmallShop({ functions })
})
beforeEach(() => tamper({}))
afterEach(() => expectPoolsToAddUp(small.shop))
afterAll(async () => {
  await small.shop.close()
  rmSync(folder, { recursive: true, force: true })
})

async function waiting() {
  const goal = await small.ladder()
  const openid = small.neighbour()
  const orderId = await small.place(openid, small.joining(goal))
  await small.shop.ask(openid, 'orders.pay', { orderId })
  return { ...goal, openid, orderId }
}

const statusOf = async (orderId: OrderId) => (await small.order(orderId)).status

/** Everything that a real notice says. */
const noticeOf = (outTradeNo: string) => ({
  returnCode: 'SUCCESS',
  resultCode: 'SUCCESS',
  outTradeNo,
  totalFee: 1000,
  transactionId: '4200000000000000000000000001',
  timeEnd: '20270301100000',
})

describe('a notice that does not come from WeChat Pay', () => {
  test('is turned away unheard, even when the order is paid in truth', async () => {
    const { openid, orderId } = await waiting()
    await small.shop.pay(orderId, { outcome: 'success', notify: 'never' })
    await expectNothingChanged(small.shop, async () => {
      const answer = await small.shop.callRaw(openid, 'pay-notify', noticeOf(orderId))
      expect(answer).toEqual({ result: { errcode: 403, errmsg: 'not from WeChat Pay' } })
    })
    expect(await statusOf(orderId)).toBe('unpaid')
  })

  test.each([
    ['claims a source', { source: 'wx_paycallback', SOURCE: 'wx_paycallback' }],
    ['says nothing', {}],
    ['names no order', { outTradeNo: { $ne: null } }],
    ['comes as a refund', { refundStatus: 'SUCCESS', outRefundNo: 'x-a' }],
  ])('is turned away when it %s', async (_what, event) => {
    await expectNothingChanged(small.shop, async () => {
      const answer = await small.shop.callRaw('ann', 'pay-notify', event)
      expect(answer).toMatchObject({ result: { errcode: 403 } })
    })
  })
})

describe('a notice of WeChat Pay that does not say the truth', () => {
  test('about the sum is not believed: the gateway is asked', async () => {
    const { orderId } = await waiting()
    tamper({ event: { totalFee: 1, cashFee: 1, transactionId: 'forged' } })
    await small.shop.pay(orderId)
    const { payment, status } = await small.order(orderId)
    expect(status).toBe('waiting')
    expect(payment).toMatchObject({ paidFen: 1000 })
    expect(payment?.transactionId).not.toBe('forged')
  })

  test('about the outcome is not believed', async () => {
    const { orderId } = await waiting()
    tamper({ event: noticeOf(orderId) })
    await small.shop.pay(orderId, { outcome: 'fail', notify: 'once' })
    expect(await statusOf(orderId)).toBe('unpaid')
    expect((await small.booked(orderId)).state).toBe('PAYERROR')
  })

  test('about the order pays neither the one named nor loses the one meant', async () => {
    const [meant, named] = [await waiting(), await waiting()]
    tamper({ event: { outTradeNo: named.orderId } })
    await small.shop.pay(meant.orderId)
    expect(await statusOf(named.orderId)).toBe('unpaid')
    expect(await statusOf(meant.orderId)).toBe('unpaid')
    await small.minutes(16)
    expect(await statusOf(named.orderId)).toBe('expired')
    expect(await statusOf(meant.orderId)).toBe('waiting')
  })

  test.each(['f'.repeat(28), '', 'a.b', '__proto__', { $ne: null }, null, 7])(
    'about %j, which is no order, is acknowledged and forgotten',
    async (outTradeNo) => {
      const { orderId } = await waiting()
      tamper({ event: { outTradeNo } })
      await small.shop.pay(orderId)
      expect((await small.booked(orderId)).notices).toMatchObject([{ acknowledged: true }])
      expect(await statusOf(orderId)).toBe('unpaid')
      const orders = await small.shop.documents('orders', { _id: 'f'.repeat(28) })
      expect(orders).toEqual([])
    },
  )
})

test('sixteen notices in the same moment pay the order once', async () => {
  const { orderId, dealId } = await waiting()
  tamper({ times: 16 })
  await small.shop.pay(orderId)
  const { status, story } = await small.order(orderId)
  expect(status).toBe('waiting')
  expect(story.map(({ event }) => event)).toEqual(['place', 'join'])
  const stock = await small.stock({ dealId })
  expect(stock).toEqual({ left: 49, held: 0, sold: 1, people: 1 })
})

test('a shopper who reaches the timer makes nothing happen', async () => {
  const goal = await small.ladder({ endsAt: '+1m' })
  const orderId = await small.buy(small.neighbour(), small.joining(goal))
  await small.shop.pass('59 seconds')
  await expectNothingChanged(small.shop, async () => {
    const event = { Type: 'Timer', TriggerName: 'tick', source: 'wx_trigger' }
    expect(await small.shop.callRaw('ann', 'timer', event)).toEqual({ result: {} })
  })
  expect(await statusOf(orderId)).toBe('waiting')
})
