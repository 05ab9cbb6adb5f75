import { request } from 'node:http'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LocalCloud, sdk } from './local-cloud'

const shop = new LocalCloud(
  {
    add: {
      code: `${sdk}exports.main = ({ data }) => db.collection('things').add({ data })`,
    },
  },
  ['--pages', 'pages'],
)

beforeAll(async () => {
  shop.write(
    'pages/index.html',
    '<html><head><script src="/js/app.1a2b3c4d.js"></script></head></html>',
  )
  shop.write('pages/js/app.1a2b3c4d.js', `console.log(${JSON.stringify('app '.repeat(500))})`)
  shop.write('pages/favicon.ico', 'icon')
  shop.write('secret.txt', 'secret')
  await shop.start()
})
afterAll(() => shop.close())

/** Asks with headers that fetch would not send. */
function rawStatus(path: string, headers: Record<string, string>, method = 'GET') {
  return new Promise<number>((resolve, reject) => {
    const { port } = new URL(shop.url)
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    asked.on('error', reject).end()
  })
}

describe('a foreign web site', () => {
  test.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil'])(
    'cannot reach the cloud under the name %j',
    async (host) => {
      expect(await rawStatus('/_emulator/clock', { host })).toBeGreaterThanOrEqual(400)
    },
  )

  test.each(['https://evil.example', 'null', 'http://localhost:1'])(
    'cannot call from the origin %j',
    async (origin) => {
      const { host } = new URL(shop.url)
      expect(await rawStatus('/_emulator/reset', { host, origin }, 'POST')).toBe(403)
      expect(await rawStatus('/admin', { host, origin }, 'POST')).toBe(403)
    },
  )

  test('while our own pages can', async () => {
    const { host } = new URL(shop.url)
    expect(await rawStatus('/_emulator/clock', { host, origin: `http://${host}` })).toBe(200)
  })
})

describe('documents', () => {
  test('are written, found, sorted and removed as the console of the cloud does', async () => {
    for (const [id, n] of [
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ] as const) {
      const put = { n, at: { $date: '2027-03-01T00:00:00Z' } }
      await shop.ask('PUT', `/_emulator/collections/things/${id}`, put)
    }
    const where = encodeURIComponent(JSON.stringify({ n: { $gte: 2 } }))
    const found = await shop.get(`/_emulator/collections/things?where=${where}&sort={"n":-1}`)
    expect(found).toEqual([
      { _id: 'c', n: 3, at: { $date: '2027-03-01T00:00:00Z' } },
      { _id: 'b', n: 2, at: { $date: '2027-03-01T00:00:00Z' } },
    ])
    expect(
      await shop.get('/_emulator/collections/things?sort={"n":1}&skip=1&limit=1'),
    ).toMatchObject([{ _id: 'b' }])
    expect(await shop.get('/_emulator/collections')).toEqual([{ name: 'things', count: 3 }])
    expect((await shop.ask('DELETE', '/_emulator/collections/things/a')).status).toBe(200)
    expect((await shop.ask('DELETE', '/_emulator/collections/things/a')).status).toBe(404)
  })

  test('come as a list, all of them or none', async () => {
    const list = [
      { _id: 'x', n: 1, at: { $date: '2027-03-01T00:00:00Z' } },
      { _id: 'y', n: 2 },
    ]
    const imported = await shop.ask('POST', '/_emulator/collections/things', list)
    expect(imported).toMatchObject({ status: 200, body: { imported: 2 } })
    const where = encodeURIComponent(JSON.stringify({ _id: { $in: ['x', 'y'] } }))
    const stored = () => shop.get(`/_emulator/collections/things?where=${where}&sort={"n":1}`)
    expect(await stored()).toEqual(list)
    const broken = [{ _id: 'y', n: 9 }, { n: 3 }]
    expect((await shop.ask('POST', '/_emulator/collections/things', broken)).status).toBe(400)
    expect(await stored()).toEqual(list)
  })

  test.each<[string, string, unknown, number]>([
    ['GET', '/_emulator/collections/nowhere', undefined, 404],
    ['GET', '/_emulator/collections/_payments', undefined, 404],
    ['GET', '/_emulator/collections/things?where=nonsense', undefined, 400],
    ['GET', '/_emulator/collections/things?where={"n":{"$odd":1}}', undefined, 400],
    ['GET', '/_emulator/collections/things?limit=many', undefined, 400],
    ['POST', '/_emulator/collections/things', { _id: 'x' }, 400],
    ['POST', '/_emulator/collections/_people', [], 404],
    ['PUT', '/_emulator/collections/things/x', [1], 400],
    ['PUT', '/_emulator/collections/things/x', { _id: 'y' }, 400],
    ['PUT', '/_emulator/collections/_people/keeper', {}, 404],
  ])('%s %s is refused', async (method, path, body, status) => {
    const answer = await shop.ask<{ error: { code: string } }>(method, path, body)
    expect(answer.status).toBe(status)
    expect(typeof answer.body.error.code).toBe('string')
  })
})

describe('every answer of the control API is JSON', () => {
  test.each<[string, string, unknown, number]>([
    ['GET', '/_emulator/nothing', undefined, 404],
    ['DELETE', '/_emulator/clock', undefined, 405],
    ['POST', '/_emulator/clock', 'not json', 400],
    ['POST', '/_emulator/clock', '[1]', 400],
    ['GET', '/_emulator/files/%zz', undefined, 400],
    ['GET', '/_emulator/log?after=-1', undefined, 400],
    ['POST', '/_emulator/settings', { refunds: 'maybe' }, 400],
    ['POST', '/_emulator/settings', { refundSeconds: -1 }, 400],
    ['POST', '/elsewhere', {}, 404],
  ])('%s %s', async (method, path, body, status) => {
    const answer = await shop.ask<{ error: object }>(method, path, body)
    expect(answer).toMatchObject({
      status,
      body: { error: { message: expect.any(String) as string } },
    })
  })

  test('an event beyond 6 MB is refused', async () => {
    const answer = await shop.call('add', { data: 'x'.repeat(6 * 1024 * 1024) })
    expect(answer).toMatchObject({ status: 413, body: { error: { code: 'body_too_large' } } })
  })

  test('health names the versions', async () => {
    expect(await shop.get('/_emulator/health')).toMatchObject({
      ...{ ready: true, versions: { 'wx-server-sdk': '4.0.2' } },
    })
  })
})

