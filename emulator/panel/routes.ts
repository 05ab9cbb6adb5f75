import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
}

/**
 * Answers a request that is for the panel with true, and leaves every other one alone with false.
 */
export type Routes = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => Promise<boolean>

/**
 * Serves the control panel at `/_emulator` and its built files under `/_emulator/assets/`.
 * `folder` holds what scripts/build-emulator.mjs made of this directory.
 */
export function panelRoutes(folder: string = join(__dirname, 'panel')): Routes {
  return async (request, response, url) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const file = fileFor(url.pathname)
    if (file === undefined) return false
    const content = await readFile(join(folder, file)).catch(() => undefined)
    if (!content) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
      response.end(`${file} is not built: run npm run build`)
      return true
    }
    response.writeHead(200, {
      'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
    })
    response.end(request.method === 'HEAD' ? undefined : content)
    return true
  }
}

/** A flat folder and a plain name: no path of a request can leave it. */
function fileFor(path: string): string | undefined {
  if (path === '/_emulator' || path === '/_emulator/') return 'page.html'
  return /^\/_emulator\/assets\/([a-z]+\.(?:js|css)(?:\.map)?)$/.exec(path)?.[1]
}
