/** One instance of a function: a bundle with a cloud, a clock and an environment of its own. */
import { createRequire } from 'node:module'
import type { Run } from '../../../emulator/faults/faults'
import type { Bundle } from './bundle'
import type { OpenTransactions } from './transactions'

type Main = (event: unknown) => Promise<unknown>
type Factory = (...parameters: unknown[]) => void

/** A run with the person whom the function gets to know. */
export type Invocation = Run

/** What the fast cloud lends an instance: an SDK that speaks for it, and the time. */
export interface Surroundings {
  readonly sdkFor: (instance: Instance) => object
  /** What goes out over HTTP: WeChat Pay's API v3 and nothing else. */
  readonly fetchFor: (instance: Instance) => typeof fetch
  /** What the owner set up for every function. */
  readonly variables: Readonly<Record<string, string>>
  readonly now: () => number
}

/** Nothing of the world outside gets into a bundle but by these names. */
const NAMES = ['require', 'module', 'exports', 'Date', 'process', 'console', 'fetch'] as const

const factories = new Map<string, Factory>()

/** Compiled once, run once for each instance. */
function factoryOf(code: string): Factory {
  const known = factories.get(code)
  if (known) return known
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- it loads our own bundle
  const factory = new Function(...NAMES, code) as Factory
  factories.set(code, factory)
  return factory
}

const silent = Object.fromEntries(
  ['log', 'info', 'warn', 'error', 'debug'].map((level) => [level, () => undefined]),
)

/** Waiting costs no time here: others only get their turn first. */
const timers = { setTimeout: () => Promise.resolve().then(() => Promise.resolve()) }

const outside = createRequire(`${process.cwd()}/`)

export class Instance {
  private isDead = false
  readonly open: OpenTransactions = new Set()
  busy: Invocation | undefined
  skewMs = 0
  private readonly main: Main

  constructor(
    readonly bundle: Bundle,
    surroundings: Surroundings,
  ) {
    const module = { exports: {} as { main?: Main } }
    const sdk = surroundings.sdkFor(this)
    const required = (name: string): unknown => {
      if (name === 'wx-server-sdk') return sdk
      return name === 'node:timers/promises' ? timers : outside(name)
    }
    const machine = { env: { ...bundle.variables, ...surroundings.variables } }
    const date = dateThatFollows(() => surroundings.now() + this.skewMs)
    const post = surroundings.fetchFor(this)
    factoryOf(bundle.code)(required, module, module.exports, date, machine, silent, post)
    if (!module.exports.main) throw new Error(`${bundle.name} exports no main`)
    this.main = module.exports.main
  }

  /** Somebody killed it: nothing of what it still does may be heard. */
  hasDied(): boolean {
    return this.isDead
  }

  /** What a run left open does not keep others waiting. */
  leaveTransactions(): void {
    for (const transaction of this.open) transaction.abort()
    this.open.clear()
  }

  /** Runs to the end, or until somebody kills it. */
  async run(invocation: Invocation, event: unknown): Promise<unknown> {
    this.busy = invocation
    return new Promise((resolve, reject) => {
      invocation.kill = () => {
        this.isDead = true
        reject(new Error('killed'))
      }
      this.main(event)
        .then(resolve, reject)
        .finally(() => (this.busy = undefined))
    })
  }
}

/** `Date` by another clock. */
function dateThatFollows(now: () => number): DateConstructor {
  class MovedDate extends Date {
    static override now = now

    constructor(...parameters: readonly unknown[]) {
      if (parameters.length === 0) super(now())
      else super(...(parameters as [number]))
    }
  }
  return MovedDate as unknown as DateConstructor
}
