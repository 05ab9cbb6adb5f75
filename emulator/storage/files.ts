/** Cloud storage: paths with bytes behind them. */
import type { Records } from '../records'
import type { Blobs } from './blobs'
import { contentTypeOf, isPicture } from './content-type'
import { fileIdOf, pathTrouble } from './paths'

/** A file as it is remembered; `_id` is its path. */
export type FileRecord = {
  readonly _id: string
  readonly hash: string
  readonly bytes: number
  readonly at: number
  /** The kind of picture that the sender said it is, for a name that does not tell. */
  readonly picture?: string
}

/** A file as others see it. */
export interface FileEntry {
  readonly path: string
  readonly fileId: string
  readonly bytes: number
  readonly contentType: string
  readonly hash: string
  readonly at: number
}

export class Files {
  /** Changes come one after another: bytes must not go while another path begins to use them. */
  private changes: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly records: Records<FileRecord>,
    private readonly blobs: Blobs,
    private readonly now: () => number,
  ) {}

  /** By path, in order. */
  list(): FileEntry[] {
    return this.records
      .list()
      .map(entryOf)
      .sort((one, other) => (one.path < other.path ? -1 : 1))
  }

  find(path: string): FileEntry | undefined {
    const record = this.records.get(path)
    return record && entryOf(record)
  }

  /** Writes or replaces a file. The path must have been checked by `pathTrouble`. */
  put(path: string, bytes: Uint8Array, type?: string): Promise<FileEntry> {
    const trouble = pathTrouble(path)
    if (trouble !== undefined) return Promise.reject(new Error(trouble))
    return this.inTurn(() => this.write(path, bytes, type))
  }

  async read(path: string): Promise<Buffer | undefined> {
    const record = this.records.get(path)
    return record && this.blobs.get(record.hash)
  }

  /** False when there is no such file. */
  remove(path: string): Promise<boolean> {
    return this.inTurn(() => this.erase(path))
  }

  /** The records go with the store's own reset; this drops the bytes. */
  clear(): Promise<void> {
    return this.inTurn(() => this.blobs.clear())
  }

  private inTurn<T>(change: () => Promise<T>): Promise<T> {
    const done = this.changes.then(change)
    this.changes = done.catch(() => undefined)
    return done
  }

  private async write(path: string, bytes: Uint8Array, type = ''): Promise<FileEntry> {
    const before = this.records.get(path)
    const hash = await this.blobs.put(bytes)
    const record = {
      ...{ _id: path, hash, bytes: bytes.byteLength, at: this.now() },
      ...(isPicture(type) ? { picture: type } : {}),
    }
    await this.records.put(record)
    if (before && before.hash !== hash) await this.forget(before.hash)
    return entryOf(record)
  }

  private async erase(path: string): Promise<boolean> {
    const record = this.records.get(path)
    if (!record) return false
    await this.records.remove(path)
    await this.forget(record.hash)
    return true
  }

  /** Two paths may share their bytes. */
  private async forget(hash: string): Promise<void> {
    if (!this.records.list().some((record) => record.hash === hash)) await this.blobs.remove(hash)
  }
}

function entryOf({ _id: path, bytes, hash, at, picture }: FileRecord): FileEntry {
  const contentType = contentTypeOf(path, picture)
  return { path, fileId: fileIdOf(path), bytes, contentType, hash, at }
}
