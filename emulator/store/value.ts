import { EJSON } from 'bson'
import { isPlainObject } from './document'

/** Ranks of the kinds of value in MongoDB's comparison order, with gaps for bounds in between. */
const rank = {
  emptyArray: 10,
  null: 15,
  number: 20,
  string: 25,
  object: 30,
  array: 35,
  boolean: 50,
  date: 55,
  other: 60,
} as const

type Kind = Exclude<keyof typeof rank, 'emptyArray'>

/** MongoDB's word for the kind of a value; whatever is not JSON, a date or a pattern is `other`. */
export function kindOf(value: unknown): Kind {
  switch (typeof value) {
    case 'number':
    case 'string':
    case 'boolean':
      return typeof value as Kind
    case 'undefined':
      return 'null'
  }
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  return isPlainObject(value) ? 'object' : 'other'
}

const double = new Float64Array(1)
const words = new Uint16Array(double.buffer)

/** Four UTF-16 units that sort as the numbers do. */
function encodeNumber(value: number): string {
  double[0] = value === 0 ? 0 : value
  const [low = 0, lower = 0, high = 0, top = 0] = words
  if (Number.isNaN(value)) return '\u0000\u0000\u0000\u0000'
  if (top & 0x8000)
    return String.fromCharCode(~top & 0xffff, ~high & 0xffff, ~lower & 0xffff, ~low & 0xffff)
  return String.fromCharCode(top | 0x8000, high, lower, low)
}

/** Text that ends in itself, so that one encoding is never the beginning of another. */
const encodeText = (text: string) =>
  (text.includes('\u0000') ? text.replaceAll('\u0000', '\u0000\u0001') : text) + '\u0000\u0000'

function encodePayload(value: unknown, kind: Kind): string {
  switch (kind) {
    case 'null':
      return ''
    case 'number':
      return encodeNumber(value as number)
    case 'string':
      return encodeText(value as string)
    case 'boolean':
      return value ? '\u0002' : '\u0001'
    case 'date':
      return encodeNumber((value as Date).getTime())
    case 'array':
      return (value as unknown[]).map(encodeValue).join('') + '\u0000'
    case 'object':
      return encodeFields(value as Record<string, unknown>)
    case 'other':
      return encodeText(EJSON.stringify(value))
  }
}

function encodeFields(fields: Record<string, unknown>): string {
  let text = ''
  for (const name of Object.keys(fields)) {
    const kind = kindOf(fields[name])
    text += String.fromCharCode(rank[kind]) + encodeText(name) + encodePayload(fields[name], kind)
  }
  return text + '\u0000'
}

/**
 * A string that sorts, unit by unit, as MongoDB sorts the values. Missing and null are the same.
 * Strings sort by UTF-16 unit, not by collation.
 */
export function encodeValue(value: unknown): string {
  const kind = kindOf(value)
  return String.fromCharCode(rank[kind]) + encodePayload(value, kind)
}

/** How an index sees an array without elements: before null, as MongoDB's `undefined`. */
export const emptyArrayKey = String.fromCharCode(rank.emptyArray)

/** Bounds that lie just before and just after every value of the same kind. */
export function kindBounds(value: unknown): { before: string; after: string } {
  const own = rank[kindOf(value)]
  return { before: String.fromCharCode(own - 1), after: String.fromCharCode(own + 1) }
}

/** Turns the order of an encoding around, for the descending fields of an index. */
export function invert(encoded: string): string {
  let text = ''
  for (let at = 0; at < encoded.length; at++)
    text += String.fromCharCode(0xffff - encoded.charCodeAt(at))
  return text
}

/** Negative, zero or positive, in MongoDB's comparison order. */
export function compareValues(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number' && left - right === left - right)
    return left - right
  const [one, other] = [encodeValue(left), encodeValue(right)]
  return one < other ? -1 : one > other ? 1 : 0
}

/** Equal as MongoDB means it: `{a, b}` and `{b, a}` differ, 0 and -0 do not. */
export function equalValues(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
    return typeof left === 'number' && Number.isNaN(left) && Number.isNaN(right)
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, at) => equalValues(item, right[at]))
  if (isPlainObject(left) && isPlainObject(right)) return equalFields(left, right)
  return kindOf(left) === kindOf(right) && encodeValue(left) === encodeValue(right)
}

function equalFields(left: Record<string, unknown>, right: Record<string, unknown>): boolean {
  const names = Object.keys(left)
  const others = Object.keys(right)
  return (
    names.length === others.length &&
    names.every((name, at) => name === others[at] && equalValues(left[name], right[name]))
  )
}
