import { isPlainObject } from '../store/document'
import type { findIn } from './find'
import { readSort } from './sort'

type Stage = Readonly<Record<string, unknown>>

/** A pipeline whose first stages became a search. */
export interface Split {
  readonly search: Parameters<typeof findIn>[1]
  readonly rest: readonly Stage[]
}

/** The stages at the beginning that a plain search does better, because it knows the indexes. */
export function splitSearch(pipeline: readonly Stage[]): Split {
  let at = 0
  const where = pipeline[at]?.$match
  if (isPlainObject(where)) at++
  const order = pipeline[at]?.$sort
  if (order !== undefined) at++
  const limit = pipeline[at]?.$limit
  const isLimit = typeof limit === 'number' && limit > 0
  if (isLimit) at++
  return {
    search: {
      ...(isPlainObject(where) && { where }),
      ...(order !== undefined && { sort: readSort(order) }),
      ...(isLimit && { limit }),
    },
    rest: pipeline.slice(at),
  }
}

/** Whether a query speaks of variables: only `$expr` can. */
export function hasExpression(query: unknown): boolean {
  if (!isPlainObject(query)) return false
  return Object.entries(query).some(
    ([name, argument]) =>
      name === '$expr' || (Array.isArray(argument) && argument.some(hasExpression)),
  )
}
