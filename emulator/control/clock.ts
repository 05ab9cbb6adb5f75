/** `/_emulator/clock`: reads and moves the cloud's clock. */
import type { Agenda, Tick } from '../agenda'
import type { Clock } from '../clock'
import { limits } from '../limits'
import { ControlError, type Route } from './route'

interface Parts {
  readonly clock: Clock
  readonly agenda: Agenda
}

/** The last instant that a Date can name. */
const LAST_INSTANT = 8.64e15

export function clockRoutes(parts: Parts): Route[] {
  const { clock, agenda } = parts
  return [
    {
      method: 'GET',
      path: '/_emulator/clock',
      answer: () => ({ json: { now: clock.now(), frozen: clock.isFrozen } }),
    },
    {
      method: 'POST',
      path: '/_emulator/clock',
      answer: async (request) => {
        const wish = await request.object()
        const ticks = await agenda.alone(() => change(parts, wish))
        return { json: { now: clock.now(), frozen: clock.isFrozen, ticks } }
      },
    },
  ]
}

async function change(parts: Parts, wish: Readonly<Record<string, unknown>>): Promise<Tick[]> {
  const { clock, agenda } = parts
  const { freeze, every = false, ticks } = wish
  const to = target(clock.now(), wish)
  if (freeze !== undefined && typeof freeze !== 'boolean')
    throw invalid('"freeze" must be boolean.')
  if (typeof every !== 'boolean') throw invalid('"every" must be true or false.')
  if (ticks !== undefined && !(Number.isSafeInteger(ticks) && Number(ticks) > 1))
    throw invalid('"ticks" must be a whole number from 2 on.')
  if (to === undefined && freeze === undefined) throw invalid('Say "advance", "set" or "freeze".')
  if (to !== undefined && to < clock.now()) {
    throw new ControlError(400, 'clock_backwards', 'The clock only goes forward.')
  }
  const most = every ? Infinity : Number(ticks ?? limits.ticksPerMove)
  return agenda.move({ to: to ?? clock.now(), most, freeze })
}

function target(now: number, { advance, set }: Readonly<Record<string, unknown>>) {
  if (advance === undefined && set === undefined) return undefined
  if (advance !== undefined && set !== undefined) throw invalid('Say "advance" or "set", not both.')
  const to = advance === undefined ? set : typeof advance === 'number' ? now + advance : undefined
  if (typeof to === 'number' && Number.isSafeInteger(to) && to >= 0 && to <= LAST_INSTANT) return to
  throw invalid('"advance" and "set" must be whole milliseconds.')
}

function invalid(message: string): ControlError {
  return new ControlError(400, 'clock_invalid', message)
}
