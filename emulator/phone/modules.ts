/** Loads the JavaScript of the package as WeChat does: CommonJS, with the browser out of reach. */
import { bareGlobal, crippledFunction, forbiddenEval, hiddenNames } from './globals'
import { type MiniProgram, resolvePath } from './package'

interface Module {
  exports: unknown
}

type Body = (require: (path: string) => unknown, module: Module, exports: unknown) => void

/** One loader per phone; each file runs once. */
export class ModuleLoader {
  private readonly loaded = new Map<string, Module>()
  private readonly given: Readonly<Record<string, unknown>>
  private readonly hidden: readonly string[]

  /** `globals` are what WeChat adds to the language: wx, App, Page, timers, … */
  constructor(
    private readonly program: MiniProgram,
    globals: Readonly<Record<string, unknown>>,
  ) {
    const global = { ...bareGlobal(), ...globals }
    const code = { Function: crippledFunction(global), eval: forbiddenEval }
    this.given = { ...globals, ...code, global, globalThis: global }
    this.hidden = hiddenNames(Object.keys(this.given))
  }

  /** Runs the file at `path` (with its .js) unless it has run, and answers its exports. */
  load(path: string): unknown {
    const known = this.loaded.get(path)
    if (known) return known.exports
    const code = this.program.read(path)
    if (code === undefined) throw new Error(`module '${path}' is not defined`)
    const module: Module = { exports: {} }
    this.loaded.set(path, module)
    const require = (to: string) => this.load(resolvePath(path, to).replace(/(\.js)?$/, '.js'))
    this.compile(path, code)(require, module, module.exports)
    return module.exports
  }

  /**
   * The file's body as a function inside a function: the outer one shadows what a phone lacks.
   * Two are needed because strict code may not have a parameter called `eval`.
   */
  private compile(path: string, code: string): Body {
    const names = Object.keys(this.given)
    const body = `return function (require, module, exports) {${code}\n}\n//# sourceURL=weapp:///${path}`
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- to run the package is our task
    const scope = new Function(...names, ...this.hidden, body) as (...values: unknown[]) => Body
    return scope(...names.map((name) => this.given[name]))
  }
}
