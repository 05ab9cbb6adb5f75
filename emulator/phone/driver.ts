/**
 * What a test does with a phone: look, tap, type, wait. The browser page offers it as
 * `window.phone`.
 */
import { componentOf } from './dom'
import { dispatch, touchTarget } from './events'
import { hostOf } from './builtins/host'
import type { Cost } from './meter'
import type { Phone } from './phone'
import type { Opening } from './phone-options'
import { domSelector } from './wxss'
import { drawnOn } from './wx/canvas-node'

/** The phone is at rest after this many turns without anything crossing or being asked. */
const quietTurns = 6
const turnMs = 8
const longestWait = 5000

/**
 * Drives one phone. A `target` is `#id`, `.class`, a tag, any CSS made of these, or `text=去结算` for
 * the
 * innermost element with just that text (`text*=` for one that contains it).
 */
export class Driver {
  /** What it cost to show the first screen; set when `start` is done. */
  firstScreen: Cost = { calls: 0, bytes: 0 }

  constructor(readonly phone: Phone) {}

  /** Opens the mini-program and waits until it is at rest. */
  async start(opening: Opening = {}): Promise<Cost> {
    this.firstScreen = await this.act(() => {
      this.phone.start(opening)
    })
    return this.firstScreen
  }

  tap(target: string): Promise<Cost> {
    return this.act(() => {
      this.phone.touched()
      const component = touchTarget(this.one(target))
      if (!component) throw new Error(`${target} cannot be tapped`)
      dispatch(component, 'tap', { x: 0, y: 0 }, true)
    })
  }

  longPress(target: string): Promise<Cost> {
    return this.act(() => {
      this.phone.touched()
      dispatch(touchTarget(this.one(target)) ?? this.one(target), 'longpress', { x: 0, y: 0 }, true)
    })
  }

  /** Types into an <input> or <textarea>, replacing what is there. */
  input(target: string, text: string): Promise<Cost> {
    return this.act(() => {
      const field = this.field(target)
      if (field.disabled) throw new Error(`${target} is disabled`)
      field.value = field.maxLength >= 0 ? text.slice(0, field.maxLength) : text
      field.dispatchEvent(new Event('input', { bubbles: true }))
    })
  }

