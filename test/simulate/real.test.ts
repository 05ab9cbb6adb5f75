import { differences } from './play/state'
import type { Report } from './simulate'
import { complaintOf, simulated, total } from './simulator'

jest.setTimeout(900_000)

/** Seeds that are played twice; nobody rushes in them, as nobody knows who would come first. */
const TWICE = 2
/** Seeds that the real cloud lives through; the fast one has volume, this one shows fidelity. */
const SEEDS = 6
const STEPS = 100

const scale = (seed: number, seeds: number) => [
  ...[String(seed), '30', '--seeds', String(seeds), '--steps', String(STEPS)],
]

/** So many clouds side by side. */
const CORES = 2

test('the real cloud lives through the same, and every fen is there', async () => {
  const options = scale(1 + TWICE, SEEDS - TWICE)
  const reports = await simulated(...options, '--cores', String(CORES), '--mode', 'real')
  expect(complaintsOf(reports)).toEqual([])
  expect(total(reports, ({ steps }) => steps)).toBeGreaterThanOrEqual((SEEDS - TWICE) * STEPS)
  for (const what of [
    ...['guides.accept: ok', 'attribution.share: ok', 'attribution.open: ok'],
    ...['live.start: ok', 'live.price: ok', 'live.claim: ok', 'lottery.draw: ok'],
  ]) {
    expect(total(reports, ({ happened }) => happened[what] ?? 0)).toBeGreaterThan(0)
  }
  for (const what of ['live orders', 'lottery entries']) {
    expect(total(reports, ({ outcome }) => outcome[what] ?? 0)).toBeGreaterThan(0)
  }
})

test('fast or real, a seed ends in the same state', async () => {
  const [fast, real] = await Promise.all([
    simulated(...scale(1, TWICE), '--in-turn', '--state'),
    simulated(...scale(1, TWICE), '--in-turn', '--state', '--mode', 'real'),
  ])
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
