import * as fc from 'fast-check'

/**
 * Whether a promise holds for everything that may come. Where it does not, fast-check prints the
 * seed and the smallest example; `SEED=<seed> npx jest …` plays the same examples again.
 */
export function always<Example>(
  examples: fc.Arbitrary<Example>,
  holds: (example: Example) => void,
  runs = 200,
): void {
  const seed = process.env.SEED
  fc.assert(
    fc.property(examples, (example) => {
      holds(example)
    }),
    { numRuns: runs, ...(seed === undefined ? {} : { seed: Number(seed) }) },
  )
}
