/** Chooses by a seed, without choosing anything twice. */
export function chosen<Item>(all: readonly Item[], seed: number) {
  let state = seed
  const left = [...all]
  const take = (count: number): Item[] =>
    Array.from({ length: count }, () => {
      // A step of a linear congruence (Numerical Recipes): the same seed chooses the same ones.
      state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
      return left.splice(Math.floor((state / 2 ** 32) * left.length), 1)
    }).flat()
  return { before: take(15), afterwards: take(10), partly: take(12), received: take(30) }
}
