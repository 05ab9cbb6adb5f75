/** The SDK's command words (`_.gte(1)`, `_.inc(-1)`, …), straight to MongoDB's operators. */

/** A condition on a field, or several joined. */
export class Condition {
  constructor(readonly operators: Readonly<Record<string, unknown>>) {}

  and(...others: readonly unknown[]): Condition {
    return joined('$and', [this, ...others.flat()])
  }

  or(...others: readonly unknown[]): Condition {
    return joined('$or', [this, ...others.flat()])
  }
}

/** A change of a field. */
export class Change {
  constructor(
    readonly operator: string,
    readonly argument: unknown,
  ) {}
}

const condition =
  (operator: string) =>
  (value: unknown): Condition =>
    new Condition({ [operator]: value })

const change =
  (operator: string) =>
  (argument: unknown): Change =>
    new Change(operator, argument)

const joined = (operator: string, parts: readonly unknown[]): Condition =>
  new Condition({ [operator]: parts })

const joining =
  (operator: string) =>
  (...parts: readonly unknown[]): Condition =>
    joined(operator, parts.flat())

/** Words of an aggregation that the database calls by another name. */
const renamed: Readonly<Record<string, string>> = { neq: 'ne' }

/** Words that make `{ $word: argument }` inside an aggregation, whatever the word, but for some. */
export const aggregateWords = (own: Readonly<Record<string, unknown>>): object =>
  new Proxy(own, {
    get: (_target, named) => {
      const word = String(named)
      return own[word] ?? ((argument: unknown) => ({ [`$${renamed[word] ?? word}`]: argument }))
    },
  })

const pushed = (argument: unknown, position?: number): Change =>
  new Change('$push', {
    $each: Array.isArray(argument) ? argument : [argument],
    ...(position !== undefined && { $position: position }),
  })

/** `database.command`, but for `aggregate`. */
export const command = {
  eq: condition('$eq'),
  neq: condition('$ne'),
  gt: condition('$gt'),
  gte: condition('$gte'),
  lt: condition('$lt'),
  lte: condition('$lte'),
  in: condition('$in'),
  nin: condition('$nin'),
  exists: condition('$exists'),
  size: condition('$size'),
  all: condition('$all'),
  elemMatch: condition('$elemMatch'),
  expr: condition('$expr'),
  and: joining('$and'),
  or: joining('$or'),
  nor: joining('$nor'),
  set: change('$set'),
  inc: change('$inc'),
  mul: change('$mul'),
  min: change('$min'),
  max: change('$max'),
  addToSet: change('$addToSet'),
  pull: change('$pull'),
  remove: () => new Change('$unset', ''),
  push: (argument: unknown) => pushed(argument),
  unshift: (argument: unknown) => pushed(argument, 0),
  pop: () => new Change('$pop', 1),
  shift: () => new Change('$pop', -1),
}
