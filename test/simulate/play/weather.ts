/** The weather of a simulation: which faults happen, and how often. */
import { FAULTS, readPlan, type Fault, type FaultPlan } from '../../../emulator/faults/rates'

/** Rates at which a street still gets on: enough for every kind of trouble each day. */
const rough: Partial<Record<Fault, number>> = {
  'database.before': 0.004,
  'database.after': 0.004,
  'database.delay': 0.01,
  'database.duplicate': 0.004,
  'database.conflict': 0.006,
  'wechat.before': 0.01,
  'wechat.after': 0.01,
  'wechat.delay': 0.01,
  'wechat.duplicate': 0.01,
  'function.before': 0.01,
  'function.after': 0.01,
  'function.delay': 0.01,
  'function.duplicate': 0.01,
  'function.kill': 0.002,
  'refund.refused': 0.05,
  'notice.lost': 0.05,
  'notice.doubled': 0.05,
  'notice.late': 0.05,
  'notice.reordered': 0.05,
  'clock.skew': 0.05,
}

/** Which weather is wished for. */
interface Wished {
  /** Only these faults happen. */
  readonly only: readonly string[] | undefined
  readonly storm: number
  /** No function is killed: what it did side by side by then is decided by who came first. */
  readonly inTurn: boolean
}

/** The usual weather for a seed, or so many times as rough. */
export function weatherOf(seed: number, { only, storm, inTurn }: Wished): FaultPlan {
  const strange = only?.find((name) => !FAULTS.some((fault) => fault === name))
  if (strange !== undefined) throw new Error(`There is no fault "${strange}".`)
  const rates = Object.entries(rough)
    .filter(([name]) => only?.includes(name) ?? true)
    .filter(([name]) => !inTurn || name !== 'function.kill')
    .map(([name, rate]) => [name, Math.min(1, rate * storm)])
  return readPlan({
    seed,
    rates: Object.fromEntries(rates) as Partial<Record<Fault, number>>,
    skewMs: 2000,
  })
}
