import {
  DatabaseSync,
  type DatabaseSyncInstance,
  type StatementSyncInstance,
} from '@photostructure/sqlite'
import { closeSync, fdatasync, fdatasyncSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Document } from './document'
import { parseText, textOf } from './text'
import { StoreError } from './refusals'

/** 'JUTU' in the header of the file tells ours from anybody else's. */
const applicationId = 0x4a555455
const format = 1

/** A document as it was written down. */
export interface JournalRow {
  readonly record: number
  readonly collection: string
  readonly document: Document
}

/** One change to write down; `null` removes the row. */
export interface JournalChange {
  readonly record: number
  readonly collection: string
  readonly document: Document | null
}

const sync = promisify(fdatasync)

/**
 * The documents on disk, one row each. Whatever arrives while the disk is busy becomes one SQLite
 * transaction (group commit), and `append` resolves when that has reached the disk.
 *
 * SQLite's own synchronous=FULL would sync inside COMMIT and hold up everybody meanwhile. So it
 * runs with NORMAL, which writes the log at COMMIT and syncs it before every checkpoint, and the
 * log is synced here, off the event loop, before anything is acknowledged. That is as durable as
 * FULL: an acknowledged transaction is in the synced log, a half-written one is not seen again.
 */
export class Journal {
  private readonly put: StatementSyncInstance
  private readonly remove: StatementSyncInstance
  private changes = new Map<number, JournalChange>()
  /** The batch that gathers now. */
  private batch: Promise<void> | undefined
  /** The batch that the disk is at. */
  private writing: Promise<void> = Promise.resolve()
  private closing: Promise<void> | undefined
  private failure: StoreError | undefined
  /** Transactions committed so far. */
  commits = 0

  private constructor(
    private readonly database: DatabaseSyncInstance,
    private readonly place: string,
    private readonly log: number,
  ) {
    this.put = database.prepare(
      'INSERT INTO documents (record, collection, document) VALUES (?, ?, ?) ' +
        'ON CONFLICT (record) DO UPDATE SET document = excluded.document',
    )
    this.remove = database.prepare('DELETE FROM documents WHERE record = ?')
  }

  /** Opens or makes the file of a data folder. */
  static open(folder: string): Journal {
    const file = join(folder, 'documents.sqlite')
    try {
      mkdirSync(folder, { recursive: true })
      const database = openFile(file)
      return new Journal(database, file, openSync(`${file}-wal`, 'r+'))
    } catch (error) {
      throw error instanceof StoreError ? error : new StoreError(sentenceFor(file, error))
    }
  }

  /** Everything that was ever acknowledged, in natural order. */
  *rows(): Generator<JournalRow> {
    const rows = this.database
      .prepare('SELECT record, collection, document FROM documents ORDER BY record')
      .all() as { record: number; collection: string; document: string }[]
    for (const row of rows) yield { ...row, document: this.read(row.document) }
  }

  /** Collections that were created while the cloud ran. */
  created(): string[] {
    const rows = this.database.prepare('SELECT name FROM collections').all() as { name: string }[]
    return rows.map(({ name }) => name)
  }

  create(collection: string): void {
    this.database.prepare('INSERT OR IGNORE INTO collections (name) VALUES (?)').run(collection)
    fdatasyncSync(this.log)
  }

  /** Writes changes down with whatever else comes now; rejects if the disk refuses. */
  append(changes: readonly JournalChange[]): Promise<void> {
    for (const change of changes) this.changes.set(change.record, change)
    this.batch ??= this.writeAfter(this.writing)
    return this.batch
  }

  /** The disk takes one batch at a time; what comes meanwhile goes together into the next. */
  private async writeAfter(before: Promise<void>): Promise<void> {
    await before.catch(() => undefined)
    await new Promise<void>((resolve) => setImmediate(resolve))
    this.writing = this.flush()
    return this.writing
  }

  /** Throws once a batch could not be written, so that memory does not run further ahead. */
  assertSound(): void {
    if (this.failure) throw this.failure
  }

