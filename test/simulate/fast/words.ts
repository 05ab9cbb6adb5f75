/** Turns what handlers write in the SDK's words into MongoDB's queries and updates. */
import { isPlainObject } from '../../../emulator/store/document'
import { Change, Condition } from './command'

type Fields = Record<string, unknown>

/** A `where` as MongoDB reads it: nested objects become dotted paths. */
export function queryOf(where: unknown): Fields {
  if (where instanceof Condition) return joinedQuery(where)
  const query: Fields = {}
  if (isPlainObject(where)) gather(where, '', query)
  return query
}

/** Several whole queries joined: `_.or([{…}, {…}])`. */
function joinedQuery({ operators }: Condition): Fields {
  return Object.fromEntries(
    Object.entries(operators).map(([operator, parts]) => [
      operator,
      Array.isArray(parts) ? parts.map(queryOf) : parts,
    ]),
  )
}

function gather(where: Fields, prefix: string, query: Fields): void {
  for (const [name, value] of Object.entries(where)) {
    const path = prefix + name
    if (value === undefined) continue
    if (value instanceof Condition) addCondition(path, value, query)
    else if (isPlainObject(value) && Object.keys(value).length > 0) gather(value, `${path}.`, query)
    else query[path] = value
  }
}

/** `_.gte(1).and(_.lt(5))` on one field is two conditions on it. */
function addCondition(path: string, { operators }: Condition, query: Fields): void {
  for (const [operator, parts] of Object.entries(operators)) {
    const isJoin = operator === '$and' || operator === '$or' || operator === '$nor'
    if (isJoin && Array.isArray(parts)) {
      const branches = parts.map((part) => queryOf({ [path]: part as unknown }))
      query.$and = [...((query.$and as unknown[] | undefined) ?? []), { [operator]: branches }]
    } else {
      query[path] = { ...(isPlainObject(query[path]) && query[path]), [operator]: parts }
    }
  }
}

/** An `update` as MongoDB reads it: plain objects become dotted paths to set. */
export function updateOf(data: unknown): Fields {
  const update: Record<string, Fields | undefined> = {}
  if (isPlainObject(data)) gatherChanges(data, '', update)
  return update
}

function gatherChanges(
  data: Fields,
  prefix: string,
  update: Record<string, Fields | undefined>,
): void {
  for (const [name, value] of Object.entries(data)) {
    const path = prefix + name
    if (value === undefined) continue
    if (value instanceof Change) {
      ;(update[value.operator] ??= {})[path] = stored(value.argument)
    } else if (isPlainObject(value) && Object.keys(value).length > 0) {
      gatherChanges(value, `${path}.`, update)
    } else {
      ;(update.$set ??= {})[path] = stored(value)
    }
  }
}

/**
 * A value as the wire would leave it: a copy, without what is undefined. It is frozen, because
 * reads hand it out as it is: who changed it would change the database.
 */
export function stored<Value>(value: Value): Value {
  return copyOf(value) as Value
}

function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (Object.isFrozen(value)) return value
  if (Array.isArray(value)) {
    return Object.freeze(value.map((item) => copyOf(item) ?? null))
  }
  const copy: Fields = {}
  for (const [name, field] of Object.entries(value as Fields)) {
    if (field !== undefined) copy[name] = copyOf(field)
  }
  return Object.freeze(copy)
}
