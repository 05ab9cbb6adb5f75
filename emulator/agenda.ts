/**
 * Whatever happens at an instant of the cloud's clock: timer triggers, notices, refunds. While the
 * clock runs they happen by themselves; when it is moved they happen on the way, in order, before
 * the move ends.
 */
import type { Clock } from './clock'

/** One run of a timer trigger, as a move of the clock reports it. */
export interface Tick {
  readonly function: string
  readonly trigger: string
  readonly at: number
  readonly ok: boolean
}

/** Something that has to act at instants of the clock. */
export interface Appointments {
  /** The next instant at which something is due; it may have passed already. */
  next(): number | undefined
  /** Does all that is due at `instant`. Afterwards `next()` is later, or undefined. */
  act(instant: number): Promise<readonly Tick[]>
  /**
   * Of what is due up to `until`, drops all but `most`, spread evenly; the last one always stays.
   */
  thin?(until: number, most: number): void
}

/** Where a move of the clock goes. */
export interface Move {
  readonly to: number
  /** How many ticks of one trigger it runs at most. */
  readonly most: number
  /** Whether the clock stands afterwards; otherwise it does what it did before. */
  readonly freeze?: boolean | undefined
}

/** setTimeout counts in 32 bits. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1

export class Agenda {
  private readonly appointments: Appointments[] = []
  private readonly running = new Map<Appointments, Promise<unknown>>()
  private moves: Promise<unknown> = Promise.resolve()
  private movesWaiting = 0
  private timer: NodeJS.Timeout | undefined
  private open = false

  constructor(
    private readonly clock: Clock,
    private readonly remember: () => Promise<void>,
  ) {}

  add(appointments: Appointments): void {
    this.appointments.push(appointments)
    this.wake()
  }

  /** From now on appointments are kept. */
  start(): void {
    this.open = true
    this.wake()
  }

  async close(): Promise<void> {
    this.open = false
    clearTimeout(this.timer)
    await Promise.allSettled([this.moves, ...this.running.values()])
  }

  /** To be called when an appointment was made, put off or called off. */
  wake(): void {
    clearTimeout(this.timer)
    if (!this.open || this.movesWaiting > 0 || this.clock.isFrozen) return
    const next = this.earliest((appointments) => !this.running.has(appointments))
    if (!next) return
    const wait = Math.min(Math.max(next.at - this.clock.now(), 0), LONGEST_TIMEOUT_MS)
    this.timer = setTimeout(() => this.keep(), wait)
  }

  /** Runs `task` while nothing else happens by the clock: moves come one after another. */
  alone<T>(task: () => Promise<T>): Promise<T> {
    this.movesWaiting++
    clearTimeout(this.timer)
    const done = this.moves.then(async () => {
      await Promise.allSettled(this.running.values())
      try {
        return await task()
      } finally {
        this.movesWaiting--
        this.wake()
      }
    })
    this.moves = done.catch(() => undefined)
    return done
  }

  /**
   * Moves the clock. To be called inside `alone`. The clock stands while an appointment is kept.
   */
  async move({ to, most, freeze }: Move): Promise<Tick[]> {
    const stands = freeze ?? this.clock.isFrozen
    const settle = (instant: number) => {
      if (stands) this.clock.freezeAt(instant)
      else this.clock.runFrom(instant)
      return this.remember()
    }
    const ticks: Tick[] = []
    for (const appointments of this.appointments) appointments.thin?.(to, most)
    for (let due = this.earliest(); due && due.at <= to; due = this.earliest()) {
      // A machine that dies half-way must not wake up before what has already happened.
      await settle(Math.max(due.at, this.clock.now()))
      this.clock.freezeAt(Math.max(due.at, this.clock.now()))
      ticks.push(...(await due.appointments.act(due.at)))
    }
    await settle(to)
    return ticks
  }

  private keep(): void {
    const now = this.clock.now()
    for (const appointments of this.appointments) {
      if (this.running.has(appointments)) continue
      // A laptop that slept wakes up to one late tick, not to a night of them.
      appointments.thin?.(now, 1)
      const at = appointments.next()
      if (at === undefined || at > now) continue
      const done = appointments.act(at).finally(() => {
        this.running.delete(appointments)
        this.wake()
      })
      this.running.set(appointments, done)
    }
    this.wake()
  }

  private earliest(
    wanted: (appointments: Appointments) => boolean = () => true,
  ): { at: number; appointments: Appointments } | undefined {
    let first: { at: number; appointments: Appointments } | undefined
    for (const appointments of this.appointments.filter(wanted)) {
      const at = appointments.next()
      if (at !== undefined && (!first || at < first.at)) first = { at, appointments }
    }
    return first
  }
}
