/**
 * A phone that runs a built mini-program: WeChat's component framework and template compiler, its
 * rules of navigation, and the interfaces of `wx`. It needs a DOM and nothing else, so it runs in
 * jsdom under jest and in a browser.
 */
import jComponent from 'j-component'
import exparser from 'miniprogram-exparser'
import { connectBars } from './bars'
import { housePhone } from './builtins/host'
import { registerBuiltIns } from './builtins/register'
import { PhoneClock } from './clock'
import { ComponentLibrary } from './component-library'
import type { ApiCall, Cashier, CashierSheet, Choices, Device } from './device'
import type { Launch, Listeners, Share } from './device'
import { Dialogs } from './dialogs'
import { Files } from './files'
import { listenToFingers } from './fingers'
import { Meter } from './meter'
import { ModuleLoader } from './modules'
import { Network } from './network'
import { MiniProgram, type Place, parseQuery } from './package'
import { Page } from './page'
import { PageStack } from './page-stack'
import type { Opening, PhoneOptions } from './phone-options'
import { Viewer } from './preview'
import { Privacy } from './privacy'
import { Screen } from './screen'
import { StyleSheets } from './style-sheets'
import { selectorQuery } from './wx/selector'
import { createWx } from './wx/wx'

type AppOptions = Record<string, unknown>

/** How long after a tap an interface still counts as asked for by it. */
const tapLasts = 3000

/** The scene of an ordinary launch from the list of recently used mini-programs. */
const ordinaryScene = 1001

/** One phone with one mini-program. */
export class Phone implements Device {
  readonly program: MiniProgram
  readonly clock: PhoneClock
  readonly screen: Screen
  readonly dialogs: Dialogs
  readonly viewer: Viewer
  readonly network: Network
  readonly files: Files
  readonly privacy: Privacy
  readonly stack: PageStack
  readonly meter = new Meter()
  readonly calls: ApiCall[] = []
  readonly errors: Error[] = []
  readonly shares: Share[] = []
  readonly storage: Map<string, string>
  readonly listeners: Listeners
  /** The `wx` of the mini-program on this phone. */
  readonly wx: Readonly<Record<string, unknown>>
  launch: Launch = { path: '', query: {}, scene: ordinaryScene, referrerInfo: {} }
  enter: Launch = this.launch
  isInFront = true
  private app: AppOptions = {}
  private touchedAt = -Infinity
  private readonly library: ComponentLibrary
  private readonly modules: ModuleLoader
  private readonly styles: StyleSheets
  private readonly selectors: ReturnType<typeof selectorQuery>

  constructor(private readonly options: PhoneOptions) {
    this.program = new MiniProgram(options.read)
    this.styles = new StyleSheets(this.program, options.styles === true)
    this.files = new Files(options.packageUrl ?? '', options.cloud, options.pick)
    this.privacy = new Privacy(options.hasAgreed ?? true)
    this.clock = new PhoneClock((error) => {
      this.report(error)
    })
    this.network = new Network(options.cloud, options.fetch)
    this.storage = options.storage ?? new Map<string, string>()
    this.listeners = {
      AppShow: new Set(),
      AppHide: new Set(),
      Error: new Set(),
      UnhandledRejection: new Set(),
      PageNotFound: new Set(),
    }
    this.screen = new Screen(options.root, this.program, (path) => this.files.url(path))
    this.dialogs = new Dialogs(this.screen.layer)
    this.viewer = new Viewer(this.screen.layer)
    this.stack = new PageStack({
      program: this.program,
      create: (place) => this.createPage(place),
      open: (page) => page.open(this.screen.view),
      changed: (page) => this.redraw(page),
    })
    this.library = new ComponentLibrary({
      program: this.program,
      templates: options.templates,
      meter: this.meter,
      load: (path) => this.modules.load(path),
      style: (path) => this.styles.add(path),
    })
    this.selectors = selectorQuery(this)
    this.wx = createWx(this)
    this.modules = new ModuleLoader(this.program, this.globals())
    registerBuiltIns()
    housePhone(options.root, this)
    exparser.addGlobalErrorListener(this.caught)
    listenToFingers(this)
    connectBars(this)
  }

  get openid(): string {
    return this.options.openid
  }

  get cashier(): Cashier | undefined {
    return this.options.cashier
  }

  get cashierSheet(): CashierSheet | undefined {
    return this.options.cashierSheet
  }

  get choices(): Choices {
    return this.options.choices ?? {}
  }

  get compress(): PhoneOptions['compress'] {
    return this.options.compress
  }

  get saved(): ((url: string) => void) | undefined {
    return this.options.saved
  }

