/** `/_emulator/files`: the cloud's storage; the H5 build shows its pictures from here. */
import type { FileEntry, Files } from '../storage/files'
import { pathTrouble } from '../storage/paths'
import { limits } from '../limits'
import { ControlError, type Route } from './route'

export function fileRoutes(files: Files): Route[] {
  return [
    {
      method: 'GET',
      path: '/_emulator/files',
      answer: () => ({ json: files.list() }),
    },
    {
      method: 'GET',
      path: '/_emulator/files/*',
      answer: async (request) => {
        const file = files.find(request.param())
        const tag = file && `"${file.hash}"`
        if (tag !== undefined && request.header('if-none-match') === tag) {
          return { status: 304, bytes: Buffer.alloc(0), headers: { etag: tag } }
        }
        const bytes = file && (await files.read(file.path))
        if (!file || !bytes) throw unknown(request.param())
        return { bytes, headers: headersOf(file) }
      },
    },
    {
      method: 'PUT',
      path: '/_emulator/files/*',
      answer: async (request) => {
        const path = request.param()
        const trouble = pathTrouble(path)
        if (trouble !== undefined) throw new ControlError(400, 'path_invalid', trouble)
        const bytes = await request.bytes(limits.fileBytes)
        return { json: await files.put(path, bytes, request.header('content-type')) }
      },
    },
    {
      method: 'DELETE',
      path: '/_emulator/files/*',
      answer: async (request) => {
        if (await files.remove(request.param())) return { json: { removed: 1 } }
        throw unknown(request.param())
      },
    },
  ]
}

function unknown(path: string): ControlError {
  return new ControlError(404, 'file_unknown', `There is no file ${path}.`)
}

/** A stored page must not act as a page of this cloud, so it is sandboxed. */
function headersOf({ contentType, hash }: FileEntry): Record<string, string> {
  return {
    'content-type': contentType,
    'cache-control': 'public, max-age=60',
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
    etag: `"${hash}"`,
  }
}
