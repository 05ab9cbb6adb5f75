import { limits } from '../limits'
import { StoreError } from './refusals'

/** One declared index. A missing field counts as null, in unique ones too. */
export interface IndexSchema {
  readonly name: string
  readonly fields: readonly (readonly [path: string, direction: 1 | -1])[]
  readonly unique: boolean
}

/** One declared collection. The cloud's functions see every collection, whatever its permission. */
export interface CollectionSchema {
  readonly permission: string
  readonly indexes: readonly IndexSchema[]
}

/** The parsed database.json: what deployment creates and the local cloud declares. */
export interface DatabaseSchema {
  readonly collections: Readonly<Record<string, CollectionSchema>>
}

/** Reads database.json; a mistake in it is one sentence that names the place. */
export function readSchema(text: string): DatabaseSchema {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (error) {
    throw new StoreError(`database.json is not JSON: ${String(error)}`)
  }
  const collections = entriesOf(asRecord(parsed, 'database.json').collections, 'collections')
  if (collections.length > limits.collections)
    throw new StoreError(
      `database.json declares ${collections.length} collections; ${limits.collections} are allowed.`,
    )
  return {
    collections: Object.fromEntries(
      collections.map(([name, value]) => [name, readCollection(name, value)]),
    ),
  }
}

function readCollection(name: string, value: unknown): CollectionSchema {
  const { permission, indexes = [] } = asRecord(value, name)
  if (typeof permission !== 'string' || !Array.isArray(indexes))
    throw new StoreError(`database.json: ${name} needs a "permission" and a list of "indexes".`)
  if (indexes.length > limits.indexesPerCollection)
    throw new StoreError(
      `database.json: ${name} has ${indexes.length} indexes; ${limits.indexesPerCollection} are allowed.`,
    )
  return { permission, indexes: indexes.map((index) => readIndex(name, index)) }
}

function readIndex(collection: string, value: unknown): IndexSchema {
  const { name, fields, unique = false } = asRecord(value, collection)
  const isSound =
    typeof name === 'string' &&
    Array.isArray(fields) &&
    fields.length > 0 &&
    fields.length <= limits.fieldsPerIndex &&
    fields.every(isField) &&
    typeof unique === 'boolean'
  if (!isSound)
    throw new StoreError(
      `database.json: an index of ${collection} is not {"name", "fields": [["path", 1 or -1], …], "unique"}.`,
    )
  return { name, fields, unique }
}

const isField = (field: unknown): field is [string, 1 | -1] =>
  Array.isArray(field) && typeof field[0] === 'string' && (field[1] === 1 || field[1] === -1)

const entriesOf = (value: unknown, place: string) => Object.entries(asRecord(value, place))

function asRecord(value: unknown, place: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new StoreError(`database.json: ${place} is not an object.`)
  return value as Record<string, unknown>
}
