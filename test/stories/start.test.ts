import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

jest.setTimeout(120_000)

const folder = mkdtempSync(join(tmpdir(), 'jutuan-start-'))
const running: ChildProcess[] = []
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** `npm start` that must not come up: what it says, without the build's progress. */
function refusedStart(...options: string[]) {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/start.mjs', ...options], {
    encoding: 'utf8',
  })
  return { status, says: stderr.trim() }
}

/** `npm start` until it says where the shop is. */
async function start(
  ...options: string[]
): Promise<{ url: string; said: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, ['scripts/start.mjs', '--port', '0', ...options])
  running.push(child)
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (part: Buffer) => {
      said += part.toString()
      const [, address] = /Shop\s+(http:\/\/127\.0\.0\.1:\d+)/.exec(said) ?? []
      if (address && said.includes('Control panel')) resolve(address)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('close', () => reject(new Error(said)))
  })
  const stop = async () => {
    const gone = new Promise((resolve) => child.once('close', resolve))
    child.kill('SIGTERM')
    await gone
  }
  return { url, said, stop }
}

const count = async (url: string, collection: string): Promise<number> => {
  const answer = await fetch(`${url}/_emulator/collections`)
  const all = (await answer.json()) as { name: string; count: number }[]
  return all.find(({ name }) => name === collection)?.count ?? 0
}

test('the first start brings the demo shop, the second finds it, a reset and a fresh one begin anew', async () => {
  const data = join(folder, 'shop')
  const first = await start('--data', data)
  expect(first.said).toContain('40 products, 4 group-buys, 3 flash sales')
  expect(await (await fetch(first.url)).text()).toContain('<div id="app">')
  await fetch(`${first.url}/_emulator/collections/staff/somebody`, {
    method: 'PUT',
    body: JSON.stringify({ role: 'operator' }),
  })
  await first.stop()

  const second = await start('--data', data)
  expect(second.said).not.toContain('Importing')
  expect(await count(second.url, 'staff')).toBe(2)
  const reset = await fetch(`${second.url}/_emulator/reset`, { method: 'POST' })
  expect(reset.status).toBe(200)
  expect([await count(second.url, 'staff'), await count(second.url, 'products')]).toEqual([1, 40])
  await second.stop()

  const fresh = await start('--data', data, '--fresh')
  expect(fresh.said).toContain('Importing')
  expect(await count(fresh.url, 'staff')).toBe(1)
  await fresh.stop()
})

test('a taken port is told in one sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  const { status, says } = refusedStart('--port', String(port), '--data', join(folder, 'port'))
  other.close()
  expect(status).toBe(1)
  expect(says).toBe(`Port ${port} is taken: stop what uses it, or choose another with --port.`)
})

test('a shop file that is not JSON is told with line and column', () => {
  const file = join(folder, 'broken.json')
  writeFileSync(file, '{\n  "shop": ,\n}')
  const { status, says } = refusedStart('--port', '0', '--shop', file)
  expect([status, says]).toEqual([1, `${file} is not JSON (line 2, column 11).`])
})

test('a shop file with a fault is told with its place, and no shop is opened', () => {
  const file = join(folder, 'faulty.json')
  const shop = readFileSync('demo/fruit-shop.json', 'utf8')
  writeFileSync(file, shop.replace('"priceFen": 49900', '"priceFen": -5'))
  const data = join(folder, 'faulty')
  const { status, says } = refusedStart('--port', '0', '--data', data, '--shop', file)
  expect(status).toBe(1)
  expect(says).toContain('products[0].priceFen: not whole fen')
})

test('a missing shop file, an unknown option and a wrong port are told', () => {
  expect(refusedStart('--shop', 'nowhere.json').says).toBe('There is no shop file nowhere.json.')
  expect(refusedStart('--prt', '1').says).toContain("Unknown option '--prt'")
  expect(refusedStart('--port', 'harbour').says).toBe('"harbour" is not a port.')
})

test('a half-written data folder is told, and is left as it is', () => {
  const data = join(folder, 'half')
  mkdirSync(data)
  writeFileSync(join(data, 'documents.sqlite'), 'half a page')
  const { status, says } = refusedStart('--port', '0', '--data', data)
  expect(status).toBe(1)
  expect(says.split('\n')).toHaveLength(1)
  expect(says).toContain(data)
  expect(readFileSync(join(data, 'documents.sqlite'), 'utf8')).toBe('half a page')
})

test('a folder that is not the shop’s is never emptied', () => {
  const data = join(folder, 'diary')
  mkdirSync(data)
  writeFileSync(join(data, 'diary.txt'), 'dear diary')
  const { status, says } = refusedStart('--port', '0', '--data', data, '--fresh')
  expect(status).toBe(1)
  expect(says).toContain('it stays as it is')
  expect(readFileSync(join(data, 'diary.txt'), 'utf8')).toBe('dear diary')
})
