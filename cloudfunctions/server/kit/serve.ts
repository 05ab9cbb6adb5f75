import { randomUUID } from 'node:crypto'
import type { Reply } from '@domain/api'
import type { Action } from '@domain/contract'
import { fail, hasFailed, type Failure } from '@domain/failure'
import type { MemberId } from '@domain/ids'
import { instant, type Instant } from '@domain/time'
import type * as z from 'zod'
import { callerContext, type CallerContext } from './cloud'
import { log, reasonOf } from './log'
import { isWeather } from './weather'

/** Who calls, and when: time is read once a call and handed down. */
export interface Caller {
  readonly memberId: MemberId
  readonly now: Instant
}

type Contract = Readonly<Record<string, Action>>

/** A handler reads, decides by the rules, writes, and answers or refuses. */
export type Handlers<Actions extends Contract> = {
  readonly [Name in keyof Actions]: (
    input: z.output<Actions[Name]['input']>,
    caller: Caller,
  ) => Promise<z.output<Actions[Name]['output']> | Failure<Actions[Name]['fails'][number]>>
}

/** May refuse a caller of an action before any handler runs. */
export type Door<Name extends string> = (
  caller: Caller,
  action: Name,
) => Promise<Failure | undefined>

interface Asked {
  readonly name: string
  readonly input: unknown
}

const openDoor: Door<string> = () => Promise.resolve(undefined)

/**
 * Makes a deployed function of handlers. Each call goes through the same steps: known action?
 * valid input? who? let in? then the handler; refusals, bugs and weather become one kind of reply.
 */
export function serve<Actions extends Contract>(
  contract: Actions,
  handlers: Handlers<Actions>,
  door: Door<keyof Actions & string> = openDoor,
): (event: unknown) => Promise<Reply> {
  return async (event) => {
    const now = instant(Date.now())
    const asked = readEvent(event)
    const answer = await answerOf(asked, now)
    return hasFailed(answer)
      ? { error: { code: answer.code, message: wordsOf(answer), details: answer.details }, now }
      : { result: answer, now }
  }

  async function answerOf(asked: Asked, now: Instant): Promise<unknown> {
    try {
      return await run(asked, now)
    } catch (error) {
      const trace = randomUUID()
      const code = isWeather(error) ? 'busy' : 'broken'
      log(code, { trace, action: asked.name, reason: reasonOf(error) })
      return fail(code, { trace })
    }
  }

  async function run({ name, input }: Asked, now: Instant): Promise<unknown> {
    if (!Object.hasOwn(contract, name)) return fail('action_unknown', { action: name.slice(0, 64) })
    const parsed = contract[name]?.input.safeParse(input)
    if (!parsed?.success) return fail('input_invalid', { fault: faultOf(parsed?.error) })
    const caller = callerOf(callerContext(), now)
    if (hasFailed(caller)) return caller
    const action = name as keyof Actions & string
    const refused = await door(caller, action)
    return refused ?? handlers[action](parsed.data as never, caller)
  }
}

function readEvent(event: unknown): Asked {
  const { name, input } = (event ?? {}) as { name?: unknown; input?: unknown }
  return { name: typeof name === 'string' ? name : '', input }
}

function callerOf({ openid }: CallerContext, now: Instant): Caller | Failure {
  return openid ? { memberId: openid as MemberId, now } : fail('identity_missing')
}

function faultOf(error: z.ZodError | undefined): string {
  const [issue] = error?.issues ?? []
  if (!issue) return 'no input'
  const place = issue.path.map(String).join('.')
  return (place ? `${place}: ${issue.message}` : issue.message).slice(0, 200)
}

function wordsOf({ code, details }: Failure): string {
  const figures = Object.entries(details).map(([name, value]) => `${name} ${value}`)
  return [code.replace('_', ' '), ...figures].join(', ')
}
