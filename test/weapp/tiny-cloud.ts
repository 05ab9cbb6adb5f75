/**
 * A cloud of a few lines, to test the phone alone: it answers what it is told and keeps what it
 * got.
 */
import http from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request as it arrived. */
export interface Arrived {
  readonly method: string
  readonly path: string
  readonly openid: string
  readonly body: unknown
}

/** Answers a request with a status and a JSON body. */
export type Answering = (request: Arrived) => readonly [status: number, body: unknown]

/** The running cloud. */
export interface TinyCloud {
  readonly url: string
  readonly arrived: readonly Arrived[]
  close(): Promise<void>
}

/** Starts a cloud on any free port. */
export async function startTinyCloud(answer: Answering): Promise<TinyCloud> {
  const arrived: Arrived[] = []
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString()
      const one: Arrived = {
        method: request.method ?? '',
        path: request.url ?? '',
        openid: String(request.headers['x-openid'] ?? ''),
        body: text === '' ? undefined : (JSON.parse(text) as unknown),
      }
      arrived.push(one)
      const [status, body] = answer(one)
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => {
          resolve()
        })
      }),
  }
}
