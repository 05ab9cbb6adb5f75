import { LocalCloud, sdk, until } from './local-cloud'

interface Seen {
  readonly OPENID?: string
  readonly SOURCE?: string
  readonly event: { readonly userInfo?: object; readonly n?: number }
}

interface LogEntry {
  readonly seq: number
  readonly function: string
  readonly action?: string
  readonly openid?: string
  readonly source: string
  readonly ok: boolean
  readonly error?: string
  readonly calls: { action: string; on: string; code?: string }[]
  readonly lines: string[]
  readonly requestBytes: number
  readonly answerBytes: number
}

const whoami = `${sdk}
exports.main = async (event) => {
  const before = cloud.getWXContext().OPENID
  await db.collection('things').count()
  await new Promise((resolve) => setTimeout(resolve, event.wait || 0))
  const { OPENID, SOURCE } = cloud.getWXContext()
  if (before !== OPENID) throw new Error('the identity changed under way')
  return { OPENID, SOURCE, event }
}`

const shop = new LocalCloud({
  whoami: { code: whoami },
  trade: { code: whoami },
  closed: { code: whoami, config: { clients: false } },
  answers: { code: `exports.main = (event) => event.answer` },
  nothing: { code: `exports.main = () => {}` },
  outer: {
    code: `${sdk}exports.main = ({ inner, data = {} }) => cloud.callFunction({ name: inner, data })
      .then((answer) => answer.result, (error) => ({ failed: error.code, said: error.message }))`,
  },
  itself: {
    code: `${sdk}exports.main = async ({ depth }) => depth === 0 ? 'bottom'
      : (await cloud.callFunction({ name: 'itself', data: { depth: depth - 1 } })).result`,
  },
  slow: {
    code: `exports.main = () => new Promise((resolve) => setTimeout(() => resolve('late'), 5000))`,
    config: { timeout: 0.4 },
  },
  busy: { code: `exports.main = () => { for (;;); }`, config: { timeout: 0.4 } },
  flaky: {
    code: `exports.main = ({ how }) => { if (how === 'throw') throw new Error('no such luck')
      if (how === 'exit') process.exit(3)
      if (how === 'reject') Promise.reject(new Error('nobody listens'))
      return new Promise((resolve) => setTimeout(() => resolve('fine'), 30)) }`,
  },
  broken: { code: `exports.main = (` },
  headless: { code: `exports.hello = 1` },
  talks: {
    code: `${sdk}exports.main = async (event, context) => {
      console.log('hello', event.name); console.error('ouch'); process.stdout.write('raw')
      await db.collection('nowhere').get().catch(() => {})
      await db.collection('things').add({ data: { a: 1 } })
      return { result: Object.keys(context).sort(), left: context.getRemainingTimeInMillis() }
    }`,
  },
  secrets: { code: `exports.main = () => Object.keys(process.env)` },
})

beforeAll(() => shop.start())
afterAll(() => shop.close())

test('a function learns who asks from the platform, whatever the event says', async () => {
  const forged = { OPENID: 'keeper', userInfo: { appId: 'x', openId: 'keeper' } }
  const seen = await shop.result<Seen>('whoami', forged, 'bo')
  expect(seen).toMatchObject({ OPENID: 'bo', SOURCE: 'wx_client' })
  expect(seen.event.userInfo).toMatchObject({ openId: 'bo' })
})

test('a header cannot say that WeChat or a trigger asks', async () => {
  const headers = { 'x-openid': 'ann', 'x-source': 'wx_paycallback' }
  const answer = await shop.ask('POST', '/_emulator/call/whoami', {}, headers)
  expect(answer.body).toMatchObject({ result: { SOURCE: 'wx_client' } })
})

test('nobody and an all-digit OPENID are turned away', async () => {
  expect((await shop.ask('POST', '/_emulator/call/whoami', {})).status).toBe(401)
  expect((await shop.call('whoami', {}, '12345')).status).toBe(401)
  expect((await shop.call('whoami', {}, 'ann/../bo')).status).toBe(401)
})

test('sixty people at once each stay who they are', async () => {
  const people = Array.from({ length: 60 }, (_, n) => `member-${n}`)
  const seen = await Promise.all(
    people.map((openid, n) => shop.result<Seen>('trade', { n, wait: n % 7 }, openid)),
  )
  expect(seen.map(({ OPENID }) => OPENID)).toEqual(people)
  expect(seen.map(({ event }) => event.n)).toEqual(people.map((_, n) => n))
})

test('a function closed to clients is refused to clients and open to other functions', async () => {
  const refused = await shop.call('closed')
  expect(refused).toMatchObject({ status: 403, body: { error: { code: 'function_closed' } } })
  const seen = await shop.result<Seen>('outer', { inner: 'closed', data: {} }, 'cai')
  expect(seen).toMatchObject({ OPENID: 'cai', SOURCE: 'wx_client,scf' })
})

test('an unknown function is a 404, also by a path trick', async () => {
  expect((await shop.call('nowhere')).status).toBe(404)
  expect((await shop.call('..%2F..%2Fpackage')).status).toBe(404)
})

