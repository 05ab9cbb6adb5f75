/**
 * `POST /_emulator/call/<function>`: what `wx.cloud.callFunction` is for the H5 build and the phone
 * runner.
 */
import type { Faults } from '../faults/faults'
import type { Functions } from '../functions/functions'
import type { Failure, Outcome } from '../functions/invocation'
import { APP_ID } from '../functions/invocation'
import { limits } from '../limits'
import { CloudError } from '../service'
import { isOpenid } from '../wechat/people'
import { ControlError, isObject, type ControlReply, type Route } from './route'

interface Parts {
  readonly functions: Functions
  readonly faults: Faults
  readonly now: () => number
}

const STATUSES: Readonly<Record<Failure, number>> = {
  function_unknown: 404,
  function_crashed: 500,
  function_timeout: 504,
}

export function callRoutes({ functions, faults, now }: Parts): Route[] {
  return [
    {
      method: 'POST',
      path: '/_emulator/call/:function',
      answer: async (request) => {
        const name = request.param()
        const openid = request.header('x-openid')
        if (!isOpenid(openid)) {
          const message = 'x-openid must name a person: letters, digits, "-", "_", not only digits.'
          throw new ControlError(401, 'openid_missing', message)
        }
        // A config.json that cannot be read is the function's own trouble: `invoke` reports it.
        if (!isOpenToClients(functions, name)) {
          throw new ControlError(403, 'function_closed', `Clients may not call "${name}".`)
        }
        const body = await request.object(limits.clientEventBytes)
        // The cloud writes who asks over whatever the client says.
        const event = { ...body, userInfo: { appId: APP_ID, openId: openid } }
        const call = { name, event, openid, source: 'wx_client' }
        try {
          const subject = () => `${name} ${openid}`
          const faulty = { kind: 'function', subject, by: now() } as const
          return replyTo(await faults.around(faulty, () => functions.invoke(call)))
        } catch (error) {
          if (error instanceof CloudError)
            throw new ControlError(503, 'cloud_failed', error.message)
          throw error
        }
      },
    },
  ]
}

function isOpenToClients(functions: Functions, name: string): boolean {
  try {
    return functions.find(name)?.clients ?? true
  } catch {
    return true
  }
}

/** An answer of our functions goes out as it is; any other return value as `result`. */
function replyTo(outcome: Outcome): ControlReply {
  if (!outcome.ok)
    throw new ControlError(STATUSES[outcome.failure], outcome.failure, outcome.message)
  const { answer } = outcome
  if (Buffer.byteLength(answer) > limits.clientAnswerBytes) {
    const message = 'errCode: -604001 cloudfunction result size exceed limit (1MB)'
    throw new ControlError(500, 'answer_too_large', message)
  }
  const value: unknown = JSON.parse(answer)
  if (isObject(value) && 'error' in value) return { status: 400, jsonText: answer }
  if (isObject(value) && 'result' in value) return { jsonText: answer }
  return { jsonText: `{"result":${answer}}` }
}
