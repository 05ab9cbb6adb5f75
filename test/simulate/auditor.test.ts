import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { shrink } from './play/shrink'
import type { Seen } from './sabotaged'
import { sabotages } from './sabotages'
import { forgeries } from './sabotages/forged'
import { usual } from './sabotages/known'
import { simulated, told } from './simulator'

jest.setTimeout(600_000)

/** Sabotages side by side: so many at a time. */
const CORES = 2

let seen: ReadonlyMap<string, Seen>
beforeAll(async () => {
  const parts = await Promise.all(
    Array.from({ length: CORES }, (_, core) =>
      told<Seen>('dist/simulate/sabotaged.js', [core, CORES].map(String)),
    ),
  )
  seen = new Map(parts.flat().map((one) => [one.name, one]))
})

test.each(sabotages)('the auditor sees that $name', ({ name, seen: expected }) => {
  const [first] = seen.get(name)?.rules ?? []
  expect(first).toBeDefined()
  expect(expected).toContain(first)
})

/** Every rule that the auditor may accuse by, as its sources name them. */
function rulesOfTheAuditor(): string[] {
  const folder = join(__dirname, 'auditor')
  const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
  const named = texts.flatMap((text) => [
    ...text.matchAll(/\baccuse\(\s*'([^']+)'/g),
    ...text.matchAll(/\brule: '([a-z ]+)'/g),
  ])
  return [...new Set(named.map(([, rule = '']) => rule))]
}

test('there is no rule that nothing breaks', () => {
  const broken = new Set([
    ...[...seen.values()].flatMap(({ rules }) => rules),
    ...forgeries.map(({ rule }) => rule),
  ])
  const rules = rulesOfTheAuditor()
  expect(rules.length).toBeGreaterThan(60)
  expect(rules.filter((rule) => !broken.has(rule))).toEqual([])
})

test.each([
  'a hold is released twice',
  'a refund sends back all that was paid',
  'a balance is written without its entry',
])('%s: a short history shows it', async (name) => {
  const { seed = 1 } = seen.get(name) ?? {}
  const { days, steps } = sabotages.find((one) => one.name === name)?.scale ?? usual
  const options = [String(seed), String(days), '--steps', String(steps), '--sabotage', name]
  const history = (await simulated(...options)).at(-1)?.history
  expect(history?.length).toBeGreaterThan(0)
  // Narrowed down, it is short enough to be read.
  expect(history?.length).toBeLessThanOrEqual(20)
})

test('a history is narrowed down to the steps that matter', async () => {
  const steps = Array.from({ length: 100 }, (_, n) => n)
  const goesWrong = (some: readonly number[]) =>
    Promise.resolve([13, 57, 58].every((n) => some.includes(n)))
  const patience = { tries: 1000, ms: 10_000 }
  const groupOf = (n: number) => String(n % 10)
  expect(await shrink(steps, goesWrong, { groupOf, patience })).toEqual([13, 57, 58])
})

test('narrowing down gives up in time, with what it has', async () => {
  const steps = Array.from({ length: 100 }, (_, n) => n)
  const patience = { tries: 3, ms: 10_000 }
  const left = await shrink(steps, () => Promise.resolve(true), { groupOf: String, patience })
  expect(left.length).toBeLessThan(steps.length)
})
