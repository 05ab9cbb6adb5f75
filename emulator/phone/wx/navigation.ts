/** wx.navigateTo and its family, and the channel between a page and the one it opened. */
import type { Device } from '../device'
import { type Interfaces, textOf } from './interfaces'

type Listener = (...values: unknown[]) => void

/** Both ends of a channel share their listeners: what one page emits, the other hears. */
export class EventChannel {
  private readonly listeners = new Map<string, Set<Listener>>()

  readonly on = (event: string, listener: Listener): void => {
    const all = this.listeners.get(event) ?? new Set()
    this.listeners.set(event, all.add(listener))
  }

  readonly once = (event: string, listener: Listener): void => {
    const first: Listener = (...values) => {
      this.off(event, first)
      listener(...values)
    }
    this.on(event, first)
  }

  readonly off = (event: string, listener?: Listener): void => {
    if (listener) this.listeners.get(event)?.delete(listener)
    else this.listeners.delete(event)
  }

  readonly emit = (event: string, ...values: unknown[]): void => {
    for (const listener of [...(this.listeners.get(event) ?? [])]) listener(...values)
  }
}

/** The navigation interfaces. */
export function navigationInterfaces(device: Device): Interfaces {
  const { stack } = device
  return {
    answers: {
      navigateTo: (options) => {
        const eventChannel = new EventChannel()
        const events = (options['events'] ?? {}) as Record<string, Listener>
        for (const [event, listener] of Object.entries(events)) eventChannel.on(event, listener)
        const page = stack.navigateTo(textOf(options, 'url'))
        page.instance['getOpenerEventChannel'] = () => eventChannel
        return { eventChannel }
      },
      redirectTo: (options) => {
        stack.redirectTo(textOf(options, 'url'))
        return undefined
      },
      navigateBack: (options) => {
        stack.navigateBack(typeof options['delta'] === 'number' ? options['delta'] : 1)
        return undefined
      },
      switchTab: (options) => {
        stack.switchTab(textOf(options, 'url'))
        return undefined
      },
      reLaunch: (options) => {
        stack.reLaunch(textOf(options, 'url'))
        return undefined
      },
    },
    plain: {},
  }
}
