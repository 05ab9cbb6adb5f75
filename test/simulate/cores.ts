/** Plays seeds in processes side by side: a play itself keeps no more than one core busy. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Report, Wish } from './simulate'

/** Plays every seed, on so many cores; a core ends after the first seed that goes wrong on it. */
export async function simulateOn(
  cores: number,
  wish: Wish,
  tell: (report: Report) => void,
): Promise<void> {
  const share = Math.ceil(wish.seeds / cores)
  const shares = Array.from({ length: cores }, (_, core) => ({
    ...{ ...wish, seed: wish.seed + core * share },
    seeds: Math.min(share, wish.seeds - core * share),
  }))
  await Promise.all(shares.filter(({ seeds }) => seeds > 0).map((part) => played(part, tell)))
}

async function played(wish: Wish, tell: (report: Report) => void): Promise<void> {
  const [, program = ''] = process.argv
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', program, '--json', ...optionsOf(wish)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  let wrong = 0
  for await (const line of createInterface({ input: child.stdout })) {
    const report = JSON.parse(line) as Report
    wrong += report.violations.length
    tell(report)
  }
  const code = await ended
  if (code !== 0 && wrong === 0) throw new Error(`A play ended with code ${String(code)}.`)
}

/** What a command line would have to say for it. */
const optionsOf = (wish: Wish): string[] => [
  ...[wish.seed, wish.days].map(String),
  ...['--steps', String(wish.steps), '--seeds', String(wish.seeds), '--mode', wish.mode],
  ...['--storm', String(wish.storm)],
  ...(wish.faults ? ['--faults', wish.faults.join() || 'none'] : []),
  ...(wish.sabotage === undefined ? [] : ['--sabotage', wish.sabotage]),
  ...(wish.inTurn ? ['--in-turn'] : []),
  ...(wish.narrows ? [] : ['--whole']),
  ...(wish.tellsState ? ['--state'] : []),
  ...(wish.tellsBooks ? ['--books'] : []),
]