test('result and error go out as they are, anything else as result', async () => {
  const ask = async (answer: unknown) => {
    const { status, body } = await shop.call('answers', { answer })
    return [status, body]
  }
  expect(await ask({ result: 1, now: 5 })).toEqual([200, { result: 1, now: 5 }])
  const error = { error: { code: 'stock_short', message: 'x' }, now: 5 }
  expect(await ask(error)).toEqual([400, error])
  expect(await ask([1, 2])).toEqual([200, { result: [1, 2] }])
  expect(await ask(null)).toEqual([200, { result: null }])
  expect(await shop.result('nothing')).toBeNull()
})

test('an answer beyond 1 MB is refused to clients', async () => {
  const { status, body } = await shop.call('answers', { answer: 'x'.repeat(1024 * 1024) })
  expect(status).toBe(500)
  expect(body.error.message).toContain('-604001')
})

test('a function may call itself without waiting for itself', async () => {
  expect(await shop.result('itself', { depth: 3 })).toBe('bottom')
})

test('a nested call tells the caller that the function is missing or has failed', async () => {
  const missing = await shop.result('outer', { inner: 'nowhere' })
  expect(missing).toMatchObject({ failed: 'FUNCTION_NOT_FOUND' })
  const failed = await shop.result('outer', { inner: 'flaky', data: { how: 'throw' } })
  expect(failed).toMatchObject({ failed: 'FUNCTIONS_EXECUTE_FAIL' })
  expect(failed).toMatchObject({ said: expect.stringContaining('no such luck') as string })
})

test.each(['slow', 'busy'])('%s is stopped when its time is over', async (name) => {
  const { status, body } = await shop.call(name)
  expect([status, body.error.code]).toEqual([504, 'function_timeout'])
})

test.each(['throw', 'exit', 'reject'])(
  '%s fails one call and leaves the next alone',
  async (how) => {
    const { status, body } = await shop.call('flaky', { how })
    expect([status, body.error.code]).toEqual([500, 'function_crashed'])
    expect(await shop.result('flaky', {})).toBe('fine')
  },
)

test.each(['broken', 'headless'])('%s says why it cannot be loaded, every time', async (name) => {
  for (const _ of [1, 2]) {
    const { status, body } = await shop.call(name)
    expect([status, body.error.code]).toEqual([500, 'function_crashed'])
  }
})

test('a function sees nothing of the environment of this machine', async () => {
  const names = await shop.result<string[]>('secrets')
  expect(names).not.toContain('PATH')
  expect(names).toEqual(expect.arrayContaining(['TCB_ENV', 'WX_OPENID', 'TENCENTCLOUD_RUNENV']))
})

test('the log tells who asked what, every SDK call and every printed line', async () => {
  await shop.call('talks', { name: 'orders.place' }, 'ding')
  const entry = (await shop.get<LogEntry[]>('/_emulator/log?limit=1'))[0]
  expect(entry).toMatchObject({
    function: 'talks',
    action: 'orders.place',
    openid: 'ding',
    source: 'wx_client',
    ok: true,
    calls: [
      { action: 'database.getDocument', on: 'nowhere', code: 'DATABASE_COLLECTION_NOT_EXIST' },
      { action: 'database.insertDocument', on: 'things' },
    ],
  })
  expect(entry?.lines).toEqual(expect.arrayContaining(['hello orders.place', 'error: ouch']))
  expect(entry?.requestBytes).toBeGreaterThan(20)
  expect(entry?.answerBytes).toBeGreaterThan(20)
  const later = await shop.get<LogEntry[]>(`/_emulator/log?after=${entry?.seq ?? 0}`)
  expect(later).toEqual([])
})

test('context has the fields of the cloud', async () => {
  const fields = await shop.result<string[]>('talks')
  expect(fields).toEqual(
    expect.arrayContaining(['function_name', 'request_id', 'time_limit_in_ms', 'namespace']),
  )
})

test('a new build is in use for the next call', async () => {
  shop.deploy('builds', { code: `exports.main = () => 'first build'` })
  expect(await shop.result('builds')).toBe('first build')
  shop.deploy('builds', { code: `exports.main = () => 'the second build'` })
  expect(await shop.result('builds')).toBe('the second build')
})

test('reload loads a bundle afresh although its file stays the same', async () => {
  shop.deploy('counts', { code: `let n = 0; exports.main = () => ++n` })
  expect([await shop.result('counts'), await shop.result('counts')]).toEqual([1, 2])
  await shop.post('/_emulator/functions/reload')
  expect(await shop.result('counts')).toBe(1)
})

test('a function that appears with a broken config.json says so', async () => {
  shop.deploy('odd', { code: `exports.main = () => 1`, config: { timeout: -1 } })
  const { body } = await until(
    () => shop.call('odd'),
    ({ status }) => status === 500,
  )
  expect(body.error.message).toContain('"timeout" must be a number above zero')
  shop.deploy('odd', { code: `exports.main = () => 1` })
})
