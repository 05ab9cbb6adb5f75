/** The shape of the control API: a table of routes, each a function from a request to a reply. */
import type { IncomingMessage } from 'node:http'
import { BodyTooLarge, readBody } from './body'

const JSON_BYTES = 16 * 1024 * 1024

/** What a route gets. `params` are the parts of the path that its pattern leaves open. */
export class ControlRequest {
  constructor(
    private readonly incoming: IncomingMessage,
    readonly query: URLSearchParams,
    private readonly params: readonly string[],
  ) {}

  param(place = 0): string {
    return this.params[place] ?? ''
  }

  header(name: string): string | undefined {
    const value = this.incoming.headers[name]
    return Array.isArray(value) ? value[0] : value
  }

  /** The body as it came. */
  async bytes(most: number): Promise<Buffer> {
    try {
      return await readBody(this.incoming, most)
    } catch (error) {
      if (error instanceof BodyTooLarge)
        throw new ControlError(413, 'body_too_large', error.message)
      throw error
    }
  }

  async text(most = JSON_BYTES): Promise<string> {
    return (await this.bytes(most)).toString('utf8')
  }

  /** The body as a JSON object; an empty one counts as {}. */
  async object(most = JSON_BYTES): Promise<Record<string, unknown>> {
    const text = await this.text(most)
    const value = text === '' ? {} : parseJson(text)
    if (isObject(value)) return { ...value }
    throw new ControlError(400, 'body_invalid', 'The body must be a JSON object.')
  }

  /** A whole number of the query, zero or more. */
  count(name: string): number | undefined {
    const text = this.query.get(name)
    if (text === null || text === '') return undefined
    if (/^\d{1,15}$/.test(text)) return Number(text)
    throw new ControlError(400, 'query_invalid', `"${name}" must be a whole number.`)
  }
}

/** JSON, ready-made JSON text, or bytes with headers of their own. */
export type ControlReply =
  | { readonly status?: number; readonly json: unknown }
  | { readonly status?: number; readonly jsonText: string }
  | {
      readonly status?: number
      readonly bytes: Uint8Array
      readonly headers: Readonly<Record<string, string>>
    }

/** In `path`, `:name` stands for one part and `*` for all the rest. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly answer: (request: ControlRequest) => ControlReply | Promise<ControlReply>
}

/** Goes out as `{"error":{"code","message"}}`. */
export class ControlError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** Finds the route of a request. 404 where no path fits, 405 where only the method does not. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { route: Route; params: string[] } {
  const fitting = routes.flatMap((route) => {
    const params = matchPath(route.path, path)
    return params ? [{ route, params }] : []
  })
  const found = fitting.find(({ route }) => route.method === method)
  if (found) return found
  if (fitting.length > 0)
    throw new ControlError(405, 'method_unknown', `${path} takes no ${method}.`)
  throw new ControlError(404, 'path_unknown', `There is nothing at ${path}.`)
}

function matchPath(pattern: string, path: string): string[] | undefined {
  const source = pattern.replace(/:\w+/g, '([^/]+)').replace('*', '(.+)')
  const parts = new RegExp(`^${source}$`).exec(path)?.slice(1)
  try {
    return parts?.map(decodeURIComponent)
  } catch {
    throw new ControlError(400, 'path_invalid', 'The path is not valid percent-encoding.')
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ControlError(400, 'body_invalid', 'The body is not JSON.')
  }
}

/** True for a JSON object; false for arrays and null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
