import { isPlainObject } from '../store/document'
import { compareValues, equalValues } from '../store/value'
import { compileOperators, isOperators, testEqual } from './conditions'
import { stringifyExtended } from './extended'
import { kindName, type Place, type UpdateOperator } from './field-operators'
import { compileQuery } from './match'
import { failed } from './refusals'
import { readSort, sorted } from './sort'

/** Operators on arrays. All but `$pop`, `$pull` and `$pullAll` make a missing array. */
export const arrayOperators: Readonly<Record<string, UpdateOperator>> = {
  $push: pushItems,
  $addToSet: addToSet,
  $pop: popItem,
  $pull: (current, argument) => withoutMatching('$pull', current, pullTest(argument)),
  $pullAll: (current, argument) => {
    if (!Array.isArray(argument))
      throw failed(`$pullAll requires an array argument but was given a ${kindName(argument)}`)
    return withoutMatching('$pullAll', current, (item) =>
      argument.some((gone) => equalValues(item, gone)),
    )
  },
}

function pushItems(current: unknown, argument: unknown, { path, id }: Place): unknown {
  if (current !== undefined && !Array.isArray(current))
    throw failed(
      `The field '${path}' must be an array but is of type ${kindName(current)} in document {_id: ${stringifyExtended(id)}}`,
    )
  const { $each: items, ...modifiers } = eachOf('$push', argument)
  let array = [...((current ?? []) as unknown[])]
  array.splice(insertionPoint(array.length, modifiers.$position), 0, ...items)
  if (modifiers.$sort !== undefined) array = sortItems(array, modifiers.$sort)
  if (modifiers.$slice !== undefined) array = slice(array, modifiers.$slice)
  return equalValues(array, current) ? current : array
}

interface Each {
  readonly $each: readonly unknown[]
  readonly $position?: unknown
  readonly $sort?: unknown
  readonly $slice?: unknown
}

const pushModifiers = new Set(['$each', '$position', '$sort', '$slice'])

function eachOf(operator: string, argument: unknown): Each {
  if (!isOperators(argument)) return { $each: [argument] }
  const known = operator === '$push' ? pushModifiers : new Set(['$each'])
  const strange = Object.keys(argument).find((name) => !known.has(name))
  if (strange) throw failed(`Unrecognized clause in ${operator}: ${strange}`)
  if (!Array.isArray(argument.$each))
    throw failed(
      `The argument to $each in ${operator} must be an array but it was of type ${kindName(argument.$each)}`,
    )
  return { ...argument, $each: argument.$each }
}

function insertionPoint(length: number, position: unknown): number {
  if (position === undefined) return length
  if (!Number.isInteger(position)) throw failed('The value for $position must be an integer value')
  const wanted = position as number
  return wanted >= 0 ? Math.min(wanted, length) : Math.max(0, length + wanted)
}

function sortItems(items: unknown[], order: unknown): unknown[] {
  if (order === 1 || order === -1)
    return [...items].sort((left, right) =>
      order === 1 ? compareValues(left, right) : compareValues(right, left),
    )
  return sorted(items, readSort(order))
}

function slice(items: unknown[], count: unknown): unknown[] {
  if (!Number.isInteger(count)) throw failed('The value for $slice must be an integer value')
  const kept = count as number
  return kept >= 0 ? items.slice(0, kept) : items.slice(kept)
}

function addToSet(current: unknown, argument: unknown, { path }: Place): unknown {
  if (current !== undefined && !Array.isArray(current))
    throw failed(
      `Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type ${kindName(current)}`,
    )
  const array = [...((current ?? []) as unknown[])]
  const before = array.length
  for (const item of eachOf('$addToSet', argument).$each)
    if (!array.some((present) => equalValues(present, item))) array.push(item)
  return current !== undefined && array.length === before ? current : array
}

function popItem(current: unknown, argument: unknown, { path }: Place): unknown {
  if (argument !== 1 && argument !== -1)
    throw failed(`$pop expects 1 or -1, found: ${stringifyExtended(argument)}`)
  if (current === undefined) return current
  if (!Array.isArray(current))
    throw failed(`Path '${path}' contains an element of non-array type '${kindName(current)}'`)
  if (current.length === 0) return current
  return argument === 1 ? current.slice(0, -1) : current.slice(1)
}

/** `_.pull` takes a value to be equal to, conditions, or a query on elements that are objects. */
function pullTest(argument: unknown): (item: unknown) => boolean {
  if (isOperators(argument)) {
    const test = compileOperators(argument, compileQuery)
    return (item) => test([item])
  }
  if (isPlainObject(argument)) {
    const test = compileQuery(argument)
    return (item) => isPlainObject(item) && test(item)
  }
  if (argument instanceof RegExp) {
    const test = testEqual(argument)
    return (item) => test([item])
  }
  return (item) => equalValues(item, argument)
}

function withoutMatching(
  name: string,
  current: unknown,
  isGone: (item: unknown) => boolean,
): unknown {
  if (current === undefined) return current
  if (!Array.isArray(current)) throw failed(`Cannot apply ${name} to a non-array value`)
  const kept = current.filter((item) => !isGone(item))
  return kept.length === current.length ? current : kept
}
