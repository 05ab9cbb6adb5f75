/** Longest run of neighbours kept in one array; longer ones are cut in two. */
const chunkLength = 512

/**
 * Items in order, kept as a list of short arrays so that adding, removing and looking up stay cheap
 * at any length.
 */
export class SortedList<Item> {
  private readonly chunks: Item[][] = []
  private total = 0

  constructor(private readonly compare: (left: Item, right: Item) => number) {}

  get length(): number {
    return this.total
  }

  add(item: Item): void {
    this.total++
    const isBefore = (other: Item) => this.compare(other, item) < 0
    const chunkAt = Math.min(this.firstChunk(isBefore), this.chunks.length - 1)
    const chunk = this.chunks[chunkAt]
    if (!chunk) {
      this.chunks.push([item])
      return
    }
    chunk.splice(firstNot(chunk, isBefore), 0, item)
    if (chunk.length > chunkLength)
      this.chunks.splice(chunkAt + 1, 0, chunk.splice(chunkLength / 2))
  }

  remove(item: Item): void {
    const isBefore = (other: Item) => this.compare(other, item) < 0
    const chunkAt = this.firstChunk(isBefore)
    const chunk = this.chunks[chunkAt]
    if (!chunk) return
    const at = firstNot(chunk, isBefore)
    const found = chunk[at]
    if (found === undefined || this.compare(found, item) !== 0) return
    chunk.splice(at, 1)
    this.total--
    if (chunk.length === 0) this.chunks.splice(chunkAt, 1)
  }

  /** Items from the first that is not before the range up to the last that is before its end. */
  *between(range: Bounds<Item>, reverse = false): Generator<Item> {
    const [from, to] = [this.locate(range.isBefore), this.locate(range.isWithin)]
    let [chunkAt, at] = reverse ? to : from
    for (let left = this.distance(from, to); left > 0; left--) {
      if (reverse) {
        while (at === 0) at = this.chunks[--chunkAt]?.length ?? 0
        at--
      }
      yield this.chunks[chunkAt]?.[at] as Item
      if (!reverse && ++at === this.chunks[chunkAt]?.length) [chunkAt, at] = [chunkAt + 1, 0]
    }
  }

  /** How many items lie in a range, without visiting them. */
  countBetween(range: Bounds<Item>): number {
    return this.distance(this.locate(range.isBefore), this.locate(range.isWithin))
  }

  private firstChunk(isBefore: (item: Item) => boolean): number {
    return firstNot(this.chunks, (chunk) => isBefore(chunk[chunk.length - 1] as Item))
  }

  private locate(isBefore: (item: Item) => boolean): Place {
    const chunkAt = this.firstChunk(isBefore)
    const chunk = this.chunks[chunkAt]
    return [chunkAt, chunk ? firstNot(chunk, isBefore) : 0]
  }

  private distance([fromChunk, from]: Place, [toChunk, to]: Place): number {
    let items = to - from
    for (let at = fromChunk; at < toChunk; at++) items += this.chunks[at]?.length ?? 0
    return items
  }
}

type Place = [chunkAt: number, at: number]

/** A range: what lies before it, and what lies before its end. */
export interface Bounds<Item> {
  readonly isBefore: (item: Item) => boolean
  readonly isWithin: (item: Item) => boolean
}

/**
 * Place of the first item for which `holds` is false; it holds for a beginning of the list only.
 */
function firstNot<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(items[middle] as Item)) low = middle + 1
    else high = middle
  }
  return low
}
