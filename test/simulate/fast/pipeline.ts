/**
 * The aggregation stages that the shop uses most, without the copies that the local cloud makes.
 * Whatever else a pipeline says is left to the local cloud.
 */
import { findIn } from '../../../emulator/database/find'
import { hasExpression, splitSearch } from '../../../emulator/database/leading-search'
import type { Stage } from '../../../emulator/database/pipeline'
import { compileProjection } from '../../../emulator/database/project'
import { readSort, sorted } from '../../../emulator/database/sort'
import type { Collection } from '../../../emulator/store/collection'
import { isPlainObject } from '../../../emulator/store/document'
import { valuesAt } from '../../../emulator/store/path'

type Row = Record<string, unknown>
type Rows = readonly Row[]

/** What a stage does to rows; nothing for a stage that is not known here. */
type Step = (rows: Rows) => Rows

type Resolve = (name: string) => Collection | undefined

/** A pipeline's steps after its first `$match`; undefined when one of them is not known here. */
export function stepsOf(stages: readonly Stage[], resolve: Resolve): readonly Step[] | undefined {
  const steps: Step[] = []
  for (const stage of stages) {
    const step = stepOf(stage, resolve)
    if (!step) return undefined
    steps.push(step)
  }
  return steps
}

function stepOf(stage: Stage, resolve: Resolve): Step | undefined {
  const [[name, argument] = ['', undefined]] = Object.entries(stage)
  if (name === '$limit') return (rows) => rows.slice(0, Number(argument))
  if (name === '$sort') return (rows) => sorted(rows, readSort(argument))
  if (!isPlainObject(argument)) return undefined
  if (name === '$addFields') return addFields(argument)
  if (name === '$lookup') {
    return argument.pipeline === undefined ? lookup(argument, resolve) : beside(argument, resolve)
  }
  if (name === '$project') return project(argument)
  return name === '$group' ? group(argument) : undefined
}

const isLiteral = (value: unknown) =>
  value === null || typeof value === 'number' || (typeof value === 'string' && !/^\$/.test(value))

function addFields(fields: Row): Step | undefined {
  if (!Object.values(fields).every(isLiteral)) return undefined
  return (rows) => rows.map((row) => ({ ...row, ...fields }))
}

function lookup(join: Row, resolve: Resolve): Step | undefined {
  const { from, localField, foreignField, as, ...rest } = join
  if (typeof localField !== 'string' || typeof foreignField !== 'string') return undefined
  if (typeof as !== 'string' || Object.keys(rest).length > 0) return undefined
  const collection = resolve(String(from))
  if (!collection) return undefined
  return (rows) =>
    rows.map((row) => {
      const where = { [foreignField]: equalTo(valuesAt(row, localField)) }
      return { ...row, [as]: findIn(collection, { where }) }
    })
}

/** Joins what a search of its own finds: the same for every row. */
function beside({ from, as, pipeline, ...rest }: Row, resolve: Resolve): Step | undefined {
  const collection = resolve(String(from))
  if (typeof as !== 'string' || !Array.isArray(pipeline) || Object.keys(rest).length > 0) {
    return undefined
  }
  const stages = pipeline as readonly Stage[]
  if (!collection || hasExpression(stages[0]?.$match)) return undefined
  const { search, rest: later } = splitSearch(stages)
  const steps = stepsOf(later, resolve)
  if (!steps) return undefined
  return (rows) => {
    const found = steps.reduce<Rows>((all, step) => step(all), findIn(collection, search))
    return rows.map((row) => ({ ...row, [as]: found }))
  }
}

/** An array joins whatever one of its elements joins; a missing field joins null. */
function equalTo(values: readonly unknown[]): unknown {
  const wanted = values.flat().map((value) => value ?? null)
  const [only = null] = wanted
  return wanted.length > 1 ? { $in: wanted } : only
}

function project(fields: Row): Step | undefined {
  const isPlain = Object.values(fields).every((value) => [0, 1, true, false].includes(value as 0))
  return isPlain ? (rows) => rows.map(compileProjection(fields)) : undefined
}

/** Only sums: of a number or of a field. */
function group({ _id: key, ...sums }: Row): Step | undefined {
  if (key !== null && !isField(key)) return undefined
  const wanted = Object.entries(sums).map(([name, sum]) => {
    const of = isPlainObject(sum) && Object.keys(sum).length === 1 ? sum.$sum : undefined
    return [name, of] as const
  })
  if (!wanted.every(([, of]) => typeof of === 'number' || isField(of))) return undefined
  return (rows) => {
    const groups = new Map<unknown, Row>()
    for (const row of rows) {
      const id = key === null ? null : (valueIn(row, key) ?? null)
      const found = groups.get(id) ?? {
        _id: id,
        ...Object.fromEntries(wanted.map(([name]) => [name, 0])),
      }
      groups.set(id, found)
      for (const [name, of] of wanted) {
        found[name] = Number(found[name]) + Number(isField(of) ? valueIn(row, of) : of)
      }
    }
    return [...groups.values()]
  }
}

const isField = (value: unknown): value is string =>
  typeof value === 'string' && /^\$[^$]/.test(value)

const valueIn = (row: Row, field: string): unknown => valuesAt(row, field.slice(1))[0]
