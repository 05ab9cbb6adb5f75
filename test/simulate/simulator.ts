/** Runs the simulator as its command lines do, and reads what they tell. */
import { spawn } from 'node:child_process'
import type { Report } from './simulate'

/** Everything that a run told, a seed each. */
export const simulated = (...options: readonly string[]): Promise<Report[]> =>
  told<Report>('dist/simulate/main.js', ['--json', ...options])

/** Every line of JSON that a program told; whatever else it complains of is an error. */
export async function told<Line>(program: string, options: readonly string[]): Promise<Line[]> {
  const child = spawn(process.execPath, [program, ...options])
  let lines = ''
  let trouble = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => (lines += part))
  child.stderr.setEncoding('utf8').on('data', (part: string) => (trouble += part))
  await new Promise((resolve) => child.once('close', resolve))
  if (trouble !== '') throw new Error(trouble)
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)
}

/** What a report says to somebody who must find out what went wrong. */
export function complaintOf({ seed, violations, history, needs }: Report): string {
  const accused = violations.map(({ rule, about, says }) => `${rule}: ${about} ${says}`)
  const shown = history ?? []
  return [`seed ${seed}`, ...accused.slice(0, 3), `with ${needs?.join() ?? ''}`, ...shown].join(
    '\n',
  )
}

/** How many there are of something, over all reports. */
export function total(reports: readonly Report[], of: (report: Report) => number): number {
  return reports.reduce((sum, report) => sum + of(report), 0)
}
