/**
 * The H5 build at `/`: right types, compressed once, cached as long as the name of a file allows.
 */
import { statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { basename, extname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { injectRibbon } from '../panel/inject'
import { contentTypeOf } from '../storage/content-type'

const COMPRESSIBLE = new Set(['.css', '.html', '.js', '.json', '.map', '.svg', '.txt', '.xml'])
/** A name with a hash in it means one content for ever. */
const HASHED = /[.-][0-9a-f]{8,}\./i
const LONG = 'public, max-age=31536000, immutable'
const BROTLI_QUALITY = 5

type Encoding = 'br' | 'gzip' | 'identity'

interface Page {
  readonly file: string
  /** Changes with every build. */
  readonly version: string
}

export class Pages {
  /** Ready bytes by encoding and file; a new build replaces them. */
  private readonly ready = new Map<string, { version: string; bytes: Promise<Buffer> }>()

  constructor(private readonly folder: string) {}

  /** Answers a GET or HEAD; false when there is no such page. */
  async answer(request: IncomingMessage, response: ServerResponse, path: string) {
    const page = this.find(path)
    if (!page) return false
    const { 'accept-encoding': accepted = '', 'if-none-match': known } = request.headers
    const encoding = encodingFor(page.file, accepted)
    const etag = `"${page.version}-${encoding}"`
    const headers = {
      'content-type': contentTypeOf(page.file),
      'cache-control': HASHED.test(basename(page.file)) ? LONG : 'no-cache',
      vary: 'accept-encoding',
      etag,
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    }
    if (known === etag) {
      response.writeHead(304, headers).end()
      return true
    }
    const bytes = await this.bytes(page, encoding)
    response.writeHead(200, { ...headers, 'content-length': bytes.length })
    response.end(request.method === 'HEAD' ? undefined : bytes)
    return true
  }

  /** A path without an ending is a place inside the app, which index.html opens. */
  private find(path: string): Page | undefined {
    const parts = path.split('/').filter((part) => part !== '')
    if (parts.some((part) => part === '..' || part.includes(sep) || part.includes('\0'))) {
      return undefined
    }
    const wanted = extname(path) === '' ? 'index.html' : join(...parts)
    const file = join(this.folder, wanted)
    const found = statSync(file, { throwIfNoEntry: false })
    if (!found?.isFile()) return undefined
    return { file, version: `${found.mtimeMs.toString(36)}-${found.size.toString(36)}` }
  }

  private bytes({ file, version }: Page, encoding: Encoding): Promise<Buffer> {
    const key = `${encoding} ${file}`
    const known = this.ready.get(key)
    if (known?.version === version) return known.bytes
    const bytes = load(file).then((content) => compress(content, encoding))
    this.ready.set(key, { version, bytes })
    return bytes
  }
}

/** The people and the cashier of the local cloud come into the page with the ribbon. */
async function load(file: string): Promise<Buffer> {
  const content = await readFile(file)
  if (basename(file) !== 'index.html') return content
  return Buffer.from(injectRibbon(content.toString('utf8')))
}

function encodingFor(file: string, accepted: string): Encoding {
  if (!COMPRESSIBLE.has(extname(file))) return 'identity'
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity'
}

async function compress(content: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return content
  if (encoding === 'gzip') return promisify(gzip)(content)
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY }
  return promisify(brotliCompress)(content, { params })
}
