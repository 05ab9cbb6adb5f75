import busboy from 'busboy'
import type { IncomingMessage } from 'node:http'
import { limits } from '../limits'
import { CloudError, type SdkRequest } from '../service'

/**
 * Reads one request of wx-server-sdk, which speaks JSON and, for openapi and payment, multipart.
 */
export async function readRequest(incoming: IncomingMessage): Promise<SdkRequest> {
  const isMultipart = incoming.headers['content-type']?.startsWith('multipart/form-data') ?? false
  const { fields, requestData } = isMultipart
    ? await readMultipart(incoming)
    : { fields: await readJson(incoming), requestData: undefined }
  const { action, apiName, wxCloudApiToken } = fields
  if (typeof action !== 'string') throw unreadable('the field "action" is missing')
  return {
    action,
    body: fields,
    token: typeof wxCloudApiToken === 'string' ? wxCloudApiToken : '',
    ...(typeof apiName === 'string' && { apiName }),
    ...(requestData && { requestData }),
  }
}

const unreadable = (why: string) =>
  new CloudError('INVALID_PARAM', `[InvalidParameter] Unreadable request: ${why}.`)

async function readJson(incoming: IncomingMessage): Promise<Record<string, unknown>> {
  const text = (await readBytes(incoming)).toString('utf8')
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw unreadable('not JSON')
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw unreadable('not an object')
  return body as Record<string, unknown>
}

async function readBytes(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of source) {
    bytes += chunk.length
    if (bytes > limits.requestBytes) throw unreadable(`more than ${limits.requestBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

interface Parts {
  readonly fields: Record<string, string>
  readonly requestData: Buffer | undefined
}

function readMultipart(incoming: IncomingMessage): Promise<Parts> {
  const fields: Record<string, string> = {}
  const files: Record<string, Promise<Buffer>> = {}
  return new Promise((resolve, reject) => {
    const parser = busboy({ headers: incoming.headers, limits: { fieldSize: limits.requestBytes } })
    parser.on('field', (name, value) => (fields[name] = value))
    parser.on('file', (name, stream) => {
      files[name] = readBytes(stream)
      files[name].catch(reject)
    })
    parser.on('error', () => reject(unreadable('not multipart')))
    parser.on('close', () => {
      const { requestData } = files
      if (requestData) requestData.then((bytes) => resolve({ fields, requestData: bytes }), reject)
      else
        resolve({
          fields,
          requestData:
            fields.requestData === undefined ? undefined : Buffer.from(fields.requestData),
        })
    })
    incoming.pipe(parser)
  })
}
