// npm run simulate -- <seed> <days> [--mode real|fast] [--steps n] [--seeds n] [--faults a,b]
// Plays a street of shoppers from a seed, with faults, and an auditor who looks into the books.
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
  ['--enable-source-maps', 'dist/simulate/main.js', ...process.argv.slice(2)],
  { stdio: 'inherit' },
)
process.exit(status ?? 1)
