import { shrink } from './play/shrink'
import { sabotages } from './sabotages'
import { simulated } from './simulator'

jest.setTimeout(600_000)

/** A rule that is broken on purpose must be seen within so many seeds. */
const SEEDS = 4

test.each(sabotages)('the auditor sees that $name', async ({ name, seen }) => {
  const options = ['1', '6', '--steps', '600', '--seeds', String(SEEDS)]
  const reports = await simulated(...options, '--sabotage', name)
  const [first] = reports.at(-1)?.violations ?? []
  expect(first?.rule).toBeDefined()
  expect(seen).toContain(first?.rule)
  // Narrowed down, it is short enough to be read.
  expect(reports.at(-1)?.history?.length).toBeLessThanOrEqual(20)
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
