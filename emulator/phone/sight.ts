/** What a test sees of a phone: its page, its bars, and what the mini-program has done. */
import { hostOf } from './builtins/host'
import { componentOf } from './dom'
import type { Phone } from './phone'
import { drawnOn } from './wx/canvas-node'
import { domSelector } from './wxss'

/**
 * Looks at one phone. A `target` is `#id`, `.class`, a tag, any CSS made of these, or `text=去结算`
 * for the innermost element with just that text (`text*=` for one that contains it).
 */
export class Sight {
  constructor(readonly phone: Phone) {}

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

  /** The text on a tab, by the tab's own: a number, '' for a dot, undefined for none. */
  badge(tab: string): string | undefined {
    const found = this.phone.program.tabs.find(({ text }) => text === tab)
    if (!found) throw new Error(`no tab ${tab}`)
    return this.phone.screen.badge(found.pagePath)
  }

  /** The pictures looked at in full size; undefined while none is. */
  get preview() {
    return this.phone.viewer.shown
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
}