  /** Removes every row and every created collection. */
  clear(): void {
    this.changes.clear()
    this.database.exec('BEGIN; DELETE FROM documents; DELETE FROM collections; COMMIT')
    fdatasyncSync(this.log)
  }

  /** Writes the last batch and lets the file go; once, for its number may be another's soon. */
  close(): Promise<void> {
    this.closing ??= this.letGo()
    return this.closing
  }

  private async letGo(): Promise<void> {
    await this.batch
    await this.writing
    closeSync(this.log)
    release(this.database)
  }

  private async flush(): Promise<void> {
    const changes = this.changes
    this.changes = new Map()
    this.batch = undefined
    try {
      this.database.exec('BEGIN')
      for (const change of changes.values()) this.write(change)
      this.database.exec('COMMIT')
      this.commits++
      await sync(this.log)
    } catch (error) {
      // Memory is ahead of the disk now: nothing may be acknowledged any more.
      this.failure = new StoreError(
        `${this.place} cannot be written: ${String(error)}. Start the cloud again.`,
      )
      throw this.failure
    }
  }

  private write({ record, collection, document }: JournalChange): void {
    if (document) this.put.run(record, collection, textOf(document))
    else this.remove.run(record)
  }

  private read(text: string): Document {
    try {
      return parseText(text)
    } catch {
      throw new StoreError(damaged(this.place))
    }
  }
}

/**
 * Closes the file. Statements that are not collected yet would keep it open and with it the lock,
 * and the lock can only be given up outside of WAL.
 */
function release(database: DatabaseSyncInstance): void {
  database.exec('PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL')
  database.prepare('SELECT count(*) FROM sqlite_schema').get()
  database.close()
}

/** The same for a file that may be broken; why it cannot be used matters more. */
function releaseQuietly(database: DatabaseSyncInstance): void {
  try {
    release(database)
  } catch {
    database.close()
  }
}

const damaged = (file: string) =>
  `${file} is damaged; move it away to begin anew, or put a copy of it back.`

function openFile(file: string): DatabaseSyncInstance {
  const database = new DatabaseSync(file)
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA busy_timeout = 500')
    const tables = single(database, 'SELECT count(*) AS value FROM sqlite_schema')
    const isOurs = single(database, 'PRAGMA application_id', 'application_id') === applicationId
    if (tables > 0 && !isOurs)
      throw new StoreError(`${file} was not made by the local cloud; choose another data folder.`)
    if (isOurs && single(database, 'PRAGMA user_version', 'user_version') !== format)
      throw new StoreError(
        `${file} was made by another version of the local cloud; choose another data folder.`,
      )
    if (isOurs) checkWhole(database, file)
    prepareTables(database)
    return database
  } catch (error) {
    releaseQuietly(database)
    throw error
  }
}

function prepareTables(database: DatabaseSyncInstance): void {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  database.exec(
    'BEGIN;' +
      'CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY) WITHOUT ROWID;' +
      'CREATE TABLE IF NOT EXISTS documents (record INTEGER PRIMARY KEY, collection TEXT NOT NULL, document TEXT NOT NULL);' +
      `PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${format};` +
      'COMMIT',
  )
}

function checkWhole(database: DatabaseSyncInstance, file: string): void {
  const verdict = database.prepare('PRAGMA quick_check(1)').get() as { quick_check: string }
  if (verdict.quick_check !== 'ok') throw new StoreError(damaged(file))
}

function single(database: DatabaseSyncInstance, sql: string, column = 'value'): number {
  return Number((database.prepare(sql).get() as Record<string, unknown>)[column])
}

function sentenceFor(file: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  if (/locked|busy/i.test(message)) return `${file} is in use by another local cloud.`
  if (/not a database/i.test(message))
    return `${file} was not made by the local cloud; choose another data folder.`
  if (/malformed|corrupt/i.test(message)) return damaged(file)
  return `${file} cannot be opened: ${message}.`
}
