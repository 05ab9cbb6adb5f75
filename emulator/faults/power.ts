/** Cuts the power at a chosen write: the process is gone at once, as after `kill -9`. */

/** Where the power goes: before the write reaches the disk, or when it did and nobody knows. */
export interface PowerCut {
  /** Of the writes from now on, the so-manieth. */
  readonly at: number
  readonly when: 'before' | 'after'
}

/** Counts what is written, and cuts the power when it is told to. */
export class Power {
  private count = 0
  private cut: PowerCut | undefined

  constructor(private readonly off: () => void = () => void process.kill(process.pid, 'SIGKILL')) {}

  /** Writes since the last plan was taken. */
  get writes(): number {
    return this.count
  }

  /** Counts anew, and cuts the power at that write; at none where nothing is said. */
  follow(cut: PowerCut | undefined): void {
    this.cut = cut
    this.count = 0
  }

  /** Lets one write happen, which is visible at once and on disk when it resolves. */
  async around(write: () => Promise<void>): Promise<void> {
    this.count += 1
    const when = this.cut?.at === this.count ? this.cut.when : undefined
    if (when === 'before') this.off()
    await write()
    if (when === 'after') this.off()
  }
}

/** Reads where to cut; throws one sentence about what it does not know. */
export function readCut(wish: Readonly<Record<string, unknown>>): PowerCut | undefined {
  const { at, when = 'before', ...rest } = wish
  const [unknown] = Object.keys(rest)
  if (unknown !== undefined) throw new Error(`There is no "${unknown}" in a power cut.`)
  if (at === undefined) return undefined
  if (typeof at !== 'number' || !Number.isSafeInteger(at) || at < 1) {
    throw new Error('"at" must be a whole number from 1 on.')
  }
  if (when !== 'before' && when !== 'after') throw new Error('"when" must be "before" or "after".')
  return { at, when }
}
