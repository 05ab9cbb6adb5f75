/** One opened page: its component, its element, and the calls WeChat makes into it. */
import type { Instance, Root } from 'j-component'
import { build } from './dom'
import type { PageSettings, Place } from './package'

/** A page in the stack. */
export class Page {
  readonly element = build('div', 'phone-page')
  readonly instance: Instance
  isShown = false
  private isAtBottom = false

  constructor(
    readonly place: Place,
    readonly settings: PageSettings,
    private readonly root: Root,
  ) {
    this.instance = root.instance
    const { route, query } = place
    Object.assign(this.instance, { route, __route__: route, is: route, options: query })
    this.element.dataset['route'] = route
    if (settings.backgroundColor) this.element.style.background = settings.backgroundColor
    this.element.addEventListener('scroll', () => {
      this.scrolled()
    })
    ignoreScrolling(root)
  }

  /** Puts the page on the screen and lets it load. */
  open(host: HTMLElement): void {
    host.append(this.element)
    this.root.attach(this.element)
    this.call('onLoad', this.place.query)
    this.show()
    this.call('onReady')
  }

  show(): void {
    if (this.isShown) return
    this.isShown = true
    this.element.hidden = false
    this.call('onShow')
  }

  hide(): void {
    if (!this.isShown) return
    this.isShown = false
    this.element.hidden = true
    this.call('onHide')
  }

  close(): void {
    this.call('onUnload')
    this.root.detach()
    this.element.remove()
  }

  /** Calls one of the page's functions, if it has it, and answers what it returned. */
  call(name: string, ...values: readonly unknown[]): unknown {
    const method = this.instance[name]
    return typeof method === 'function'
      ? (method.apply(this.instance, values) as unknown)
      : undefined
  }

  has(name: string): boolean {
    return typeof this.instance[name] === 'function'
  }

  private scrolled(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.element
    this.call('onPageScroll', { scrollTop })
    const distance = this.settings.onReachBottomDistance ?? 50
    const isAtBottom = scrollHeight - scrollTop - clientHeight < distance
    if (isAtBottom && !this.isAtBottom) this.call('onReachBottom')
    this.isAtBottom = isAtBottom
  }
}

/** The framework tells of scrolling without saying how far; <scroll-view> tells it properly. */
function ignoreScrolling(root: Root): void {
  const tell = root._triggerExparserEvent.bind(root)
  root._triggerExparserEvent = (event, name, detail) => {
    if (name !== 'scroll') tell(event, name, detail)
  }
}
