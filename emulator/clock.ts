/**
 * The cloud's clock. It can be set forward and stopped, and every function worker reads the very
 * same cell of shared memory, so that `Date` means the same instant everywhere.
 */

/** What the clock remembers over a restart. */
export type ClockState = {
  /**
   * Cloud time minus this machine's time while the clock runs, or the instant at which it stands.
   */
  readonly value: number
  readonly frozen: boolean
}

/**
 * Reads the cell without a lock: one 64-bit word holds the value and, in its lowest bit, whether it
 * stands.
 */
export function readClock(cell: SharedArrayBuffer, machineNow: () => number = Date.now): number {
  const word = Atomics.load(new BigInt64Array(cell), 0)
  const value = Number(word >> 1n)
  return (word & 1n) === 1n ? value : machineNow() + value
}

export class Clock {
  /** Handed to every worker. */
  readonly cell = new SharedArrayBuffer(8)
  private readonly words = new BigInt64Array(this.cell)

  constructor(
    state: ClockState = { value: 0, frozen: false },
    private readonly machineNow: () => number = Date.now,
  ) {
    this.write(state)
  }

  /** The cloud's time in milliseconds. */
  now(): number {
    return readClock(this.cell, this.machineNow)
  }

  get isFrozen(): boolean {
    return (Atomics.load(this.words, 0) & 1n) === 1n
  }

  get state(): ClockState {
    return { value: Number(Atomics.load(this.words, 0) >> 1n), frozen: this.isFrozen }
  }

  /** Stops the clock at `instant`. */
  freezeAt(instant: number): void {
    this.write({ value: instant, frozen: true })
  }

  /** Lets the clock run on from `instant`. */
  runFrom(instant: number): void {
    this.write({ value: instant - this.machineNow(), frozen: false })
  }

  private write({ value, frozen }: ClockState): void {
    Atomics.store(this.words, 0, (BigInt(Math.trunc(value)) << 1n) | (frozen ? 1n : 0n))
  }
}
