// Installs the project's packages where they are missing or the lockfile has changed since.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs'

const STAMP = 'node_modules/.jutuan-installed'

export function ensureInstalled() {
  const [major] = process.versions.node.split('.').map(Number)
  if (major < 20) fail(`Jutuan needs Node 20 or later; this is ${process.version}.`)
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
  const isLink = existsSync('node_modules') && lstatSync('node_modules').isSymbolicLink()
  // npm ci would empty the folder that the link leads to.
  if (isLink) fail('node_modules is a link to another folder, which does not fit the lockfile.')
  console.log('Installing packages (about 2 minutes the first time) …')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) fail('The packages could not be installed; npm says why above.')
  writeFileSync(STAMP, wanted)
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