describe('pages', () => {
  const look = (path: string, headers: Record<string, string> = {}) =>
    fetch(shop.url + path, { headers })

  test('index.html gets the ribbon before its own scripts and is never cached', async () => {
    const page = await look('/')
    const html = await page.text()
    expect(html.indexOf('ribbon.js')).toBeGreaterThan(0)
    expect(html.indexOf('ribbon.js')).toBeLessThan(html.indexOf('app.1a2b3c4d.js'))
    expect(page.headers.get('cache-control')).toBe('no-cache')
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await (await look('/pages/groupbuy/group')).text()).toBe(html)
  })

  test('a file named by its content is cached for ever, compressed, with its type', async () => {
    const page = await look('/js/app.1a2b3c4d.js', { 'accept-encoding': 'gzip, br' })
    expect(page.headers.get('content-encoding')).toBe('br')
    expect(page.headers.get('cache-control')).toContain('immutable')
    expect(page.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(Number(page.headers.get('content-length'))).toBeLessThan(200)
    expect(await page.text()).toContain('app app')
    const known = { 'if-none-match': page.headers.get('etag') ?? '', 'accept-encoding': 'br' }
    expect((await look('/js/app.1a2b3c4d.js', known)).status).toBe(304)
  })

  test.each(['/..%2Fsecret.txt', '/js/..%2F..%2Fsecret.txt', '/%2e%2e/secret.txt', '/nothing.js'])(
    '%s is not there',
    async (path) => {
      expect((await look(path)).status).toBe(404)
    },
  )

  test('the panel is served beside them', async () => {
    expect((await look('/_emulator')).headers.get('content-type')).toContain('text/html')
  })
})

describe('starting', () => {
  const start = (cloud: LocalCloud) => cloud.start().then(() => 'started', String)
  const functions = { empty: { code: 'exports.main = () => 1' } }

  test('on a taken port says so in one sentence', async () => {
    const second = new LocalCloud(functions, ['--port', new URL(shop.url).port])
    expect(await start(second)).toMatch(/exit 1: Port \d+ is taken: .*\n$/)
    await second.close()
  })

  test('without functions says so in one sentence', async () => {
    const bare = new LocalCloud({})
    expect(await start(bare)).toMatch(/exit 1: There is no folder .*functions: build.*\n$/)
    await bare.close()
  })

  test('with a cron that is none says so', async () => {
    const odd = new LocalCloud({
      ...{ timer: { code: '', config: { triggers: [{ name: 'a', type: 'timer', config: 'x' }] } } },
    })
    expect(await start(odd)).toMatch(/"x" is no seven-field cron/)
    await odd.close()
  })

  test('at a moment, the clock stands there until it is moved', async () => {
    const early = new LocalCloud(functions, ['--cold', '--at', '2027-03-01T10:00+08:00'])
    await early.start()
    const now = Date.UTC(2027, 2, 1, 2)
    expect(await early.get('/_emulator/clock')).toEqual({ now, frozen: true })
    expect(await early.result('empty')).toBe(1)
    await early.post('/_emulator/clock', { advance: 5 })
    await early.stop()
    await early.start()
    expect(await early.get('/_emulator/clock')).toEqual({ now: now + 5, frozen: true })
    await early.close()
  })

  test('at no moment at all says so', async () => {
    const odd = new LocalCloud(functions, ['--at', 'noon'])
    expect(await start(odd)).toMatch(/exit 1: --at must be a moment like .* not "noon"\.\n$/)
    await odd.close()
  })

  test('on a data folder of somebody else says so in one sentence', async () => {
    const foreign = new LocalCloud(functions)
    mkdirSync(join(foreign.folder, 'data'))
    writeFileSync(join(foreign.folder, 'data/documents.sqlite'), 'not a database at all')
    expect(await start(foreign)).toMatch(/exit 1: [^\n]+\n$/)
    await foreign.close()
  })

  test('a second cloud on the same data says so in one sentence', async () => {
    const second = new LocalCloud(functions, ['--data', join(shop.folder, 'data')])
    expect(await start(second)).toMatch(/exit 1: [^\n]+\n$/)
    await second.close()
  })
})

describe('data', () => {
  test('acknowledged to a function survives kill -9', async () => {
    await shop.post('/_emulator/reset')
    const writes = Array.from({ length: 40 }, (_, n) =>
      shop.call('add', { data: { _id: `k${n}` } }),
    )
    const acknowledged = (await Promise.all(writes)).filter(({ status }) => status === 200)
    await shop.stop('SIGKILL')
    await shop.start()
    const kept = await shop.get<object[]>('/_emulator/collections/things')
    expect(acknowledged).toHaveLength(40)
    expect(kept).toHaveLength(40)
  })

  test('is gone after a reset, with its files and payments', async () => {
    await shop.ask('PUT', '/_emulator/files/a.txt', 'x')
    await shop.post('/_emulator/reset')
    expect(await shop.get('/_emulator/collections')).toEqual([{ name: 'things', count: 0 }])
    expect(await shop.get('/_emulator/files')).toEqual([])
    expect(await shop.get('/_emulator/payments')).toEqual([])
  })
})
