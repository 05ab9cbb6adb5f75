/**
 * What JavaScript on a phone can and cannot name. WeChat's logic layer runs in a bare engine: no
 * `window`, no `fetch`, no `URL`, and no way to compile code from text.
 */

/** Of the language itself, what a phone of 2020 or younger has. `Intl` is missing on Android. */
const language = new Set(
  (
    'Object Array Boolean Number String Symbol BigInt Math JSON Reflect Proxy Promise RegExp ' +
    'Map Set WeakMap WeakSet ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray ' +
    'Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array ' +
    'Error EvalError RangeError ReferenceError SyntaxError TypeError URIError AggregateError ' +
    'parseInt parseFloat isNaN isFinite encodeURI encodeURIComponent decodeURI ' +
    'decodeURIComponent escape unescape NaN Infinity undefined'
  ).split(' '),
)

/** Names that jsdom does not list among its own, or does not have, and that code may try. */
const neverThere =
  'window document self frames localStorage sessionStorage fetch XMLHttpRequest URL ' +
  'URLSearchParams TextEncoder TextDecoder Buffer process crypto performance MessageChannel ' +
  'structuredClone queueMicrotask setImmediate requestAnimationFrame AbortController Blob ' +
  'EventTarget Event CustomEvent Node Element HTMLElement Document DocumentFragment Text Image ' +
  'MutationObserver IntersectionObserver ResizeObserver DOMParser FormData File FileReader ' +
  'Headers Request Response WebSocket Worker History Storage Intl WebAssembly'

const reserved = new Set(['this', 'arguments', 'require', 'module', 'exports'])

/** Every global name of the machine we run on that a phone does not have. */
export function hiddenNames(given: readonly string[]): string[] {
  const names = new Set(neverThere.split(' '))
  for (
    let owner: unknown = globalThis;
    owner !== null && owner !== undefined;
    owner = Object.getPrototypeOf(owner)
  ) {
    for (const name of Object.getOwnPropertyNames(owner)) names.add(name)
  }
  return [...names].filter(
    (name) =>
      /^[A-Za-z_$][\w$]*$/.test(name) &&
      !language.has(name) &&
      !reserved.has(name) &&
      !given.includes(name),
  )
}

/** `globalThis` and `global` on a phone: the language and nothing of a browser. */
export function bareGlobal(): Record<string, unknown> {
  const machine = globalThis as unknown as Record<string, unknown>
  return Object.fromEntries([...language].map((name) => [name, machine[name]]))
}

/** `Function` on a phone: good for `instanceof` and for `return this`, and compiles nothing. */
export function crippledFunction(globalObject: object): unknown {
  function PhoneFunction(...parts: unknown[]) {
    if (parts.length === 1 && parts[0] === 'return this') return () => globalObject
    throw new EvalError('Function: code cannot be compiled from text on a phone')
  }
  PhoneFunction.prototype = Function.prototype
  return PhoneFunction
}

/** `eval` on a phone. */
export function forbiddenEval(): never {
  throw new EvalError('eval: code cannot be compiled from text on a phone')
}
