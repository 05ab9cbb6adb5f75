// Prints what breaks a wall of .dependency-cruiser.cjs in the house that is the current folder.
// dependency-cruiser is an ES module, which jest can't load by itself.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'

const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs')
const { enhancedResolveOptions, ...cruising } = options
const rooms = ['src', 'cloudfunctions', 'emulator', 'scripts'].filter((room) => existsSync(room))
const { output } = await cruise(
  rooms,
  { ...cruising, validate: true, ruleSet: { forbidden } },
  enhancedResolveOptions,
  { tsConfig: extractTSConfig('tsconfig.json') },
)
const { violations, totalCruised } = output.summary
const why = new Map(forbidden.map(({ name, comment }) => [name, comment]))
const slips = violations.map(({ rule, from, to }) => ({
  rule: rule.name,
  file: from,
  slip: to,
  why: why.get(rule.name),
}))
console.log(JSON.stringify({ cruised: totalCruised, slips }))
