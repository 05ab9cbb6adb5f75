/** The function log: the last invocations with everything they asked of the cloud. */
import type { Intercept, SdkReply, SdkRequest } from '../service'
import { CloudError } from '../service'
import type { Invocation, Outcome, SdkCall } from './invocation'

/** One line of the log. `seq` grows with every finished invocation. */
export interface LogEntry {
  readonly seq: number
  readonly at: number
  readonly function: string
  /** `name` of the event, where the function's own protocol has one. */
  readonly action: string | undefined
  readonly openid: string | undefined
  readonly source: string
  readonly ms: number
  readonly calls: readonly SdkCall[]
  readonly requestBytes: number
  readonly answerBytes: number
  readonly ok: boolean
  readonly error: string | undefined
  readonly lines: readonly string[]
}

const ENTRIES_KEPT = 2000

export class FunctionLog {
  private entries: LogEntry[] = []
  private seq = 0

  /** `ms` is real time: the cloud's own clock may stand still meanwhile. */
  add(invocation: Invocation, outcome: Outcome, ms: number): void {
    const { call, at, calls, lines } = invocation
    const { name } = call.event
    this.entries.push({
      seq: ++this.seq,
      at,
      function: call.name,
      action: typeof name === 'string' ? name : undefined,
      openid: call.openid,
      source: call.source,
      ms: Math.round(ms),
      calls,
      requestBytes: Buffer.byteLength(JSON.stringify(call.event)),
      answerBytes: outcome.ok ? Buffer.byteLength(outcome.answer) : 0,
      ok: outcome.ok,
      error: outcome.ok ? undefined : outcome.message,
      lines,
    })
    // Cut in bulk: shifting one by one would copy the list on every invocation.
    if (this.entries.length > ENTRIES_KEPT * 2) this.entries = this.entries.slice(-ENTRIES_KEPT)
  }

  /** What came after `seq`, oldest first, at most `limit`. Without `seq` the newest ones. */
  after(seq: number | undefined, limit: number): LogEntry[] {
    const kept = this.entries.slice(-ENTRIES_KEPT)
    if (seq === undefined) return limit > 0 ? kept.slice(-limit) : []
    return kept.filter((entry) => entry.seq > seq).slice(0, limit)
  }
}

/** Notes every SDK call with the invocation that made it. */
export function noteCalls(find: (token: string) => Invocation | undefined): Intercept {
  return async (request, answer) => {
    const invocation = find(request.token)
    if (!invocation) return answer()
    const start = performance.now()
    const note = (code?: string) => {
      const ms = Math.round((performance.now() - start) * 10) / 10
      const call = { action: request.action, on: subjectOf(request), ms }
      invocation.calls.push(code === undefined ? call : { ...call, code })
    }
    try {
      const reply = await answer()
      note(codeOf(reply))
      return reply
    } catch (error) {
      note(error instanceof CloudError ? error.code : 'SYS_ERR')
      throw error
    }
  }
}

/** What a call is about: a collection, an interface of WeChat, a function, a path. */
function subjectOf({ apiName, body }: SdkRequest): string {
  const named = [apiName, body['collectionName'], body['function_name'], body['path']]
  return named.filter((name) => typeof name === 'string')[0] ?? ''
}

function codeOf(reply: SdkReply): string | undefined {
  if (!('json' in reply) || !('code' in reply.json)) return undefined
  return typeof reply.json.code === 'string' ? reply.json.code : undefined
}
