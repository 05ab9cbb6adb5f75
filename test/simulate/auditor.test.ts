import { shrink } from './play/shrink'
import { sabotages } from './sabotages'
import { simulated } from './simulator'

jest.setTimeout(600_000)

/** A rule that is broken on purpose must be seen within so many seeds. */
const SEEDS = 4

/** A street on which most sabotages show. */
const usual = { days: 6, steps: 600 }

const broken = (name: string, ...more: readonly string[]) => {
  const { days, steps } = sabotages.find((one) => one.name === name)?.scale ?? usual
  const scale = [String(days), '--steps', String(steps), '--seeds', String(SEEDS)]
  return simulated('1', ...scale, '--sabotage', name, ...more)
}

test.each(sabotages)('the auditor sees that $name', async ({ name, seen }) => {
  const reports = await broken(name, '--whole')
  const [first] = reports.at(-1)?.violations ?? []
  expect(first?.rule).toBeDefined()
  expect(seen).toContain(first?.rule)
})

test.each([
  'a hold is released twice',
  'a refund sends back all that was paid',
  'a balance is written without its entry',
])('%s: a short history shows it', async (name) => {
  const history = (await broken(name)).at(-1)?.history
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
