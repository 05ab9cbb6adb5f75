import { isPlainObject } from '../store/document'
import { compileQuery } from './match'
import { compileOperators, isOperators } from './conditions'
import { failed } from './refusals'

/** Which fields of a document go out: a tree of names. */
type Tree = Map<string, Tree | Leaf>
type Leaf = 'whole' | ((value: unknown) => unknown)

/** Compiles `field({...})`: what to keep, or what to leave out, or a part of an array. */
export function compileProjection(
  projection: Record<string, unknown>,
): (document: Record<string, unknown>) => Record<string, unknown> {
  const entries = Object.entries(projection)
  const isKept = ([, value]: [string, unknown]) =>
    value === true || (typeof value === 'number' && value !== 0)
  const others = entries.filter(([name]) => name !== '_id')
  const kept = others.filter(isKept)
  const dropped = others.filter(([, value]) => value === false || value === 0)
  if (kept.length > 0 && dropped.length > 0)
    throw failed('Cannot do exclusion in an inclusion projection, or inclusion in an exclusion one')
  const computed = others.filter(([, value]) => isPlainObject(value))
  const isInclusion =
    kept.length > 0 ||
    computed.some(([, value]) => isPlainObject(value) && '$elemMatch' in value) ||
    (others.length === 0 && entries.some(isKept))
  const isIdDropped = projection._id === false || projection._id === 0
  const tree: Tree = new Map()
  if (isInclusion && !isIdDropped) tree.set('_id', 'whole')
  if (!isInclusion && isIdDropped) tree.set('_id', 'whole')
  for (const [path] of isInclusion ? kept : dropped) plant(tree, path, 'whole')
  if (isInclusion) {
    for (const [path, value] of computed) plant(tree, path, partOf(value))
    return (document) => include(document, tree) as Record<string, unknown>
  }
  const parts: Tree = new Map()
  for (const [path, value] of computed) plant(parts, path, partOf(value))
  return (document) => replace(exclude(document, tree), parts) as Record<string, unknown>
}

function plant(tree: Tree, path: string, leaf: Leaf): void {
  const steps = path.split('.')
  let branch = tree
  for (const step of steps.slice(0, -1)) {
    const next = branch.get(step)
    if (next instanceof Map) {
      branch = next
    } else {
      const fresh: Tree = new Map()
      branch.set(step, fresh)
      branch = fresh
    }
  }
  branch.set(steps.at(-1) ?? '', leaf)
}

function include(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value))
    return value
      .filter((item) => typeof item === 'object' && item !== null)
      .map((item) => include(item, tree))
  if (!isPlainObject(value)) return undefined
  const kept: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(value)) {
    const branch = tree.get(name)
    if (branch === undefined) continue
    const part =
      branch === 'whole' ? field : branch instanceof Map ? include(field, branch) : branch(field)
    if (part !== undefined) kept[name] = part
  }
  return kept
}

function exclude(value: unknown, tree: Tree): unknown {
  if (tree.size === 0) return value
  if (Array.isArray(value)) return value.map((item) => exclude(item, tree))
  if (!isPlainObject(value)) return value
  const kept: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(value)) {
    const branch = tree.get(name)
    if (branch !== 'whole') kept[name] = branch instanceof Map ? exclude(field, branch) : field
  }
  return kept
}

function replace(value: unknown, tree: Tree): unknown {
  if (tree.size === 0 || !isPlainObject(value)) return value
  const changed: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(value)) {
    const branch = tree.get(name)
    if (branch instanceof Map) changed[name] = replace(field, branch)
    else changed[name] = typeof branch === 'function' ? branch(field) : field
  }
  return changed
}

function partOf(operators: unknown): (value: unknown) => unknown {
  if (!isPlainObject(operators)) throw failed('a projection must be true, false or an operator')
  if ('$slice' in operators) return sliceOf(operators.$slice)
  const { $elemMatch: condition } = operators
  if (!isPlainObject(condition))
    throw failed(`Unsupported projection option: ${Object.keys(operators).join()}`)
  const test = isOperators(condition)
    ? (item: unknown) => compileOperators(condition, compileQuery)([item])
    : compileQuery(condition)
  return (value) => {
    const found = Array.isArray(value) ? (value as unknown[]).find(test) : undefined
    return found === undefined ? undefined : [found]
  }
}

function sliceOf(argument: unknown): (value: unknown) => unknown {
  const [skip, count] = (Array.isArray(argument) ? argument : [undefined, argument]) as [
    number | undefined,
    unknown,
  ]
  if (typeof count !== 'number')
    throw failed('$slice only supports numbers and [skip, limit] arrays')
  return (value) => {
    if (!Array.isArray(value)) return value
    const items = value as unknown[]
    if (skip === undefined) return count >= 0 ? items.slice(0, count) : items.slice(count)
    const from = skip >= 0 ? skip : Math.max(0, items.length + skip)
    return items.slice(from, from + count)
  }
}