  /** Presses the keyboard's confirm key in a field. */
  confirm(target: string): Promise<Cost> {
    return this.act(() => {
      const key = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })
      this.field(target).dispatchEvent(key)
    })
  }

  /** Leaves a field. */
  blur(target: string): Promise<Cost> {
    return this.act(() => {
      this.field(target).dispatchEvent(new Event('blur'))
    })
  }

  /**
   * Sends an event of a component, as its finger gesture would: `change` of a picker,
   * `scrolltolower`.
   */
  fire(target: string, name: string, detail: object = {}): Promise<Cost> {
    return this.act(() => {
      const component = componentOf(this.one(target))
      if (!component) throw new Error(`${target} is not a component`)
      dispatch(component, name, detail, false)
    })
  }

  /** Presses a button of the open modal or sheet. */
  answer(button: string): Promise<Cost> {
    return this.act(() => this.phone.dialogs.press(button))
  }

  /** Pulls the page down; refused where the page does not allow it. */
  pullDown(): Promise<Cost> {
    const { settings, place } = this.phone.stack.top
    if (settings.enablePullDownRefresh !== true) {
      throw new Error(`${place.route} does not allow pulling down`)
    }
    return this.act(() => void this.phone.stack.top.call('onPullDownRefresh'))
  }

  /** Scrolls the page to its end. */
  reachBottom(): Promise<Cost> {
    return this.act(() => void this.phone.stack.top.call('onReachBottom'))
  }

  /** Goes back by the navigation bar. */
  back(): Promise<Cost> {
    return this.act(() => {
      this.phone.stack.navigateBack()
    })
  }

  /** Taps a tab by its text. */
  async tab(text: string): Promise<Cost> {
    const { tabs } = this.phone.program
    const index = tabs.findIndex((tab) => tab.text === text)
    const button = this.phone.screen.root.querySelectorAll<HTMLElement>('.phone-tab')[index]
    const isVisible = button && !button.parentElement?.hidden
    if (!isVisible) throw new Error(`no tab ${text} on ${this.phone.stack.top.place.route}`)
    return this.act(() => button.click())
  }

  /** Shares the page by the menu; answers what friends would get. */
  share() {
    return this.phone.share('menu')
  }

  background(): Promise<Cost> {
    return this.act(() => this.phone.background())
  }

  foreground(opening?: Opening): Promise<Cost> {
    return this.act(() => this.phone.foreground(opening))
  }

  /** Cuts the network or connects it again. */
  network(isConnected: boolean): Promise<Cost> {
    return this.act(() => this.phone.network.connect(isConnected))
  }

  /** Lets time pass on the phone, with its timers, without waiting. */
  pass(ms: number): Promise<Cost> {
    return this.act(() => this.phone.clock.advance(ms))
  }

  /** Elements on the page on top, in its order. */
  all(target: string): HTMLElement[] {
    const page = this.phone.stack.top.element
    const text = /^text(\*?)=(.*)$/s.exec(target)
    if (!text) return [...page.querySelectorAll<HTMLElement>(domSelector(target))]
    const [, isPart, wanted = ''] = text
    const fits = (element: Element) => {
      const own = element.textContent.trim()
      return isPart === '*' ? own.includes(wanted) : own === wanted
    }
    return [...page.querySelectorAll<HTMLElement>('*')].filter(
      (element) => fits(element) && ![...element.children].some(fits),
    )
  }

  /** The first element that fits; throws, with the page's text, when there is none. */
  one(target: string): HTMLElement {
    const [found] = this.all(target)
    if (found) return found
    const { route } = this.phone.stack.top.place
    throw new Error(`no ${target} on ${route}, which reads: ${this.text().slice(0, 300)}`)
  }

  has(target: string): boolean {
    return this.all(target).length > 0
  }

  /** The text of an element, or of the whole page. */
  text(target?: string): string {
    const element = target === undefined ? this.phone.stack.top.element : this.one(target)
    return element.textContent
  }

  /** The texts of all elements that fit. */
  texts(target: string): string[] {
    return this.all(target).map((element) => element.textContent)
  }

  /** The value of a field, or of any built-in that has one in a form. */
  value(target: string): unknown {
    const component = componentOf(this.one(target))
    return component && hostOf(component)?.reactions.value?.()
  }

  /** What was drawn on a canvas (where no real canvas exists). */
  drawn(target: string): readonly string[] {
    return drawnOn(this.one(target))
  }

  /** Routes of the open pages, from the bottom of the stack. */
  pages(): string[] {
    return this.phone.stack.pages.map((page) => page.place.route)
  }

  /** The route and query of the page on top. */
  place() {
    return this.phone.stack.top.place
  }

  get title(): string {
    return this.phone.screen.title
  }

  /** Every toast so far. */
  get toasts(): readonly string[] {
    return this.phone.dialogs.toasts
  }

  get dialog() {
    return this.phone.dialogs.dialog
  }

  /** Options of every call of one `wx` interface so far. */
  calls(name: string): Readonly<Record<string, unknown>>[] {
    return this.phone.calls.filter((call) => call.name === name).map((call) => call.options)
  }

  /** What went wrong inside the mini-program. */
  get errors(): readonly Error[] {
    return this.phone.errors
  }

  /** Waits until nothing crosses to the view, nothing is asked, and no request is under way. */
  async idle(): Promise<void> {
    const { meter, calls, network } = this.phone
    const end = Date.now() + longestWait
    for (let seen = -1, quiet = 0; quiet < quietTurns && Date.now() < end;) {
      await turn()
      const now = meter.crossings.length + calls.length
      quiet = now === seen && network.underWay === 0 ? quiet + 1 : 0
      seen = now
    }
  }

  /** Waits until `check` answers something true; throws its last error, or the page's text. */
  async waitFor<T>(check: () => T, ms = 3000): Promise<T> {
    const end = Date.now() + ms
    for (;;) {
      try {
        const answer = check()
        if (answer) return answer
      } catch (error) {
        if (Date.now() > end) throw error
      }
      if (Date.now() > end) {
        throw new Error(`waited ${ms} ms for ${check.toString()}; the page reads: ${this.text()}`)
      }
      await turn()
    }
  }

  close(): void {
    this.phone.close()
  }

  /** Does something, waits until the phone is at rest, and answers what it cost. */
  private async act(work: () => unknown): Promise<Cost> {
    const start = this.phone.meter.crossings.length
    await work()
    await this.idle()
    return this.phone.meter.since(start)
  }

  private field(target: string): HTMLInputElement | HTMLTextAreaElement {
    const element = this.one(target)
    const field = element.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')
    if (!field) throw new Error(`${target} is not a field`)
    return field
  }
}

/**
 * Several short turns instead of one long wait: a blocked machine would fire a long one too early.
 */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, turnMs)
  })
}
