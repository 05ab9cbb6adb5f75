import * as z from 'zod'
import type { FailureCode } from './failure'
import { isId, type Id } from './ids'
import { MAX_FEN, type Fen } from './money'
import type { Instant } from './time'

/** What an action takes, answers, and may refuse beside what every action may refuse. */
export interface Action<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Fails extends FailureCode = FailureCode,
> {
  readonly input: Input
  readonly output: Output
  readonly fails: readonly Fails[]
}

/** Declares an action. zod runs in the cloud only; the phone imports the types. */
export function action<const Declared extends Action>(declared: Declared): Declared {
  return declared
}

/** An id of one kind, as it may stand in a document path. */
export const id = <Kind extends string>() =>
  z.custom<Id<Kind>>((value) => typeof value === 'string' && isId(value), 'not an id')

/** Whole fen, not negative. */
export const fenAmount = z.custom<Fen>(
  (value) => Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= MAX_FEN,
  'not whole fen',
)

/** A moment in milliseconds since 1970. */
export const moment = z.custom<Instant>(
  (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  'not a moment',
)

/** Made on the phone for each wish; a repeat of the wish carries the same one. */
export const requestId = z.uuid()

/** A line of text from a person: trimmed, no control characters, bounded. */
export const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most)

    .regex(/^[^\u0000-\u001f\u007f]*$/u, 'control characters')
