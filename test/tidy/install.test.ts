import { spawn, type ChildProcess } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

jest.setTimeout(60_000)

/** Stands for npm: notes that it ran, and takes as long as the file `slow` says. */
const npm = `#!/bin/sh
echo "$@" >> runs
if [ -e broken ]; then exit 1; fi
if [ -e slow ]; then sleep "$(cat slow)"; fi
mkdir -p node_modules
`

let house: string
beforeEach(() => {
  house = mkdtempSync(path.join(tmpdir(), 'jutuan-install-'))
  for (const script of ['install.mjs', 'one-at-a-time.mjs'])
    cpSync(path.join('scripts', script), path.join(house, 'scripts', script))
  mkdirSync(path.join(house, 'bin'))
  write('bin/npm', npm)
  chmodSync(path.join(house, 'bin/npm'), 0o755)
  write('package-lock.json', '{}')
})
afterEach(() => {
  rmSync(house, { recursive: true, force: true })
})

const write = (file: string, text: string) => {
  writeFileSync(path.join(house, file), text)
}

/** How often npm ran. */
const runs = (): number =>
  existsSync(path.join(house, 'runs'))
    ? readFileSync(path.join(house, 'runs'), 'utf8').trim().split('\n').length
    : 0

/** A command that needs the packages. */
function begin(): ChildProcess {
  const code = "import('./scripts/install.mjs').then(({ ensureInstalled }) => ensureInstalled())"
  const PATH = `${path.join(house, 'bin')}${path.delimiter}${process.env['PATH'] ?? ''}`
  return spawn(process.execPath, ['-e', code], { cwd: house, env: { ...process.env, PATH } })
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))

async function untilNpmRuns(): Promise<void> {
  while (runs() === 0) await new Promise((resolve) => setTimeout(resolve, 20))
}

test('what is installed is not installed again, until the lockfile changes', async () => {
  expect(await ended(begin())).toBe(0)
  expect(await ended(begin())).toBe(0)
  expect(runs()).toBe(1)
  write('package-lock.json', '{"packages":{}}')
  expect(await ended(begin())).toBe(0)
  expect(runs()).toBe(2)
})

test('of commands that start side by side one installs, and the others wait for it', async () => {
  write('slow', '1')
  const all = await Promise.all([begin(), begin(), begin()].map(ended))
  expect(all).toEqual([0, 0, 0])
  expect(runs()).toBe(1)
})

test('an installation that was killed is taken over by one of those who wait', async () => {
  write('slow', '1')
  const first = begin()
  await untilNpmRuns()
  const others = [begin(), begin()].map(ended)
  first.kill('SIGKILL')
  expect(await Promise.all(others)).toEqual([0, 0])
  expect(runs()).toBe(2)
})

test('where npm fails, the next command tries again', async () => {
  write('broken', '')
  expect(await ended(begin())).toBe(1)
  rmSync(path.join(house, 'broken'))
  expect(await ended(begin())).toBe(0)
  expect(runs()).toBe(2)
})
