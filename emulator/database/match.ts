import { Query } from 'mingo'
import { isPlainObject } from '../store/document'
import { valuesAt } from '../store/path'
import { failed, unknownOperator } from './refusals'
import { compileOperators, isOperators, testEqual } from './conditions'

/** Says whether a document satisfies a query. */
export type Test = (document: unknown) => boolean

/** Compiles what `$expr` says; inside a pipeline it may speak of variables. */
export type CompileExpression = (expression: unknown) => Test

const plainExpression: CompileExpression = (expression) => {
  const query = new Query({ $expr: expression })
  return (document) => query.test(document as Record<string, unknown>)
}

/**
 * Compiles a query as MongoDB understands it. Hand-written because order matters here where general
 * libraries ignore it: `{a, b}` does not equal `{b, a}`, and only values of one kind compare.
 */
export function compileQuery(
  query: Record<string, unknown>,
  compileExpression: CompileExpression = plainExpression,
): Test {
  const tests = Object.entries(query).map(([name, condition]) =>
    name.startsWith('$')
      ? compileLogic(name, condition, compileExpression)
      : compileField(name, condition, compileExpression),
  )
  const [only] = tests
  if (tests.length === 1 && only) return only
  return (document) => tests.every((test) => test(document))
}

function compileField(
  path: string,
  condition: unknown,
  compileExpression: CompileExpression,
): Test {
  const inner = (query: Record<string, unknown>) => compileQuery(query, compileExpression)
  const test = isOperators(condition) ? compileOperators(condition, inner) : testEqual(condition)
  return (document) => test(valuesAt(document, path))
}

function compileLogic(name: string, argument: unknown, compileExpression: CompileExpression): Test {
  if (name === '$expr') return compileExpression(argument)
  if (name === '$comment') return () => true
  const tests = branches(name, argument).map((query) => compileQuery(query, compileExpression))
  switch (name) {
    case '$and':
      return (document) => tests.every((test) => test(document))
    case '$or':
      return (document) => tests.some((test) => test(document))
    default:
      return (document) => !tests.some((test) => test(document))
  }
}

function branches(name: string, argument: unknown): Record<string, unknown>[] {
  if (name !== '$and' && name !== '$or' && name !== '$nor') throw unknownOperator(name)
  if (!Array.isArray(argument) || argument.length === 0 || !argument.every(isPlainObject))
    throw failed(`${name} must be a nonempty array of queries`)
  return argument
}
