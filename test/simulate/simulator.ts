/** Runs the simulator as its command line does, and reads what it tells. */
import { spawn } from 'node:child_process'
import type { Report } from './simulate'

/** Everything that a run told, a seed each. */
export async function simulated(...options: readonly string[]): Promise<Report[]> {
  const child = spawn(process.execPath, ['dist/simulate/main.js', '--json', ...options])
  let told = ''
  let trouble = ''
  child.stdout.on('data', (part: Buffer) => (told += part.toString()))
  child.stderr.on('data', (part: Buffer) => (trouble += part.toString()))
  await new Promise((resolve) => child.once('close', resolve))
  if (trouble !== '') throw new Error(trouble)
  return told
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Report)
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
