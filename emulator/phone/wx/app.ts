/** How the mini-program was opened, and what it is told about coming and going. */
import type { AppEvent, Device } from '../device'
import type { Interfaces } from './interfaces'

/** Launch options and app events. */
export function appInterfaces(device: Device): Interfaces {
  const events = (Object.keys(device.listeners) as AppEvent[]).flatMap((event) => {
    const listeners = device.listeners[event]
    return [
      [`on${event}`, (listener: (detail: unknown) => void) => void listeners.add(listener)],
      [`off${event}`, (listener: (detail: unknown) => void) => void listeners.delete(listener)],
    ]
  })
  const update = { onCheckForUpdate: ignore, onUpdateReady: ignore, onUpdateFailed: ignore }
  return {
    answers: { exitMiniProgram: () => undefined },
    plain: {
      ...(Object.fromEntries(events) as Record<string, unknown>),
      getLaunchOptionsSync: () => device.launch,
      getEnterOptionsSync: () => device.enter,
      getUpdateManager: () => ({ ...update, applyUpdate: ignore }),
      getAccountInfoSync: () => ({
        miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' },
      }),
    },
  }
}

function ignore(): void {
  // Nothing is ever updated on this phone.
}
