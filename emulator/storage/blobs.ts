/**
 * The bytes of files, named by their SHA-256: on disk, or in memory for a cloud without a folder.
 */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Keeps bytes under the name that their content gives them. */
export interface Blobs {
  /** Resolves when the bytes survive a power cut. */
  put(bytes: Uint8Array): Promise<string>
  get(hash: string): Promise<Buffer | undefined>
  remove(hash: string): Promise<void>
  clear(): Promise<void>
}

/** The name of some bytes. */
function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Forgets everything when the process ends. */
export function memoryBlobs(): Blobs {
  const kept = new Map<string, Buffer>()
  return {
    put: (bytes) => {
      const hash = hashOf(bytes)
      kept.set(hash, Buffer.from(bytes))
      return Promise.resolve(hash)
    },
    get: (hash) => Promise.resolve(kept.get(hash)),
    remove: (hash) => {
      kept.delete(hash)
      return Promise.resolve()
    },
    clear: () => {
      kept.clear()
      return Promise.resolve()
    },
  }
}

/** One file per content. A half-written one never gets its name. */
export function diskBlobs(folder: string): Blobs {
  const place = (hash: string) => join(folder, hash)
  return {
    put: async (bytes) => {
      const hash = hashOf(bytes)
      await mkdir(folder, { recursive: true })
      const draft = join(folder, `draft-${randomUUID()}`)
      const handle = await open(draft, 'w')
      try {
        await handle.writeFile(bytes)
        await handle.datasync()
      } finally {
        await handle.close()
      }
      await rename(draft, place(hash))
      return hash
    },
    get: async (hash) => {
      try {
        return await readFile(place(hash))
      } catch {
        return undefined
      }
    },
    remove: (hash) => rm(place(hash), { force: true }),
    clear: () => rm(folder, { recursive: true, force: true }),
  }
}
