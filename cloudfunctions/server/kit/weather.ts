import { setTimeout as wait } from 'node:timers/promises'

/**
 * The cloud or the network failed us for the moment: safe to repeat, because writes are guarded.
 */
export class Weather extends Error {
  override readonly name = 'Weather'
}

/** SDK errors that say nothing about the request itself: conflict, time-out, limits, network. */
const passing = new RegExp(
  [
    'TransactionConflict',
    'lock wait',
    'TIMEDOUT|TIMEOUT',
    'ECONN|EPIPE|socket hang up',
    'EXCEED_(CONCURRENT_)?REQUEST_LIMIT',
    '-50100[1-4]',
  ].join('|'),
  'i',
)

/** Tells weather from a bug. */
export function isWeather(error: unknown): boolean {
  if (error instanceof Weather) return true
  return (
    error instanceof Error && passing.test(`${error.message} ${String(Reflect.get(error, 'code'))}`)
  )
}

/** Tries an optimistic write anew, with a growing random pause, until it goes through. */
export async function untilThrough<Answer>(
  attempt: () => Promise<Answer | 'lost'>,
  tries = 6,
): Promise<Answer> {
  for (let tried = 0; tried < tries; tried += 1) {
    const answer = await attempt()
    if (answer !== 'lost') return answer
    await wait(Math.random() * 8 * 2 ** tried)
  }
  throw new Weather('others were always faster')
}
