/** Names of files in the cloud's storage, and nothing else: a path never reaches the disk. */
import { ENV_ID } from '../functions/invocation'
import { limits } from '../limits'

/** The one bucket there is. */
export const BUCKET = 'files'
const PREFIX = `cloud://${ENV_ID}.${BUCKET}/`

/**
 * Why a path is no path of the storage, or undefined when it is one (Tencent COS: rules of object
 * keys).
 */
export function pathTrouble(path: string): string | undefined {
  if (path === '') return 'cloudPath must not be empty'
  if (Buffer.byteLength(path) > limits.pathBytes) return 'cloudPath is too long'
  if (path.startsWith('/')) return 'cloudPath must not start with a slash'
  if (path.split('/').some((part) => part === '' || part === '.' || part === '..')) {
    return 'cloudPath must not have empty parts, "." or ".."'
  }
  if (/[\\\u0000-\u001f\u007f]/.test(path))
    return 'cloudPath must not have backslashes or control characters'
  return undefined
}

/** The id by which everybody names the file. */
export function fileIdOf(path: string): string {
  return PREFIX + path
}

/** The path behind a file id of this environment; undefined for any other id. */
export function pathOf(fileId: string): string | undefined {
  return fileId.startsWith(PREFIX) ? fileId.slice(PREFIX.length) : undefined
}
