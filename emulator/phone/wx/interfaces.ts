/** How every interface of `wx` answers: by callbacks or by a promise, never at once. */
import type { Device } from '../device'

/** What the caller hands over. */
export type Options = Readonly<Record<string, unknown>>

/** Does the work of an asynchronous interface; what it answers is added to `errMsg`. */
export type Work = (options: Options) => object | undefined | Promise<object | undefined>

/** A group of interfaces: those that answer later, and everything else. */
export interface Interfaces {
  readonly answers: Readonly<Record<string, Work>>
  readonly plain: Readonly<Record<string, unknown>>
}

/** An interface that failed, in WeChat's words; `details` are further fields of the answer. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly details: object = {},
  ) {
    super(message)
  }
}

/** Reads an option that should be text. */
export function textOf(options: Options, name: string, otherwise = ''): string {
  const value = options[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : otherwise
}

type Callback = (answer: object) => void

function tell(options: Options, name: 'success' | 'fail' | 'complete', answer: object): void {
  const callback = options[name]
  if (typeof callback === 'function') (callback as Callback)(answer)
}

/** Makes the function that the mini-program calls. */
export function asynchronous(device: Device, name: string, work: Work) {
  return (options: Options = {}): Promise<object> | undefined => {
    device.calls.push({ name, options })
    const answer = perform(name, work, options)
    if (!options['success'] && !options['fail'] && !options['complete']) {
      return answer.then((result) => {
        if (result instanceof Error) throw result
        return result
      })
    }
    void answer.then((result) => {
      tell(options, result instanceof Error ? 'fail' : 'success', result)
      tell(options, 'complete', result)
    })
    return undefined
  }
}

/** Answers what the caller gets: an Error, with `errMsg` on it, when the work was refused. */
async function perform(name: string, work: Work, options: Options): Promise<object> {
  try {
    const result = await work(options)
    await later()
    return { errMsg: `${name}:ok`, ...result }
  } catch (error) {
    await later()
    const details = error instanceof Refusal ? error.details : {}
    const message = error instanceof Error ? error.message : String(error)
    const errMsg = `${name}:fail ${message}`
    return Object.assign(new Error(errMsg), { errMsg, ...details })
  }
}

/** The next turn of the machine's own clock: an answer never comes within the call. */
function later(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0)
  })
}
