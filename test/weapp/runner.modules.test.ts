import { ModuleLoader } from '../../emulator/phone/modules'
import { MiniProgram } from '../../emulator/phone/package'

/** Runs files of a package that exists only here, and answers the exports of a.js. */
function run(files: Record<string, string>, globals: Record<string, unknown> = {}): unknown {
  const all: Record<string, string> = { 'app.json': '{"pages":[]}', ...files }
  return new ModuleLoader(new MiniProgram((path) => all[path]), globals).load('a.js')
}

const valueOf = (expression: string) => run({ 'a.js': `module.exports = ${expression}` })

test.each(
  [
    ...['window', 'document', 'localStorage', 'sessionStorage', 'fetch', 'XMLHttpRequest', 'URL'],
    ...['URLSearchParams', 'Buffer', 'process', 'crypto', 'performance', 'MessageChannel'],
    ...['TextEncoder', 'structuredClone', 'queueMicrotask', 'requestAnimationFrame', 'Intl'],
    ...['HTMLElement', 'Event', 'navigator', 'location', 'self', 'addEventListener', 'expect'],
  ].map((name) => [name]),
)('a phone has no %s', (name) => {
  expect(valueOf(`typeof ${name}`)).toBe('undefined')
})

test('using what a phone lacks throws', () => {
  expect(() => valueOf('window.innerWidth')).toThrow(TypeError)
})

test('globalThis holds the language and what WeChat adds, and no browser', () => {
  const seen = run(
    { 'a.js': 'module.exports = [typeof globalThis.Promise, typeof globalThis.window, global.wx]' },
    { wx: 7 },
  )
  expect(seen).toEqual(['function', 'undefined', 7])
})

test('text is never compiled into code', () => {
  expect(() => valueOf('new Function("a", "return a")')).toThrow('cannot be compiled')
  expect(() => valueOf('Function("return 1")()')).toThrow('cannot be compiled')
  expect(() => valueOf('eval("1")')).toThrow('cannot be compiled')
  expect(() => run({ 'a.js': '"use strict"; module.exports = eval("1")' })).toThrow(EvalError)
})

test('Function still tells functions, and still finds the global object', () => {
  expect(valueOf('(() => 1) instanceof Function')).toBe(true)
  expect(valueOf('Function("return this")() === globalThis')).toBe(true)
})

test('a module runs once and is found from where it is asked for', () => {
  const files = {
    'a.js': 'module.exports = [require("./deep/b"), require("deep/b.js"), require("/deep/b")]',
    'deep/b.js': 'const c = require("../c"); c.runs += 1; exports.runs = c.runs',
    'c.js': 'exports.runs = 0',
  }
  expect(run(files)).toEqual([{ runs: 1 }, { runs: 1 }, { runs: 1 }])
})

test('modules may ask for each other', () => {
  const files = {
    'a.js': 'exports.early = 1; exports.seen = require("./b").seen',
    'b.js': 'exports.seen = require("./a").early',
  }
  expect(run(files)).toEqual({ early: 1, seen: 1 })
})

test('a missing module is named', () => {
  expect(() => run({ 'a.js': 'require("./gone")' })).toThrow("module 'gone.js' is not defined")
})
