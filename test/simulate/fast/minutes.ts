/** The timer's ticks: each whole minute, thinned as the local cloud thins them. */
import type { Appointments, Tick } from '../../../emulator/agenda'

const MINUTE = 60_000

const following = (instant: number) => (Math.floor(instant / MINUTE) + 1) * MINUTE

export class Minutes implements Appointments {
  private kept: number[] | undefined

  constructor(
    private last: number,
    private readonly tick: (at: number) => Promise<unknown>,
  ) {}

  next(): number {
    return this.kept?.[0] ?? following(this.last)
  }

  /** At most so many up to an instant, spread evenly; the last one always stays. */
  thin(until: number, most: number): void {
    this.kept = undefined
    if (this.last + (most + 1) * MINUTE > until) return
    const spread = new Set<number>()
    const step = (until - this.last) / (most - 1)
    for (let part = 0; part < most - 1; part += 1) {
      const instant = following(this.last + part * step)
      if (instant <= until) spread.add(instant)
    }
    spread.add(Math.floor(until / MINUTE) * MINUTE)
    this.kept = [...spread].sort((one, other) => one - other)
  }

  async act(instant: number): Promise<readonly Tick[]> {
    this.last = Math.max(this.last, instant)
    this.kept?.shift()
    if (this.kept?.length === 0) this.kept = undefined
    await this.tick(instant)
    return []
  }
}

/** Calls back after every whole hour that passes. */
export class Hours implements Appointments {
  constructor(
    private last: number,
    private readonly passed: () => void,
  ) {}

  next(): number {
    return (Math.floor(this.last / (60 * MINUTE)) + 1) * 60 * MINUTE
  }

  act(instant: number): Promise<readonly Tick[]> {
    this.last = instant
    this.passed()
    return Promise.resolve([])
  }
}
