import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBody } from '../../control/body'
import { limits } from '../../limits'
import type { ApiAnswer, ApiRequest } from './endpoint'

/** Answers what comes to WeChat Pay's API v3 over HTTP. */
export type ApiDoor = (
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
) => Promise<void>

/** Puts HTTP around the API. */
export function apiDoor(answer: (request: ApiRequest) => Promise<ApiAnswer>): ApiDoor {
  return async (request, response, path) => {
    const body = (await readBody(request, limits.apiBytes)).toString('utf8')
    const { method = 'GET', headers } = request
    const { authorization = '' } = headers
    const { status, text, headers: signed } = await answer({ method, path, body, authorization })
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
      ...signed,
    })
    response.end(text)
  }
}
