/** Inputs of an action: good ones, such as its contract takes, and what becomes of them. */
import * as fc from 'fast-check'
import type * as z from 'zod'
import { takenBy, type Stock } from './from-contract'
import { hostile, sent, strangeField } from './hostile'

/** What the inputs of an action are made of. */
export interface Making {
  readonly schema: z.ZodType
  /** An input that the action answers. */
  readonly good: object
  /** Who wishes it. */
  readonly openid: string
  /** Whoever else may call. */
  readonly others: readonly string[]
  readonly stock: Stock
}

/** Who calls, and with what text for an event's input. */
export interface Fuzzed {
  readonly openid: string
  readonly input: string
  /** What else stands in the event, beside name and input. */
  readonly beside: string
}

type Path = readonly (string | number)[]

/** One change of a value at one place of it. */
type Change = (good: unknown) => unknown

/** Everything that may be sent for an action. */
export function inputsOf(making: Making): fc.Arbitrary<Fuzzed> {
  const { schema, good, openid, others, stock } = making
  const taken = takenBy(schema, stock)
  const value = fc.oneof(
    { weight: 2, arbitrary: taken },
    { weight: 2, arbitrary: mixed(good, taken) },
    { weight: 5, arbitrary: changed(good) },
    { weight: 1, arbitrary: changed(good, taken) },
    { weight: 1, arbitrary: hostile },
  )
  const caller = fc.oneof(
    { weight: 2, arbitrary: fc.constant(openid) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  )
  const beside = fc.oneof(
    { weight: 9, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: claims([openid, ...others]) },
  )
  return fc.record({ openid: caller, input: value.map(sent), beside: beside.map(sent) })
}

/** What somebody says of themselves where nobody should listen. */
const claims = (people: readonly string[]) =>
  fc.constantFrom(...people).map((openid) => ({
    ...{ openid, OPENID: openid, FROM_OPENID: openid, 'x-openid': openid, role: 'operator' },
    ...{ userInfo: { openId: openid }, headers: { 'x-openid': openid }, source: 'wx_trigger' },
  }))

/** A good input, some of whose fields are other ones that the contract takes. */
const mixed = (good: object, taken: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(taken, fc.infiniteStream(fc.boolean())).map(([other, coins]) => {
    const fields = Object.entries({ ...good, ...Object(other) } as object).map(([name, value]) => {
      const own: unknown = Reflect.get(good, name)
      const isKept = own !== undefined && coins.next().value === true
      return [name, isKept ? own : value] as const
    })
    return Object.fromEntries(fields)
  })

/** An input after one to three changes for the worse. */
function changed(good: object, start: fc.Arbitrary<unknown> = fc.constant(good)) {
  const change = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(fc.nat(), hostile).map(([at, value]) => put(at, value)) },
    { weight: 2, arbitrary: fc.nat().map((at) => put(at, undefined)) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.nat(), strangeField, hostile)
        .map(([at, field, value]) => add(at, field, value)),
    },
  )
  const changes = fc.array(change, { minLength: 1, maxLength: 3 })
  return fc
    .tuple(start, changes)
    .map(([value, made]) => made.reduce<unknown>((before, one) => one(before), value))
}

/** Puts a value in the place of what stands at one of the paths; `undefined` takes it out. */
const put =
  (at: number, value: unknown): Change =>
  (good) => {
    const paths = pathsIn(good)
    return replaced(good, paths[at % paths.length] ?? [], () => value)
  }

/** Adds a field to one of the objects. */
const add =
  (at: number, field: string, value: unknown): Change =>
  (good) => {
    const places = pathsIn(good).filter((path) => isObject(valueAt(good, path)))
    return replaced(good, places[at % places.length] ?? [], (inner) =>
      isObject(inner)
        ? Object.defineProperty({ ...inner }, field, { value, enumerable: true })
        : inner,
    )
  }

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const MOST_PATHS = 500

function pathsIn(value: unknown): Path[] {
  const found: Path[] = [[]]
  for (let at = 0; at < found.length && found.length < MOST_PATHS; at += 1) {
    const path = found[at] ?? []
    const inner = valueAt(value, path)
    if (!isObject(inner)) continue
    const keys = Array.isArray(inner) ? inner.map((_, index) => index) : Object.keys(inner)
    found.push(...keys.map((key) => [...path, key]))
  }
  // The whole is replaced now and then by `hostile` itself; here it is what lies inside.
  return found.length > 1 ? found.slice(1) : found
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((part, key) => (isObject(part) ? Reflect.get(part, key) : undefined), value)

function replaced(value: unknown, path: Path, change: Change): unknown {
  const [key, ...rest] = path
  if (key === undefined || !isObject(value)) return change(value)
  const copy: object = Array.isArray(value) ? [...(value as unknown[])] : { ...value }
  const inner = replaced(Reflect.get(value, key), rest, change)
  return Object.defineProperty(copy, key, {
    value: inner,
    enumerable: true,
    writable: true,
    configurable: true,
  })
}
