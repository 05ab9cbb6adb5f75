import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  CloudError,
  type Intercept,
  type SdkReply,
  type SdkRequest,
  type Service,
} from '../service'
import { readRequest } from './request'

/** What the wire is connected to. */
export interface SdkEndpointOptions {
  readonly services: readonly Service[]
  /** The first one is the outermost. */
  readonly intercept?: readonly Intercept[]
}

/**
 * Answers wx-server-sdk: mount it at `POST /admin`. Keep connections alive for
 * `limits.keepAliveMs`,
 * because the SDK never repeats a request whose connection was reset.
 */
export function createSdkEndpoint(
  options: SdkEndpointOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const answer = createDispatcher(options)
  return async (incoming, response) => {
    const requestId = randomUUID()
    try {
      const request = await readRequest(incoming)
      sendReply(response, await answer(request), requestId)
    } catch (error) {
      sendJson(response, { ...wordsFor(error), requestId })
    }
  }
}

/** Sends each request through the intercepts to the service that names its action. */
export function createDispatcher({
  services,
  intercept = [],
}: SdkEndpointOptions): (request: SdkRequest) => Promise<SdkReply> {
  const actions = new Map(services.flatMap((service) => Object.entries(service.actions)))
  const dispatch = async (request: SdkRequest): Promise<SdkReply> => {
    const act = actions.get(request.action)
    if (!act)
      throw new CloudError('INVALID_PARAM', `[InvalidParameter] Unknown action ${request.action}.`)
    return act(request)
  }
  return intercept.reduceRight<(request: SdkRequest) => Promise<SdkReply>>(
    (inner, around) => (request) => around(request, () => inner(request)),
    dispatch,
  )
}

function wordsFor(error: unknown): { code: string; message: string } {
  if (error instanceof CloudError) return { code: error.code, message: error.message }
  return { code: 'SYS_ERR', message: error instanceof Error ? error.message : String(error) }
}

function sendReply(response: ServerResponse, reply: SdkReply, requestId: string): void {
  if ('json' in reply) {
    sendJson(response, { requestId, ...reply.json })
    return
  }
  // The SDK takes exactly `application/json; charset=utf-8` for a failure of openapi and payment.
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': reply.octets.byteLength,
    'x-request-id': requestId,
  })
  response.end(reply.octets)
}

function sendJson(response: ServerResponse, body: object): void {
  const text = JSON.stringify(body)
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}
