/** The command line of the kills: see scripts/kills.mjs. */
import { parseArgs } from 'node:util'
import { kill, type Report, type Wish } from './kill'
import { flows } from './flows/all'

const HELP = `npm run kills -- [options]
  --every k        only every k-th cut of each flow (default: 1, which is all of them)
  --flows a,b      only these flows; "none" for no flow
  --random n       so many kills at random moments of a busy street (default: 500)
  --seed n         of the shop, and of the streets (default: 1)
  --cores n        so many machines side by side (default: 2)
  --sabotage name  with functions that forget something on purpose
  --json           one line of JSON
The flows: ${flows.map(({ name }) => name).join(', ')}`

function readWish(): (Wish & { readonly json: boolean }) | undefined {
  const { values } = parseArgs({
    options: {
      every: { type: 'string', default: '1' },
      flows: { type: 'string' },
      random: { type: 'string', default: '500' },
      seed: { type: 'string', default: '1' },
      cores: { type: 'string', default: '2' },
      sabotage: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const { flows: named, sabotage, json } = values
  const [every, random, seed, cores] = [values.every, values.random, values.seed, values.cores].map(
    Number,
  ) as [number, number, number, number]
  if (![every, seed, cores].every((number) => number > 0) || !(random >= 0)) return undefined
  const names = named === 'none' ? [] : named?.split(',')
  const strange = names?.find((name) => !flows.some((flow) => flow.name === name))
  if (strange !== undefined) return undefined
  const chosen = flows.filter(({ name }) => names?.includes(name) ?? true)
  return { flows: chosen, every, random, seed, cores, sabotage, json }
}

function print({ flows: told, streets, seconds }: Report): void {
  const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0)
  const writes = sum(told.map((one) => one.writes))
  const kills = sum(told.map((one) => one.kills))
  const atRandom = sum(streets.map((one) => one.kills))
  const compared = sum(streets.map((one) => one.compared))
  const faults = [...told, ...streets].flatMap((one) => one.faults)
  console.log(
    `\n${told.length} flows, ${writes} writes, ${kills} kills at writes; ${atRandom} kills at ` +
      `random, ${compared} answers compared; faults: ${faults.length}; ${seconds.toFixed(0)} s`,
  )
}

async function run(): Promise<void> {
  const wish = readWish()
  if (!wish) {
    console.log(HELP)
    process.exitCode = 1
    return
  }
  const report = await kill(wish, wish.json ? () => undefined : console.log)
  if (wish.json) console.log(JSON.stringify(report))
  else print(report)
  if ([...report.flows, ...report.streets].some(({ faults }) => faults.length > 0)) {
    process.exitCode = 1
  }
}

run().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
