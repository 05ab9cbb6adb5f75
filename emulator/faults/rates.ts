/** Which faults there are, and how often each happens. */

const CALL_FAULTS = ['before', 'after', 'delay', 'duplicate'] as const

/** Services whose calls can fail. */
export type FaultyKind = 'database' | 'function' | 'wechat' | 'storage'
/** What can happen to any call. */
export type CallFault = (typeof CALL_FAULTS)[number]

/** Every fault by name. All are off until a rate says otherwise. */
export const FAULTS = [
  ...(['database', 'function', 'wechat', 'storage'] as const).flatMap((kind) =>
    CALL_FAULTS.map((fault) => `${kind}.${fault}` as const),
  ),
  'database.conflict',
  'function.kill',
  'refund.refused',
  'notice.lost',
  'notice.doubled',
  'notice.late',
  'notice.reordered',
  'clock.skew',
] as const

/** The name of a fault. */
export type Fault = (typeof FAULTS)[number]
/** From 0, never, to 1, always. */
export type Rates = Readonly<Record<Fault, number>>

/** What the control API takes and gives. */
export interface FaultPlan {
  readonly seed: number
  readonly rates: Rates
  /** A skewed instance's clock is off by at most this much, either way. */
  readonly skewMs: number
  /** A delayed call waits at most this long, in real time. */
  readonly delayMs: number
}

const NONE = Object.fromEntries(FAULTS.map((fault) => [fault, 0])) as unknown as Rates

/** Nothing goes wrong. */
export const NO_FAULTS: FaultPlan = { seed: 1, rates: NONE, skewMs: 2000, delayMs: 300 }

/** Reads a plan; what it does not name is off. Throws one sentence about what it does not know. */
export function readPlan(value: Readonly<Record<string, unknown>>): FaultPlan {
  const { seed = NO_FAULTS.seed, rates = {}, skewMs = NO_FAULTS.skewMs, delayMs, ...rest } = value
  const [unknown] = Object.keys(rest)
  if (unknown !== undefined) throw new Error(`There is no "${unknown}" in a plan of faults.`)
  if (typeof rates !== 'object' || rates === null) throw new Error('"rates" must be an object.')
  for (const [name, rate] of Object.entries(rates)) {
    if (!FAULTS.some((fault) => fault === name)) throw new Error(`There is no fault "${name}".`)
    if (typeof rate !== 'number' || !(rate >= 0 && rate <= 1)) {
      throw new Error(`The rate of "${name}" must be a number from 0 to 1.`)
    }
  }
  return {
    seed: whole(seed, 'seed'),
    rates: { ...NONE, ...rates },
    skewMs: whole(skewMs, 'skewMs'),
    delayMs: whole(delayMs ?? NO_FAULTS.delayMs, 'delayMs'),
  }
}

function whole(value: unknown, name: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw new Error(`"${name}" must be a whole number, zero or more.`)
}
