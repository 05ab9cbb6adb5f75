import { Faults } from '../../emulator/faults/faults'
import { randomStream } from '../../emulator/faults/random'
import { FAULTS, readPlan } from '../../emulator/faults/rates'
import { LocalCloud, sdk, until } from './local-cloud'

const START = Date.parse('2027-03-01T10:00:00+08:00')
const MINUTE = 60_000

const shop = new LocalCloud(
  {
    /** Adds ten documents and tells which of them failed, and how. */
    adds: {
      code: `${sdk}exports.main = async ({ run }) => {
        const told = []
        for (let n = 0; n < 10; n++) {
          await db.collection('things').add({ data: { _id: run + '-' + n } })
            .then(() => told.push('ok'), (error) => told.push(error.errCode))
        }
        return told
      }`,
    },
    /** Locks what `adds` would add first, and leaves it locked. */
    leaves: {
      code: `${sdk}exports.main = async ({ run }) => {
        const transaction = await db.startTransaction()
        await transaction.collection('things').add({ data: { _id: run + '-0' } })
      }`,
    },
    count: {
      code: `${sdk}exports.main = async () => (await db.collection('things').count()).total`,
    },
    clock: { code: `exports.main = () => Date.now()` },
    pay: { code: `${sdk}exports.main = ({ api, data }) => cloud.cloudPay[api](data)` },
    notify: {
      code: `${sdk}exports.main = async ({ outTradeNo }) => {
        await db.collection('things').add({ data: { outTradeNo, now: Date.now() } })
        return { errcode: 0 }
      }`,
    },
  },
  ['--workers', '1'],
)

beforeAll(async () => {
  await shop.start()
  await shop.post('/_emulator/clock', { set: START, freeze: true })
})
beforeEach(async () => {
  await shop.post('/_emulator/faults', {})
  await shop.post('/_emulator/reset')
})
afterAll(() => shop.close())

const follow = (rates: object, more: object = {}) =>
  shop.post('/_emulator/faults', { seed: 7, rates, ...more })
const adds = (run: string) => shop.result<(string | number)[]>('adds', { run })
const kept = () => shop.get<{ now: number }[]>('/_emulator/collections/things')
const order = async (outTradeNo: string) => {
  await shop.result('pay', {
    api: 'unifiedOrder',
    data: {
      ...{ body: '葡萄', outTradeNo, totalFee: 1000, subMchId: '19', spbillCreateIp: '127.0.0.1' },
      ...{ envId: 'jutuan-local', functionName: 'notify' },
    },
  })
  await shop.post(`/_emulator/payments/${outTradeNo}`, { outcome: 'success' })
}

test('nothing goes wrong until it is asked for', async () => {
  const plan = await shop.get<{ rates: Record<string, number> }>('/_emulator/faults')
  expect(plan.rates).toEqual(Object.fromEntries(FAULTS.map((fault) => [fault, 0])))
  expect(await adds('a')).toEqual(Array<string>(10).fill('ok'))
})

test('an error before a call leaves nothing, one after it leaves everything', async () => {
  await follow({ 'database.before': 1 })
  expect(await adds('a')).toEqual(Array<number>(10).fill(-501004))
  expect(await kept()).toHaveLength(0)
  await follow({ 'database.after': 1 })
  expect(await adds('b')).toEqual(Array<number>(10).fill(-501002))
  expect(await kept()).toHaveLength(10)
})

test('the same seed makes the same calls fail, another seed others', async () => {
  const rates = { 'database.before': 0.3, 'database.after': 0.2 }
  const under = async (seed: number) => {
    await shop.post('/_emulator/reset')
    await follow(rates, { seed })
    return adds('a')
  }
  const first = await under(7)
  expect(await under(7)).toEqual(first)
  expect(await under(8)).not.toEqual(first)
  expect(new Set(first).size).toBeGreaterThan(1)
})

test('what befalls a call does not depend on the calls beside it', async () => {
  const under = async (order: readonly string[]) => {
    const faults = new Faults()
    faults.follow(readPlan({ seed: 7, rates: { 'database.before': 0.5 } }))
    const by = { call: { name: 'trade', source: 'wx_client', openid: 'ann' }, at: START }
    const told = new Map<string, boolean>()
    for (const subject of order) {
      const call = { kind: 'database', subject: () => subject, by } as const
      const went = await faults.around(call, () => Promise.resolve(true)).catch(() => false)
      told.set(subject, went)
    }
    return Object.fromEntries(told)
  }
  const subjects = Array.from({ length: 20 }, (_, n) => `thing ${n}`)
  const told = await under(subjects)
  expect(await under([...subjects].reverse())).toEqual(told)
  expect(new Set(Object.values(told)).size).toBe(2)
})

test('one rate does not change what another one hits', async () => {
  await follow({ 'database.before': 0.3 })
  const first = await adds('a')
  await shop.post('/_emulator/reset')
  await follow({ 'database.before': 0.3, 'database.delay': 0.5 }, { delayMs: 5 })
  expect(await adds('a')).toEqual(first)
})

