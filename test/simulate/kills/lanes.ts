/** Does something with each item, so many at a time; results stand in the order of the items. */
export async function inLanes<Item, Result>(
  items: readonly Item[],
  lanes: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  const lane = async () => {
    for (let at = next++; at < items.length; at = next++) {
      results[at] = await work(items[at] as Item)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return results
}
