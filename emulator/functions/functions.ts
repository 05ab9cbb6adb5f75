/** Runs cloud functions: the door for clients, triggers, notices and other functions alike. */
import type { Clock } from '../clock'
import { limits } from '../limits'
import type { Catalog, CloudFunction } from './catalog'
import type { Surroundings } from './instance'
import { Invocation, type Call, type Outcome } from './invocation'
import type { FunctionLog } from './log'
import { Pool } from './pool'

/** How many instances of a function run at most; every function not named has one. */
export type PoolSizes = Readonly<Record<string, number>>

/** The sizes of the shop: who is called most has most. */
export const DEFAULT_SIZES: PoolSizes = { trade: 3, shop: 2, 'pay-notify': 2 }

interface Parts {
  readonly catalog: Catalog
  readonly clock: Clock
  readonly log: FunctionLog
  readonly surroundings: Surroundings
  readonly sizes: PoolSizes | number
}

export class Functions {
  private readonly pools = new Map<string, Pool>()
  private readonly invocations = new Map<string, Invocation>()
  private hear: (token: string) => void = () => undefined

  constructor(private readonly parts: Parts) {}

  /** The function as deployed now; a new build is taken into use. */
  find(name: string): CloudFunction | undefined {
    const found = this.parts.catalog.find(name)
    if (found) this.pools.get(name)?.deploy(found)
    return found
  }

  all(): CloudFunction[] {
    return this.parts.catalog.all()
  }

  /** The run that a token belongs to, while it lasts. */
  invocation(token: string): Invocation | undefined {
    return this.invocations.get(token)
  }

  /** Tells of every run that is over, before anybody else hears of it. */
  whenOver(hear: (token: string) => void): void {
    this.hear = hear
  }

  /** Runs a function to its end. Never rejects; a build that cannot be read counts as a crash. */
  async invoke(call: Call): Promise<Outcome> {
    const invocation = new Invocation(call, this.parts.clock.now())
    const start = performance.now()
    this.invocations.set(invocation.token, invocation)
    const outcome = await this.run(invocation).catch((error: unknown): Outcome => ({
      ok: false,
      failure: 'function_crashed',
      message: error instanceof Error ? error.message : String(error),
    }))
    this.invocations.delete(invocation.token)
    this.hear(invocation.token)
    this.parts.log.add(invocation, outcome, performance.now() - start)
    return outcome
  }

  /** Loads instances before anybody waits for them: one of each function first, then the rest. */
  async warm(): Promise<void> {
    let pools = this.all().map((found) => this.pool(found))
    while (pools.length > 0) {
      const unfinished: Pool[] = []
      for (const pool of pools) if (await pool.warm()) unfinished.push(pool)
      pools = unfinished
    }
  }

  /** Looks for new builds; they are loaded in the background. */
  refresh(): void {
    const changed = this.all().filter((found) => this.pools.get(found.name)?.deploy(found))
    if (changed.length > 0) void this.warm()
  }

  /** Loads every bundle afresh. */
  reload(): void {
    for (const pool of this.pools.values()) pool.retire()
    void this.warm()
  }

  close(): void {
    for (const pool of this.pools.values()) pool.stop()
  }

  private async run(invocation: Invocation): Promise<Outcome> {
    const { name, source } = invocation.call
    const found = this.find(name)
    if (!found) {
      const message = `FunctionName parameter could not be found: ${name}`
      return { ok: false, failure: 'function_unknown', message }
    }
    // A nested run must not wait for its own caller, so it may go beyond the usual size.
    const nested = source.endsWith(',scf')
    return this.pool(found).run(invocation, nested ? limits.instancesPerFunction : undefined)
  }

  private pool(found: CloudFunction): Pool {
    const known = this.pools.get(found.name)
    if (known) return known
    const { sizes, surroundings } = this.parts
    const size = typeof sizes === 'number' ? sizes : (sizes[found.name] ?? 1)
    const pool = new Pool(found, size, surroundings)
    this.pools.set(found.name, pool)
    return pool
  }
}
