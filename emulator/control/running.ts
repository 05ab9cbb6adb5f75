/** The cloud itself: its log, its faults, its builds, its health. */
import { NO_FAULTS, readPlan } from '../faults/rates'
import type { Faults } from '../faults/faults'
import { readCut, type Power } from '../faults/power'
import type { FunctionLog } from '../functions/log'
import { ControlError, type Route } from './route'

const LOG_LIMIT = 200

/** `/_emulator/log` */
export function logRoutes(log: FunctionLog): Route[] {
  return [
    {
      method: 'GET',
      path: '/_emulator/log',
      answer: (request) => ({
        json: log.after(request.count('after'), request.count('limit') ?? LOG_LIMIT),
      }),
    },
  ]
}

/** `/_emulator/faults` */
export function faultRoutes(faults: Faults): Route[] {
  return [
    {
      method: 'GET',
      path: '/_emulator/faults',
      answer: () => ({ json: { ...faults.plan, hits: faults.hits } }),
    },
    {
      method: 'POST',
      path: '/_emulator/faults',
      answer: async (request) => {
        const wish = await request.object()
        faults.follow(Object.keys(wish).length === 0 ? NO_FAULTS : understood(readPlan, wish))
        return { json: faults.plan }
      },
    },
  ]
}

/** `/_emulator/power` */
export function powerRoutes(power: Power): Route[] {
  return [
    {
      method: 'GET',
      path: '/_emulator/power',
      answer: () => ({ json: { writes: power.writes } }),
    },
    {
      method: 'POST',
      path: '/_emulator/power',
      answer: async (request) => {
        power.follow(understood(readCut, await request.object()))
        return { json: { writes: power.writes } }
      },
    },
  ]
}

/** What can't be understood is refused in the words of whoever read it. */
function understood<Plan>(
  read: (wish: Readonly<Record<string, unknown>>) => Plan,
  wish: Readonly<Record<string, unknown>>,
): Plan {
  try {
    return read(wish)
  } catch (error) {
    throw new ControlError(400, 'faults_invalid', error instanceof Error ? error.message : '')
  }
}

interface Controls {
  readonly reload: () => void
  readonly reset: () => Promise<void>
  readonly health: () => object
}

/** `/_emulator/health`, `/_emulator/reset`, `/_emulator/functions/reload` */
export function controlRoutes({ reload, reset, health }: Controls): Route[] {
  return [
    { method: 'GET', path: '/_emulator/health', answer: () => ({ json: health() }) },
    {
      method: 'POST',
      path: '/_emulator/reset',
      answer: async () => {
        await reset()
        return { json: health() }
      },
    },
    {
      method: 'POST',
      path: '/_emulator/functions/reload',
      answer: () => {
        reload()
        return { json: health() }
      },
    },
  ]
}
