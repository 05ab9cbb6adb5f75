import { existsSync, readFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Script } from 'node:vm'

const NAME = 'wx-server-sdk'

/** The SDK in one file, next to the bundle of worker.ts; beside it what V8 made of it. */
const FILE = join(__dirname, `${NAME}.js`)

type Wrapped = (...given: [object, NodeJS.Require, object, string, string]) => void

/**
 * Lets a function find the SDK in one compiled file instead of hundreds: the same code, loaded in a
 * quarter of the time. A function that brings an SDK of its own keeps that.
 */
export function provideSdk(require: NodeJS.Require): void {
  if (!existsSync(FILE)) return
  const place = placeOf(require)
  if (place === undefined || place !== placeOf(createRequire(__filename))) return
  const module = new Module(place)
  module.loaded = true
  let exports: unknown
  Object.defineProperty(module, 'exports', { get: () => (exports ??= run()) })
  require.cache[place] = module
}

/** Where a function finds the SDK; nothing where there is none. */
function placeOf(require: NodeJS.Require): string | undefined {
  try {
    return require.resolve(NAME)
  } catch {
    return undefined
  }
}

function run(): unknown {
  const code = Module.wrap(readFileSync(FILE, 'utf8'))
  // V8 compiles by itself what another version of it made.
  const script = new Script(code, { filename: FILE, cachedData: readFileSync(`${FILE}.cache`) })
  const module = { exports: {} }
  const wrapped = script.runInThisContext() as Wrapped
  wrapped(module.exports, createRequire(FILE), module, FILE, dirname(FILE))
  return module.exports
}
