import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildSync } from 'esbuild'
import { openStore } from '../../emulator/store/store'

const rounds = 6
const root = resolve(__dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'jutuan-crash-'))
const writer = join(folder, 'writer.cjs')

beforeAll(() => {
  buildSync({
    entryPoints: [join(__dirname, 'store-writer.ts')],
    outfile: writer,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
  })
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the writer and kills it with SIGKILL; gives what it had acknowledged until then. */
async function writeAndKill(data: string, round: number): Promise<string[]> {
  const child = spawn(process.execPath, [writer, data, String(round)], {
    env: { ...process.env, NODE_PATH: join(root, 'node_modules') },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  const exited = new Promise((done) => child.on('close', done))
  await new Promise<void>((ready) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (printed === '') setTimeout(() => child.kill('SIGKILL'), 20 + Math.random() * 200)
      printed += chunk.toString()
      ready()
    })
  })
  await exited
  // The last line may be cut off by the kill itself.
  return printed.split('\n').slice(1, -1)
}

test('after kill -9 every acknowledged write is there and no batch is there by half', async () => {
  const data = join(folder, 'data')
  const acknowledged: string[] = []
  for (let round = 0; round < rounds; round++) {
    acknowledged.push(...(await writeAndKill(data, round)))
    const store = openStore({ folder: data, schema: { collections: {} } })
    const kept = new Set(store.list('acks').map(({ _id }) => _id))
    expect(acknowledged.filter((value) => !kept.has(value))).toEqual([])
    for (const { _id: id, value } of store
      .list('pairs')
      .filter(({ _id }) => String(_id).endsWith('left'))) {
      const other = store.get('pairs', String(id).replace('left', 'right'))
      expect(other?.value).toBe(value)
      expect(kept).toContain(value)
    }
    await store.close()
  }
  expect(acknowledged.length).toBeGreaterThan(rounds * 20)
}, 60_000)
