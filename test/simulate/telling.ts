/** Tells people what became of seeds. */
import type { Report } from './simulate'

type Counts = Readonly<Record<string, number>>

const columns = (counts: Counts): string =>
  Object.entries(counts)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, count]) => `  ${String(count).padStart(9)}  ${name}`)
    .join('\n')

/** One line for a seed; all about it where something went wrong. */
export function tellSeed({ seed, steps, seconds, looks, violations, ...rest }: Report): void {
  const speed = Math.round(steps / seconds)
  console.log(
    `seed ${seed}: ${steps} steps in ${seconds.toFixed(1)} s, ${speed} steps/s, ` +
      `${looks} looks, violations: ${violations.length}`,
  )
  for (const { rule, about, says } of violations.slice(0, 5))
    console.log(`  ${rule}: ${about} ${says}`)
  if (!rest.history) return
  console.log(
    `\nThe smallest history that shows it (faults it needs: ${rest.needs?.join(', ') || 'none'}):`,
  )
  for (const line of rest.history) console.log(`  ${line}`)
}

/** Everything together, from the first seed to the last one. */
export class Tally {
  private seeds = 0
  private steps = 0
  private looks = 0
  private violations = 0
  private readonly hits: Record<string, number> = {}
  private readonly happened: Record<string, number> = {}
  private readonly outcome: Record<string, number> = {}
  private readonly began = performance.now()

  add(report: Report): void {
    this.seeds += 1
    this.steps += report.steps
    this.looks += report.looks
    this.violations += report.violations.length
    for (const counts of ['hits', 'happened', 'outcome'] as const) {
      for (const [name, count] of Object.entries(report[counts])) {
        this[counts][name] = (this[counts][name] ?? 0) + count
      }
    }
  }

  tell(): void {
    const seconds = (performance.now() - this.began) / 1000
    console.log(`\nfaults injected:\n${columns(this.hits)}`)
    console.log(`what happened:\n${columns(this.happened)}`)
    console.log(`what came about:\n${columns(this.outcome)}`)
    console.log(
      `\n${this.seeds} seeds, ${this.steps} steps in ${seconds.toFixed(1)} s, ` +
        `${Math.round(this.steps / seconds)} steps/s; ` +
        `the auditor looked ${this.looks} times; violations: ${this.violations}`,
    )
  }
}
