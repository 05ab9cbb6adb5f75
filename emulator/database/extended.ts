import { EJSON } from 'bson'
import { isPlainObject } from '../store/document'

/**
 * Reads Extended JSON as the SDK writes it: every number becomes a JS number, a pattern a RegExp,
 * and `db.serverDate()` the moment `now` (plus its offset).
 */
export function parseExtended(text: string, now: number): unknown {
  return revive(EJSON.parse(text, { relaxed: true }) as unknown, now)
}

/** Reads an Extended JSON object; anything else reads as undefined. */
export function parseFields(text: string, now: number): Record<string, unknown> | undefined {
  const value = parseExtended(text, now)
  return isPlainObject(value) ? value : undefined
}

/** Writes any value as Extended JSON. */
export const stringifyExtended = (value: unknown): string =>
  EJSON.stringify(value, { relaxed: true })

interface BsonPattern {
  readonly _bsontype: 'BSONRegExp'
  readonly pattern: string
  readonly options: string
}

function revive(value: unknown, now: number): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) value[at] = revive(value[at], now)
    return value
  }
  if (isPattern(value)) return new RegExp(value.pattern, patternFlags(value.options))
  if (!isPlainObject(value)) return value
  if ('$tcb_server_date' in value) return serverDate(value.$tcb_server_date, now)
  for (const name of Object.keys(value)) value[name] = revive(value[name], now)
  return value
}

const isPattern = (value: object): value is BsonPattern =>
  '_bsontype' in value && value._bsontype === 'BSONRegExp'

/** Flags that mean the same to MongoDB and to JS. `g` and `y` would make a pattern remember. */
export const patternFlags = (options: string) => options.replace(/[^imsu]/g, '')

function serverDate(stamp: unknown, now: number): Date {
  const offset = isPlainObject(stamp) && typeof stamp.offset === 'number' ? stamp.offset : 0
  return new Date(now + offset)
}
