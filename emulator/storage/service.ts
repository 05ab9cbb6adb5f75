/** `uploadFile`, `downloadFile`, `getTempFileURL`, `deleteFile` of the SDK. */
import { limits } from '../limits'
import { CloudError, type SdkRequest, type Service } from '../service'
import type { Files } from './files'
import { fileIdOf, pathOf, pathTrouble } from './paths'
import type { Transfers } from './transfers'

interface Parts {
  readonly files: Files
  readonly transfers: Transfers
  /** Where this cloud is reached, e.g. http://127.0.0.1:8787. */
  readonly address: () => string
}

export function storageService({ files, transfers, address }: Parts): Service {
  return {
    actions: {
      'storage.getUploadMetadata': ({ body }: SdkRequest) => {
        const path = typeof body['path'] === 'string' ? body['path'] : ''
        const trouble = pathTrouble(path)
        if (trouble !== undefined) throw new CloudError('INVALID_PARAM', trouble)
        const fileId = fileIdOf(path)
        const data = {
          url: address() + transfers.uploadAddress(path),
          token: 'local',
          authorization: 'local',
          fileId,
          // Travels as a header, so it must be ASCII.
          cosFileId: Buffer.from(fileId).toString('base64url'),
        }
        return Promise.resolve({ json: { data } })
      },
      'storage.batchGetDownloadUrl': ({ body }: SdkRequest) => {
        const list = listOf(body['file_list']).map((wish) => {
          const { fileid, max_age: age } = asFields(wish)
          const path = pathOf(String(fileid))
          if (path === undefined || !files.find(path)) {
            return { code: 'STORAGE_FILE_NONEXIST', fileID: fileid, tempFileURL: '' }
          }
          const maxAge = typeof age === 'number' && age > 0 ? age : limits.tempUrlSeconds
          const tempFileURL = address() + transfers.downloadAddress(path, maxAge)
          return { code: 'SUCCESS', fileID: fileid, tempFileURL, maxAge }
        })
        return Promise.resolve({ json: { data: { download_list: list } } })
      },
      'storage.batchDeleteFile': async ({ body }: SdkRequest) => {
        const list = await Promise.all(
          listOf(body['fileid_list']).map(async (fileID) => {
            const path = pathOf(String(fileID))
            const removed = path !== undefined && (await files.remove(path))
            return { fileID, code: removed ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' }
          }),
        )
        return { json: { data: { delete_list: list } } }
      },
    },
  }
}

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value) && value.length <= limits.filesPerCall) return value
  throw new CloudError('INVALID_PARAM', `fileList must hold at most ${limits.filesPerCall} files`)
}

function asFields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
