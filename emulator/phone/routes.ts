/** Serves the phone at /_emulator/weapp: its page, its program, and the built mini-program. */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { injectRibbon } from '../panel/inject'
import { compileTemplates, filesIn } from './compiler'

/** Where the phone is found on the local cloud. */
export const phoneHome = '/_emulator/weapp'

/** What the routes need: the folder of the built mini-program. */
export interface PhoneRoutesOptions {
  readonly weapp: string
}

// This file is emulator/phone/routes.ts or part of dist/emulator/main.js: both two folders deep.
const entry = path.resolve(__dirname, '../..', 'emulator/phone/browser')

const page = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,user-scalable=no,viewport-fit=cover">
<title>聚团 · 小程序</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${phoneHome}/phone.css">
</head>
<body>
<script src="${phoneHome}/main.js"></script>
</body>
</html>
`

const missing = '还没有构建小程序。先在项目里运行 npm run build,再刷新这一页。'

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}

/** Bundles the phone's own program for the browser. */
async function buildRunner(): Promise<ReadonlyMap<string, string>> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [path.join(entry, 'main.ts'), path.join(entry, 'phone.css')],
    outdir: entry,
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    // j-component says `global` for the window.
    define: { global: 'window' },
    logLevel: 'silent',
  })
  return new Map(outputFiles.map((file) => [path.basename(file.path), file.text]))
}

/** Changes whenever a file of the package does. */
function stampOf(weapp: string, files: readonly string[]): string {
  return files.map((file) => `${file}:${statSync(path.join(weapp, file)).mtimeMs}`).join('\n')
}

/** Everything the phone reads of a package, as JSON; compiled again only when a file changed. */
class PackageBuild {
  private stamp = ''
  private json = ''

  constructor(private readonly weapp: string) {}

  get(): string {
    const files = filesIn(this.weapp, ['.js', '.json', '.wxml', '.wxss', '.wxs'])
    const stamp = stampOf(this.weapp, files)
    if (stamp === this.stamp) return this.json
    const read = files
      .filter((file) => !/\.(wxml|wxs)$/.test(file))
      .map((file) => [file, readFileSync(path.join(this.weapp, file), 'utf8')])
    const templates = compileTemplates(this.weapp)
    this.json = JSON.stringify({ templates, files: Object.fromEntries(read) as object })
    this.stamp = stamp
    return this.json
  }
}

function send(response: ServerResponse, name: string, body: string, status = 200): void {
  response.writeHead(status, {
    'content-type': contentTypes[path.extname(name)] ?? 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(body)
}

/** Sends a file of the package; paths that lead out of it are not found. */
function sendFile(response: ServerResponse, weapp: string, name: string): void {
  const file = path.join(weapp, path.normalize(`/${decodeURIComponent(name)}`))
  if (!existsSync(file) || !statSync(file).isFile()) {
    send(response, '', 'not found', 404)
    return
  }
  const type = contentTypes[path.extname(file)] ?? 'application/octet-stream'
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' })
  createReadStream(file).pipe(response)
}

/** Answers requests below /_emulator/weapp; false for every other path. */
export function phoneRoutes({ weapp }: PhoneRoutesOptions) {
  const program = new PackageBuild(weapp)
  let runner: Promise<ReadonlyMap<string, string>> | undefined

  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> => {
    if (url.pathname !== phoneHome && !url.pathname.startsWith(`${phoneHome}/`)) return false
    const name = url.pathname.slice(phoneHome.length + 1)
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      send(response, '', 'method not allowed', 405)
    } else if (name === '') {
      send(response, 'index.html', injectRibbon(page))
    } else if (name === 'package.json') {
      if (!existsSync(path.join(weapp, 'app.json'))) send(response, '', missing, 404)
      else send(response, name, program.get())
    } else if (name.startsWith('files/')) {
      sendFile(response, weapp, name.slice('files/'.length))
    } else {
      runner ??= buildRunner()
      const text = (await runner).get(name)
      if (text === undefined) send(response, '', 'not found', 404)
      else send(response, name, text)
    }
    return true
  }
}
