/** One run of a function: who asked, what it did, how it ended. */
import { randomUUID } from 'node:crypto'

/** `TCB_SOURCE` as the cloud words it; a nested call appends `,scf`. */
export type Source = string

/** A wish to run a function. `openid` comes from the platform, never from the event. */
export interface Call {
  readonly name: string
  readonly event: Readonly<Record<string, unknown>>
  readonly source: Source
  readonly openid?: string | undefined
}

/** One SDK call inside an invocation: budgets and the function log count them. */
export interface SdkCall {
  readonly action: string
  readonly on: string
  readonly ms: number
  readonly code?: string
}

/** How a run ended. `answer` is the JSON text of what `main` returned. */
export type Outcome =
  | { readonly ok: true; readonly answer: string }
  | { readonly ok: false; readonly failure: Failure; readonly message: string }

/** Why there is no answer. */
export type Failure = 'function_unknown' | 'function_crashed' | 'function_timeout'

/**
 * A run under way. Its token is what the SDK sends along, so a request can be told from a forged
 * one.
 */
export class Invocation {
  readonly token = randomUUID()
  readonly requestId = randomUUID()
  readonly calls: SdkCall[] = []
  readonly lines: string[] = []
  /** Ends the worker it runs in; set once it runs. */
  kill: (() => void) | undefined

  constructor(
    readonly call: Call,
    readonly at: number,
  ) {}

  /** What the function may learn about itself: cloud-side identity, one set of variables a run. */
  environment(): Record<string, string> {
    const { openid, source } = this.call
    const person: Record<string, string> =
      openid === undefined ? {} : { WX_OPENID: openid, WX_UNIONID: `u-${openid}` }
    const keys = ['WX_APPID', 'WX_API_TOKEN', 'WX_CLIENTIP', ...Object.keys(person)]
    return {
      WX_CONTEXT_KEYS: keys.join(','),
      WX_APPID: APP_ID,
      WX_API_TOKEN: this.token,
      WX_CLIENTIP: '127.0.0.1',
      TCB_SOURCE: source,
      TCB_SEQID: this.requestId,
      ...person,
    }
  }
}

/** The mini-program that every person of the local cloud uses. */
export const APP_ID = 'wx0000000000000001'
/** The one environment there is. */
export const ENV_ID = 'jutuan-local'
