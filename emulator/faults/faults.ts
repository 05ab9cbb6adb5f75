/**
 * Makes the cloud go wrong on purpose, the same way for the same seed and the same order of calls.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Invocation } from '../functions/invocation'
import { CloudError, type Intercept } from '../service'
import { randomStream } from './random'
import { NO_FAULTS, type CallFault, type Fault, type FaultPlan, type FaultyKind } from './rates'

/** What befalls a notice on its way. */
export interface NoticeFate {
  readonly lost: boolean
  readonly doubled: boolean
  readonly delayMs: number
}

/** A late notice comes up to ten minutes later, one out of order up to one minute. */
const LATE_MS = 600_000
const REORDERED_MS = 60_000

export class Faults {
  private current = NO_FAULTS
  private streams = new Map<string, () => number>()

  get plan(): FaultPlan {
    return this.current
  }

  /** Takes a new plan; all dice start anew. */
  follow(plan: FaultPlan): void {
    this.current = plan
    this.streams = new Map()
  }

  /** Wraps every call of the SDK. `find` tells whose call it is. */
  intercept(find: (token: string) => Invocation | undefined): Intercept {
    return async (request, answer) => {
      const kind = kindOf(request.action)
      if (!kind) return answer()
      const killed = this.happens('function.kill', 'kill')
      const early = this.roll('kill') < 0.5
      const kill = () => find(request.token)?.kill?.()
      if (killed && early) {
        kill()
        throw new CloudError('SYS_ERR', 'fault: the instance was killed before this call')
      }
      const reply = await this.around(kind, answer)
      if (killed) kill()
      return reply
    }
  }

  /** Lets the faults of `kind` befall one call. */
  async around<T>(kind: FaultyKind, run: () => Promise<T>): Promise<T> {
    // Every die is thrown every time, so that one rate does not change what another one hits.
    const hit = (fault: CallFault) => this.happens(`${kind}.${fault}`, kind)
    const [before, after, delay, duplicate] = [
      hit('before'),
      hit('after'),
      hit('delay'),
      hit('duplicate'),
    ]
    const wait = this.roll(kind) * this.current.delayMs
    if (delay) await sleep(wait)
    if (before) {
      throw new CloudError('EXCEED_CONCURRENT_REQUEST_LIMIT', 'fault: refused before it was done')
    }
    const result = await run()
    // The caller sees the first answer, as when the network repeats a request.
    if (duplicate) await run().catch(() => undefined)
    if (after) throw new CloudError('SERVER_TIMEOUT', 'fault: done, but the answer was lost')
    return result
  }

  /** Decides about one delivery of a notice. */
  notice(): NoticeFate {
    const [lost, doubled, late, reordered] = [
      this.happens('notice.lost', 'notice'),
      this.happens('notice.doubled', 'notice'),
      this.happens('notice.late', 'notice'),
      this.happens('notice.reordered', 'notice'),
    ]
    const far = this.roll('notice')
    const delayMs = Math.ceil(late ? far * LATE_MS : reordered ? far * REORDERED_MS : 0)
    return { lost, doubled, delayMs }
  }

  /** By how much the clock of one invocation is off. */
  skewMs(): number {
    const skewed = this.happens('clock.skew', 'clock')
    const by = Math.round((this.roll('clock') * 2 - 1) * this.current.skewMs)
    return skewed ? by : 0
  }

  private happens(fault: Fault, stream: string): boolean {
    return this.roll(stream) < this.current.rates[fault]
  }

  private roll(name: string): number {
    const stream = this.streams.get(name) ?? randomStream(this.current.seed, name)
    this.streams.set(name, stream)
    return stream()
  }
}

function kindOf(action: string): FaultyKind | undefined {
  if (action.startsWith('database.')) return 'database'
  if (action.startsWith('functions.')) return 'function'
  if (action.startsWith('storage.')) return 'storage'
  return action.startsWith('wx.') ? 'wechat' : undefined
}
