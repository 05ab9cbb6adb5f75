/** Values that nobody means well with, as far as JSON can carry them. */
import * as fc from 'fast-check'

/** Stands in a value where its text will say 1e999, which is read as Infinity. */
const ENDLESS = 'a number without end'
const BELOW_ALL = 'a number below all'

const MEGABYTE = 1024 * 1024

const words = [
  ...['', ' ', '\u3000', '.', '..', '../orders', 'a.b', 'a/b', '$where', '$gt', 'null', 'NaN'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'length'],
  ...['{"$gt":0}', `'; drop table orders; --`, '${7*7}', '{{7*7}}', '%00', '%2e%2e%2f', '\\'],
  ...['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '=HYPERLINK("x")'],
  ...['a\u0000b', 'a\nb', '\r\nset-cookie: x', '\u001b[2J', '\u007f', '\u202eabc', '\ufeff'],
  ...['\ud800', 'a\udfff', '\ud83d', '👩‍👩‍👧‍👦', '🍒'.repeat(40), 'e\u0301', '１２３', 'ﷺ', 'İ'],
  ...['cloud://a.b/../c.png', 'cloud://a/avatars/x.svg', 'javascript:alert(1)', ENDLESS, BELOW_ALL],
]

const figures = [
  ...[-1, -0, 0, 0.5, -0.5, 1.5, 1, 99, 100, 101, 1e21, -1e21, 0.1 + 0.2, 5e-324],
  ...[2 ** 31, 2 ** 32, 2 ** 53 - 1, 2 ** 53, -(2 ** 53), Number.MAX_VALUE, 1e11, 1e11 + 1],
]

const operators: readonly unknown[] = [
  { $gt: 0 },
  { $gt: '' },
  { $ne: null },
  { $ne: '' },
  { $regex: '.*' },
  { $where: '1' },
  { $in: [] },
  { $exists: true },
  { $inc: { a: 1 } },
  { $set: { role: 'operator' } },
  { $or: [{}] },
  { $expr: {} },
  { $date: 0 },
  { $oid: '0' },
  { $numberLong: '1' },
  { 'holds.x': 1 },
  { 'a.b': { $gt: 0 } },
  { '': 1 },
  { $tcb_server_date: { offset: 0 } },
  { length: 1e9 },
  { then: 1 },
  { toJSON: 1 },
  { valueOf: null, toString: null },
  { constructor: { prototype: { isStaff: true } } },
  { _internalType: 'x', operator: 'set' },
  [],
  {},
  [[]],
  [null],
  [{}],
  Array(1000).fill(0),
]

/** An object with a field of its own called `__proto__`, as JSON.parse makes one. */
const poisoned: unknown = JSON.parse('{"__proto__":{"isStaff":true,"role":"operator"}}')

/** A list in a list in a list. */
function nested(depth: number): unknown {
  let inner: unknown = 0
  for (let level = 0; level < depth; level += 1) inner = level % 2 === 0 ? [inner] : { a: inner }
  return inner
}

const huge = fc
  .constantFrom('x', '车', '🍒', '\u0000', '.', '9')
  .map((letter) => letter.repeat(Math.floor(MEGABYTE / Buffer.byteLength(letter))))

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'binary-ascii', maxLength: 300 }),
)

/** Anything that one can send in the place of anything else; a megabyte once in a while. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 60, arbitrary: fc.constantFrom<unknown>(...words) },
  { weight: 40, arbitrary: fc.constantFrom<unknown>(...figures) },
  { weight: 40, arbitrary: fc.constantFrom<unknown>(...operators, poisoned) },
  { weight: 15, arbitrary: fc.constantFrom<unknown>(null, true, false) },
  { weight: 15, arbitrary: fc.double() },
  { weight: 15, arbitrary: anyText },
  { weight: 10, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  { weight: 2, arbitrary: fc.integer({ min: 20, max: 2000 }).map(nested) },
  { weight: 1, arbitrary: huge },
)

/** Names that fields should not have. */
export const strangeField = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', '$where', '$set', 'a.b', '', '_id', 'openid', '0'),
  fc.constantFrom('memberId', 'OPENID', 'role', 'priceFen', 'totalFee', 'status', '\u0000'),
  anyText,
)

/** A value as the text that arrives: JSON can say 1e999. */
export const sent = (value: unknown): string =>
  ((JSON.stringify(value) as string | undefined) ?? 'null')
    .replaceAll(JSON.stringify(ENDLESS), '1e999')
    .replaceAll(JSON.stringify(BELOW_ALL), '-1e999')
