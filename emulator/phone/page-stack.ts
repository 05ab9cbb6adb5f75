/**
 * The stack of pages and WeChat's rules for moving in it. Broken rules throw, with WeChat's words.
 */
import type { MiniProgram, Place } from './package'
import type { Page } from './page'

/** WeChat opens at most ten pages on top of each other. */
const maxPages = 10

/** What the stack needs: how a page is made and who draws the bars. */
export interface StackHost {
  readonly program: MiniProgram
  create(place: Place): Page
  open(page: Page): void
  changed(top: Page): void
}

/** Pages from bottom to top; tab pages stay alive when another tab is shown. */
export class PageStack {
  readonly pages: Page[] = []
  private readonly tabPages = new Map<string, Page>()

  constructor(private readonly host: StackHost) {}

  get top(): Page {
    const page = this.pages.at(-1)
    if (!page) throw new Error('no page is open')
    return page
  }

  navigateTo(url: string): Page {
    const place = this.plainPage(url)
    if (this.pages.length >= maxPages) {
      throw new Error(`webview count limit exceed`)
    }
    this.top.hide()
    return this.push(place)
  }

  redirectTo(url: string): void {
    const place = this.plainPage(url)
    this.drop(this.pages.pop())
    this.push(place)
  }

  navigateBack(delta = 1): void {
    const count = Math.min(delta, this.pages.length - 1)
    if (count < 1) throw new Error('cannot navigate back at first page.')
    for (let left = count; left > 0; left -= 1) this.drop(this.pages.pop())
    this.top.show()
    this.host.changed(this.top)
  }

  switchTab(url: string): void {
    const place = this.known(url)
    if (!this.host.program.isTab(place.route)) throw new Error('can not switch to no-tabBar page')
    const kept = this.tabPages.get(place.route)
    for (const page of this.pages.splice(0)) {
      if (page === kept) continue
      if (this.tabPages.get(page.place.route) === page) page.hide()
      else this.drop(page)
    }
    if (!kept) {
      // A tab takes no query: WeChat drops it.
      this.push({ route: place.route, query: {} })
      return
    }
    this.pages.push(kept)
    kept.show()
    this.host.changed(kept)
  }

  reLaunch(url: string): void {
    const place = this.known(url)
    const all = new Set([...this.pages.splice(0).reverse(), ...this.tabPages.values()])
    for (const page of all) this.drop(page)
    this.push(place)
  }

  /** Closes everything; the mini-program ends. */
  clear(): void {
    for (const page of new Set([...this.pages.splice(0), ...this.tabPages.values()]))
      this.drop(page)
  }

  private push(place: Place): Page {
    const page = this.host.create(place)
    this.pages.push(page)
    if (this.host.program.isTab(place.route)) this.tabPages.set(place.route, page)
    this.host.changed(page)
    this.host.open(page)
    return page
  }

  private drop(page: Page | undefined): void {
    if (!page) return
    page.close()
    if (this.tabPages.get(page.place.route) === page) this.tabPages.delete(page.place.route)
  }

  private plainPage(url: string): Place {
    const place = this.known(url)
    if (this.host.program.isTab(place.route)) throw new Error('can not navigateTo a tabbar page')
    return place
  }

  private known(url: string): Place {
    const place = this.host.program.place(url, this.pages.at(-1)?.place.route)
    if (!this.host.program.pages.has(place.route)) {
      throw new Error(`page "${place.route}" is not found`)
    }
    return place
  }
}
