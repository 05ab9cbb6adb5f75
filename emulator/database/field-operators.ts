import { compareValues, kindOf } from '../store/value'
import { isPlainObject } from '../store/document'
import { stringifyExtended } from './extended'
import { failed } from './refusals'

/** Where an operator works; for the words of a refusal. */
export interface Place {
  readonly path: string
  readonly id: unknown
}

/**
 * What an operator makes of the value at its path. `undefined` in means the field is missing,
 * `undefined` out that it is to go; the very same value out means nothing changes.
 */
export type UpdateOperator = (current: unknown, argument: unknown, place: Place) => unknown

/** Operators on a single value. */
export const fieldOperators: Readonly<Record<string, UpdateOperator>> = {
  $set: (_current, argument) => argument,
  $unset: () => undefined,
  $inc: (current, argument, place) => reckon('$inc', { current, argument, place }),
  $mul: (current, argument, place) => reckon('$mul', { current, argument, place }),
  $min: (current, argument) =>
    current === undefined || compareValues(argument, current) < 0 ? argument : current,
  $max: (current, argument) =>
    current === undefined || compareValues(argument, current) > 0 ? argument : current,
  $bit: applyBits,
}

interface Sum {
  readonly current: unknown
  readonly argument: unknown
  readonly place: Place
}

function reckon(name: '$inc' | '$mul', { current, argument, place }: Sum): number {
  if (typeof argument !== 'number')
    throw failed(
      `Cannot ${name === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${place.path}: ${stringifyExtended(argument)}}`,
    )
  if (current === undefined) return name === '$inc' ? argument : 0
  if (typeof current !== 'number') throw wrongKind(name, 'non-numeric', { current, place })
  return name === '$inc' ? current + argument : current * argument
}

const wrongKind = (
  name: string,
  expected: string,
  { current, place }: Pick<Sum, 'current' | 'place'>,
) =>
  failed(
    `Cannot apply ${name} to a value of ${expected} type. {_id: ${stringifyExtended(place.id)}} has the field '${place.path}' of ${expected} type ${kindName(current)}`,
  )

/** MongoDB's name for the type of a value. */
export function kindName(value: unknown): string {
  const kind = kindOf(value)
  if (kind === 'number') return Number.isInteger(value) ? 'int' : 'double'
  return kind === 'boolean' ? 'bool' : kind
}

/** Bits are those of a 64-bit integer, as in MongoDB. */
function applyBits(current: unknown, argument: unknown, place: Place): number {
  if (!isPlainObject(argument) || Object.keys(argument).length === 0)
    throw failed(`The $bit modifier is not compatible with a ${kindName(argument)}`)
  if (current !== undefined && !Number.isInteger(current))
    throw wrongKind('$bit', 'non-integral', { current, place })
  let bits = BigInt((current ?? 0) as number)
  for (const [name, operand] of Object.entries(argument)) {
    if (!Number.isInteger(operand)) throw failed('The $bit modifier field must be an Integer')
    bits = applyBit(name, bits, BigInt(operand as number))
  }
  return Number(BigInt.asIntN(64, bits))
}

function applyBit(name: string, bits: bigint, operand: bigint): bigint {
  switch (name) {
    case 'and':
      return bits & operand
    case 'or':
      return bits | operand
    case 'xor':
      return bits ^ operand
    default:
      throw failed(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`)
  }
}
