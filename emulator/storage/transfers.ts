/**
 * The addresses that the SDK uploads to and downloads from, as the cloud's COS would give them out.
 */
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBody } from '../control/body'
import { limits } from '../limits'
import type { Files } from './files'

/** Where uploads and downloads of the SDK arrive. */
export const TRANSFER_PREFIX = '/_storage/'
const UPLOAD = `${TRANSFER_PREFIX}upload/`
const DOWNLOAD = `${TRANSFER_PREFIX}download/`

export class Transfers {
  private readonly tickets = new Map<string, string>()
  /** Addresses end with the process, as temporary ones may. */
  private readonly secret = randomBytes(32)

  constructor(
    private readonly files: Files,
    private readonly now: () => number,
  ) {}

  /** An address that takes one upload of `path`. */
  uploadAddress(path: string): string {
    const ticket = randomUUID()
    this.tickets.set(ticket, path)
    return UPLOAD + ticket
  }

  /**
   * An address that gives `path` out until `seconds` from now. It has no `%`: the SDK encodes it
   * again.
   */
  downloadAddress(path: string, seconds: number): string {
    const text = JSON.stringify([path, this.now() + seconds * 1000])
    const pass = Buffer.from(text).toString('base64url')
    return `${DOWNLOAD}${pass}.${this.seal(pass)}`
  }

  /** Answers what begins with TRANSFER_PREFIX. */
  async answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    if (request.method === 'PUT' && path.startsWith(UPLOAD)) {
      await this.upload(request, response, path.slice(UPLOAD.length))
    } else if (request.method === 'GET' && path.startsWith(DOWNLOAD)) {
      await this.download(response, path.slice(DOWNLOAD.length))
    } else refuse(response, 405, 'MethodNotAllowed')
  }

  private async upload(request: IncomingMessage, response: ServerResponse, ticket: string) {
    const path = this.tickets.get(ticket)
    if (path === undefined || request.headers['key'] !== encodeURIComponent(path)) {
      refuse(response, 403, 'AccessDenied')
      return
    }
    this.tickets.delete(ticket)
    const bytes = await readBody(request, limits.fileBytes).catch(() => undefined)
    if (!bytes) {
      refuse(response, 400, 'EntityTooLarge')
      return
    }
    await this.files.put(path, bytes)
    // An empty body is what the SDK takes for success; it looks at no status.
    response.writeHead(200).end()
  }

  private async download(response: ServerResponse, address: string) {
    const path = this.pathBehind(address)
    const file = path === undefined ? undefined : this.files.find(path)
    const bytes = file && (await this.files.read(file.path))
    if (!bytes) {
      refuse(
        response,
        path === undefined ? 403 : 404,
        path === undefined ? 'AccessDenied' : 'NoSuchKey',
      )
      return
    }
    response.writeHead(200, { 'content-type': file.contentType, 'content-length': bytes.length })
    response.end(bytes)
  }

  private pathBehind(address: string): string | undefined {
    const [pass = '', seal] = address.split('.')
    if (seal !== this.seal(pass)) return undefined
    const [path, until] = JSON.parse(Buffer.from(pass, 'base64url').toString()) as [string, number]
    return this.now() <= until ? path : undefined
  }

  private seal(pass: string): string {
    return createHmac('sha256', this.secret).update(pass).digest('base64url')
  }
}

/** COS refuses in XML; the SDK looks for all four of these fields. */
function refuse(response: ServerResponse, status: number, code: string): void {
  const fields = { Code: code, Message: code, RequestId: randomUUID(), TraceId: randomUUID() }
  const xml = Object.entries(fields).map(([name, value]) => `<${name}>${value}</${name}>`)
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(`<?xml version="1.0" encoding="utf-8"?><Error>${xml.join('')}</Error>`)
}
