/**
 * Makes the cloud go wrong on purpose. What befalls a call depends on the seed and on the call
 * alone: who makes it, when, what about, and how often before. So the same seed hits the same
 * calls, whatever happens beside them.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { CloudError, type Intercept } from '../service'
import { chanceOf, hashOf } from './random'
import { FAULTS, NO_FAULTS, type Fault, type FaultPlan, type FaultyKind } from './rates'
import { subjectOf } from './subject'

/** One run of a function, as far as faults look at it. */
export interface Run {
  readonly call: {
    readonly name: string
    readonly source: string
    readonly openid?: string | undefined
  }
  /** When it began, by the cloud's clock. */
  readonly at: number
  /** Ends the worker it runs in. */
  kill?: (() => void) | undefined
}

/** A call that faults may befall. */
export interface FaultyCall {
  readonly kind: FaultyKind
  /** What it is about; calls about the same thing are told apart by their order. */
  readonly subject: () => string
  /** Only writes can conflict. */
  readonly isWrite?: boolean
  /** The run that makes it. Without one it comes from outside, at an instant. */
  readonly by: Run | number
}

/** What befalls a notice on its way. */
export interface NoticeFate {
  readonly lost: boolean
  readonly doubled: boolean
  readonly delayMs: number
}

/** A late notice comes up to ten minutes later, one out of order up to one minute. */
const LATE_MS = 600_000
const REORDERED_MS = 60_000
const HOUR_MS = 3_600_000

const isWrite = (action: string) => /^database\.(insert|modify|remove|commit)/.test(action)

/** Each fault has dice of its own, so that one rate does not change what another one hits. */
const SALTS = Object.fromEntries(FAULTS.map((fault) => [fault, hashOf(fault)])) as Record<
  Fault,
  number
>

/** Counts how often something came before. */
class Occurrences {
  private readonly counts = new Map<string, number>()

  next(key: string): number {
    const count = this.counts.get(key) ?? 0
    this.counts.set(key, count + 1)
    return count
  }
}

export class Faults {
  private current = NO_FAULTS
  private isOn = false
  private counted: Partial<Record<Fault, number>> = {}
  private readonly runs = new WeakMap<Run, { key: string; calls: Occurrences }>()
  /** Of what happens at one instant; an instant that is over never comes back. */
  private now = { at: NaN, seen: new Occurrences() }

  constructor(private readonly wait: (ms: number) => Promise<unknown> = sleep) {}

  get plan(): FaultPlan {
    return this.current
  }

  /** How often each fault happened since the plan was taken. */
  get hits(): Readonly<Partial<Record<Fault, number>>> {
    return this.counted
  }

  /** Takes a new plan; all counts start anew. */
  follow(plan: FaultPlan): void {
    this.current = plan
    this.isOn = Object.values(plan.rates).some((rate) => rate > 0)
    this.counted = {}
    this.now = { at: NaN, seen: new Occurrences() }
  }

  /** Wraps every call of the SDK. `find` tells whose call it is. */
  intercept(find: (token: string) => Run | undefined): Intercept {
    return async (request, answer) => {
      const kind = kindOf(request.action)
      if (!kind || !this.isOn) return answer()
      const by = find(request.token) ?? NaN
      const call = { kind, subject: () => subjectOf(request), isWrite: isWrite(request.action), by }
      return this.around(call, answer)
    }
  }

  /** Lets faults befall one call. */
  async around<T>(call: FaultyCall, run: () => T | Promise<T>): Promise<T> {
    if (!this.isOn) return run()
    const { kind, by } = call
    const hash = this.hashOfCall(call)
    const kill = typeof by === 'object' && this.happens('function.kill', hash) ? by : undefined
    if (kill && chanceOf(hash, 1) < 0.5) {
      kill.kill?.()
      throw new CloudError('SYS_ERR', 'fault: the instance was killed before this call')
    }
    if (this.happens(`${kind}.delay`, hash)) {
      await this.wait(chanceOf(hash, 2) * this.current.delayMs)
    }
    this.refuse(call, hash)
    const result = await run()
    if (this.happens(`${kind}.duplicate`, hash)) await again(run)
    if (this.happens(`${kind}.after`, hash)) {
      throw new CloudError('SERVER_TIMEOUT', 'fault: done, but the answer was lost')
    }
    kill?.kill?.()
    return result
  }

