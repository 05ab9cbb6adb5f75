/** `cloud.callFunction` from inside a function. */
import { CloudError, type SdkRequest, type Service } from '../service'
import type { Functions } from './functions'
import type { Failure } from './invocation'

/** The words of the cloud for each way of having no answer. */
const CODES: Readonly<Record<Failure, string>> = {
  function_unknown: 'FUNCTION_NOT_FOUND',
  function_crashed: 'FUNCTIONS_EXECUTE_FAIL',
  function_timeout: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
}

/**
 * The person who started the chain stays who they are; the source says that a function stands
 * between.
 */
export function functionService(functions: Functions): Service {
  return {
    actions: {
      'functions.invokeFunction': async ({ body, token }: SdkRequest) => {
        const caller = functions.invocation(token)
        const outcome = await functions.invoke({
          name: String(body['function_name']),
          event: eventOf(body['request_data']),
          source: caller ? `${caller.call.source},scf` : 'scf',
          openid: caller?.call.openid,
        })
        if (!outcome.ok) throw new CloudError(CODES[outcome.failure], outcome.message)
        return { json: { data: { response_data: outcome.answer } } }
      },
    },
  }
}

function eventOf(text: unknown): Record<string, unknown> {
  const value: unknown = typeof text === 'string' ? JSON.parse(text) : {}
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  throw new CloudError('INVALID_PARAM', 'data of callFunction must be an object')
}
