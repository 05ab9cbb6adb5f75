// npm test: installs, builds, runs every test; `npm test -- <jest options>` runs some of them.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { ensureInstalled } from './install.mjs'

ensureInstalled()
const { ensureBrowser } = await import('./browser.mjs')
const { build } = await import('./build.mjs')
const CHROMIUM = await ensureBrowser()
await build().catch((error) => {
  console.error(error.message)
  process.exit(1)
})

const RESULTS = 'dist/test-results.json'
mkdirSync('dist', { recursive: true })
rmSync(RESULTS, { force: true })
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/jest/bin/jest.js',
    ...['--ci', '--maxWorkers=2', '--json', '--outputFile', RESULTS],
    ...process.argv.slice(2),
  ],
  { stdio: ['inherit', 'ignore', 'inherit'], env: { ...process.env, CHROMIUM } },
)
if (!existsSync(RESULTS)) {
  console.error('The tests did not run to their end; why is told above.')
  process.exit(1)
}
const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = JSON.parse(
  readFileSync(RESULTS, 'utf8'),
)
// A file that does not even load counts as a failure, and so does a test that was left out.
const failed =
  Math.max(numFailedTests, numFailedTestSuites) + (process.argv[2] ? 0 : numPendingTests)
console.log(`${numPassedTests} passed, ${failed} failed`)
process.exit(status === 0 && failed === 0 && numPassedTests > 0 ? 0 : 1)