test('a write can lose against another one; a read cannot', async () => {
  await follow({ 'database.conflict': 1 })
  expect(await adds('a')).toEqual(Array<number>(10).fill(-501001))
  expect(await kept()).toHaveLength(0)
  expect(await shop.result('count')).toBe(0)
})

test('it is told how often each fault happened', async () => {
  await follow({ 'database.before': 1 })
  await adds('a')
  const { hits } = await shop.get<{ hits: object }>('/_emulator/faults')
  expect(hits).toEqual({ 'database.before': 10 })
})

test('WeChat Pay can refuse every refund of an hour', async () => {
  await order('o1')
  const data = { outTradeNo: 'o1', outRefundNo: 'r1', totalFee: 1000, refundFee: 1000 }
  const ask = () => shop.result('pay', { api: 'refund', data: { ...data, subMchId: '19' } })
  await follow({ 'refund.refused': 1 })
  expect(await ask()).toMatchObject({ resultCode: 'FAIL', errCodeDes: '基本账户余额不足' })
  expect(await ask()).toMatchObject({ resultCode: 'FAIL' })
  await follow({})
  expect(await ask()).toMatchObject({ resultCode: 'SUCCESS' })
})

test('a repeated call is answered as the first one was', async () => {
  await follow({ 'database.duplicate': 1 })
  expect(await adds('a')).toEqual(Array<string>(10).fill('ok'))
  expect(await kept()).toHaveLength(10)
})

test('what a run left open ends with it: nobody waits for its locks', async () => {
  await shop.result('leaves', { run: 'left' })
  expect(await adds('left')).toEqual(Array.from({ length: 10 }, () => 'ok'))
})

test('a killed function fails its caller, and the next one works', async () => {
  await follow({ 'function.kill': 1 })
  expect(await shop.call('adds', { run: 'a' })).toMatchObject({
    ...{ status: 500, body: { error: { code: 'function_crashed' } } },
  })
  expect((await kept()).length).toBeLessThanOrEqual(1)
  await shop.post('/_emulator/faults', {})
  expect(await adds('b')).toEqual(Array<string>(10).fill('ok'))
})

test('a client call can be refused before it ran, or lose its answer after', async () => {
  await follow({ 'function.before': 1 })
  expect((await shop.call('adds', { run: 'a' })).status).toBe(503)
  expect(await kept()).toHaveLength(0)
  await follow({ 'function.after': 1 })
  expect((await shop.call('adds', { run: 'a' })).status).toBe(503)
  expect(await kept()).toHaveLength(10)
})

test('a skewed function sees another time, within the bounds', async () => {
  await follow({ 'clock.skew': 1 }, { skewMs: 500 })
  const seen = await Promise.all([1, 2, 3, 4].map(() => shop.result<number>('clock')))
  expect(new Set(seen).size).toBeGreaterThan(1)
  for (const now of seen) expect(Math.abs(now - START)).toBeLessThanOrEqual(500 + MINUTE)
})

test('a lost notice comes again by the intervals of WeChat Pay', async () => {
  await follow({ 'notice.lost': 1 })
  await order('o1')
  expect(await kept()).toHaveLength(0)
  await shop.post('/_emulator/clock', { advance: 15_000 })
  expect(await kept()).toHaveLength(1)
})

test('a doubled notice comes twice', async () => {
  await follow({ 'notice.doubled': 1 })
  await order('o1')
  expect(await kept()).toHaveLength(2)
})

test.each([
  ['notice.late', 10 * MINUTE],
  ['notice.reordered', MINUTE],
])('%s puts a notice off', async (fault, most) => {
  await follow({ [fault]: 1 })
  await order('o1')
  expect(await kept()).toHaveLength(0)
  await shop.post('/_emulator/clock', { advance: most })
  expect(await kept()).toHaveLength(1)
})

test('a delay is real time and changes nothing else', async () => {
  await follow({ 'database.delay': 1 }, { delayMs: 20 })
  expect(
    await until(
      () => adds('a'),
      (told) => told.length === 10,
    ),
  ).not.toContain(-501002)
})

test.each([
  [{ rates: { 'database.melts': 1 } }, 'There is no fault "database.melts".'],
  [{ rates: { 'database.before': 2 } }, 'The rate of "database.before" must be'],
  [{ seed: 1.5 }, '"seed" must be a whole number'],
  [{ chance: 1 }, 'There is no "chance"'],
])('a plan like %j is refused', async (plan, words) => {
  expect(() => readPlan(plan)).toThrow(words)
  expect(await shop.ask('POST', '/_emulator/faults', plan)).toMatchObject({
    ...{ status: 400, body: { error: { code: 'faults_invalid' } } },
  })
})

test('dice fall evenly, and alike for one seed and name only', () => {
  const throws = (seed: number, name: string) => {
    const next = randomStream(seed, name)
    return Array.from({ length: 2000 }, next)
  }
  expect(throws(1, 'a')).toEqual(throws(1, 'a'))
  expect(throws(1, 'a')).not.toEqual(throws(1, 'b'))
  expect(throws(1, 'a')).not.toEqual(throws(2, 'a'))
  const mean = throws(3, 'c').reduce((sum, value) => sum + value, 0) / 2000
  expect(mean).toBeGreaterThan(0.47)
  expect(mean).toBeLessThan(0.53)
})
