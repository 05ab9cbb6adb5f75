import { Aggregator } from 'mingo/aggregator'
import { Context, evalExpr, ProcessingMode } from 'mingo/core'
import { Lazy } from 'mingo/lazy'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as stages from 'mingo/operators/pipeline'
import * as projections from 'mingo/operators/projection'
import * as queries from 'mingo/operators/query'
import * as windows from 'mingo/operators/window'
import { Query } from 'mingo/query'
import type { Options } from 'mingo/types'
import type { Collection } from '../store/collection'
import { findIn } from './find'
import { geoNearStage } from './geo-near'
import { splitSearch } from './leading-search'
import { lookUp, readLookup } from './lookup'
import { compileQuery, type Test } from './match'
import { failed, unknownOperator } from './refusals'
import { readSort, sorted } from './sort'

/** One stage: its operator and what stands behind it. */
export type Stage = Readonly<Record<string, unknown>>

type Row = Record<string, unknown>
type Rows = ReturnType<typeof Lazy>

/** Runs aggregation pipelines over the collections that `resolve` knows. */
export interface Pipelines {
  run(collection: Collection, pipeline: readonly Stage[]): Row[]
}

/**
 * mingo works out the stages and expressions; matching, sorting and joining are our own, so that
 * they
 * follow MongoDB's order of values and use the declared indexes.
 */
export function createPipelines(resolve: (name: string) => Collection | undefined): Pipelines {
  const context = Context.init({
    accumulator: accumulators,
    expression: expressions,
    projection: projections,
    query: queries,
    window: windows,
    pipeline: {
      ...stages,
      $match: (rows: Rows, query: Row, options: Options) => rows.filter(testWithin(query, options)),
      $sort: (rows: Rows, order: unknown, _options: Options) =>
        rows.transform((all) => Lazy(sorted(all, readSort(order)))),
      $geoNear: (rows: Rows, near: unknown, _options: Options) =>
        rows.transform((all) => Lazy(geoNearStage(all as Row[], near))),
      $sample: (rows: Rows, spec: { size: number }, _options: Options) =>
        rows.transform((all) => Lazy(sample(all, spec.size))),
      $lookup: (rows: Rows, spec: unknown, options: Options) => {
        const join = readLookup(spec, resolve)
        const evaluate = (row: Row, expression: unknown) => evalExpr(row, expression, options)
        const runJoined = (joined: Iterable<Row>, pipeline: readonly Stage[], variables: Row) =>
          runStages(joined, pipeline, { ...options.variables, ...variables })
        return rows.map((row: Row) => lookUp(row, join, { evaluate, runJoined }))
      },
    },
  })

  function runStages(rows: Iterable<Row>, pipeline: readonly Stage[], variables: Row = {}): Row[] {
    const known = pipeline.map((stage) => checkStage(stage))
    // Some stages write into nested objects, and stored documents are shared: work on copies.
    const options = { context, variables, processingMode: ProcessingMode.CLONE_INPUT }
    return new Aggregator(known, options).run<Row>(rows)
  }

  return {
    run(collection, pipeline) {
      const { search, rest } = splitSearch(pipeline)
      const found = findIn(collection, search)
      return rest.length > 0 ? inMongoWords(() => runStages(found, rest)) : found
    },
  }
}

/** So many different rows, chosen by chance. */
function sample(rows: unknown[], size: number): unknown[] {
  const keyed = rows.map((row) => ({ row, chance: Math.random() }))
  keyed.sort((left, right) => left.chance - right.chance)
  return keyed.slice(0, size).map(({ row }) => row)
}

function checkStage(stage: Stage): Row {
  const [name = ''] = Object.keys(stage)
  if (!Object.prototype.hasOwnProperty.call(stages, name) && name !== '$geoNear')
    throw failed(`Unrecognized pipeline stage name: '${name}'`)
  return stage
}

function testWithin(query: Row, options: Options): Test {
  return compileQuery(query, (expression) => {
    const compiled = new Query({ $expr: expression }, options)
    return (document) => compiled.test(document as Row)
  })
}

/**
 * mingo throws its own errors; an operator it does not know is one the cloud does not know either.
 */
function inMongoWords<Result>(run: () => Result): Result {
  try {
    return run()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const [, name] =
      /'(\$\w+)' is not registered|unknown (?:query )?operator (\$\w+)/.exec(message) ?? []
    if (name) throw unknownOperator(name)
    if (error instanceof Error && error.constructor.name === 'MingoError') throw failed(message)
    throw error
  }
}
