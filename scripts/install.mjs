// Installs the project's packages where they are missing or the lockfile has changed since.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { oneAtATime } from './one-at-a-time.mjs'

const STAMP = 'node_modules/.jutuan-installed'

const hashOf = (content) => createHash('sha256').update(content).digest('hex')

/** Of several commands that start side by side one installs; the others wait for it. */
export function ensureInstalled() {
  const [major] = process.versions.node.split('.').map(Number)
  if (major < 20) fail(`Jutuan needs Node 20 or later; this is ${process.version}.`)
  if (isInstalled()) return
  const isLink = existsSync('node_modules') && lstatSync('node_modules').isSymbolicLink()
  // npm ci would empty the folder that the link leads to.
  if (isLink) fail('node_modules is a link to another folder, which does not fit the lockfile.')
  const house = hashOf(realpathSync('.')).slice(0, 16)
  const isDone = oneAtATime(path.join(tmpdir(), `jutuan-install-${house}`), () => {
    return isInstalled() || install()
  })
  if (!isDone) fail('The packages could not be installed; npm says why above.')
}

const wanted = () => hashOf(readFileSync('package-lock.json'))

const isInstalled = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted()

function install() {
  console.log('Installing packages (about 2 minutes the first time) …')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) return false
  writeFileSync(STAMP, wanted())
  return true
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
