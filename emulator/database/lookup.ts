import { cloneDeep } from 'mingo/util'
import type { Collection } from '../store/collection'
import { isPlainObject } from '../store/document'
import { valuesAt } from '../store/path'
import { findIn } from './find'
import { hasExpression, splitSearch, type Split } from './leading-search'
import { failed } from './refusals'

type Row = Record<string, unknown>
type Stage = Readonly<Record<string, unknown>>

/** A `lookup` stage, read and checked. */
export interface Join {
  readonly from: Collection | undefined
  readonly as: string
  readonly fields: { readonly local: string; readonly foreign: string } | undefined
  readonly variables: Row
  readonly pipeline: readonly Stage[]
  /** The sub-pipeline, where it begins with a search that is the same for every row. */
  readonly own: Split | undefined
}

/** Reads a `lookup` stage. Joining a collection that is not there finds nothing. */
export function readLookup(spec: unknown, resolve: (name: string) => Collection | undefined): Join {
  if (!isPlainObject(spec)) throw failed('the $lookup specification must be an Object')
  const { from, as, localField, foreignField, let: variables = {}, pipeline = [] } = spec
  if (typeof from !== 'string') throw failed("missing 'from' option to $lookup stage specification")
  if (typeof as !== 'string') throw failed("must specify 'as' field for a $lookup")
  if (!isPlainObject(variables) || !Array.isArray(pipeline) || !pipeline.every(isPlainObject))
    throw failed("$lookup needs an object as 'let' and a list of stages as 'pipeline'")
  const hasFields = typeof localField === 'string' && typeof foreignField === 'string'
  if (!hasFields && spec.pipeline === undefined)
    throw failed(
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    )
  return {
    from: resolve(from),
    as,
    fields: hasFields ? { local: localField, foreign: foreignField } : undefined,
    variables,
    pipeline,
    own: hasFields || hasExpression(pipeline[0]?.$match) ? undefined : splitSearch(pipeline),
  }
}

/** What joining needs of the pipeline around it. */
export interface Surroundings {
  readonly evaluate: (row: Row, expression: unknown) => unknown
  readonly runJoined: (rows: Iterable<Row>, pipeline: readonly Stage[], variables: Row) => Row[]
}

/**
 * Adds the joined documents to a row. A search that is the same for every row goes through the
 * indexes of the other collection, and so does equality, in `localField` as in the first `$match`
 * of a sub-pipeline.
 */
export function lookUp(row: Row, join: Join, { evaluate, runJoined }: Surroundings): Row {
  const { from, as } = join
  if (!from) return { ...row, [as]: [] }
  const variables = evaluate(row, join.variables) as Row
  const { search, rest: pipeline } = join.own ?? searchFor(row, join, variables)
  const found: Row[] = findIn(from, search)
  const joined =
    pipeline.length > 0
      ? runJoined(found, pipeline, variables)
      : found.map((item) => cloneDeep(item))
  return { ...row, [as]: joined }
}

/** What may be joined to a row; the whole sub-pipeline decides afterwards. */
function searchFor(row: Row, { fields, pipeline }: Join, variables: Row): Split {
  const where = {
    ...equalitiesOf(pipeline[0], variables),
    ...(fields && { [fields.foreign]: localCondition(row, fields.local) }),
  }
  return { search: { where }, rest: pipeline }
}

/** An array joins whatever one of its elements joins; a missing field joins null. */
function localCondition(row: Row, path: string): unknown {
  const values = valuesAt(row, path).flatMap((value) =>
    Array.isArray(value) ? (value as unknown[]) : [value],
  )
  const wanted = values.map((value) => value ?? null)
  const [only = null] = wanted
  return wanted.length > 1 ? { $in: wanted } : { $eq: only }
}

/**
 * What a `$match` on `$expr` says about single fields: a condition that holds for at least
 * everything
 * that the stage itself lets pass.
 */
function equalitiesOf(stage: Stage | undefined, variables: Row): Row {
  const match = stage?.$match
  const where: Row = {}
  if (isPlainObject(match)) noteEqualities(match.$expr, variables, where)
  return where
}

function noteEqualities(expression: unknown, variables: Row, where: Row): void {
  if (!isPlainObject(expression)) return
  const { $and, $eq } = expression
  if (Array.isArray($and)) for (const branch of $and) noteEqualities(branch, variables, where)
  if (!Array.isArray($eq) || $eq.length !== 2) return
  const sides = $eq as [unknown, unknown]
  for (const [side, other] of [sides, [sides[1], sides[0]]] as const) {
    const path = fieldPath(side)
    const value = valueOf(other, variables)
    if (path && value !== undefined) where[path] = { $eq: value }
  }
}

/** `$a.b` names a field; `$$a` does not. */
const fieldPath = (side: unknown) =>
  typeof side === 'string' && /^\$[^$]/.test(side) ? side.slice(1) : undefined

/** The scalar a side stands for; arrays and objects are left to the stage. */
function valueOf(side: unknown, variables: Row): unknown {
  if (typeof side === 'number' || typeof side === 'boolean') return side
  if (typeof side !== 'string') return undefined
  if (!side.startsWith('$')) return side
  if (!side.startsWith('$$')) return undefined
  const [value] = valuesAt(variables, side.slice(2))
  return typeof value === 'object' ? undefined : value
}
