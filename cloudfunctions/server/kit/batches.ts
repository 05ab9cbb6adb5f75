/** Work that is due, a bounded batch at a time. */
export interface Batches<Item> {
  /** Reads the next batch; an empty one ends the work. */
  readonly next: () => Promise<readonly Item[]>
  /** Does one item; what throws stays due and is met again at the next tick. */
  readonly each: (item: Item) => Promise<unknown>
  /** Told what an item threw. */
  readonly trouble: (error: unknown) => void
  /** Tells whether there is still time. */
  readonly hasTime: () => boolean
}

/** Items worked on side by side: enough to hide the network, few enough to spare the database. */
const WIDTH = 8

/** Batches a job may take in one tick. */
const MOST_BATCHES = 40

/** Works through what is due until nothing is left, time is up, or nothing gets done any more. */
export async function inBatches<Item>(work: Batches<Item>): Promise<number> {
  let done = 0
  for (let batch = 0; batch < MOST_BATCHES && work.hasTime(); batch += 1) {
    const items = await work.next()
    if (items.length === 0) break
    const succeeded = await sideBySide(items, work)
    done += succeeded
    if (succeeded === 0) break
  }
  return done
}

async function sideBySide<Item>(items: readonly Item[], work: Batches<Item>): Promise<number> {
  const waiting = [...items]
  let succeeded = 0
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      if (!work.hasTime()) return
      try {
        await work.each(item)
        succeeded += 1
      } catch (error) {
        work.trouble(error)
      }
    }
  }
  await Promise.all(Array.from({ length: WIDTH }, worker))
  return succeeded
}