  /** Decides about one delivery of a notice. */
  notice(subject: string, at: number): NoticeFate {
    const hash = this.hash(this.keyAt(at, `notice ${subject}`))
    const lost = this.happens('notice.lost', hash)
    const doubled = this.happens('notice.doubled', hash)
    const late = this.happens('notice.late', hash) ? LATE_MS : 0
    const reordered = this.happens('notice.reordered', hash) ? REORDERED_MS : 0
    const delayMs = Math.ceil(chanceOf(hash, 3) * (late || reordered))
    return { lost, doubled, delayMs }
  }

  /** Whether WeChat Pay refuses refunds at this moment: it does so for whole hours. */
  refusesRefunds(at: number): boolean {
    return this.happens('refund.refused', this.hash(`hour ${Math.floor(at / HOUR_MS)}`))
  }

  /** By how much the clock of one run is off. */
  skewMs(run: Run): number {
    if (!this.isOn) return 0
    const hash = this.hash(this.recordOf(run).key)
    if (!this.happens('clock.skew', hash)) return 0
    return Math.round((chanceOf(hash, 4) * 2 - 1) * this.current.skewMs)
  }

  private refuse({ kind, isWrite = false }: FaultyCall, hash: number): void {
    if (this.happens(`${kind}.before`, hash)) {
      throw new CloudError('EXCEED_CONCURRENT_REQUEST_LIMIT', 'fault: refused before it was done')
    }
    if (isWrite && this.happens('database.conflict', hash)) {
      throw new CloudError(
        'DATABASE_TRANSACTION_CONFLICT',
        '[ResourceUnavailable.TransactionConflict] fault: another write was faster',
      )
    }
  }

  private happens(fault: Fault, hash: number): boolean {
    const rate = this.current.rates[fault]
    if (rate === 0 || chanceOf(hash, SALTS[fault]) >= rate) return false
    this.counted[fault] = (this.counted[fault] ?? 0) + 1
    return true
  }

  private hashOfCall({ subject, by }: FaultyCall): number {
    const about = subject()
    if (typeof by === 'number') return this.hash(this.keyAt(by, about))
    const { key, calls } = this.recordOf(by)
    return this.hash(`${key}/${about}/${calls.next(about)}`)
  }

  private recordOf(run: Run): { key: string; calls: Occurrences } {
    const known = this.runs.get(run)
    if (known) return known
    const { name, source, openid = '' } = run.call
    const record = {
      key: this.keyAt(run.at, `${name} ${source} ${openid}`),
      calls: new Occurrences(),
    }
    this.runs.set(run, record)
    return record
  }

  /** Something that happens at an instant, for the so-manieth time. */
  private keyAt(at: number, what: string): string {
    if (this.now.at !== at) this.now = { at, seen: new Occurrences() }
    return `${at}/${what}/${this.now.seen.next(what)}`
  }

  private hash(key: string): number {
    return hashOf(`${this.current.seed}/${key}`)
  }
}

/** The caller sees the first answer, as when the network repeats a request. */
async function again(run: () => unknown): Promise<void> {
  try {
    await run()
  } catch {
    // The first time went well, and nobody waits for the second one.
  }
}

function kindOf(action: string): FaultyKind | undefined {
  if (action.startsWith('database.')) return 'database'
  if (action.startsWith('functions.')) return 'function'
  if (action.startsWith('storage.')) return 'storage'
  return action.startsWith('wx.') ? 'wechat' : undefined
}
