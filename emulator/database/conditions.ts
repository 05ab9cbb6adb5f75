import { isPlainObject } from '../store/document'
import { compareValues, equalValues, kindOf } from '../store/value'
import { patternFlags } from './extended'
import { testIntersects, testNear, testWithin } from './geo'
import { failed, unknownOperator } from './refusals'

/** Tests what stands at a path: several values where the path ran through an array. */
export type ValuesTest = (values: readonly unknown[]) => boolean

type CompileQuery = (query: Record<string, unknown>) => (document: unknown) => boolean

/** True for `{ $gt: 1 }` and its like, false for a plain object to be equal to. */
export const isOperators = (condition: unknown): condition is Record<string, unknown> =>
  isPlainObject(condition) && Object.keys(condition)[0]?.startsWith('$') === true

/** Compiles the operators of one field; all of them have to hold. */
export function compileOperators(
  operators: Record<string, unknown>,
  compileQuery: CompileQuery,
): ValuesTest {
  const tests = Object.entries(operators)
    .filter(([name]) => name !== '$options')
    .map(([name, argument]) => compileOperator(name, argument, { operators, compileQuery }))
  return (values) => tests.every((test) => test(values))
}

interface Surroundings {
  readonly operators: Record<string, unknown>
  readonly compileQuery: CompileQuery
}

type Compile = (argument: unknown, surroundings: Surroundings) => ValuesTest

const not =
  (test: ValuesTest): ValuesTest =>
  (values) =>
    !test(values)

const compilers: Readonly<Record<string, Compile>> = {
  $eq: testEqual,
  $ne: (argument) => not(testEqual(argument)),
  $in: (argument) => testIn('$in', argument),
  $nin: (argument) => not(testIn('$nin', argument)),
  $gt: (argument) => testOrder(argument, (sign) => sign > 0, false),
  $gte: (argument) => testOrder(argument, (sign) => sign >= 0, true),
  $lt: (argument) => testOrder(argument, (sign) => sign < 0, false),
  $lte: (argument) => testOrder(argument, (sign) => sign <= 0, true),
  $exists: (argument) => (values) =>
    values.some((value) => value !== undefined) === Boolean(argument),
  $size: (argument) => onArrays((array) => array.length === argument),
  $mod: testRemainder,
  $regex: (argument, { operators }) => testPattern(argument, operators.$options),
  $type: (argument) => onItems((value) => typeNames(value).includes(argument as string | number)),
  $all: testAll,
  $elemMatch: testElement,
  $not: testNot,
  $nearSphere: (argument) => onPoints(testNear(argument)),
  $geoWithin: (argument) => onPoints(testWithin(argument)),
  $geoIntersects: (argument) => onPoints(testIntersects(argument)),
}

function compileOperator(name: string, argument: unknown, surroundings: Surroundings): ValuesTest {
  const compile = Object.prototype.hasOwnProperty.call(compilers, name)
    ? compilers[name]
    : undefined
  if (!compile) throw unknownOperator(name)
  return compile(argument, surroundings)
}

/** Holds for a value, or for one of the elements if it is an array. */
const onItems =
  (holds: (value: unknown) => boolean): ValuesTest =>
  (values) =>
    values.some((value) => holds(value) || (Array.isArray(value) && value.some(holds)))

const onArrays =
  (holds: (array: unknown[]) => boolean): ValuesTest =>
  (values) =>
    values.some((value) => Array.isArray(value) && holds(value))

const onPoints =
  (holds: (value: unknown) => boolean): ValuesTest =>
  (values) =>
    values.some(holds)

/** Equality; null equals a missing field, and a pattern equals what it matches. */
export function testEqual(argument: unknown): ValuesTest {
  if (argument instanceof RegExp) return testPattern(argument, undefined)
  if (argument === null) return onItems((value) => value === null || value === undefined)
  return onItems((value) => equalValues(value, argument))
}

function testIn(name: string, argument: unknown): ValuesTest {
  if (!Array.isArray(argument)) throw failed(`${name} needs an array`)
  const tests = argument.map(testEqual)
  return (values) => tests.some((test) => test(values))
}

/** Only values of one kind compare; null is neither more nor less than anything. */
function testOrder(
  argument: unknown,
  accepts: (sign: number) => boolean,
  orEqual: boolean,
): ValuesTest {
  const kind = kindOf(argument)
  if (kind === 'null') return orEqual ? testEqual(null) : () => false
  return onItems((value) => kindOf(value) === kind && accepts(compareValues(value, argument)))
}

function testRemainder(argument: unknown): ValuesTest {
  if (!Array.isArray(argument) || argument.length !== 2)
    throw failed('malformed mod, needs to be [divisor, remainder]')
  const [divisor, remainder] = argument.map((part) => Math.trunc(Number(part)))
  if (!divisor) throw failed('divisor cannot be 0')
  return onItems((value) => typeof value === 'number' && Math.trunc(value) % divisor === remainder)
}

function testPattern(pattern: unknown, options: unknown): ValuesTest {
  const source = pattern instanceof RegExp ? pattern.source : String(pattern)
  const flags =
    typeof options === 'string' ? options : pattern instanceof RegExp ? pattern.flags : ''
  let compiled: RegExp
  try {
    compiled = new RegExp(source, patternFlags(flags))
  } catch (error) {
    throw failed(`Regular expression is invalid: ${String(error)}`)
  }
  const [wantedSource, wantedFlags] = [compiled.source, compiled.flags]
  return onItems((value) => {
    if (typeof value === 'string') return compiled.test(value)
    return value instanceof RegExp && value.source === wantedSource && value.flags === wantedFlags
  })
}

function testAll(argument: unknown, { compileQuery }: Surroundings): ValuesTest {
  if (!Array.isArray(argument)) throw failed('$all needs an array')
  const tests = argument.map((item) =>
    isOperators(item) ? compileOperators(item, compileQuery) : testEqual(item),
  )
  return (values) => tests.length > 0 && tests.every((test) => test(values))
}

function testElement(argument: unknown, { compileQuery }: Surroundings): ValuesTest {
  if (!isPlainObject(argument)) throw failed('$elemMatch needs an Object')
  const onValue =
    isOperators(argument) && !/^\$(?:and|or|nor|expr)$/.test(Object.keys(argument)[0] ?? '')
  if (onValue) {
    const test = compileOperators(argument, compileQuery)
    return onArrays((array) => array.some((item) => test([item])))
  }
  const test = compileQuery(argument)
  return onArrays((array) =>
    array.some((item) => (isPlainObject(item) || Array.isArray(item)) && test(item)),
  )
}

function testNot(argument: unknown, { compileQuery }: Surroundings): ValuesTest {
  if (argument instanceof RegExp) return not(testPattern(argument, undefined))
  // The SDK writes `_.not(_.and(…))` as a list of conditions.
  if (Array.isArray(argument) || !isOperators(argument))
    throw failed('$not needs a regex or a document')
  return not(compileOperators(argument, compileQuery))
}

/** The names and numbers by which `$type` asks for the kind of a value. */
function typeNames(value: unknown): (string | number)[] {
  switch (kindOf(value)) {
    case 'number':
      return Number.isInteger(value) ? ['number', 'int', 'long', 16, 18] : ['number', 'double', 1]
    case 'string':
      return ['string', 2]
    case 'object':
      return ['object', 3]
    case 'array':
      return ['array', 4]
    case 'boolean':
      return ['bool', 8]
    case 'date':
      return ['date', 9]
    case 'null':
      return value === null ? ['null', 10] : []
    case 'other':
      return value instanceof RegExp ? ['regex', 11] : []
  }
}
