/**
 * A bug, not a refusal: what must hold at this point did not. The function logs it and answers
 * `broken`.
 */
export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise'
}

/** Throws when the shop's own promise does not hold. Never used for what a shopper may do wrong. */
export function assert(holds: boolean, promise: string): asserts holds {
  if (!holds) throw new BrokenPromise(promise)
}
