/** Narrows a history that goes wrong down to the smallest one that still does. */

/** Tells whether a history still goes wrong. */
export type GoesWrong<Item> = (items: readonly Item[]) => Promise<boolean>

/** When to be content with what was found so far. */
export interface Patience {
  readonly tries: number
  readonly ms: number
}

/**
 * Leaves out whole groups first (all that one person does), then ever smaller pieces, as long as
 * it still goes wrong (delta debugging, Zeller 1999).
 */
export async function shrink<Item>(
  items: readonly Item[],
  goesWrong: GoesWrong<Item>,
  { groupOf, patience }: { groupOf: (item: Item) => string; patience: Patience },
): Promise<readonly Item[]> {
  const until = performance.now() + patience.ms
  let tries = 0
  const wrong: GoesWrong<Item> = async (some) => {
    tries += 1
    return tries <= patience.tries && performance.now() < until && goesWrong(some)
  }
  const groups = [...new Set(items.map(groupOf))]
  const kept = new Set(
    await withoutPieces(groups, (some) => {
      const left = new Set(some)
      return wrong(items.filter((item) => left.has(groupOf(item))))
    }),
  )
  return withoutPieces(
    items.filter((item) => kept.has(groupOf(item))),
    wrong,
  )
}

/** Leaves out halves, quarters, … single ones, again and again. */
async function withoutPieces<Item>(
  items: readonly Item[],
  goesWrong: GoesWrong<Item>,
): Promise<readonly Item[]> {
  let left = items
  for (
    let size = Math.ceil(items.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let start = 0; start < left.length;) {
      const fewer = [...left.slice(0, start), ...left.slice(start + size)]
      if (fewer.length > 0 && (await goesWrong(fewer))) left = fewer
      else start += size
    }
  }
  return left
}
