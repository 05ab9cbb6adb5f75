/** The command line of the simulator: see scripts/simulate.mjs. */
import { parseArgs } from 'node:util'
import { simulate, type Report, type Wish } from './simulate'

const HELP = `npm run simulate -- <seed> <days> [options]
  --mode fast|real   the functions in this process, or the built local cloud (default: fast)
  --steps n          steps of shoppers for each seed (default: fast 5000, real 100)
  --seeds n          so many seeds, one after another (default: 1)
  --faults a,b       only these faults, e.g. database.after,function.kill; "none" for calm weather
  --storm n          faults n times as often as usual (default: 1)
  --sabotage name    breaks one rule on purpose, in a copy
  --in-turn          who would rush comes one after another, and no function is killed
  --whole            does not narrow down a history that goes wrong
  --json             one line of JSON a seed
  --state            with --json: the state in which the seed ends`

function readWish(): (Wish & { readonly json: boolean }) | undefined {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      mode: { type: 'string', default: 'fast' },
      steps: { type: 'string' },
      seeds: { type: 'string', default: '1' },
      faults: { type: 'string' },
      storm: { type: 'string', default: '1' },
      sabotage: { type: 'string' },
      'in-turn': { type: 'boolean', default: false },
      whole: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      state: { type: 'boolean', default: false },
    },
  })
  const [seed, days] = positionals.map(Number)
  const mode = values.mode === 'real' ? 'real' : 'fast'
  const steps = Number(values.steps ?? (mode === 'real' ? 100 : 5000))
  const numbers = [seed, days, steps, Number(values.seeds)]
  if (!numbers.every((number) => Number.isSafeInteger(number) && Number(number) > 0))
    return undefined
  const faults = values.faults === 'none' ? [] : values.faults?.split(',')
  return {
    ...{ seed: Number(seed), days: Number(days), steps, seeds: Number(values.seeds), mode },
    ...{
      faults,
      sabotage: values.sabotage,
      storm: Number(values.storm),
      tellsState: values.state,
      inTurn: values['in-turn'],
      narrows: !values.whole,
      json: values.json,
    },
  }
}

const columns = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, count]) => `  ${String(count).padStart(7)}  ${name}`)
    .join('\n')

function print(report: Report): void {
  const { seed, steps, seconds, happened, hits, outcome } = report
  const speed = Math.round(steps / seconds)
  console.log(`seed ${seed}: ${steps} steps in ${seconds.toFixed(1)} s, ${speed} steps/s`)
  console.log(`faults injected:\n${columns(hits)}`)
  console.log(`what happened:\n${columns(happened)}`)
  console.log(`what came about:\n${columns(outcome)}`)
  printAudit(report)
}

function printAudit({ looks, violations, history, needs }: Report): void {
  console.log(`the auditor looked ${looks} times; violations: ${violations.length}`)
  for (const { rule, about, says } of violations.slice(0, 5))
    console.log(`  ${rule}: ${about} ${says}`)
  if (!history) return
  console.log(
    `\nThe smallest history that shows it (faults it needs: ${needs?.join(', ') || 'none'}):`,
  )
  for (const line of history) console.log(`  ${line}`)
}

async function run(): Promise<void> {
  const wish = readWish()
  if (!wish) {
    console.log(HELP)
    process.exitCode = 1
    return
  }
  await simulate(wish, (report) => {
    if (wish.json) console.log(JSON.stringify(report))
    else print(report)
    if (report.violations.length > 0) process.exitCode = 1
  })
}

run().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
