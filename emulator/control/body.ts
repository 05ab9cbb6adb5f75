/** Reads what a request carries, up to a limit. */
import type { IncomingMessage } from 'node:http'

/** Thrown when a body is larger than it may be. */
export class BodyTooLarge extends Error {}

/** The whole body. Rejects with BodyTooLarge beyond `most` bytes; the rest is read and dropped. */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= most) chunks.push(chunk)
  }
  if (size > most) throw new BodyTooLarge(`The body is larger than ${most} bytes.`)
  return Buffer.concat(chunks)
}
