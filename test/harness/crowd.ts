/** Everybody goes, so many at once; results stand in the order of the items. */
export async function crowd<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  each: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  const walker = async () => {
    for (let at = next++; at < items.length; at = next++) {
      results[at] = await each(items[at] as Item)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, walker))
  return results
}
