import { isPlainObject, type Document } from '../store/document'
import { stepsOf } from '../store/path'
import { equalValues } from '../store/value'
import { arrayOperators } from './array-operators'
import { checkValue } from './check'
import { Draft } from './draft'
import { fieldOperators, type UpdateOperator } from './field-operators'
import { failed, unknownOperator } from './refusals'

/** Turns a document into what an update makes of it; the very same document if nothing changes. */
export type Update = (document: Document) => Document

type Step = (draft: Draft, document: Document) => void

/** Reads an update, checks everything that does not depend on the document, and compiles it. */
export function compileUpdate(update: Record<string, unknown>): Update {
  const paths: string[] = []
  const steps = Object.entries(update).flatMap(([name, fields]) => {
    if (!isPlainObject(fields))
      throw failed(`Modifiers operate on fields but we found another type for ${name}`)
    return Object.entries(fields).map(([path, argument]) => {
      paths.push(checkPath(path))
      return name === '$rename' ? renameStep(path, argument, paths) : stepFor(name, path, argument)
    })
  })
  checkConflicts(paths)
  return (document) => {
    const draft = new Draft(document)
    for (const step of steps) step(draft, document)
    return draft.document
  }
}

function stepFor(name: string, path: string, argument: unknown): Step {
  const operator = operatorOf(name)
  checkValue(argument, stepsOf(path).length)
  return (draft, { _id: id }) => {
    const current = draft.read(path)
    const next = operator(current, argument, { path, id })
    if (next === current || (next !== undefined && equalValues(next, current))) return
    if (path === '_id') throw immutableId()
    if (next === undefined) draft.remove(path)
    else draft.write(path, next)
  }
}

const operators: Readonly<Record<string, UpdateOperator | undefined>> = {
  ...fieldOperators,
  ...arrayOperators,
}

function operatorOf(name: string): UpdateOperator {
  const operator = operators[name]
  if (!operator) throw unknownOperator(name)
  return operator
}

function renameStep(path: string, target: unknown, paths: string[]): Step {
  if (typeof target !== 'string')
    throw failed(`The 'to' field for $rename must be a string: ${path}: ${String(target)}`)
  paths.push(checkPath(target))
  return (draft) => {
    const value = draft.read(path)
    if (value === undefined) return
    if (path === '_id' || target === '_id') throw immutableId()
    draft.remove(path)
    draft.write(target, value)
  }
}

const immutableId = () =>
  failed("Performing an update on the path '_id' would modify the immutable field '_id'")

function checkPath(path: string): string {
  const steps = stepsOf(path)
  if (steps.includes(''))
    throw failed(`The update path '${path}' contains an empty field name, which is not allowed.`)
  const strange = steps.find((step) => step.startsWith('$'))
  if (strange)
    throw failed(
      `The dollar ($) prefixed field '${strange}' in '${path}' is not valid for storage.`,
    )
  if (steps.includes('__proto__'))
    throw failed("The field name '__proto__' is not valid for storage.")
  return path
}

/** Two operators may not touch one path, nor one path that leads through the other. */
function checkConflicts(paths: readonly string[]): void {
  const inOrder = paths.map((path) => `${path}.`).sort()
  for (const [at, path] of inOrder.entries()) {
    const before = inOrder[at - 1]
    if (before !== undefined && path.startsWith(before))
      throw failed(
        `Updating the path '${path.slice(0, -1)}' would create a conflict at '${before.slice(0, -1)}'`,
      )
  }
}
