// npm run mutate [-- feature …]: changes the rules of the shop one by one and counts the changes
// that the feature's own tests do not notice. Ends badly below 90 %; 95 % is what is promised.
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { ensureInstalled } from './install.mjs'

ensureInstalled()
const { Stryker } = await import('@stryker-mutator/core')
const { projects } = createRequire(import.meta.url)('../jest.config.cjs')

const OUT = 'dist/mutation'
const PROMISED = 95
const BREAK = 90

/** Features whose rules are about money, stock or rights. Contracts are the doors' business. */
const FEATURES = [
  ...['money', 'orders', 'groupbuy', 'flashsale'],
  ...['coupons', 'points', 'attribution', 'commission'],
]
/** Life cycles, stored words and spans of time of all features. */
const SHARED = ['moves', 'spans', 'stored-words'].map((name) => `test/domain/${name}.test.ts`)
const isFile = (feature) => feature === 'money'
const rulesOf = (feature) =>
  isFile(feature)
    ? [`src/domain/${feature}.ts`]
    : [`src/domain/${feature}/**/*.ts`, `!src/domain/${feature}/contract.ts`]
const testsOf = (feature) =>
  isFile(feature)
    ? [`test/domain/${feature}.test.ts`]
    : [`test/domain/${feature}/**/*.test.ts`, ...SHARED]

/** The project of the rules, with the tests of one feature and what all share. */
const jestOf = (feature) => ({
  ...projects.find(({ displayName }) => displayName === 'domain'),
  roots: ['<rootDir>/src/domain', '<rootDir>/test/domain'],
  testMatch: testsOf(feature).map((tests) => `<rootDir>/${tests}`),
  watchman: false,
})

const optionsOf = (feature) => ({
  mutate: rulesOf(feature),
  testRunner: 'jest',
  jest: { projectType: 'custom', config: jestOf(feature), enableFindRelatedTests: false },
  plugins: ['@stryker-mutator/jest-runner', './scripts/mutate-ignorer.mjs'],
  // What a bug says of itself is for us alone; no rule hangs on it.
  ignorers: ['bug-words'],
  coverageAnalysis: 'perTest',
  incremental: true,
  incrementalFile: `${OUT}/${feature}.json`,
  ignorePatterns: ['**', '!package.json', '!src/domain/**', '!test/domain/**', '!scripts/**'],
  tempDirName: `${OUT}/sandbox`,
  disableTypeChecks: false,
  concurrency: Number(process.env.WORKERS ?? 2),
  timeoutMS: 10_000,
  reporters: ['progress-append-only'],
  warnings: false,
  thresholds: { high: PROMISED, low: PROMISED, break: null },
  allowConsoleColors: false,
})

/** A change as a reader finds it: place, what stood there, what stands there now. */
function told({ fileName, location: { start }, mutatorName, replacement, status }) {
  const place = `${path.relative('.', fileName)}:${start.line}:${start.column}`
  return `${place} ${status} ${mutatorName} → ${replacement}`
}

/** What breaks at once, before any test is run, counts neither way. */
const VOID = ['Ignored', 'CompileError', 'RuntimeError']

const percent = (part, whole) => (whole === 0 ? 100 : Math.floor((1000 * part) / whole) / 10)

async function mutate(feature) {
  const changes = await new Stryker(optionsOf(feature)).runMutationTest()
  const counted = changes.filter(({ status }) => !VOID.includes(status))
  const noticed = counted.filter(({ status }) => ['Killed', 'Timeout'].includes(status))
  const missed = counted.filter((change) => !noticed.includes(change)).map(told)
  return { feature, changes: counted.length, noticed: noticed.length, missed }
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((feature) => !FEATURES.includes(feature))
if (unknown.length > 0) {
  console.error(`No such feature: ${unknown.join(', ')}. There are ${FEATURES.join(', ')}.`)
  process.exit(1)
}

// Properties play the same examples each time, so that the same changes are noticed.
process.env.SEED ??= '1'
mkdirSync(OUT, { recursive: true })
const rows = []
for (const feature of wanted.length > 0 ? wanted : FEATURES) {
  const { missed, ...row } = await mutate(feature)
  rows.push({ ...row, 'noticed %': percent(row.noticed, row.changes) })
  writeFileSync(`${OUT}/${feature}-missed.txt`, missed.map((line) => `${line}\n`).join(''))
  console.log(`${feature}: ${row.noticed} of ${row.changes}; missed:\n${missed.join('\n')}`)
}
console.table(rows)
const sum = (name) => rows.reduce((all, row) => all + row[name], 0)
const score = percent(sum('noticed'), sum('changes'))
console.log(`${score} % noticed; promised are ${PROMISED} %`)
process.exit(score < BREAK ? 1 : 0)
