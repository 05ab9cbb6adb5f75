/** The parts we use of packages that come without types (or with types for another use). */

declare module 'miniprogram-exparser' {
  import type { RenderedNode } from 'j-component/src/render/diff'

  /** An event on its way through the component tree. */
  export interface WxEvent {
    readonly type: string
    readonly detail: unknown
    readonly target: unknown
  }

  /**
   * A node of WeChat's component tree. Nodes without a place in the DOM (`wx:if`, slots) have no
   * `$$`.
   */
  export interface WxElement {
    readonly $$: HTMLElement | undefined
    readonly id: string
    readonly dataset: Readonly<Record<string, unknown>>
    readonly parentNode: WxElement | null
    readonly childNodes: readonly WxElement[]
    readonly ownerShadowRoot: WxElement | undefined
    textContent: string
    /** The rendered node that j-component keeps with the element. */
    _vt: RenderedNode
    appendChild(child: WxElement): void
    insertBefore(child: WxElement, before: WxElement): void
    removeChild(child: WxElement): void
    readonly shadowRoot: WxElement | undefined
    readonly data: Readonly<Record<string, unknown>>
    addListener(name: string, handler: (event: WxEvent) => unknown): void
    querySelector(selector: string): WxElement | null
    querySelectorAll(selector: string): WxElement[]
  }

  interface EventOptions {
    readonly bubbles: boolean
    readonly composed: boolean
    readonly capturePhase: boolean
    readonly extraFields: Readonly<Record<string, unknown>>
  }

  const exparser: {
    readonly Element: { readonly prototype: WxElement }
    readonly Component: { hasPublicProperty(element: WxElement, name: string): boolean }
    readonly Event: {
      create(name: string, detail: unknown, options: EventOptions): WxEvent
      dispatchEvent(target: WxElement | Element, event: WxEvent): void
    }
    removeListenerFromElement(
      node: WxElement,
      name: string,
      id: unknown,
      options: { readonly capture: boolean },
    ): void
    addGlobalErrorListener(listener: (error: unknown) => unknown): void
    removeGlobalErrorListener(listener: (error: unknown) => unknown): void
  }
  export default exparser
}

declare module 'j-component' {
  import type { WxElement } from 'miniprogram-exparser'

  /** What page and component code calls `this`. */
  export interface Instance {
    readonly _exparserNode: WxElement
    readonly data: Readonly<Record<string, unknown>>
    setData(data: Readonly<Record<string, unknown>>, callback?: () => void): void
    [member: string]: unknown
  }

  export interface Property {
    readonly type: unknown
    readonly observer?: (this: Instance, value: unknown) => void
  }

  /** A component as `Component({…})` describes it, and where to find its parts. */
  export interface Definition {
    readonly id: string
    readonly tagName: string
    readonly path?: string
    readonly template: string | ((data: unknown) => unknown)
    readonly usingComponents?: Readonly<Record<string, string>>
    readonly properties?: Readonly<Record<string, Property>>
    readonly lifetimes?: Readonly<Record<string, ((this: Instance) => void) | undefined>>
    readonly options?: Readonly<Record<string, unknown>>
    readonly [part: string]: unknown
  }

  export interface Root {
    readonly instance: Instance
    readonly dom: HTMLElement
    /** Hands an event of the browser to the component it happened on. */
    _triggerExparserEvent(event: Event, name: string, detail?: object): void
    attach(parent: Node): void
    detach(): void
  }

  const jComponent: {
    register(definition: Definition): string
    behavior(definition: unknown): string
    create(id: string): Root | undefined
  }
  export default jComponent
}

declare module 'j-component/src/render/diff' {
  import type { WxElement } from 'miniprogram-exparser'

  interface Attribute {
    readonly name: string
    value: unknown
  }

  interface Binding {
    readonly name: string
    readonly isCapture: boolean
    readonly id?: unknown
  }

  /** A node of a rendered template, and the element that stands for it. */
  export interface RenderedNode {
    readonly type: number
    readonly componentId: string
    readonly key?: string
    readonly content: string
    readonly attrs: readonly Attribute[]
    readonly children: readonly RenderedNode[]
    event: Readonly<Record<string, Binding>>
    exparserNode: WxElement
  }

  const diff: { diffVt: (old: RenderedNode, next: RenderedNode) => void }
  export default diff
}

declare module 'j-component/src/render/render' {
  import type { WxElement } from 'miniprogram-exparser'
  import type { RenderedNode } from 'j-component/src/render/diff'

  const render: {
    updateAttrs(node: WxElement, attributes: RenderedNode['attrs']): void
    updateEvent(node: WxElement, events: RenderedNode['event']): void
    renderExparserNode(rendered: RenderedNode, host: null, shadowRoot: WxElement): WxElement
  }
  export default render
}
