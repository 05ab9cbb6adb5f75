import type { Collection } from '../store/collection'
import { isPlainObject } from '../store/document'
import { type DocumentIndex, keyEnd, type KeyRange } from '../store/document-index'
import { encodeValue, invert, kindBounds, kindOf } from '../store/value'
import { isOperators } from './conditions'

/** How to come by the documents of a query without looking at all of them. */
export interface Plan {
  readonly index: DocumentIndex
  readonly ranges: readonly KeyRange[]
  /** How many conditions the ranges express. */
  readonly conditions: number
  /** The ranges alone decide: nothing is left to test. */
  readonly isExact: boolean
  /** The documents come in the wanted order, or in the reverse of it. */
  readonly order: 'forward' | 'backward' | 'none'
}

/** Fields to sort by, the first one first. */
export type SortSpec = readonly (readonly [path: string, direction: 1 | -1])[]

/** What a query demands of one field, as far as an index can tell. */
interface Demand {
  equals: unknown[] | undefined
  above: { value: unknown; inclusive: boolean } | undefined
  below: { value: unknown; inclusive: boolean } | undefined
}

/** More alternatives than this (from `_.in` on several fields) are not worth single look-ups. */
const maxRanges = 1000

/** Picks the index that expresses most conditions; among equals one that also sorts. */
export function choosePlan(
  collection: Collection,
  query: Record<string, unknown>,
  sort: SortSpec = [],
): Plan | undefined {
  const demands = new Map<string, Demand>()
  const total = gather(query, demands)
  let best: Plan | undefined
  for (const index of collection.indexes) {
    const [first] = index.schema.fields
    // Such an index can neither narrow nor sort.
    if (sort.length === 0 && !(first && demands.has(first[0]))) continue
    const plan = planFor(index, demands, { total, sort })
    const isUseful = plan.conditions > 0 || plan.order !== 'none'
    if (isUseful && (!best || worth(plan) > worth(best))) best = plan
  }
  return best
}

const worth = ({ conditions, order }: Plan) => conditions * 2 + Number(order !== 'none')

/** Collects the demands of a query and of what it joins by `$and`; returns how many there are. */
function gather(query: Record<string, unknown>, demands: Map<string, Demand>): number {
  let total = 0
  for (const [name, condition] of Object.entries(query)) {
    if (name === '$and' && Array.isArray(condition)) {
      for (const branch of condition) total += isPlainObject(branch) ? gather(branch, demands) : 1
    } else if (name.startsWith('$')) {
      total++
    } else {
      const operators = isOperators(condition) ? condition : { $eq: condition }
      for (const [operator, argument] of Object.entries(operators)) {
        total++
        note(demandOn(name, demands), operator, argument)
      }
    }
  }
  return total
}

function demandOn(path: string, demands: Map<string, Demand>): Demand {
  let demand = demands.get(path)
  if (!demand)
    demands.set(path, (demand = { equals: undefined, above: undefined, below: undefined }))
  return demand
}

function note(demand: Demand, operator: string, argument: unknown): void {
  switch (operator) {
    case '$eq':
      if (isKey(argument)) demand.equals ??= [argument]
      return
    case '$in':
      if (Array.isArray(argument) && argument.every(isKey)) demand.equals ??= argument
      return
    case '$gt':
    case '$gte':
      if (isBound(argument)) demand.above ??= { value: argument, inclusive: operator === '$gte' }
      return
    case '$lt':
    case '$lte':
      if (isBound(argument)) demand.below ??= { value: argument, inclusive: operator === '$lte' }
  }
}

/** Values an index finds under one key: an array has one for each element, a pattern many. */
const isKey = (value: unknown) => !['array', 'object', 'other'].includes(kindOf(value))

const isBound = (value: unknown) => isKey(value) && kindOf(value) !== 'null'

interface Wanted {
  readonly total: number
  readonly sort: SortSpec
}

function planFor(
  index: DocumentIndex,
  demands: Map<string, Demand>,
  { total, sort }: Wanted,
): Plan {
  const { fields } = index.schema
  let prefixes = ['']
  let depth = 0
  for (const [path, direction] of fields) {
    const equals = demands.get(path)?.equals
    if (!equals || prefixes.length * equals.length > maxRanges) break
    const parts = [...new Set(equals.map(encodeValue))].map((part) => turn(part, direction))
    prefixes = prefixes.flatMap((prefix) => parts.map((part) => prefix + part))
    depth++
  }
  const next = fields[depth]
  const demand = next && !index.isMultikey ? demands.get(next[0]) : undefined
  const bounds =
    demand && next ? boundsOf(demand, next[1]) : { from: '', to: keyEnd, conditions: 0 }
  const ranges = prefixes
    .sort()
    .map((prefix) => ({ from: prefix + bounds.from, to: prefix + bounds.to }))
  const conditions = depth + bounds.conditions
  const sorts = prefixes.length === 1 && !index.isMultikey
  return {
    index,
    ranges,
    conditions,
    isExact: conditions === total && !index.isMultikey,
    order: sorts ? orderOf(fields, depth, sort) : 'none',
  }
}

const turn = (encoded: string, direction: 1 | -1) => (direction === 1 ? encoded : invert(encoded))

function boundsOf({ above, below }: Demand, direction: 1 | -1): KeyRange & { conditions: number } {
  const sample = above ?? below
  if (!sample || (above && below && kindOf(above.value) !== kindOf(below.value)))
    return { from: '', to: keyEnd, conditions: 0 }
  const kind = kindBounds(sample.value)
  const low = above ? encodeValue(above.value) : kind.before
  const high = below ? encodeValue(below.value) : kind.after
  const isLowIn = above?.inclusive ?? false
  const isHighIn = below?.inclusive ?? false
  const conditions = Number(above !== undefined) + Number(below !== undefined)
  if (direction === 1)
    return { from: low + (isLowIn ? '' : keyEnd), to: high + (isHighIn ? keyEnd : ''), conditions }
  return {
    from: invert(high) + (isHighIn ? '' : keyEnd),
    to: invert(low) + (isLowIn ? keyEnd : ''),
    conditions,
  }
}

/** Whether the fields after those that are fixed come in the wanted order. */
function orderOf(fields: SortSpec, depth: number, sort: SortSpec): Plan['order'] {
  const fixed = new Set(fields.slice(0, depth).map(([path]) => path))
  const wanted = sort.filter(([path]) => !fixed.has(path))
  if (sort.length === 0) return 'none'
  const matches = (sign: 1 | -1) =>
    wanted.every(([path, direction], at) => {
      const field = fields[depth + at]
      return field?.[0] === path && field[1] === direction * sign
    })
  if (matches(1)) return 'forward'
  return matches(-1) ? 'backward' : 'none'
}
