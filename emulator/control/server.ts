/**
 * The one door: decides whether a request is for the SDK, the storage, the panel, the phone or the
 * pages.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { limits } from '../limits'
import { TRANSFER_PREFIX, type Transfers } from '../storage/transfers'
import { foreignTrouble } from './guard'
import type { ApiDoor } from '../wechat/transfers/door'
import { API_PREFIX } from '../wechat/transfers/endpoint'
import type { Pages } from './pages'
import { ControlError, ControlRequest, findRoute, type ControlReply, type Route } from './route'

/** Answers with true what is its own, and leaves everything else alone with false. */
export type Visitor = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => Promise<boolean>

/** Everything that requests are handed to. */
export interface Doors {
  readonly sdk: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  readonly transfers: Transfers
  /** WeChat Pay's API v3. */
  readonly api: ApiDoor
  readonly routes: readonly Route[]
  /** Panel and phone runner, for GET and HEAD. */
  readonly visitors: readonly Visitor[]
  readonly pages: Pages | undefined
}

/** Builds the server; whoever calls it listens. */
export function createCloudServer(doors: Doors): Server {
  const server = createServer((request, response) => {
    answer(doors, request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else sendError(response, error)
    })
  })
  server.keepAliveTimeout = limits.keepAliveMs
  return server
}

async function answer(doors: Doors, request: IncomingMessage, response: ServerResponse) {
  const trouble = foreignTrouble(request)
  if (trouble !== undefined) throw new ControlError(403, 'foreign', trouble)
  const { method = 'GET', url: target = '/' } = request
  const url = new URL(target, 'http://cloud')
  const path = url.pathname
  if (path === '/admin' && method === 'POST') return doors.sdk(request, response)
  if (path.startsWith(API_PREFIX)) return doors.api(request, response, path)
  if (path.startsWith(TRANSFER_PREFIX)) return doors.transfers.answer(request, response, path)
  const isLook = method === 'GET' || method === 'HEAD'
  if (isLook) {
    for (const visitor of doors.visitors) if (await visitor(request, response, url)) return
  }
  if (path.startsWith('/_emulator/')) {
    const { route, params } = findRoute(doors.routes, method, path)
    send(response, await route.answer(new ControlRequest(request, url.searchParams, params)))
    return
  }
  if (isLook && (await doors.pages?.answer(request, response, decodeURIComponent(path)))) return
  throw new ControlError(404, 'path_unknown', `There is nothing at ${path}.`)
}

function send(response: ServerResponse, reply: ControlReply): void {
  const { status = 200 } = reply
  if ('bytes' in reply) {
    response.writeHead(status, { ...reply.headers, 'content-length': reply.bytes.byteLength })
    response.end(reply.bytes)
    return
  }
  const text = 'json' in reply ? JSON.stringify(reply.json) : reply.jsonText
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  })
  response.end(text)
}

function sendError(response: ServerResponse, error: unknown): void {
  const { status, code, message } =
    error instanceof ControlError
      ? error
      : { status: 500, code: 'broken', message: error instanceof Error ? error.message : '' }
  send(response, { status, json: { error: { code, message } } })
}
