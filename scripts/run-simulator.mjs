// Builds what the simulator needs, runs one of its programs with the words of the command line, and
// ends as that ends.
import { spawnSync } from 'node:child_process'
import { ensureInstalled } from './install.mjs'

export async function runSimulator(program) {
  ensureInstalled()
  const { build } = await import('./build.mjs')
  await build(['cloudfunctions', 'emulator', 'simulate']).catch((error) => {
    console.error(error.message)
    process.exit(1)
  })
  const { status } = spawnSync(
    process.execPath,
    ['--enable-source-maps', `dist/simulate/${program}.js`, ...process.argv.slice(2)],
    { stdio: 'inherit' },
  )
  process.exit(status ?? 1)
}
