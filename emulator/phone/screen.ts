/** The phone's screen around the pages: navigation bar, capsule, tab bar. Dialogs lie above it. */
import { build } from './dom'
import type { MiniProgram, PageSettings, Tab } from './package'

/** What the screen tells the phone when something outside the page is touched. */
export interface ScreenEvents {
  back(): void
  tab(tab: Tab): void
  menu(): void
  leave(): void
}

/** What the screen needs of the page on top. */
export interface Shown {
  readonly route: string
  readonly title: string
  readonly settings: PageSettings
  readonly canGoBack: boolean
}

/** Draws everything that is not the page. */
export class Screen {
  /** Pages are put in here; for them it is the whole window. */
  readonly view = build('div', 'phone-view')
  /** Dialogs and toasts are put in here. */
  readonly layer = build('div', 'phone-layer')
  private readonly bar = build('div', 'phone-nav')
  private readonly backButton = build('div', 'phone-back', '‹')
  private readonly titleText = build('div', 'phone-title')
  private readonly tabBar = build('div', 'phone-tabs')
  private readonly badges = new Map<string, string>()
  private tabsHidden = false
  private shown: Shown | undefined

  constructor(
    readonly root: HTMLElement,
    private readonly program: MiniProgram,
    private readonly picture: (path: string) => string,
  ) {
    root.classList.add('phone')
    this.bar.append(this.backButton, this.titleText)
    root.replaceChildren(this.bar, this.view, this.tabBar, this.layer)
  }

  /** Connects the bars' buttons. */
  listen(events: ScreenEvents): void {
    this.backButton.addEventListener('click', () => {
      events.back()
    })
    const menu = build('span', 'phone-menu', '•••')
    const leave = build('span', 'phone-leave', '◎')
    menu.addEventListener('click', () => {
      events.menu()
    })
    leave.addEventListener('click', () => {
      events.leave()
    })
    this.root.append(build('div', 'phone-capsule', menu, leave))
    this.program.tabs.forEach((tab) => {
      const button = build('div', 'phone-tab', build('img', 'phone-tab-icon'), tab.text)
      button.append(build('span', 'phone-badge'))
      button.dataset['route'] = tab.pagePath
      button.addEventListener('click', () => {
        events.tab(tab)
      })
      this.tabBar.append(button)
    })
  }

  /** Draws the bars for the page on top. */
  show(page: Shown): void {
    this.shown = page
    const { settings } = page
    this.root.classList.toggle('phone-bare', settings.navigationStyle === 'custom')
    this.root.classList.toggle('phone-light', settings.navigationBarTextStyle !== 'black')
    this.bar.style.background = settings.navigationBarBackgroundColor ?? '#000000'
    this.titleText.textContent = page.title
    this.backButton.hidden = !page.canGoBack
    this.tabBar.hidden = this.tabsHidden || !this.program.isTab(page.route)
    this.paintTabs(page.route)
  }

  get title(): string {
    return this.shown?.title ?? ''
  }

  /** Puts a small text on a tab, a dot for '', nothing for undefined. */
  setBadge(index: number, text: string | undefined): void {
    const route = this.program.tabs[index]?.pagePath
    if (route === undefined) throw new Error('tabbar item not found')
    if (text === undefined) this.badges.delete(route)
    else this.badges.set(route, text)
    this.paintTabs(this.shown?.route ?? '')
  }

  /** The texts on the tabs, by route. */
  badge(route: string): string | undefined {
    return this.badges.get(route)
  }

  hideTabs(hidden: boolean): void {
    this.tabsHidden = hidden
    if (this.shown) this.show(this.shown)
  }

  private paintTabs(route: string): void {
    const {
      color = '#7a7e83',
      selectedColor = '#3cc51f',
      backgroundColor = '#ffffff',
    } = this.program.app.tabBar ?? {}
    this.tabBar.style.background = backgroundColor
    this.program.tabs.forEach((tab, index) => {
      const button = this.tabBar.children[index]
      if (!(button instanceof HTMLElement)) return
      const isSelected = tab.pagePath === route
      button.style.color = isSelected ? selectedColor : color
      const [icon, badge] = [button.querySelector('img'), button.querySelector('span')]
      const path = isSelected ? (tab.selectedIconPath ?? tab.iconPath) : tab.iconPath
      if (icon && path !== undefined) icon.src = this.picture(`/${path}`)
      if (!badge) return
      badge.hidden = !this.badges.has(tab.pagePath)
      badge.textContent = shortened(this.badges.get(tab.pagePath) ?? '')
    })
  }
}

/** "显示的文本，超过 4 个字符则显示成 ...". */
function shortened(badge: string): string {
  return badge.length > 4 ? '...' : badge
}
