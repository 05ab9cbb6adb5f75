/**
 * Notices of WeChat Pay: told at least once, again and again until the function answers `errcode:
 * 0`.
 */
import { randomUUID } from 'node:crypto'
import type { Appointments, Tick } from '../../agenda'
import { DueList } from '../../due-list'
import type { Faults } from '../../faults/faults'
import type { Functions } from '../../functions/functions'
import type { Outcome } from '../../functions/invocation'
import type { Write } from '../../store/document'
import type { Attempt, Notice, PayLedger } from './ledger'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/**
 * Waits between deliveries (payment notice page:
 * 15s/15s/30s/3m/10m/20m/30m/30m/30m/60m/3h/3h/3h/6h/6h).
 */
const WAITS = [
  ...[15 * SECOND, 15 * SECOND, 30 * SECOND],
  ...[3 * MINUTE, 10 * MINUTE, 20 * MINUTE, 30 * MINUTE, 30 * MINUTE, 30 * MINUTE],
  ...[1 * HOUR, 3 * HOUR, 3 * HOUR, 3 * HOUR, 6 * HOUR, 6 * HOUR],
]

/** Something to be told. */
export type News = Pick<Notice, 'kind' | 'about' | 'functionName' | 'event'>

/** How to tell it: together with which writes, how much later, how many times too often. */
export interface Manner {
  readonly writes: readonly Write[]
  readonly delayMs?: number
  readonly extra?: number
}

interface Parts {
  readonly ledger: PayLedger
  readonly functions: Pick<Functions, 'invoke'>
  readonly faults: Faults
  readonly now: () => number
  /** To be called when a notice became due at another time. */
  readonly changed: () => void
}

export class Notices implements Appointments {
  private readonly due = new DueList()

  constructor(private readonly parts: Parts) {
    for (const notice of parts.ledger.notices.list()) this.due.set(notice._id, notice.due)
  }

  /**
   * Remembers a notice in one batch with what it tells of; if it is due now, delivers it before
   * resolving.
   */
  async send(news: News, { writes, delayMs = 0, extra = 0 }: Manner): Promise<void> {
    const { ledger, faults, now } = this.parts
    const fate = faults.notice(`${news.kind} ${news.about}`, now())
    const wait = delayMs + fate.delayMs
    const notice: Notice = {
      _id: randomUUID(),
      ...news,
      createdAt: now(),
      due: now() + wait,
      extra: extra + (fate.doubled ? 1 : 0),
      attempts: fate.lost ? [{ at: now(), acknowledged: false, error: 'lost on the way' }] : [],
    }
    const told = fate.lost ? { ...notice, due: now() + wait + (WAITS[0] ?? 0) } : notice
    await ledger.write([...writes, ledger.notices.writing(told)])
    if (wait === 0 && !fate.lost) await this.deliver(told)
    else {
      this.due.set(told._id, told.due)
      this.parts.changed()
    }
  }

  next(): number | undefined {
    return this.due.next()
  }

  async act(instant: number): Promise<Tick[]> {
    for (const id of this.due.upTo(instant)) {
      const notice = this.parts.ledger.notices.get(id)
      this.due.set(id, undefined)
      if (notice) await this.deliver(notice)
    }
    return []
  }

  /** Forgets what is due; the records go with the store's own reset. */
  clear(): void {
    this.due.clear()
  }

  /** Tells once, and the times too often; then remembers when to tell again. */
  private async deliver(notice: Notice): Promise<void> {
    const { ledger, now } = this.parts
    let { extra } = notice
    const attempts = [...notice.attempts]
    for (;;) {
      const attempt = await this.attempt(notice)
      attempts.push(attempt)
      if (!attempt.acknowledged || extra === 0) break
      extra--
    }
    // A reset while the function was running has made this notice void.
    if (!ledger.notices.get(notice._id)) return
    const heard = attempts.at(-1)?.acknowledged ?? false
    const wait = heard ? undefined : WAITS[attempts.length - 1]
    const { due: _, ...rest } = notice
    const due = wait === undefined ? undefined : now() + wait
    await ledger.notices.put({ ...rest, extra, attempts, ...(due === undefined ? {} : { due }) })
    this.due.set(notice._id, due)
    this.parts.changed()
  }

  private async attempt({ functionName: name, event }: Notice): Promise<Attempt> {
    const at = this.parts.now()
    const outcome = await this.parts.functions.invoke({ name, event, source: 'wx_paycallback' })
    const error = outcome.ok ? unheard(outcome) : outcome.message
    return error === undefined ? { at, acknowledged: true } : { at, acknowledged: false, error }
  }
}

/** The callback protocol: only `{errcode: 0}` counts as heard. */
function unheard(outcome: Outcome & { ok: true }): string | undefined {
  const answer: unknown = JSON.parse(outcome.answer)
  const heard = typeof answer === 'object' && answer !== null && 'errcode' in answer
  if (heard && answer.errcode === 0) return undefined
  return `answered ${outcome.answer.slice(0, 200)} instead of {"errcode":0}`
}
