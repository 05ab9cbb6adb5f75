/** What it costs the view to do something on a phone. */
import type { Cost } from '../../emulator/phone/meter'
import type { Neighbour } from './neighbour'

export const KILOBYTE = 1024

/** Something done on a phone, by the name under which its cost is told. */
export type Step = readonly [name: string, act: (one: Neighbour) => Promise<unknown>]

/** Taps what has this selector. */
export const tap = (target: string): Step => [target, ({ phone }) => phone.tap(target)]
/** Goes back by the navigation bar. */
export const back: Step = ['back', ({ phone }) => phone.back()]

/**
 * The keys by which countdowns move on this page: their second may fall into anything. Without a
 * network nothing else moves.
 */
export async function tickingOn({ phone }: Neighbour, ms: number): Promise<ReadonlySet<string>> {
  const { crossings } = phone.phone.meter
  const start = crossings.length
  await phone.network(false)
  await phone.pass(ms)
  await phone.network(true)
  return new Set(crossings.slice(start).flatMap(({ keys }) => keys))
}

/** What it costs the page that is on top beforehand; a page that opens has a first screen. */
export async function costOf(
  { phone }: Neighbour,
  act: () => Promise<unknown>,
  ticking: ReadonlySet<string> = new Set(),
): Promise<Cost> {
  const { route } = phone.place()
  const { crossings } = phone.phone.meter
  const start = crossings.length
  await act()
  const own = crossings
    .slice(start)
    .filter(({ owner, keys }) => owner === route && !keys.every((key) => ticking.has(key)))
  return { calls: own.length, bytes: own.reduce((sum, { bytes }) => sum + bytes, 0) }
}

/** Does the steps one after the other; answers those that cost more than they may. */
export async function overBudget(
  one: Neighbour,
  steps: readonly Step[],
  most: Cost,
): Promise<string[]> {
  const over: string[] = []
  for (const [name, act] of steps) {
    const { route } = one.phone.place()
    // An order that waits to be paid counts down by the second.
    const ticking = one.phone.has('#paying') ? await tickingOn(one, 1000) : undefined
    const { calls, bytes } = await costOf(one, () => act(one), ticking)
    if (calls > most.calls || bytes > most.bytes) {
      over.push(`${route} ${name}: ${calls} calls, ${bytes} bytes`)
    }
  }
  return over
}

/** What a tap may cost. */
export const aTap: Cost = { calls: 2, bytes: KILOBYTE }
/** What the cloud answers to a tap: a payment that arrived, another list of orders. */
export const anAnswer: Cost = { calls: 2, bytes: 4 * KILOBYTE }
