/**
 * wx.createIntersectionObserver: tells when elements come on the screen. A browser knows that by
 * itself; where nothing is laid out, everything that is drawn counts as being there.
 */
import type { WxElement } from 'miniprogram-exparser'
import type { Instance } from 'j-component'
import type { Device } from '../device'
import type { Interfaces } from './interfaces'

/** What the callback is told of an element. */
interface Seen {
  readonly id: string
  readonly dataset: object
  readonly intersectionRatio: number
  readonly time: number
}

type Callback = (seen: Seen) => void

interface Options {
  readonly thresholds?: readonly number[]
  readonly observeAll?: boolean
}

/** One observer of one page or component. */
class PageObserver {
  private stopLooking: (() => void) | undefined

  constructor(
    private readonly scope: WxElement,
    private readonly view: HTMLElement,
    private readonly options: Options,
  ) {}

  /** The screen is the only reference that is imitated; its margins are not. */
  relativeToViewport(): this {
    return this
  }

  observe(selector: string, callback: Callback): void {
    const root = this.scope.shadowRoot ?? this.scope
    const found = root.querySelectorAll(selector).filter(({ $$ }) => $$ !== undefined)
    const nodes = this.options.observeAll === true ? found : found.slice(0, 1)
    const tell = (node: WxElement, intersectionRatio: number) => {
      const { id, dataset } = node
      callback({ id, dataset: { ...dataset }, intersectionRatio, time: Date.now() })
    }
    this.stopLooking = canLook() ? this.look(nodes, tell) : tellAll(nodes, tell)
  }

  disconnect(): void {
    this.stopLooking?.()
  }

  private look(nodes: readonly WxElement[], tell: (node: WxElement, ratio: number) => void) {
    const { thresholds = [0] } = this.options
    const observer = new IntersectionObserver(
      (changes) => {
        for (const { target, intersectionRatio } of changes) {
          const node = nodes.find(({ $$ }) => $$ === target)
          if (node) tell(node, intersectionRatio)
        }
      },
      { root: this.view, threshold: [...thresholds] },
    )
    for (const { $$ } of nodes) if ($$) observer.observe($$)
    return () => {
      observer.disconnect()
    }
  }
}

const canLook = (): boolean => typeof IntersectionObserver === 'function'

/** Later, as every answer of `wx`. */
function tellAll(
  nodes: readonly WxElement[],
  tell: (node: WxElement, ratio: number) => void,
): () => void {
  const timer = setTimeout(() => {
    for (const node of nodes) tell(node, 1)
  }, 0)
  return () => {
    clearTimeout(timer)
  }
}

/** The interface that watches what comes on the screen. */
export function intersectionInterfaces(device: Device): Interfaces {
  const createIntersectionObserver = (component?: Instance, options: Options = {}) => {
    const scope = (component ?? device.stack.top.instance)._exparserNode
    return new PageObserver(scope, device.screen.view, options)
  }
  return { answers: {}, plain: { createIntersectionObserver } }
}
