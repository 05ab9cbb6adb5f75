/**
 * Breaks rules on purpose, one after another, each until the auditor sees it:
 * `node dist/simulate/sabotaged.js <first> <every>` takes every so-manieth, from the first one on.
 */
import { simulate, type Wish } from './simulate'
import { sabotages } from './sabotages'
import { usual, type KnownSabotage } from './sabotages/known'

/** What became of a sabotage, as one line of JSON. */
export interface Seen {
  readonly name: string
  /** The rules by which it was seen, the first one first; none when it was not. */
  readonly rules: readonly string[]
  /** The seed that showed it. */
  readonly seed: number
  readonly seconds: number
}

/** A rule that is broken on purpose must be seen within so many seeds. */
const SEEDS = 4

async function seen({ name, scale = usual, seed: first = 1 }: KnownSabotage): Promise<Seen> {
  const began = performance.now()
  const rules = new Set<string>()
  let last = first
  const wish: Wish = {
    ...{ ...scale, seed: first, seeds: SEEDS, mode: 'fast', sabotage: name, storm: 1 },
    ...{ faults: undefined, tellsState: false, narrows: false, inTurn: false },
  }
  await simulate(wish, ({ seed, violations }) => {
    last = seed
    for (const { rule } of violations) rules.add(rule)
  })
  return { name, rules: [...rules], seed: last, seconds: (performance.now() - began) / 1000 }
}

async function run(): Promise<void> {
  const [first, every] = process.argv.slice(2).map(Number) as [number, number]
  for (const [n, sabotage] of sabotages.entries()) {
    if (n % every === first) console.log(JSON.stringify(await seen(sabotage)))
  }
}

run().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
