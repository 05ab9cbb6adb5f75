import { look, tell } from './control'
import type { ClockFace, Tick } from './answers'

const readEveryMs = 5_000
const showEveryMs = 500

type Listener = (now: number, frozen: boolean) => void

/**
 * The cloud's clock as a page shows it: read now and then while somebody watches, counted on in
 * between.
 */
export class ShopClock {
  private face: ClockFace | undefined
  private readAt = 0
  private readonly listeners = new Set<Listener>()
  private timers: ReturnType<typeof setInterval>[] = []

  /** Calls `listener` twice a second until the returned function is called. */
  watch(listener: Listener): () => void {
    if (this.listeners.size === 0) this.start()
    this.listeners.add(listener)
    this.show()
    return () => {
      this.listeners.delete(listener)
      if (this.listeners.size === 0) this.stop()
    }
  }

  /** Moves, sets or freezes the clock; gives back the timers that ran on the way. */
  async move(how: Readonly<Record<string, number | boolean>>): Promise<readonly Tick[]> {
    const moved = await tell('POST', 'clock', how)
    await this.read()
    return ticksOf(moved)
  }

  private start(): void {
    void this.read()
    this.timers = [
      setInterval(() => void (document.hidden || this.read()), readEveryMs),
      setInterval(() => this.show(), showEveryMs),
    ]
  }

  private stop(): void {
    for (const timer of this.timers) clearInterval(timer)
  }

  private async read(): Promise<void> {
    // Out of reach, it counts on from what it last heard; whoever acts next is told.
    const face = await look('clock').catch(() => undefined)
    if (!face) return
    this.face = face
    this.readAt = Date.now()
    this.show()
  }

  private show(): void {
    if (!this.face || document.hidden) return
    const { now, frozen = false } = this.face
    const passed = frozen ? 0 : Date.now() - this.readAt
    for (const listener of this.listeners) listener(now + passed, frozen)
  }
}

function ticksOf(moved: unknown): readonly Tick[] {
  if (typeof moved !== 'object' || moved === null || !('ticks' in moved)) return []
  // The shape is the control API's own; see answers.ts.
  return Array.isArray(moved.ticks) ? (moved.ticks as Tick[]) : []
}
