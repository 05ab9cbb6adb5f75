// npm run kills -- [--every k] [--flows a,b] [--random n]
// Kills the local cloud at every write of every flow, and at random: nothing may be lost.
import { spawnSync } from 'node:child_process'
import { ensureInstalled } from './install.mjs'

ensureInstalled()
const { build } = await import('./build.mjs')
await build(['cloudfunctions', 'emulator', 'simulate']).catch((error) => {
  console.error(error.message)
  process.exit(1)
})
const { status } = spawnSync(
  process.execPath,
  ['--enable-source-maps', 'dist/simulate/kills.js', ...process.argv.slice(2)],
  { stdio: 'inherit' },
)
process.exit(status ?? 1)
