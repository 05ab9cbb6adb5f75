/** A built mini-program as WeChat sees it: files, pages, tabs, and the settings of each page. */

/** Reads a file of the package by its path from the root; `undefined` when there is none. */
export type ReadFile = (path: string) => string | undefined

/** The part of a page's settings (page.json over app.json's `window`) that a phone acts upon. */
export interface PageSettings {
  readonly navigationBarTitleText?: string
  readonly navigationBarBackgroundColor?: string
  readonly navigationBarTextStyle?: 'black' | 'white'
  readonly navigationStyle?: 'default' | 'custom'
  readonly backgroundColor?: string
  readonly enablePullDownRefresh?: boolean
  readonly onReachBottomDistance?: number
  readonly usingComponents?: Readonly<Record<string, string>>
}

/** One entry of the tab bar. */
export interface Tab {
  readonly pagePath: string
  readonly text: string
  readonly iconPath?: string
  readonly selectedIconPath?: string
}

interface AppJson {
  readonly pages: readonly string[]
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
  readonly subpackages?: AppJson['subPackages']
  readonly window?: PageSettings
  readonly tabBar?: {
    readonly list: readonly Tab[]
    readonly color?: string
    readonly selectedColor?: string
    readonly backgroundColor?: string
  }
  readonly usingComponents?: Readonly<Record<string, string>>
  /** Interfaces that give away where somebody is or lives; WeChat refuses undeclared ones. */
  readonly requiredPrivateInfos?: readonly string[]
}

/** A place inside the mini-program: the page's route and the query behind the question mark. */
export interface Place {
  readonly route: string
  readonly query: Readonly<Record<string, string>>
}

/** Joins a path to the file that mentions it; a leading slash means the root of the package. */
export function resolvePath(from: string, to: string): string {
  const parts = to.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of to.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** Reads `a=1&b=2` the way WeChat does: values stay as they are written, nothing is decoded. */
export function parseQuery(text: string): Record<string, string> {
  const pairs = text.split('&').filter((pair) => pair !== '')
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
}

/** The package, opened: answers what WeChat's app.json and page.json say. */
export class MiniProgram {
  readonly app: AppJson
  readonly pages: ReadonlySet<string>
  readonly tabs: readonly Tab[]

  constructor(readonly read: ReadFile) {
    this.app = this.json('app.json') as AppJson
    const inside = (this.app.subPackages ?? this.app.subpackages ?? []).flatMap((part) =>
      part.pages.map((page) => `${part.root.replace(/^\/|\/$/g, '')}/${page}`),
    )
    this.pages = new Set([...this.app.pages, ...inside])
    this.tabs = this.app.tabBar?.list ?? []
  }

  /** The page a launch without a path opens. */
  get home(): string {
    return this.app.pages[0] ?? ''
  }

  isTab(route: string): boolean {
    return this.tabs.some((tab) => tab.pagePath === route)
  }

  /** A page's settings, with app.json's `window` behind them. */
  settings(route: string): PageSettings {
    return { ...this.app.window, ...(this.json(`${route}.json`) as PageSettings) }
  }

  /**
   * Components that the templates of `path` may use, by tag; values are paths without extension.
   */
  components(path: string): Record<string, string> {
    const own = (this.json(`${path}.json`) as PageSettings).usingComponents
    const all = Object.entries({ ...this.app.usingComponents, ...own })
    return Object.fromEntries(all.map(([tag, to]) => [tag, resolvePath(path, to)]))
  }

  /** The page and query that a url names, seen from the page `from`. */
  place(url: string, from = ''): Place {
    const [path = '', query = ''] = url.split('?')
    return { route: resolvePath(from, path), query: parseQuery(query) }
  }

  private json(path: string): unknown {
    return JSON.parse(this.read(path) ?? '{}')
  }
}
