/** Makes pages and components of the package known to WeChat's component framework. */
import jComponent, { type Instance } from 'j-component'
import type { Meter } from './meter'
import type { MiniProgram } from './package'
import { domLengths } from './wxss'

/** Renders a template: the tree that WeChat's own compiler makes of wxml and data. */
export type Template = (data: unknown) => unknown

/** The compiled templates of a package, by path with .wxml. */
export type Templates = (path: string) => Template | undefined

type Options = Readonly<Record<string, unknown>>

interface Loading {
  readonly path: string
  readonly id: string
  readonly using: Readonly<Record<string, string>>
}

/** What the library needs of the phone. */
export interface LibraryHost {
  readonly program: MiniProgram
  readonly templates: Templates
  readonly meter: Meter
  load(path: string): unknown
  /** Called once per component whose styles are not on the screen yet. */
  style(path: string): void
}

let phones = 0

/**
 * The components of one phone; what `Page`, `Component` and `Behavior` mean while a file is
 * loading.
 */
export class ComponentLibrary {
  private readonly ids = new Map<string, string>()
  private readonly prefix = `p${++phones}`
  private loading: Loading | undefined

  constructor(private readonly host: LibraryHost) {}

  /** The component's id in the framework; loads its file, and what it uses, the first time. */
  idOf(path: string): string {
    const known = this.ids.get(path)
    if (known !== undefined) return known
    const id = `${this.prefix}-${path.replace(/\W/g, '-')}`
    // Known before it is loaded: Taro's `comp` uses itself to nest deeper than a template can.
    this.ids.set(path, id)
    const used = Object.entries(this.host.program.components(path))
    const using = Object.fromEntries(used.map(([tag, to]) => [tag, this.idOf(to)]))
    const outer = this.loading
    this.loading = { path, id, using }
    this.host.load(`${path}.js`)
    this.loading = outer
    return id
  }

  /** The global functions by which a file describes itself. */
  globals(): Readonly<Record<string, unknown>> {
    return {
      Component: (options: Options) => {
        this.register(options)
      },
      Page: (options: Options) => {
        this.register(pageOptions(options))
      },
      Behavior: (options: Options) => jComponent.behavior(options),
    }
  }

  private register(options: Options): void {
    if (!this.loading) throw new Error('Component() was called outside of a component file')
    const { path, id, using } = this.loading
    const template = this.host.templates(`${path}.wxml`)
    if (!template) throw new Error(`${path}.wxml is missing`)
    const lifetimes = (options['lifetimes'] ?? {}) as Record<string, (this: Instance) => void>
    const created = lifetimes['created'] ?? (options['created'] as (() => void) | undefined)
    const { meter } = this.host
    this.host.style(path)
    jComponent.register({
      ...options,
      id,
      path,
      tagName: this.host.program.pages.has(path) ? 'page-root' : (path.split('/').pop() ?? path),
      template: (data: unknown) => withDomLengths(template(data)),
      usingComponents: using,
      options: { ...(options['options'] as Options | undefined), classPrefix: '' },
      lifetimes: {
        ...lifetimes,
        created() {
          meterSetData(this, path, meter)
          created?.call(this)
        },
      },
    })
  }
}

/**
 * `Page(options)` is a component whose functions are its methods and whose other members are its
 * own.
 */
function pageOptions(options: Options): Options {
  const { data, behaviors, ...members } = options
  const entries = Object.entries(members)
  const methods = Object.fromEntries(entries.filter(([, value]) => typeof value === 'function'))
  const fields = Object.fromEntries(entries.filter(([, value]) => typeof value !== 'function'))
  const created = function (this: Instance) {
    Object.assign(this, fields)
  }
  return { data: data ?? {}, behaviors, methods, lifetimes: { created } }
}

/** From now on the instance's setData is counted, and the view layer gets a copy. */
function meterSetData(instance: Instance, owner: string, meter: Meter): void {
  const setData = instance.setData.bind(instance)
  instance.setData = (data, callback) => {
    setData(meter.cross(owner, data), callback)
  }
}

interface TreeNode {
  readonly attr?: { style?: unknown }
  readonly children?: readonly unknown[]
}

/**
 * The framework would write rpx in style attributes as pixels; ours are multiples of the screen.
 */
function withDomLengths(tree: unknown): unknown {
  const { attr, children = [] } = tree as TreeNode
  if (attr && typeof attr.style === 'string') attr.style = domLengths(attr.style)
  for (const child of children) if (typeof child === 'object') withDomLengths(child)
  return tree
}
