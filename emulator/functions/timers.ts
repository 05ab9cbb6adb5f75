/** Timer triggers: seven-field cron in Asia/Shanghai, as config.json says it. */
import { Cron } from 'croner'
import type { Appointments, Tick } from '../agenda'
import type { TriggerConfig } from './catalog'
import type { Functions } from './functions'

/** The cloud reads every cron by this clock. */
const ZONE = 'Asia/Shanghai'

/** The instants of one trigger. */
class Schedule {
  private readonly cron: Cron
  /** What a move left over of the instants ahead; undefined when nothing was left out. */
  private kept: number[] | undefined
  /** The instant after `last`, reckoned once. */
  private ahead: { readonly after: number; readonly instant: number | undefined } | undefined

  constructor(
    readonly functionName: string,
    readonly trigger: TriggerConfig,
    private last: number,
  ) {
    this.cron = readCron(functionName, trigger)
  }

  next(): number | undefined {
    if (this.kept?.[0] !== undefined) return this.kept[0]
    if (this.ahead?.after !== this.last) {
      this.ahead = { after: this.last, instant: this.following(this.last) }
    }
    return this.ahead.instant
  }

  /** Counts `instant` as done. */
  pass(instant: number): void {
    this.last = Math.max(this.last, instant)
    this.kept?.shift()
    if (this.kept?.length === 0) this.kept = undefined
  }

  /** Keeps at most `most` of the instants up to `until`. */
  thin(until: number, most: number): void {
    this.kept = undefined
    if (!Number.isFinite(most)) return
    const ahead = this.cron.nextRuns(most + 1, new Date(this.last)).map(Number)
    if ((ahead[most] ?? Infinity) > until) return
    const spread = new Set<number>()
    const step = (until - this.last) / (most - 1)
    for (let part = 0; part < most - 1; part++) {
      const instant = this.following(this.last + part * step)
      if (instant !== undefined && instant <= until) spread.add(instant)
    }
    // croner counts whole seconds: the run at `until` itself is "before" the second that follows.
    const final = this.cron
      .previousRuns(2, new Date(until + 1000))
      .find((run) => run.getTime() <= until)
    if (final) spread.add(final.getTime())
    this.kept = [...spread].sort((one, other) => one - other)
  }

  private following(instant: number): number | undefined {
    return this.cron.nextRun(new Date(instant))?.getTime()
  }
}

function readCron(functionName: string, { name, cron }: TriggerConfig): Cron {
  try {
    return new Cron(cron, { timezone: ZONE, paused: true, mode: '7-part' })
  } catch {
    throw new Error(`Trigger "${name}" of ${functionName}: "${cron}" is no seven-field cron.`)
  }
}

/** Every trigger of every function that is deployed. Ticks of a trigger never overlap. */
export class Timers implements Appointments {
  private schedules = new Map<string, Schedule>()

  constructor(
    private readonly functions: Functions,
    private readonly now: () => number,
  ) {}

  /** Reads config.json of every function; a trigger that stays the same keeps its place. */
  refresh(): void {
    const schedules = new Map<string, Schedule>()
    for (const { name, triggers } of this.functions.all()) {
      for (const trigger of triggers) {
        const key = `${name} ${trigger.name} ${trigger.cron}`
        schedules.set(key, this.schedules.get(key) ?? new Schedule(name, trigger, this.now()))
      }
    }
    this.schedules = schedules
  }

  next(): number | undefined {
    const instants = [...this.schedules.values()].flatMap((schedule) => schedule.next() ?? [])
    return instants.length > 0 ? Math.min(...instants) : undefined
  }

  thin(until: number, most: number): void {
    for (const schedule of this.schedules.values()) schedule.thin(until, most)
  }

  async act(instant: number): Promise<Tick[]> {
    const due = [...this.schedules.values()].filter((schedule) => schedule.next() === instant)
    return Promise.all(due.map((schedule) => this.tick(schedule, instant)))
  }

  private async tick(schedule: Schedule, at: number): Promise<Tick> {
    const { functionName, trigger } = schedule
    schedule.pass(at)
    const outcome = await this.functions.invoke({
      name: functionName,
      event: {
        Type: 'Timer',
        TriggerName: trigger.name,
        Time: new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'),
        Message: '',
      },
      source: 'wx_trigger',
    })
    return { function: functionName, trigger: trigger.name, at, ok: outcome.ok }
  }
}
