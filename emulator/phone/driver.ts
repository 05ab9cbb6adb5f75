/**
 * What a test does with a phone: look, tap, type, wait. The browser page offers it as
 * `window.phone`.
 */
import { componentOf } from './dom'
import { dispatch, touchTarget } from './events'
import { hostOf } from './builtins/host'
import type { Cost } from './meter'
import type { Opening } from './phone-options'
import { Sight } from './sight'

/** The phone is at rest after this many turns without anything crossing or being asked. */
const quietTurns = 6
const turnMs = 8
const longestWait = 5000

/** Drives one phone; targets are those of `Sight`. */
export class Driver extends Sight {
  /** What it cost to show the first screen; set when `start` is done. */
  firstScreen: Cost = { calls: 0, bytes: 0 }

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

  /** Moves a <swiper> to an item, as a finger does. */
  swipe(target: string, to: number): Promise<Cost> {
    return this.act(() => {
      this.phone.touched()
      const component = componentOf(this.one(target))
      const slide = component && hostOf(component)?.reactions.slide
      if (!slide) throw new Error(`${target} is not a swiper`)
      slide(to)
    })
  }

  /**
   * Chooses in the open picker: words of its wheels, first wheel first, or a date such as
   * 2027-03-01.
   */
  choose(...words: string[]): Promise<Cost> {
    return this.act(() => {
      const page = this.phone.stack.top.element
      const moment = page.querySelector<HTMLInputElement>('.phone-moment')
      if (moment) {
        moment.value = words.join('')
        moment.dispatchEvent(new Event('change'))
        return
      }
      this.phone.dialogs.turnTo(words)
      this.phone.dialogs.press('确定')
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
  async waitFor<T>(check: () => T, ms = 15_000): Promise<T> {
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
