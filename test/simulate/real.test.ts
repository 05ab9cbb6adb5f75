import { differences } from './play/state'
import type { Report } from './simulate'
import { complaintOf, simulated, total } from './simulator'

jest.setTimeout(900_000)

/** Seeds that are played twice; nobody rushes in them, as nobody knows who would come first. */
const TWICE = 3
const STEPS = 100

const scale = (seed: number, seeds: number) => [
  ...[String(seed), '30', '--seeds', String(seeds), '--steps', String(STEPS)],
]

test('the real cloud lives through the same, and every fen is there', async () => {
  const reports = await simulated(...scale(1 + TWICE, 20 - TWICE), '--mode', 'real')
  expect(complaintsOf(reports)).toEqual([])
  expect(total(reports, ({ steps }) => steps)).toBeGreaterThanOrEqual((20 - TWICE) * STEPS)
})

test('fast or real, a seed ends in the same state', async () => {
  const [fast, real] = [
    await simulated(...scale(1, TWICE), '--in-turn', '--state'),
    await simulated(...scale(1, TWICE), '--in-turn', '--state', '--mode', 'real'),
  ]
  expect(complaintsOf([...fast, ...real])).toEqual([])
  expect(fast).toHaveLength(TWICE)
  for (const [place, { state = {}, hits }] of fast.entries()) {
    expect(differences(state, real[place]?.state ?? {})).toEqual([])
    expect(real[place]?.hits).toEqual(hits)
    expect(Object.keys(state).length).toBeGreaterThan(STEPS)
  }
})

const complaintsOf = (reports: readonly Report[]): string[] =>
  reports.flatMap((report) => (report.history ? [complaintOf(report)] : []))
