/**
 * What a built-in component is made of: an element, the properties a template passes, its
 * reactions.
 */
import type { WxElement } from 'miniprogram-exparser'
import { build, componentOf, belongTo } from '../dom'
import { dispatch } from '../events'
import type { Device } from '../device'

/** What a built-in does when something happens to it. */
export interface Reactions {
  /** By property: the template passed a new value. Runs for the first value too. */
  readonly changed?: Readonly<Record<string, (value: unknown) => void>>
  /** It was put on the screen. */
  readonly attached?: () => void
  /** Its value in a form. */
  readonly value?: () => unknown
  /** A finger moves it to an item: what a carousel does. */
  readonly slide?: (to: number) => void
  /** The form was reset. */
  readonly reset?: () => void
}

/** A built-in component: its tag without `wx-`, what templates may pass, what it does. */
export interface BuiltIn {
  readonly tag: string
  readonly properties: readonly string[]
  readonly make?: (host: Host) => Reactions
}

const hosts = new WeakMap<WxElement, Host>()
const devices = new WeakMap<Element, Device>()

/** Makes a phone known to the built-ins on its screen. */
export function housePhone(root: Element, device: Device): void {
  devices.set(root, device)
}

/** The built-in behind a component of the tree. */
export function hostOf(node: WxElement): Host | undefined {
  return hosts.get(node)
}

/** One built-in on a page. */
export class Host {
  reactions: Reactions = {}

  constructor(readonly node: WxElement) {
    hosts.set(node, this)
  }

  get element(): HTMLElement {
    const element = this.node.$$
    if (!element) throw new Error('a built-in component has an element')
    return element
  }

  get tag(): string {
    return this.element.tagName.toLowerCase().replace(/^wx-/, '')
  }

  /** The phone whose screen this is on; undefined while it is not on a screen. */
  get device(): Device | undefined {
    const root = this.element.closest('.phone')
    return root ? devices.get(root) : undefined
  }

  /** What the template passed. */
  property(name: string): unknown {
    return this.node.data[name]
  }

  onTap(react: (target: Element | undefined) => void): void {
    this.node.addListener('tap', (event) => {
      react((event.target as WxElement | undefined)?.$$)
    })
  }

  /** Sends an event to whoever listens on this component; `bubbling` ones reach its parents. */
  fire(name: string, detail: object, bubbling = false): void {
    dispatch(this.node, name, detail, bubbling)
  }

  /** The nearest built-in around this one with that tag. */
  closest(tag: string): Host | undefined {
    const element = this.element.closest(`wx-${tag}`)
    const node = element ? componentOf(element) : undefined
    return node ? hosts.get(node) : undefined
  }

  /** Built-ins inside this one, in the order of the page. */
  inside(...tags: readonly string[]): Host[] {
    const found = this.element.querySelectorAll(tags.map((tag) => `wx-${tag}`).join(','))
    return [...found].flatMap((element) => {
      const node = componentOf(element)
      const host = node ? hosts.get(node) : undefined
      return host ? [host] : []
    })
  }

  /** Adds an element of the browser that does the work; its events count as this component's. */
  contain<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): HTMLElementTagNameMap[Tag] {
    const inner = build(tag, '') as HTMLElementTagNameMap[Tag]
    belongTo(inner, this.node)
    this.element.append(inner)
    return inner
  }
}