  get sent(): ((name: string, text: string) => void) | undefined {
    return this.options.sent
  }

  /** Opens the mini-program. */
  start(opening: Opening = {}): void {
    this.launch = this.enter = this.opened(opening)
    this.styles.add('app')
    this.modules.load('app.js')
    this.callApp('onLaunch', this.launch)
    this.callApp('onShow', this.enter)
    const { path, query } = this.launch
    const words = Object.entries(query).map(([name, value]) => `${name}=${value}`)
    this.stack.reLaunch(`/${path}?${words.join('&')}`)
  }

  /** The person leaves the mini-program; it stays in memory. */
  background(): void {
    if (!this.isInFront) return
    this.isInFront = false
    this.stack.top.hide()
    this.callApp('onHide', undefined)
    for (const listener of this.listeners.AppHide) listener(undefined)
  }

  /** The person comes back, perhaps through a link to another page. */
  foreground(opening?: Opening): void {
    if (this.isInFront) return
    this.isInFront = true
    if (opening) this.enter = this.opened(opening)
    this.callApp('onShow', this.enter)
    for (const listener of this.listeners.AppShow) listener(this.enter)
    if (opening?.path === undefined) this.stack.top.show()
    else this.stack.reLaunch(`/${opening.path}?${queryText(this.enter.query)}`)
  }

  /** Asks the page what it shares, as WeChat does when the person taps share. */
  async share(from: 'menu' | 'button', target?: unknown): Promise<Share> {
    const page = this.stack.top
    if (!page.has('onShareAppMessage')) throw new Error(`${page.place.route} cannot be shared`)
    const answer = page.call('onShareAppMessage', { from, target }) as ShareAnswer | undefined
    const promised = await answer?.promise
    const { title, path, imageUrl } = { ...answer, ...promised }
    const share: Share = {
      from,
      title: title ?? this.screen.title,
      path: path ?? `${page.place.route}?${queryText(page.place.query)}`,
      ...(imageUrl !== undefined && { imageUrl }),
    }
    this.shares.push(share)
    this.options.shared?.(share)
    return share
  }

  consents(question: string): boolean | Promise<boolean> {
    return this.options.consents?.(question) ?? true
  }

  get wasTouched(): boolean {
    return Date.now() - this.touchedAt < tapLasts
  }

  touched(): void {
    this.touchedAt = Date.now()
  }

  redraw(page: Page): void {
    const { place, settings } = page
    this.styles.showFor(place.route)
    this.screen.show({
      route: place.route,
      title: settings.navigationBarTitleText ?? '',
      settings,
      canGoBack: this.stack.pages.length > 1,
    })
  }

  /** Records what went wrong in the mini-program and tells it, as WeChat does. */
  report(error: unknown): void {
    const problem = error instanceof Error ? error : new Error(String(error))
    this.errors.push(problem)
    this.callApp('onError', problem.message)
    for (const listener of this.listeners.Error) listener(problem)
  }

  /** Switches the phone off. */
  close(): void {
    this.stack.clear()
    this.clock.stop()
    exparser.removeGlobalErrorListener(this.caught)
    this.styles.clear()
    this.screen.root.replaceChildren()
  }

  private readonly caught = (error: unknown): void => {
    this.report(error)
  }

  private globals(): Readonly<Record<string, unknown>> {
    const { clock } = this
    return {
      ...this.library.globals(),
      wx: this.wx,
      App: (options: AppOptions) => {
        this.app = options
      },
      getApp: () => this.app,
      getCurrentPages: () => this.stack.pages.map((page) => page.instance),
      console,
      Date: clock.dateClass(),
      setTimeout: clock.setTimeout,
      setInterval: clock.setInterval,
      clearTimeout: clock.clear,
      clearInterval: clock.clear,
    }
  }

  private createPage(place: Place): Page {
    const root = jComponent.create(this.library.idOf(place.route))
    if (!root) throw new Error(`page "${place.route}" did not call Page()`)
    const { instance } = root
    instance['createSelectorQuery'] = () => this.selectors().in(instance)
    return new Page(place, this.program.settings(place.route), root)
  }

  private opened({ path, query = {}, scene = ordinaryScene }: Opening): Launch {
    return {
      path: path ?? this.program.home,
      query: typeof query === 'string' ? parseQuery(query) : query,
      scene,
      referrerInfo: {},
    }
  }

  private callApp(name: string, value: unknown): void {
    const method = this.app[name]
    if (typeof method === 'function') method.call(this.app, value)
  }
}

interface ShareAnswer {
  readonly title?: string
  readonly path?: string
  readonly imageUrl?: string
  readonly promise?: Promise<Omit<ShareAnswer, 'promise'>>
}

function queryText(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}
