// npm run fuzz -- [--inputs n] [--seed n] [--actions a,b]
// Sends 10,000 inputs of every kind to each action of the built functions in the local cloud, and
// tells for each action how fast they went and what they broke. The same seed sends the same ones.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ensureInstalled } from './install.mjs'

const REPORT = 'dist/fuzz.jsonl'

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    actions: { type: 'string' },
  },
})

ensureInstalled()
const { build } = await import('./build.mjs')
await build(['cloudfunctions', 'emulator']).catch((error) => {
  console.error(error.message)
  process.exit(1)
})
mkdirSync('dist', { recursive: true })
rmSync(REPORT, { force: true })
console.log(`${values.inputs} inputs for each action, seed ${values.seed}`)
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/jest/bin/jest.js',
    ...['--ci', '--selectProjects', 'cloud', '--testPathPatterns', 'cloud/fuzz\\.test', '--silent'],
  ],
  {
    stdio: ['inherit', 'ignore', 'ignore'],
    env: {
      ...process.env,
      FUZZ_INPUTS: values.inputs,
      FUZZ_SEED: values.seed,
      FUZZ_REPORT: REPORT,
      ...(values.actions && { FUZZ_ACTIONS: values.actions }),
    },
  },
)
const rows = existsSync(REPORT)
  ? readFileSync(REPORT, 'utf8').trim().split('\n').map(JSON.parse)
  : []
for (const { name, inputs, seconds, violations } of rows) {
  const speed = Math.round(inputs / seconds)
  console.log(`${name.padEnd(24)} ${String(speed).padStart(6)}/s  ${violations.length} violations`)
  for (const { what, openid, input } of violations.slice(0, 5)) {
    console.log(`    ${what}\n      ${openid}: ${input.slice(0, 200)}`)
  }
}
const inputs = rows.reduce((sum, row) => sum + row.inputs, 0)
const seconds = rows.reduce((sum, row) => sum + row.seconds, 0)
const violations = rows.reduce((sum, row) => sum + row.violations.length, 0)
console.log(
  `${rows.length} actions, ${inputs} inputs in ${Math.round(seconds)} s, ${violations} violations`,
)
process.exit(status === 0 && rows.length > 0 ? 0 : 1)
