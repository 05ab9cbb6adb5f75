/** Makes inputs out of what a contract takes. */
import * as fc from 'fast-check'
import type * as z from 'zod'

/** Values of this shop that may stand somewhere: ids, codes, moments, sums. */
export type Stock = readonly (string | number)[]

type Schema = z.core.$ZodType

/** Figures at which rules tend to turn. */
const turning = [
  ...[0, 1, 2, 3, 5, 7, 10, 30, 49, 50, 60, 99, 100, 500, 900, 999, 1000, 9999, 10_000],
  ...[1_000_000, 10 ** 11, 2 ** 31, 2 ** 53 - 1, -1, -3, -10_000],
]

/** Words that contracts take where they take any. */
const plain = [
  ...[
    '小王',
    '放门口',
    '水果 苹果',
    '2027-03',
    '02-29',
    '13800000000',
    'SF10000001',
    '000000000000',
  ],
  ...['AAAAAAAA', 'f'.repeat(28), 'no-such-thing', 'ff', 'room', 'ghost', 'x'.repeat(20), '🍒', ''],
  ...['<b>x</b>', '=1+1', '__a', '3f2b8a52-6d0e-4c3e-9a55-0d6f1e2c7b10', 'x'.repeat(64)],
  'cloud://jutuan-local.files/avatars/a-1.jpg',
  'cloud://jutuan-local.files/after-sale/a-1.jpg',
  '000000000000000.order.guide',
]

/** Inputs that a contract takes, of this shop's own ids and of others. */
export function takenBy(schema: z.ZodType, stock: Stock): fc.Arbitrary<unknown> {
  return arbitraryOf(schema, stock) ?? fc.constant({})
}

/** Undefined where nothing is known that the schema takes. */
function arbitraryOf(schema: Schema, stock: Stock): fc.Arbitrary<unknown> | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object':
      return fieldsOf(def.shape, stock)
    case 'array':
      return listOf(def.element, stock)
    case 'optional':
      return orElse(arbitraryOf(def.innerType, stock), undefined)
    case 'nullable':
      return orElse(arbitraryOf(def.innerType, stock), null)
    case 'union':
      return oneOf(def.options.map((option) => arbitraryOf(option, stock)))
    case 'literal':
      return fc.constantFrom<unknown>(...def.values)
    case 'enum':
      return fc.constantFrom<unknown>(...Object.values(def.entries))
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'record':
      return fc.dictionary(fc.constantFrom('a.webp', 'b', 'shop', '__proto__'), fc.jsonValue())
    default:
      return leafOf(schema as z.ZodType, stock)
  }
}

function fieldsOf(shape: Readonly<Record<string, Schema>>, stock: Stock) {
  const fields = Object.entries(shape).map(
    ([name, inner]) => [name, arbitraryOf(inner, stock) ?? fc.constant(null)] as const,
  )
  return fc.record(Object.fromEntries(fields)).map((made) => {
    return Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined))
  })
}

function listOf(element: Schema, stock: Stock): fc.Arbitrary<unknown> | undefined {
  const one = arbitraryOf(element, stock)
  return (
    one &&
    fc.oneof(
      { weight: 9, arbitrary: fc.array(one, { minLength: 1, maxLength: 3 }) },
      { weight: 1, arbitrary: fc.array(one, { minLength: 4, maxLength: 60 }) },
    )
  )
}

/** A leaf is whatever it takes of what there is. */
function leafOf(schema: z.ZodType, stock: Stock): fc.Arbitrary<unknown> | undefined {
  const fitting = (values: Stock) => values.filter((value) => schema.safeParse(value).success)
  const [own, usual] = [fitting(stock), fitting([...turning, ...plain])]
  return oneOf([
    own.length > 0 ? fc.constantFrom<unknown>(...own) : undefined,
    usual.length > 0 ? fc.constantFrom<unknown>(...usual) : undefined,
    schema.safeParse(crypto.randomUUID()).success ? fc.uuid() : undefined,
  ])
}

function orElse(one: fc.Arbitrary<unknown> | undefined, otherwise: unknown) {
  const other: fc.Arbitrary<unknown> = fc.constant(otherwise)
  return one ? fc.oneof({ weight: 2, arbitrary: one }, { weight: 1, arbitrary: other }) : other
}

function oneOf(
  those: readonly (fc.Arbitrary<unknown> | undefined)[],
): fc.Arbitrary<unknown> | undefined {
  const known = those.filter((one) => one !== undefined)
  return known.length > 0 ? fc.oneof(...known) : undefined
}
