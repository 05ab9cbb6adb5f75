import type { FailsOf, InputOf, OutputOf, ReplyError } from '@domain/api'
import { fail, failureCodes, type Failure, type FailureCode } from '@domain/failure'
import { functionOf, type ActionName } from '@domain/functions'
import { learnTime } from './clock'
import { send } from './send'

/** What an action comes to on the phone: its answer, or why not. */
export type Answer<Name extends ActionName> = OutputOf<Name> | Failure<FailsOf<Name>>

/** Asks the cloud to act. */
export type Call = <Name extends ActionName>(
  name: Name,
  input: InputOf<Name>,
) => Promise<Answer<Name>>

/** Asks the cloud to act. Never rejects: without a network the answer is the failure `offline`. */
export const call: Call = async (name, input) => {
  try {
    const reply = await send(functionOf[name], { name, input })
    // What answers in a function's place, e.g. when its time was over, knows no time.
    if (typeof reply.now === 'number') learnTime(reply.now)
    return 'error' in reply ? failureOf(reply.error) : (reply.result as OutputOf<typeof name>)
  } catch {
    return fail('offline')
  }
}

/** A code that this version does not know comes from a newer cloud: to the shopper it is broken. */
function failureOf<Code extends FailureCode>({ code, details }: Partial<ReplyError>) {
  const known = code !== undefined && failureCodes.includes(code)
  return fail((known ? code : 'broken') as Code, known ? details : undefined)
}
