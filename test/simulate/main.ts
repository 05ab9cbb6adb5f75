/** The command line of the simulator: see scripts/simulate.mjs. */
import { parseArgs } from 'node:util'
import { simulateOn } from './cores'
import { simulate, type Report, type Wish } from './simulate'
import { Tally, tellSeed } from './telling'

const HELP = `npm run simulate -- <seed> <days> [options]
  --mode fast|real   the functions in this process, or the built local cloud (default: fast)
  --steps n          steps of shoppers for each seed (default: fast 5000, real 100)
  --seeds n          so many seeds, one after another (default: 1)
  --cores n          seeds side by side on so many cores (default: 1)
  --faults a,b       only these faults, e.g. database.after,function.kill; "none" for calm weather
  --storm n          faults n times as often as usual (default: 1)
  --sabotage name    breaks one rule on purpose, in a copy
  --in-turn          who would rush comes one after another, and no function is killed
  --whole            does not narrow down a history that goes wrong
  --json             one line of JSON a seed
  --state            with --json: the state in which the seed ends
  --books            with --json: all that is written down at its end`

interface CommandLine extends Wish {
  readonly json: boolean
  readonly cores: number
}

function readWish(): CommandLine | undefined {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      mode: { type: 'string', default: 'fast' },
      steps: { type: 'string' },
      seeds: { type: 'string', default: '1' },
      cores: { type: 'string', default: '1' },
      faults: { type: 'string' },
      storm: { type: 'string', default: '1' },
      sabotage: { type: 'string' },
      'in-turn': { type: 'boolean', default: false },
      whole: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      state: { type: 'boolean', default: false },
      books: { type: 'boolean', default: false },
    },
  })
  const [seed, days] = positionals.map(Number)
  const mode = values.mode === 'real' ? 'real' : 'fast'
  const steps = Number(values.steps ?? (mode === 'real' ? 100 : 5000))
  const [seeds, cores] = [Number(values.seeds), Number(values.cores)]
  const numbers = [seed, days, steps, seeds, cores]
  if (!numbers.every((number) => Number.isSafeInteger(number) && Number(number) > 0))
    return undefined
  const faults = values.faults === 'none' ? [] : values.faults?.split(',')
  return {
    ...{ seed: Number(seed), days: Number(days), steps, seeds, mode, cores },
    ...{
      faults,
      sabotage: values.sabotage,
      storm: Number(values.storm),
      tellsState: values.state,
      tellsBooks: values.books,
      inTurn: values['in-turn'],
      narrows: !values.whole,
      json: values.json,
    },
  }
}

async function run(): Promise<void> {
  const wish = readWish()
  if (!wish) {
    console.log(HELP)
    process.exitCode = 1
    return
  }
  const tally = new Tally()
  const tell = (report: Report) => {
    tally.add(report)
    if (wish.json) console.log(JSON.stringify(report))
    else tellSeed(report)
    if (report.violations.length > 0) process.exitCode = 1
  }
  await (wish.cores > 1 ? simulateOn(wish.cores, wish, tell) : simulate(wish, tell))
  if (!wish.json) tally.tell()
}

run().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
