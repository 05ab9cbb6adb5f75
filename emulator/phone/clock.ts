/** The phone's own clock and timers. A test can let time pass without waiting for it. */

type Callback = (...values: unknown[]) => unknown

interface Timer {
  at: number
  readonly every: number | undefined
  readonly run: () => void
  handle: ReturnType<typeof setTimeout>
}

/** Real time plus an offset; every timer of the mini-program runs by it. */
export class PhoneClock {
  private offset = 0
  private lastId = 0
  private readonly timers = new Map<number, Timer>()

  /** `failed` is told what a timer's callback threw: a phone logs it and goes on. */
  constructor(private readonly failed: (error: unknown) => void) {}

  now(): number {
    return Date.now() + this.offset
  }

  readonly setTimeout = (callback: Callback, ms = 0, ...values: unknown[]): number =>
    this.add(callback, ms, undefined, values)

  readonly setInterval = (callback: Callback, ms = 0, ...values: unknown[]): number =>
    // A phone does not run an interval more often than its clock ticks either.
    this.add(callback, ms, Math.max(ms, 4), values)

  readonly clear = (id: unknown): void => {
    const timer = this.timers.get(id as number)
    if (!timer) return
    clearTimeout(timer.handle)
    this.timers.delete(id as number)
  }

  /** Lets `ms` pass at once: due timers run in order, each seeing the clock at its due time. */
  async advance(ms: number): Promise<void> {
    const end = this.now() + ms
    for (;;) {
      const [id, timer] = this.nextBefore(end)
      if (id === undefined || !timer) break
      this.offset += Math.max(0, timer.at - this.now())
      this.fire(id, timer)
      await new Promise((resolve) => setTimeout(resolve, 0))
    }
    this.offset += Math.max(0, end - this.now())
    for (const [id, timer] of this.timers) this.arm(id, timer)
  }

  /** Forgets every timer; the phone is switched off. */
  stop(): void {
    for (const id of [...this.timers.keys()]) this.clear(id)
  }

  /** `Date` as the mini-program sees it: by this clock. */
  dateClass(): DateConstructor {
    const now = () => this.now()
    const dates = class extends Date {
      constructor(...values: unknown[]) {
        if (values.length === 0) super(now())
        else super(...(values as [number]))
      }
      static override now(): number {
        return now()
      }
    }
    return dates as unknown as DateConstructor
  }

  private add(callback: Callback, ms: number, every: number | undefined, values: unknown[]) {
    const id = ++this.lastId
    const run = () => {
      callback(...values)
    }
    const timer = { at: this.now() + Math.max(0, ms), every, run, handle: setTimeout(() => {}, 0) }
    this.timers.set(id, timer)
    this.arm(id, timer)
    return id
  }

  private arm(id: number, timer: Timer): void {
    clearTimeout(timer.handle)
    timer.handle = setTimeout(
      () => {
        this.fire(id, timer)
      },
      Math.max(0, timer.at - this.now()),
    )
  }

  private fire(id: number, timer: Timer): void {
    clearTimeout(timer.handle)
    if (timer.every === undefined) this.timers.delete(id)
    else {
      timer.at += timer.every
      this.arm(id, timer)
    }
    try {
      timer.run()
    } catch (error) {
      this.failed(error)
    }
  }

  private nextBefore(end: number): [number | undefined, Timer | undefined] {
    let found: [number | undefined, Timer | undefined] = [undefined, undefined]
    for (const [id, timer] of this.timers) {
      if (timer.at <= end && (!found[1] || timer.at < found[1].at)) found = [id, timer]
    }
    return found
  }
}
